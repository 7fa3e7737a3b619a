// SPDX-License-Identifier: Apache-2.0
// Owns reading the outward signs of a segment.
#include "align/cues.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "text/numbers.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Most characters of many languages; none of the signs that are looked for.
bool is_ascii_letter(char32_t c) { return (c | 0x20) - U'a' < 26; }

constexpr std::u32string_view opening_quotes = U"“‘「『«„\"'";
constexpr std::u32string_view closing_quotes = U"”’」』»\"'";
constexpr std::u32string_view closing_brackets = U")）]］》】〉}";

Ending ending_of(char32_t c) {
    if (is_one_of(c, U"。.．")) return Ending::stop;
    if (is_one_of(c, U"？?؟")) return Ending::question;
    if (is_one_of(c, U"！!")) return Ending::exclamation;
    if (is_one_of(c, U"：:")) return Ending::colon;
    if (is_one_of(c, U"…⋯")) return Ending::ellipsis;
    if (is_one_of(c, U"，,；;、—–-")) return Ending::soft;
    return Ending::none;
}

void read_ending(std::string_view text, Cues& cues) {
    std::size_t at = text.size();
    while (at > 0) {
        const std::size_t before = at;
        const char32_t c = text::previous_code_point(text, at);
        if (is_one_of(c, closing_quotes)) {
            cues.closes_quote = true;
        } else if (!is_one_of(c, closing_brackets) && !text::is_space(c)) {
            cues.ending = ending_of(c);
            const bool dots = c == U'.' && text.substr(0, before).ends_with("...");
            if (dots) cues.ending = Ending::ellipsis;
            return;
        }
    }
}

void count_signs(std::string_view text, Cues& cues) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (is_one_of(c, U"？?") && cues.questions < 255) ++cues.questions;
        if (is_one_of(c, U"！!") && cues.exclamations < 255) ++cues.exclamations;
    }
}

/// Counts the sentences and list items of a segment as it is read, character by character. Abbreviations are
/// told by their look: "Mr.", "No.", the S. of "U.S. President".
class SentenceCount {
  public:
    explicit SentenceCount(std::string_view text) : text_(text), last_marker_(marker_of(text)) {}

    /// With the first one.
    SentenceCount& run() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t here = at;
            read(text::next_code_point(text_, at), here);
        }
        return *this;
    }
    [[nodiscard]] int sentences() const { return sentences_; }
    [[nodiscard]] int markers() const { return markers_; }

  private:
    enum class End : std::uint8_t { none, possible, sure };

    void read(char32_t c, std::size_t at) {
        if (text::is_space(c)) {
            if (end_ == End::possible) end_ = End::sure;
            end_word();
            return;
        }
        const bool item = behind_sign_ && begins_item(at);
        const bool opens = is_one_of(c, U"“‘「『«„(（[［");
        if (opens && end_ == End::sure && !item) return;  // what it opens begins
        const bool begins = text::is_upper(c) || text::is_digit(c) || text::is_han(c);
        if (item || (end_ == End::sure && begins)) {
            ++sentences_;
            letters_ = 0;
        }
        end_ = end_behind(c);
        behind_sign_ = is_one_of(c, U"。.；;：:)）");
        read_letter(c);
    }

    void read_letter(char32_t c) {
        if (!text::is_letter(c)) {
            end_word();
            return;
        }
        ++letters_;
        if (word_++ == 0) capital_ = text::is_upper(c);
        if (text::is_upper(c)) ++capitals_;
    }
    void end_word() {
        word_ = 0;
        capitals_ = 0;
    }

    /// A number alone, as of a list, is no sentence.
    [[nodiscard]] End end_behind(char32_t c) const {
        if (letters_ < 2) return End::none;
        if (is_one_of(c, U"。！？")) return End::sure;
        if (is_one_of(c, U"!?")) return End::possible;
        if (c == U'.') return is_abbreviation() ? End::none : End::possible;
        // In Chinese what follows a quotation is mostly a part of its sentence.
        const bool closes = is_one_of(c, closing_quotes) || is_one_of(c, closing_brackets);
        return closes && end_ == End::possible ? End::possible : End::none;
    }
    [[nodiscard]] bool is_abbreviation() const {
        constexpr int longest = 3;
        return word_ == 1 || (word_ > 0 && word_ <= longest && capital_ && capitals_ < word_);
    }

    /// Whether the next item of a list, or the first one of a list within, stands here.
    bool begins_item(std::size_t at) {
        if (at == 0) return false;
        const int marker = marker_of(text_.substr(at));
        if (marker < 1 || (marker != 1 && marker != last_marker_ + 1)) return false;
        last_marker_ = marker;
        ++markers_;
        return true;
    }

    std::string_view text_;
    int sentences_ = 1;
    int markers_ = 0;
    int last_marker_;
    int letters_ = 0;   // of the sentence
    int word_ = 0;      // letters of the word
    int capitals_ = 0;  // of them
    bool capital_ = false;
    bool behind_sign_ = false;
    End end_ = End::none;
};

