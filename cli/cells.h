// SPDX-License-Identifier: Apache-2.0
// Owns Cells: a screen as a grid of characters, each with its width and its look, before any terminal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::cli {

struct ScreenSize {
    std::size_t width = 80;
    std::size_t height = 24;
    friend bool operator==(const ScreenSize&, const ScreenSize&) = default;
};

/// How a character looks: flags. A colour never stands for anything alone.
using Look = std::uint16_t;
namespace look {
inline constexpr Look plain = 0;
inline constexpr Look bold = 1;
inline constexpr Look dim = 2;
inline constexpr Look underline = 4;
inline constexpr Look reverse = 8;
inline constexpr Look red = 16;
inline constexpr Look green = 32;
inline constexpr Look yellow = 64;
inline constexpr Look cyan = 128;
inline constexpr Look colours = red | green | yellow | cyan;
}  // namespace look

/// Text of one look.
struct StyledPiece {
    std::string text;
    Look look = look::plain;
    friend bool operator==(const StyledPiece&, const StyledPiece&) = default;
};
using StyledLine = std::vector<StyledPiece>;
std::size_t display_width(const StyledLine& line, int ambiguous);

/// One place of the grid: a character with its combining marks. `columns` is 2 for a wide one, and 0 (with no
/// text) for the place that it covers to its right.
struct Cell {
    std::string text = " ";
    std::uint8_t columns = 1;
    Look look = look::plain;
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Place {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

class Cells {
  public:
    Cells(ScreenSize size, int ambiguous);

    [[nodiscard]] ScreenSize size() const { return size_; }
    [[nodiscard]] const Cell& at(Place place) const { return cells_[place.row * size_.width + place.column]; }

    /// Writes from a place on, as far as the row goes; a wide character that does not fit is left out. Rows
    /// and columns beyond the grid are no error: nothing is written there. Returns the column behind.
    std::size_t put(Place place, std::string_view text, Look look);
    std::size_t put(Place place, const StyledLine& line);
    /// Takes these flags from all cells.
    void drop_looks(Look looks);

    /// The characters of a row, without spaces at the end.
    [[nodiscard]] std::string text(std::size_t row) const;

    friend bool operator==(const Cells&, const Cells&) = default;

  private:
    Cell& cell(std::size_t row, std::size_t column) { return cells_[row * size_.width + column]; }
    void clear_half(std::size_t row, std::size_t column);
    ScreenSize size_;
    int ambiguous_;
    std::vector<Cell> cells_;
};

}  // namespace tongwen::cli
