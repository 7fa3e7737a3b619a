// SPDX-License-Identifier: Apache-2.0
// Owns the scanner for numbers: one pass, three grammars (digits, Han numerals, English words).
#include "text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>

#include "text/unicode.h"

namespace tongwen::text {
namespace {

/// What an English word says about a number.
struct Word {
    double value;
    enum class Role : std::uint8_t { unit, scale, ordinal, month } role;
};

const std::unordered_map<std::string_view, Word>& english_words() {
    using enum Word::Role;
    static const std::unordered_map<std::string_view, Word> words = {
        {"two", {2, unit}},          {"three", {3, unit}},        {"four", {4, unit}},
        {"five", {5, unit}},         {"six", {6, unit}},          {"seven", {7, unit}},
        {"eight", {8, unit}},        {"nine", {9, unit}},         {"ten", {10, unit}},
        {"eleven", {11, unit}},      {"twelve", {12, unit}},      {"thirteen", {13, unit}},
        {"fourteen", {14, unit}},    {"fifteen", {15, unit}},     {"sixteen", {16, unit}},
        {"seventeen", {17, unit}},   {"eighteen", {18, unit}},    {"nineteen", {19, unit}},
        {"twenty", {20, unit}},      {"thirty", {30, unit}},      {"forty", {40, unit}},
        {"fifty", {50, unit}},       {"sixty", {60, unit}},       {"seventy", {70, unit}},
        {"eighty", {80, unit}},      {"ninety", {90, unit}},      {"one", {1, unit}},
        {"hundred", {1e2, scale}},   {"thousand", {1e3, scale}},  {"million", {1e6, scale}},
        {"billion", {1e9, scale}},   {"trillion", {1e12, scale}}, {"first", {1, ordinal}},
        {"second", {2, ordinal}},    {"third", {3, ordinal}},     {"fourth", {4, ordinal}},
        {"fifth", {5, ordinal}},     {"sixth", {6, ordinal}},     {"seventh", {7, ordinal}},
        {"eighth", {8, ordinal}},    {"ninth", {9, ordinal}},     {"tenth", {10, ordinal}},
        {"eleventh", {11, ordinal}}, {"twelfth", {12, ordinal}},  {"twentieth", {20, ordinal}},
        {"january", {1, month}},     {"february", {2, month}},    {"march", {3, month}},
        {"april", {4, month}},       {"may", {5, month}},         {"june", {6, month}},
        {"july", {7, month}},        {"august", {8, month}},      {"september", {9, month}},
        {"october", {10, month}},    {"november", {11, month}},   {"december", {12, month}},
        {"jan", {1, month}},         {"feb", {2, month}},         {"aug", {8, month}},
        {"sept", {9, month}},        {"oct", {10, month}},        {"nov", {11, month}},
        {"dec", {12, month}},
    };
    return words;
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

/// Characters after a single Han numeral that make it count something rather than be part of a word.
bool is_counter(char32_t c) {
    static constexpr std::u32string_view counters =
        U"个個名位次届屆年月日号號条條章项項款人天倍国國省市家岁歲点點种種所艘架辆辆期";
    return counters.find(c) != std::u32string_view::npos;
}

bool is_ascii_letter(char c) {
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

/// The text with a position in it.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Number> scan() {
        while (at_ < text_.size()) step();
        return std::move(found_);
    }

  private:
    struct Look {
        char32_t c = 0;
        std::size_t next = 0;
    };

    Look look(std::size_t offset) const {
        if (offset >= text_.size()) return {0, offset};
        Look result{0, offset};
        result.c = next_code_point(text_, result.next);
        return result;
    }

    void step() {
        const Look here = look(at_);
        if (is_digit(here.c)) {
            digits();
        } else if (han_digit(here.c) >= 0 || han_scale(here.c) > 0) {
            han();
        } else if (here.c < 0x80 && is_letter(here.c)) {
            english();
        } else {
            before_ = here.c;
            at_ = here.next;
        }
    }

    void add(std::size_t begin, double value, NumberKind kind) {
        found_.push_back({{begin, at_}, value, kind});
        before_ = 0;
    }

    /// 1,234.5 with what scales it: 万, 亿, million…
    void digits() {
        const std::size_t begin = at_;
        const bool ordinal = before_ == U'第';
        double value = scaled(digit_run());
        if (take_month(value)) return add(begin, value, NumberKind::month);
        add(begin, value, ordinal || take_ordinal_suffix() ? NumberKind::ordinal : NumberKind::cardinal);
    }

    double digit_run() {
        double value = 0;
        double fraction = 0;  // the worth of the last decimal place, 0 before the point
        while (true) {
            const Look here = look(at_);
            if (const int digit = digit_value(here.c); digit >= 0) {
                if (fraction > 0) {
                    fraction /= 10;
                    value += digit * fraction;
                } else {
                    value = value * 10 + digit;
                }
                at_ = here.next;
            } else if (fraction == 0 && here.c == U'.' && is_digit(look(here.next).c)) {
                fraction = 1;
                at_ = here.next;
            } else if (fraction == 0 && (here.c == U',' || here.c == U'，') && is_group(here.next)) {
                at_ = here.next;
            } else {
                return std::round(value * 1e6) / 1e6;
            }
        }
    }

    /// Three digits and no fourth: what follows a grouping comma.
    bool is_group(std::size_t offset) const {
        for (int i = 0; i < 3; ++i) {
            const Look here = look(offset);
            if (!is_digit(here.c)) return false;
            offset = here.next;
        }
        return !is_digit(look(offset).c);
    }

    double scaled(double value) {
        for (Look here = look(at_); han_scale(here.c) >= 100; here = look(at_)) {
            value *= han_scale(here.c);
            at_ = here.next;
        }
        const std::size_t word_at = look(at_).c == U' ' ? at_ + 1 : at_;
        if (const auto scale = word(word_at); scale && scale->second.role == Word::Role::scale) {
            value *= scale->second.value;
            at_ = scale->first;
        }
        return value;
    }

    bool take_month(double value) {
        const Look here = look(at_);
        if (here.c != U'月' || value < 1 || value > 12) return false;
        at_ = here.next;
        return true;
    }

    bool take_ordinal_suffix() {
        const std::string_view rest = text_.substr(at_, 2);
        if (rest != "st" && rest != "nd" && rest != "rd" && rest != "th") return false;
        if (is_letter(look(at_ + 2).c)) return false;
        at_ += 2;
        return true;
    }

    /// 三十五, 二〇二四, 一百二十万, 第三, 七月.
    void han() {
        const std::size_t begin = at_;
        const bool ordinal = before_ == U'第';
        const std::size_t end = han_end();
        const std::string_view run = text_.substr(begin, end - begin);
        const auto value = han_value(run, ordinal, look(end).c);
        at_ = end;
        if (!value) {
            std::size_t last = end;
            before_ = previous_code_point(text_, last);
            return;
        }
        if (look(end).c == U'月' && take_month(*value)) return add(begin, *value, NumberKind::month);
        add(begin, *value, ordinal ? NumberKind::ordinal : NumberKind::cardinal);
    }

    std::size_t han_end() const {
        std::size_t end = at_;
        for (Look here = look(end); han_digit(here.c) >= 0 || han_scale(here.c) > 0; here = look(end))
            end = here.next;
        return end;
    }

    /// What a run of Han numerals is worth; nothing when it is more likely a part of other words.
    static std::optional<double> han_value(std::string_view run, bool ordinal, char32_t after) {
        std::u32string characters;
        for (std::size_t i = 0; i < run.size();) characters.push_back(next_code_point(run, i));
        const bool scaled =
            std::any_of(characters.begin(), characters.end(), [](char32_t c) { return han_scale(c) > 0; });
        if (characters.size() == 1 && !ordinal && !is_counter(after)) return std::nullopt;
        // 百姓, 千方百计, 万一, 亿万: a scale above ten needs a digit before it.
        if (han_scale(characters.front()) > 10) return std::nullopt;
        if (!scaled) return digit_string(characters, ordinal);
        return positional(characters);
    }

    static std::optional<double> digit_string(const std::u32string& characters, bool ordinal) {
        if (characters.size() == 2 && !ordinal) return std::nullopt;  // 三三两两, 一二: mostly words
        double value = 0;
        for (const char32_t c : characters) value = value * 10 + han_digit(c);
        return value;
    }

    static double positional(const std::u32string& characters) {
        double total = 0;    // closed by 万 or 亿
        double section = 0;  // below 万
        double digit = 0;
        for (const char32_t c : characters) {
            const double scale = han_scale(c);
            if (scale == 0) {
                digit = han_digit(c);
            } else if (scale < 1e4) {
                section += (digit == 0 ? 1 : digit) * scale;
                digit = 0;
            } else {
                total = (total + section + digit) * scale;
                section = digit = 0;
            }
        }
        return total + section + digit;
    }

    /// The English number word at an offset, with the offset behind it.
    std::optional<std::pair<std::size_t, Word>> word(std::size_t offset) const {
        std::array<char, 16> lower{};
        std::size_t size = 0;
        std::size_t end = offset;
        while (end < text_.size() && is_ascii_letter(text_[end])) {
            if (size == lower.size()) return std::nullopt;
            lower[size++] = static_cast<char>(text_[end++] | 0x20);
        }
        const auto found = english_words().find({lower.data(), size});
        if (found == english_words().end()) return std::nullopt;
        return std::pair{end, found->second};
    }

    void english() {
        const auto first = word(at_);
        const std::size_t begin = at_;
        if (!first || first->second.role == Word::Role::scale) return skip_word();
        if (first->second.role == Word::Role::month) {
            // "may" and "march" are months only when capitalised.
            const bool capital = text_[begin] < 'a';
            if (!capital) return skip_word();
            at_ = first->first;
            return add(begin, first->second.value, NumberKind::month);
        }
        at_ = first->first;
        if (first->second.role == Word::Role::ordinal)
            return add(begin, first->second.value, NumberKind::ordinal);
        bool ordinal = false;
        const double value = number_words(first->second.value, ordinal);
        if (value == 1 && !ordinal) {
            before_ = U'e';  // "one" alone is mostly a pronoun
            return;
        }
        add(begin, value, ordinal ? NumberKind::ordinal : NumberKind::cardinal);
    }

    /// "twenty-one", "two hundred and five thousand": what follows the first word.
    double number_words(double group, bool& ordinal) {
        double total = 0;
        while (true) {
            const Look here = look(at_);
            if (here.c != U' ' && here.c != U'-') break;
            std::size_t offset = here.next;
            if (text_.substr(offset, 4) == "and ") offset += 4;
            const auto next = word(offset);
            if (!next || !joins(group, next->second, offset != here.next)) break;
            at_ = next->first;
            ordinal = next->second.role == Word::Role::ordinal;
            if (next->second.role != Word::Role::scale) {
                group += next->second.value;
            } else if (next->second.value == 100) {
                group *= 100;
            } else {
                total += group * next->second.value;
                group = 0;
            }
            if (ordinal) break;
        }
        return total + group;
    }

    /// Whether a word continues a number: twenty + one, two hundred + (and) five, anything + a scale; but not
    /// "five six".
    static bool joins(double group, const Word& next, bool after_and) {
        if (next.role == Word::Role::month) return false;
        if (next.role == Word::Role::scale) return !after_and && group > 0;
        const double below = std::fmod(group, 100);
        if (below == 0) return group >= 100 && next.value < 100;
        return !after_and && below >= 20 && std::fmod(below, 10) == 0 && next.value < 10;
    }

    void skip_word() {
        while (at_ < text_.size()) {
            const Look here = look(at_);
            if (!is_letter(here.c) || is_han(here.c)) break;
            at_ = here.next;
        }
        before_ = U'a';
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char32_t before_ = 0;
    std::vector<Number> found_;
};

}  // namespace

std::vector<Number> find_numbers(std::string_view utf8) { return Scanner(utf8).scan(); }

}  // namespace tongwen::text
