// SPDX-License-Identifier: Apache-2.0
// Owns the escape sequences of colours.
#include "cli/paint.h"

namespace tongwen::cli {
namespace {

std::string_view sequence(Colour colour) {
    switch (colour) {
        case Colour::plain:
            return "";
        case Colour::bold:
            return "\033[1m";
        case Colour::dim:
            return "\033[2m";
        case Colour::red:
            return "\033[31m";
        case Colour::green:
            return "\033[32m";
        case Colour::yellow:
            return "\033[33m";
        case Colour::white_on_red:
            return "\033[1;37;41m";
        case Colour::black_on_yellow:
            return "\033[30;43m";
    }
    return "";
}

}  // namespace

std::string paint(std::string_view text, Colour colour, bool on) {
    if (!on || colour == Colour::plain || text.empty()) return std::string(text);
    return std::string(sequence(colour)).append(text).append("\033[0m");
}

}  // namespace tongwen::cli
