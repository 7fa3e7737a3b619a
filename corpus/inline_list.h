// SPDX-License-Identifier: Apache-2.0
// Owns lists written on one line: "1) bread 2) milk", "• bread • milk".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tongwen::corpus {

/// If the paragraph begins with a marker (a bullet, or 1. 1) 1.) a. a) in Latin text) and the next markers of
/// the same style follow in order, adds their places to `breaks` (ascending) and takes away those within a
/// marker. Linear.
void add_inline_items(std::string_view paragraph, std::vector<std::size_t>& breaks);

}  // namespace tongwen::corpus
