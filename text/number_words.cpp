// SPDX-License-Identifier: Apache-2.0
// Owns the vocabulary of numbers: English words and Han numerals.
#include "text/number_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

namespace tongwen::text {
namespace {

using Words = std::unordered_map<std::string_view, NumberWord>;

/// Adds words that are worth `first`, `first` + `step`…
void add_words(Words& words, NumberWord::Role role, double first, double step,
               std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        words.emplace(name, NumberWord{first, role});
        first += step;
    }
}

Words make_english_words() {
    using enum NumberWord::Role;
    Words words = {{"hundred", {1e2, scale}}, {"thousand", {1e3, scale}},  {"million", {1e6, scale}},
                   {"billion", {1e9, scale}}, {"trillion", {1e12, scale}}, {"jan", {1, month}},
                   {"feb", {2, month}},       {"aug", {8, month}},         {"sept", {9, month}},
                   {"oct", {10, month}},      {"nov", {11, month}},        {"dec", {12, month}}};
    add_words(words, unit, 1, 1,
              {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
               "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"});
    add_words(words, unit, 20, 10,
              {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});
    add_words(words, ordinal, 1, 1,
              {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
               "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
               "eighteenth", "nineteenth"});
    add_words(words, ordinal, 20, 10,
              {"twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
               "ninetieth"});
    add_words(words, month, 1, 1,
              {"january", "february", "march", "april", "may", "june", "july", "august", "september",
               "october", "november", "december"});
    return words;
}

}  // namespace

const NumberWord* find_number_word(std::string_view lower) {
    static const Words words = make_english_words();
    const auto found = words.find(lower);
    return found == words.end() ? nullptr : &found->second;
}

int han_digit(char32_t c) {
    static constexpr std::u32string_view digits = U"零一二三四五六七八九";
    static constexpr std::u32string_view variants = U"〇壹两叁";
    if (c < 0x3000) return -1;
    if (c == U'兩' || c == U'贰') return 2;
    const auto place = std::min(digits.find(c), variants.find(c));
    return place == std::u32string_view::npos ? -1 : static_cast<int>(place);
}

double han_scale(char32_t c) {
    static constexpr std::u32string_view signs = U"十百千万萬亿億";
    static constexpr std::array<double, 7> scales = {1e1, 1e2, 1e3, 1e4, 1e4, 1e8, 1e8};
    const auto place = signs.find(c);
    return place == std::u32string_view::npos ? 0 : scales[place];
}

}  // namespace tongwen::text