/// Follows quotations through a document. They run over many segments, and English opens them anew with every
/// paragraph; an apostrophe is a quotation mark only where it stands like one.
class Quotations {
  public:
    void read(std::string_view text, Cues& cues) {
        if (++since_opened_ > longest) open_ = 0;  // its end was forgotten
        within_sentence_ = false;
        char32_t before = U' ';
        char32_t sign = 0;  // the last character that is no white space
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = text::next_code_point(text, at);
            if (is_ascii_letter(c)) {
                before = sign = c;
                continue;
            }
            std::size_t ahead = at;
            const char32_t after = at < text.size() ? text::next_code_point(text, ahead) : U' ';
            if (opens(c, before, after)) {
                if (open_ == 0) within_sentence_ = text::is_letter(sign) || text::is_digit(sign);
                open_ = c;
                since_opened_ = 0;
                if (cues.quotations < 255) ++cues.quotations;
            } else if (open_ != 0 && c == closing_of(open_) && !is_letter_or_digit(after)) {
                open_ = 0;
                if (since_opened_ == 0 && (within_sentence_ || !is_one_of(sign, ends_of_speech)))
                    take_for_term(cues);
            }
            before = c;
            if (!text::is_space(c)) sign = c;
        }
        cues.inside_quote = open_ != 0;
    }

  private:
    static constexpr int longest = 40;  // segments
    static constexpr std::u32string_view ends_of_speech = U"。.．，,！!？?…⋯—–；;";

    /// The quotation that just ended.
    static void take_for_term(Cues& cues) {
        if (cues.quotations == 0) return;
        --cues.quotations;
        if (cues.quoted_terms < 255) ++cues.quoted_terms;
    }

    static bool is_letter_or_digit(char32_t c) {
        return (text::is_letter(c) && !text::is_han(c)) || text::is_digit(c);
    }
    static char32_t closing_of(char32_t opening) {
        constexpr std::u32string_view openings = U"“‘「『«„\"'";
        constexpr std::u32string_view closings = U"”’」』»“\"'";
        return closings[openings.find(opening)];
    }
    /// A quotation within a quotation is not followed.
    [[nodiscard]] bool opens(char32_t c, char32_t before, char32_t after) const {
        if (!is_one_of(c, opening_quotes)) return false;
        if (open_ != 0 && open_ != c) return false;
        if (c == U'\'' || c == U'"') {
            const bool free = text::is_space(before) || is_one_of(before, U"(（[—–-:：");
            return free && !text::is_space(after) && (open_ == 0 || !is_one_of(after, U".,;!?"));
        }
        return true;
    }

    char32_t open_ = 0;
    int since_opened_ = 0;
    bool within_sentence_ = false;  // it was opened behind a word
};

/// Reads a marker character by character.
class MarkerReader {
  public:
    explicit MarkerReader(std::string_view text) : text_(text) {}

    /// `alphabet`: letters are letters, never Roman numerals.
    explicit MarkerReader(std::string_view text, bool alphabet) : text_(text), alphabet_(alphabet) {}

    int read() {
        const char32_t first = peek();
        if (first >= U'a' && first <= U'z') return ended(letter(first - U'a' + 1));  // mostly a word
        if (is_one_of(first, U"•·‧◦▪●*-–—") && text::is_space(peek_after())) return 0;
        if (first >= U'①' && first <= U'⑳') return static_cast<int>(first - U'①') + 1;
        if (first == U'第') return legal_article();
        for (const std::string_view word : {"Article ", "Section ", "Chapter ", "ARTICLE ", "CHAPTER "}) {
            if (text_.starts_with(word)) return named(word.size());
        }
        if (!is_one_of(first, U"(（")) return ended(number());
        advance();
        const int value = number();
        return is_one_of(peek(), U")）") ? value : -1;
    }

  private:
    [[nodiscard]] char32_t peek() const {
        std::size_t at = at_;
        return at < text_.size() ? text::next_code_point(text_, at) : 0;
    }
    [[nodiscard]] char32_t peek_after() const {
        std::size_t at = at_;
        if (at < text_.size()) text::next_code_point(text_, at);
        return at < text_.size() ? text::next_code_point(text_, at) : U' ';
    }
    void advance() { text::next_code_point(text_, at_); }

    /// A number without a bracket before it, which has been read.
    [[nodiscard]] int ended(int value) const { return is_one_of(peek(), U"、.．)）") ? value : -1; }

    int legal_article() {
        const auto numbers = text::find_numbers(text_.substr(0, std::min<std::size_t>(text_.size(), 40)));
        if (numbers.empty() || numbers.front().span.begin > 4) return -1;
        at_ = numbers.front().span.end;
        while (text::is_space(peek()) && at_ < text_.size()) advance();
        return is_one_of(peek(), U"条條章节節款项項编編") ? bounded(numbers.front().value) : -1;
    }

    int named(std::size_t skip) {
        at_ = skip;
        const int value = number();
        return text::is_letter(peek()) ? -1 : value;  // Chapter Two, Article by
    }

