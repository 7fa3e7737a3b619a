// SPDX-License-Identifier: Apache-2.0
// Owns what single English words and Han characters are worth in a number.
#pragma once

#include <cstdint>
#include <string_view>

namespace tongwen::text {

/// What an English word says about a number: "twenty" is a unit of 20, "million" a scale of 1,000,000, "may"
/// month 5.
struct NumberWord {
    double value;
    enum class Role : std::uint8_t { unit, scale, ordinal, month } role;
};

/// A lower-case English number word, or null.
const NumberWord* find_number_word(std::string_view lower);

/// 0 to 9 for a Han digit (零〇一二两…), -1 for other characters.
int han_digit(char32_t c);
/// 10 to 10^8 for 十 百 千 万 亿 (also traditional), 0 for other characters.
double han_scale(char32_t c);

}  // namespace tongwen::text
