// SPDX-License-Identifier: Apache-2.0
// Owns colours: the few that the program uses, as ECMA-48 sequences of the sixteen that every colour terminal
// has.
#pragma once

#include <string>
#include <string_view>

namespace tongwen::cli {

enum class Colour { plain, bold, dim, red, green, yellow, white_on_red, black_on_yellow };

/// `text` in a colour; as it is when `on` is false or there is nothing to colour.
std::string paint(std::string_view text, Colour colour, bool on);

}  // namespace tongwen::cli
