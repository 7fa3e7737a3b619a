// SPDX-License-Identifier: Apache-2.0
// Owns the writing of texts into a grid.
#include "cli/cells.h"

#include "text/unicode.h"

namespace tongwen::cli {

std::size_t display_width(const StyledLine& line, int ambiguous) {
    std::size_t width = 0;
    for (const StyledPiece& piece : line) width += text::display_width(piece.text, ambiguous);
    return width;
}

Cells::Cells(ScreenSize size, int ambiguous)
    : size_(size), ambiguous_(ambiguous), cells_(size.width * size.height) {}

std::size_t Cells::put(Place place, std::string_view utf8, Look look) {
    if (place.row >= size_.height) return place.column;
    std::size_t column = place.column;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const int width = text::display_width(text::next_code_point(utf8, at), ambiguous_);
        const std::string_view character = utf8.substr(begin, at - begin);
        if (width == 0) {
            if (column > place.column && column <= size_.width) {
                std::size_t base = column - 1;
                if (cell(place.row, base).columns == 0) --base;
                cell(place.row, base).text += character;
            }
            continue;
        }
        const auto columns = static_cast<std::size_t>(width);
        if (column + columns > size_.width) break;
        for (std::size_t i = 0; i < columns; ++i) clear_half(place.row, column + i);
        cell(place.row, column) = {std::string(character), static_cast<std::uint8_t>(columns), look};
        if (columns == 2) cell(place.row, column + 1) = {"", 0, look};
        column += columns;
    }
    return column;
}

std::size_t Cells::put(Place place, const StyledLine& line) {
    for (const StyledPiece& piece : line) place.column = put(place, piece.text, piece.look);
    return place.column;
}

/// A wide character of which one half is written over goes.
void Cells::clear_half(std::size_t row, std::size_t column) {
    const Look look = cell(row, column).look;
    if (cell(row, column).columns == 2) cell(row, column + 1) = {" ", 1, look};
    if (cell(row, column).columns == 0) cell(row, column - 1) = {" ", 1, look};
}

void Cells::drop_looks(Look looks) {
    for (Cell& cell : cells_) cell.look = static_cast<Look>(cell.look & ~looks);
}

std::string Cells::text(std::size_t row) const {
    std::string line;
    for (std::size_t column = 0; column < size_.width; ++column) line += at({row, column}).text;
    return line.erase(line.find_last_not_of(' ') + 1);
}

}  // namespace tongwen::cli