    /// Digits, Han numerals, Roman numerals or a single letter.
    int number() {
        const char32_t c = peek();
        if (text::is_digit(c)) return digits();
        if (is_one_of(c, U"一二三四五六七八九十")) return han();
        if (is_one_of(c, U"IVX") && !alphabet_) return roman();
        if (c >= U'a' && c <= U'z') return letter(c - U'a' + 1);
        if (c >= U'A' && c <= U'Z') return letter(c - U'A' + 1);
        return -1;
    }
    /// A letter, or the same letter twice: AA. follows Z.
    int letter(char32_t value) {
        const char32_t first = peek();
        advance();
        if (peek() != first) return static_cast<int>(value);
        advance();
        return static_cast<int>(value) + 26;
    }
    int digits() {
        int value = 0;
        for (int i = 0; i < 3 && text::is_digit(peek()); ++i) {
            value = value * 10 + text::digit_value(peek());
            advance();
        }
        return text::is_digit(peek()) ? -1 : value;
    }
    int han() {
        int value = 0;
        for (int i = 0; i < 4; ++i) {
            const auto unit = std::u32string_view(U"一二三四五六七八九").find(peek());
            if (unit != std::u32string_view::npos) {
                value += static_cast<int>(unit) + 1;
            } else if (peek() == U'十') {
                value = std::max(value, 1) * 10;
            } else {
                break;
            }
            advance();
        }
        return value;
    }
    int roman() {
        int value = 0;
        int last = 0;
        for (int i = 0; i < 6 && is_one_of(peek(), U"IVX"); ++i) {
            const int digit = peek() == U'I' ? 1 : peek() == U'V' ? 5 : 10;
            value += digit > last ? digit - 2 * last : digit;
            last = digit;
            advance();
        }
        return value;
    }
    static int bounded(double value) { return value < 10000 ? static_cast<int>(value) : -1; }

    std::string_view text_;
    bool alphabet_ = false;
    std::size_t at_ = 0;
};

/// Reads the markers of a document, one segment after the other: I. behind H. is no Roman numeral.
class Markers {
  public:
    int read(std::string_view segment) {
        const int marker = marker_of(segment);
        if (marker < 1) return marker;
        const int letter = MarkerReader(segment, true).read();
        const bool roman = letter != marker;
        if (roman && letter != last_letter_ + 1) return marker;
        // Digits between the letters are of lists within.
        if (roman || begins_with_letter(segment)) last_letter_ = letter;
        return letter;
    }

  private:
    static bool begins_with_letter(std::string_view segment) {
        const auto at = [&](std::size_t k) { return k < segment.size() ? segment[k] : ' '; };
        const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
        const std::size_t begin = at(0) == '(' ? 1 : 0;
        const char second = at(begin + 1);  // of AA., or of a word
        return is_letter(at(begin)) && (!is_letter(second) || second == at(begin));
    }

    int last_letter_ = 0;
};

}  // namespace

int marker_of(std::string_view segment) { return MarkerReader(segment).read(); }

int items_of(std::string_view segment) {
    const int first = marker_of(segment);
    int next = first > 0 ? first + 1 : 1;
    bool boundary = false;  // behind white space or punctuation
    for (std::size_t at = 0; at < segment.size();) {
        std::size_t after = at;
        const char32_t c = text::next_code_point(segment, after);
        const bool letter = is_ascii_letter(c);
        const bool opens = boundary || (!letter && is_one_of(c, U"(（"));
        if (at > 0 && opens && !text::is_space(c) && marker_of(segment.substr(at)) == next) ++next;
        boundary = !letter && (text::is_space(c) || is_one_of(c, U"。；;，,：:、"));
        at = after;
    }
    // A first marker in the middle counts when a second one follows: "1." alone ends many a sentence.
    const int items = first > 0 ? next - first : next - 1;
    return first <= 0 && items < 2 ? 0 : std::min(items, 255);
}

std::vector<Cues> find_cues(const corpus::Document& document) {
    const bool paragraphs = document.provenance.format != "segmented";
    std::vector<Cues> all(document.segments.size());
    Quotations quotations;
    Markers markers;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string_view text = document.segment_text(i);
        const corpus::Segment& segment = document.segments[i];
        const corpus::Paragraph& paragraph = document.paragraphs[segment.paragraph];
        Cues& cues = all[i];
        std::size_t at = 0;
        cues.opens_quote = is_one_of(text::next_code_point(text, at), opening_quotes);
        read_ending(text, cues);
        count_signs(text, cues);
        quotations.read(text, cues);
        cues.marker = static_cast<std::int16_t>(markers.read(text));
        cues.items = static_cast<std::uint8_t>(items_of(text));
        const SentenceCount count = SentenceCount(text).run();
        cues.sentences = static_cast<std::uint8_t>(std::min(count.sentences(), 255));
        cues.markers_inside = static_cast<std::uint8_t>(std::min(count.markers(), 255));
        cues.kind = segment.kind;
        cues.begins_paragraph = paragraphs && paragraph.first_segment == i;
        cues.ends_paragraph = paragraphs && paragraph.last_segment == i + 1;
    }
    return all;
}

}  // namespace tongwen::align
