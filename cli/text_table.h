// SPDX-License-Identifier: Apache-2.0
// Owns tables of words and figures on a terminal.
#pragma once

#include <string>
#include <vector>

namespace tongwen::cli {

using TableRow = std::vector<std::string>;

/// Lines, each ended by a line end: columns as wide as their widest cell, in display columns, two spaces
/// apart; the first is flush left, the others flush right. Rows may lack cells at their end; nothing stands
/// behind the last one.
std::string draw_table(const std::vector<TableRow>& rows);

}  // namespace tongwen::cli
