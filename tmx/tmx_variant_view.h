// SPDX-License-Identifier: Apache-2.0
// Owns VariantView: a `tuv` of a tree, as the checks look at it.
#pragma once

#include <string_view>

namespace pugi {
struct xml_node_struct;
}

namespace tongwen::tmx {

/// Lasts as long as the tree.
struct VariantView {
    std::string_view language = {};
    pugi::xml_node_struct* seg = nullptr;  ///< the handle of the element
    bool is_plain = true;                  ///< one text at most, and nothing else
};

}  // namespace tongwen::tmx
