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
    switch (c) {
        case U'零':
        case U'〇':
            return 0;
        case U'一':
        case U'壹':
            return 1;
        case U'二':
        case U'两':
        case U'兩':
        case U'贰':
            return 2;
        case U'三':
        case U'叁':
            return 3;
        case U'四':
            return 4;
        case U'五':
            return 5;
        case U'六':
            return 6;
        case U'七':
            return 7;
        case U'八':
            return 8;
        case U'九':
            return 9;
        default:
            return -1;
    }
}

double han_scale(char32_t c) {
    switch (c) {
        case U'十':
            return 1e1;
        case U'百':
            return 1e2;
        case U'千':
            return 1e3;
        case U'万':
        case U'萬':
            return 1e4;
        case U'亿':
        case U'億':
            return 1e8;
        default:
            return 0;
    }
}

}  // namespace tongwen::text
