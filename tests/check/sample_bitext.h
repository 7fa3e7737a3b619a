// SPDX-License-Identifier: Apache-2.0
// Owns small bitexts for the tests of checks: segments of given kinds, aligned as a spelling says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"

namespace tongwen::check {

inline corpus::Document document_of(const std::vector<corpus::Kind>& kinds) {
    corpus::Document document;
    for (const corpus::Kind kind : kinds) {
        const auto index = static_cast<std::uint32_t>(document.segments.size());
        const std::size_t begin = document.text.size();
        document.text += 'a';
        document.segments.push_back({{begin, begin + 1}, index, kind});
        document.paragraphs.push_back({{begin, begin + 1}, kind, 0, index, index + 1});
        document.text += '\n';
    }
    return document;
}

inline align::Bitext bitext_of(const std::vector<corpus::Kind>& source,
                               const std::vector<corpus::Kind>& target, std::string_view spelling) {
    return {document_of(source), document_of(target), align::parse_alignment(spelling)};
}

}  // namespace tongwen::check
