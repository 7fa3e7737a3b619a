// SPDX-License-Identifier: Apache-2.0
// Owns the stable names of Document's kinds.
#include "corpus/document.h"

#include <array>
#include <cstddef>

namespace tongwen::corpus {

std::string_view name(Kind kind) {
    constexpr std::array<std::string_view, 7> names = {"body",     "heading", "list-item", "quotation",
                                                       "dateline", "note",    "code"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace tongwen::corpus
