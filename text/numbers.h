// SPDX-License-Identifier: Apache-2.0
// Owns numbers in running text: where they are written and what they are worth, in Chinese, Japanese and
// English.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace tongwen::text {

enum class NumberKind : std::uint8_t { cardinal, ordinal, month };

/// A number as written at `span`. `value` is what it is worth: 25万 and "250,000" are both 250000; a month is
/// 1 to 12.
struct Number {
    ByteSpan span;
    double value = 0;
    NumberKind kind = NumberKind::cardinal;
    friend bool operator==(const Number&, const Number&) = default;
};

/// The numbers of a text, in order, without overlap. Knows digits (also fullwidth, with grouping commas and
/// decimals), the scales 百 千 万 亿 (also traditional) and hundred to trillion, also in parts (3亿5000万),
/// Chinese numerals (二〇二四, 三十五, 一百二十), ordinals (第三, third), the numerals of lists (三、
/// （三）), English number words from two (two thousand and five), and months (7月, July). Numerals that are
/// part of other words (一起, 万一, 十分, 千万, the 千 of 5千克), Han numbers that are only about right
/// (三四十), and the English "one" are left out. Whole values below 2^53 are exact: 8.2亿 is 820000000. Never
/// NaN. Linear in the length of the text.
std::vector<Number> find_numbers(std::string_view utf8);

}  // namespace tongwen::text
