// SPDX-License-Identifier: Apache-2.0
// Owns the widths of a table's columns.
#include "cli/text_table.h"

#include <algorithm>
#include <cstddef>

#include "text/unicode.h"

namespace tongwen::cli {
namespace {

std::vector<std::size_t> widths_of(const std::vector<TableRow>& rows) {
    std::vector<std::size_t> widths;
    for (const TableRow& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], text::display_width(row[c]));
    }
    return widths;
}

}  // namespace

std::string draw_table(const std::vector<TableRow>& rows) {
    const std::vector<std::size_t> widths = widths_of(rows);
    std::string out;
    for (const TableRow& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string space(widths[c] - text::display_width(row[c]), ' ');
            line += c == 0 ? row[c] + space : "  " + space + row[c];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

}  // namespace tongwen::cli
