// SPDX-License-Identifier: Apache-2.0
// Owns the tests' spelling of what a reader found: "[heading 1: Title][body: Text.]".
#pragma once

#include <string>

#include "corpus/readers.h"

namespace tongwen::corpus {

/// The paragraphs of a reader's result, each as "[kind level: text]" (the level only where there is one).
inline std::string spelled(const RawText& raw) {
    std::string out;
    for (const RawParagraph& paragraph : raw.paragraphs) {
        out += "[" + std::string(name(paragraph.kind));
        if (paragraph.level != 0) out += " " + std::to_string(paragraph.level);
        out += ": " + std::string(paragraph.span.of(raw.text)) + "]";
    }
    return out;
}

}  // namespace tongwen::corpus
