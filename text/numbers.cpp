// SPDX-License-Identifier: Apache-2.0
// Owns the scanner for numbers: one pass, three grammars (digits, Han numerals, English words).
#include "text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "text/number_words.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

/// Characters after a single Han numeral that make it count something rather than be part of a word.
bool is_counter(char32_t c) {
    static constexpr std::u32string_view counters =
        U"个個名位次届屆年月日号號条條章项項款人天倍国國省市家岁歲点點种種所艘架辆辆期";
    return counters.find(c) != std::u32string_view::npos;
}

/// Units of measure that begin with 千: 5千克 are 5 kilograms, not 5,000.
bool is_kilo_unit(char32_t c) {
    return std::u32string_view(U"克米瓦卡赫伏帕焦").find(c) != std::u32string_view::npos;
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) - U'a' < 26; }

/// Letters that run on into one word; Han characters and kana do not.
bool is_word_letter(char32_t c) {
    return is_ascii_letter(c) || (c >= 0x80 && is_letter(c) && !is_han(c) && !is_kana(c));
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
        } else if (is_word_letter(here.c)) {
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

    /// A number while it is read: digits · scale / 10^places. Kept apart so that 8.2亿 is 820,000,000
    /// exactly.
    struct Decimal {
        double digits = 0;
        int places = 0;
        double scale = 1;
        void multiply(double by) { scale = std::min(scale * by, 1e30); }
        [[nodiscard]] double value() const {
            const double tenths = std::pow(10.0, places);
            return scale >= tenths ? digits * (scale / tenths) : digits / (tenths / scale);
        }
    };

    /// 1,234.5 with what scales it: 万, 亿, million…
    void digits() {
        const std::size_t begin = at_;
        const bool ordinal = before_ == U'第';
        const double value = scaled_digits();
        if (take_month(value)) return add(begin, value, NumberKind::month);
        add(begin, value, ordinal || take_ordinal_suffix() ? NumberKind::ordinal : NumberKind::cardinal);
    }

    /// 25万, 3亿5000万: each part must fit below the scale of the one before it.
    double scaled_digits() {
        Decimal part = scaled(digit_run());
        double sum = part.value();
        while (part.scale > 1 && is_digit(look(at_).c)) {
            const std::size_t before = at_;
            const double above = part.scale;
            part = scaled(digit_run());
            if (part.value() >= above) {
                at_ = before;
                break;
            }
            sum += part.value();
        }
        return sum;
    }

    Decimal digit_run() {
        constexpr int most_places = 15;  // beyond, a double does not hold them
        Decimal run;
        bool fraction = false;
        bool grouped = false;
        for (int count = 0;; ++count) {
            const Look here = look(at_);
            if (const int digit = digit_value(here.c); digit >= 0) {
                if (!fraction || run.places < most_places) {
                    run.digits = run.digits * 10 + digit;
                    run.places += fraction ? 1 : 0;
                }
            } else if (!fraction && (here.c == U'.' || here.c == U'．') && is_digit(look(here.next).c)) {
                fraction = true;
            } else if (!fraction && (here.c == U',' || here.c == U'，') && (grouped || count <= 3) &&
                       is_group(here.next)) {
                grouped = true;
            } else {
                return run;
            }
            at_ = here.next;
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

    Decimal scaled(Decimal run) {
        for (Look here = look(at_); han_scale(here.c) >= 100; here = look(at_)) {
            if (here.c == U'千' && is_kilo_unit(look(here.next).c)) break;
            run.multiply(han_scale(here.c));
            at_ = here.next;
        }
        const char32_t gap = look(at_).c;
        const std::size_t word_at = gap == U' ' || gap == U'-' ? at_ + 1 : at_;
        if (const auto scale = word(word_at); scale && scale->second.role == NumberWord::Role::scale) {
            run.multiply(scale->second.value);
            at_ = scale->first;
        }
        return run;
    }

    bool take_month(double value) {
        const Look here = look(at_);
        if (here.c != U'月' || value < 1 || value > 12 || value != std::floor(value)) return false;
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
        const auto value = han_value(run, ordinal || in_steps(begin, end) || is_marker(end), look(end).c);
        at_ = end;
        if (!value) {
            std::size_t last = end;
            before_ = previous_code_point(text_, last);
            return;
        }
        if (look(end).c == U'月' && take_month(*value)) return add(begin, *value, NumberKind::month);
        add(begin, *value, ordinal ? NumberKind::ordinal : NumberKind::cardinal);
    }

    /// Whether a numeral is one of a number in steps: 第七条之四, 格式六之三十一.
    [[nodiscard]] bool in_steps(std::size_t begin, std::size_t end) const {
        constexpr std::size_t joint_size = 3;  // 之
        const Look after = look(end);
        if (after.c == U'之' && (han_digit(look(after.next).c) >= 0 || han_scale(look(after.next).c) == 10))
            return true;
        return before_ == U'之' && !found_.empty() && found_.back().span.end + joint_size == begin;
    }

    /// Whether the numeral before `end` numbers an item of a list: 三、 （三）
    [[nodiscard]] bool is_marker(std::size_t end) const {
        constexpr std::u32string_view before = U"。；;：:（(";
        const char32_t after = look(end).c;
        if (before_ == U'(' || before_ == U'（') return after == U')' || after == U'）';
        const bool begins = before_ == 0 || is_space(before_) || before.find(before_) != before.npos;
        return begins && (after == U'、' || after == U'．' || after == U'.');
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
        return positional(characters, ordinal);
    }

    static std::optional<double> digit_string(const std::u32string& characters, bool ordinal) {
        const bool counts = characters.find_first_of(U"两兩") != std::u32string::npos;
        if (characters.size() > 1 && counts) return std::nullopt;  // 三三两两: 两 is no digit of a row
        if (characters.size() == 2 && !ordinal) return std::nullopt;  // 一一: mostly words
        double value = 0;
        for (const char32_t c : characters) value = value * 10 + han_digit(c);
        return value;
    }

    /// Nothing for numbers that are only about right: 三四十, 二三百, 三十五六.
    static std::optional<double> positional(const std::u32string& characters, bool ordinal) {
        double total = 0;    // closed by 万 or 亿
        double section = 0;  // below 万
        double digit = 0;
        double closed = 0;  // the last 万 or 亿
        double last_scale = 1;
        int digits = 0;  // behind the last scale
        for (const char32_t c : characters) {
            const double scale = han_scale(c);
            if (scale == 0) {
                digit = digit * 10 + han_digit(c);
                ++digits;
                continue;
            }
            if (digit >= 10 && (scale < 1e4 || digits == 2)) return std::nullopt;  // but 一二〇万
            if (scale < 1e4) {
                section += (digit == 0 ? 1 : digit) * scale;
            } else if (scale > closed) {
                total = (total + section + digit) * scale;  // 两万亿
            } else {
                total += (section + digit) * scale;  // 三亿五千万
            }
            if (scale >= 1e4) {
                section = 0;
                closed = scale;
            }
            last_scale = scale;
            digit = digits = 0;
        }
        if (digit >= 10) return std::nullopt;
        const bool short_for_scale = digits == 1 && last_scale >= 1000 && !ordinal;  // 三万五 is 35,000
        return total + section + digit * (short_for_scale ? last_scale / 10 : 1);
    }

    /// The English number word at an offset, with the offset behind it.
    std::optional<std::pair<std::size_t, NumberWord>> word(std::size_t offset) const {
        std::array<char, 16> lower{};
        std::size_t size = 0;
        std::size_t end = offset;
        while (end < text_.size() && is_ascii_letter(static_cast<unsigned char>(text_[end]))) {
            if (size == lower.size()) return std::nullopt;
            lower[size++] = static_cast<char>(text_[end++] | 0x20);
        }
        if (is_word_letter(look(end).c)) return std::nullopt;  // Marché
        const NumberWord* const found = find_number_word({lower.data(), size});
        if (found == nullptr) return std::nullopt;
        return std::pair{end, *found};
    }

    void english() {
        const auto first = word(at_);
        const std::size_t begin = at_;
        if (!first || first->second.role == NumberWord::Role::scale) return skip_word();
        if (first->second.role == NumberWord::Role::month) {
            // "may" and "march" are months only when capitalised.
            const bool capital = text_[begin] < 'a';
            if (!capital) return skip_word();
            at_ = first->first;
            return add(begin, first->second.value, NumberKind::month);
        }
        at_ = first->first;
        if (first->second.role == NumberWord::Role::ordinal)
            return add(begin, first->second.value, NumberKind::ordinal);
        bool ordinal = false;
        const double value = number_words(first->second.value, ordinal);
        if (value == 1 && !ordinal) {
            before_ = U'e';  // "one" alone is mostly a pronoun
            return;
        }
        add(begin, value, ordinal ? NumberKind::ordinal : NumberKind::cardinal);
    }

    /// An English number while it is read: what is closed by thousand, million…, and what is not yet.
    struct Spelt {
        double total = 0;
        double group = 0;
        double last_scale = 1e15;

        void take(const NumberWord& next) {
            if (next.role != NumberWord::Role::scale) {
                group += next.value;
            } else if (next.value == 100) {
                group *= 100;
            } else {
                total += group * next.value;
                group = 0;
                last_scale = next.value;
            }
        }

        /// Whether a word continues the number: twenty + one, two hundred (and) five, anything + a scale; but
        /// not "five six".
        [[nodiscard]] bool joins(const NumberWord& next, bool after_and) const {
            if (next.role == NumberWord::Role::month) return false;
            if (next.role == NumberWord::Role::scale)
                return !after_and && group > 0 && next.value < last_scale;
            const double below = std::fmod(group, 100);
            if (below == 0) return (group > 0 || total > 0) && next.value < 100;
            return !after_and && below >= 20 && std::fmod(below, 10) == 0 && next.value < 10;
        }
    };

    /// "twenty-one", "two hundred and five thousand", "two thousand and five": what follows the first word.
    double number_words(double first, bool& ordinal) {
        Spelt number{0, first};
        while (!ordinal) {
            const Look here = look(at_);
            if (here.c != U' ' && here.c != U'-') break;
            std::size_t offset = here.next;
            if (text_.substr(offset, 4) == "and ") offset += 4;
            const auto next = word(offset);
            if (!next || !number.joins(next->second, offset != here.next)) break;
            at_ = next->first;
            ordinal = next->second.role == NumberWord::Role::ordinal;
            number.take(next->second);
        }
        return number.total + number.group;
    }

    void skip_word() {
        while (at_ < text_.size()) {
            const Look here = look(at_);
            if (!is_word_letter(here.c)) break;
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
