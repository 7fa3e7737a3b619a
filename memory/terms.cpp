// SPDX-License-Identifier: Apache-2.0
// Owns the cutting and folding of texts for searches.
#include "memory/terms.h"

#include "text/simplified.h"
#include "text/unicode.h"

namespace tongwen::memory {
namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Scripts of South East Asia that write no spaces between words.
bool is_spaceless(char32_t c) {
    return within(c, 0x0E01, 0x0EFF) || within(c, 0x1000, 0x109F) || within(c, 0x1780, 0x17FF);
}

bool is_character(char32_t c) {
    if (c < 0x0E01) return false;
    return text::is_han(c) || text::is_kana(c) || text::is_hangul(c) ||
           (is_spaceless(c) && text::is_letter(c));
}

/// Goes with the character before it: marks, Jamo that stack, the voicing marks of half-width kana.
bool goes_with_character(char32_t c) {
    return c >= 0x300 && (text::is_mark(c) || within(c, 0x1160, 0x11FF) || within(c, 0xFF9E, 0xFF9F));
}

/// Format characters within words (soft hyphen, joiners) say nothing; U+200B divides words.
bool is_ignorable(char32_t c) {
    return c == 0xAD || within(c, 0x200C, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x2064) ||
           c == 0xFEFF;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0xFF07; }
bool is_number_point(char32_t c) { return c == U'.' || c == U',' || c == 0xFF0E || c == 0xFF0C; }

bool is_quotation_mark(char32_t c) {
    return within(c, 0x201C, 0x201F) || c == 0xAB || c == 0xBB || within(c, 0x300C, 0x300F) ||
           within(c, 0x301D, 0x301F);
}
bool is_single_quotation_mark(char32_t c) { return within(c, 0x2018, 0x201B) || c == 0x2039 || c == 0x203A; }
bool is_dash(char32_t c) { return within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFF0D; }

/// Walks through a text once.
class Cutter {
  public:
    Cutter(std::string_view utf8, Terms& into) : text_(utf8), terms_(into) {}

    void run() {
        while (at_ < text_.size()) {
            begin_ = at_;
            const char32_t c = text::next_code_point(text_, at_);
            if (is_character(c)) {
                take_character(c);
            } else if (text::is_digit(c) || text::is_letter(c)) {
                take_word(c);
            } else if (text::is_space(c) || c < 0x20 || c == 0x200B || is_ignorable(c)) {
                continue;
            } else {
                take_mark(c);
            }
        }
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t offset) const {
        return offset < text_.size() ? text::next_code_point(text_, offset) : U'\0';
    }

    void put(TermKind kind, std::size_t form_begin) {
        std::vector<Term>& list = terms_.list;
        const bool joined = kind == TermKind::character && !list.empty() &&
                            list.back().kind == TermKind::character && list.back().span.end == begin_;
        if (form_begin == terms_.forms.size()) return;
        list.push_back({{begin_, at_}, {form_begin, terms_.forms.size()}, kind, joined});
    }

    /// Compatibility forms become plain ones; what becomes of ill-formed bytes is U+FFFD.
    void append_normal(std::string_view raw) {
        const std::string normal = text::to_nfkc(raw);
        for (std::size_t i = 0; i < normal.size();) {
            const char32_t c = text::next_code_point(normal, i);
            if (is_ignorable(c) || text::is_space(c)) continue;
            text::append_utf8(terms_.forms,
                              is_apostrophe(c) ? U'\'' : text::simplified_of(text::to_lower(c)));
        }
    }

    void take_character(char32_t c) {
        const std::size_t form = terms_.forms.size();
        bool plain = within(c, 0x3400, 0x9FFF) || within(c, 0xAC00, 0xD7A3) || within(c, 0x3041, 0x30FF);
        while (at_ < text_.size() && goes_with_character(peek(at_))) {
            text::next_code_point(text_, at_);
            plain = false;
        }
        if (plain)
            text::append_utf8(terms_.forms, text::simplified_of(c));
        else
            append_normal(text_.substr(begin_, at_ - begin_));
        put(TermKind::character, form);
    }

    /// Whether the character at `at_`, which is `c`, is still of the word; `previous` is before it.
    [[nodiscard]] bool continues(char32_t c, char32_t previous, std::size_t behind) const {
        if (is_character(c)) return false;
        if (text::is_letter(c) || text::is_digit(c) || text::is_mark(c) || is_ignorable(c)) return true;
        if (is_apostrophe(c))
            return text::is_letter(previous) && text::is_letter(peek(behind)) && !is_character(peek(behind));
        return is_number_point(c) && text::is_digit(previous) && text::is_digit(peek(behind));
    }

    void take_word(char32_t first) {
        bool ascii = first < 0x80;
        bool digits = text::is_digit(first);
        for (char32_t previous = first; at_ < text_.size();) {
            std::size_t behind = at_;
            const char32_t c = text::next_code_point(text_, behind);
            if (!continues(c, previous, behind)) break;
            ascii = ascii && c < 0x80;
            digits = digits && (text::is_digit(c) || is_number_point(c));
            at_ = behind;
            previous = c;
        }
        const std::size_t form = terms_.forms.size();
        const std::string_view raw = text_.substr(begin_, at_ - begin_);
        if (ascii) {
            for (const char c : raw)
                terms_.forms += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        } else {
            append_normal(raw);
        }
        put(digits ? TermKind::number : TermKind::word, form);
    }

    void take_mark(char32_t c) {
        while (at_ < text_.size()) {
            std::size_t behind = at_;
            const char32_t next = text::next_code_point(text_, behind);
            if (next != c && !text::is_mark(next)) break;
            at_ = behind;
        }
        const std::size_t form = terms_.forms.size();
        std::string raw;
        text::append_utf8(raw, c);
        if (is_quotation_mark(c))
            terms_.forms += '"';
        else if (is_single_quotation_mark(c))
            terms_.forms += '\'';
        else if (is_dash(c))
            terms_.forms += '-';
        else if (c < 0x80)
            terms_.forms += static_cast<char>(c);
        else
            append_normal(raw);
        put(TermKind::mark, form);
    }

    std::string_view text_;
    Terms& terms_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;  // of the term
};

/// At most so many bytes, whole characters.
std::string_view clip(std::string_view form) {
    if (form.size() <= IndexTokens::longest_token) return form;
    std::size_t size = IndexTokens::longest_token;
    while (size > 0 && (static_cast<unsigned char>(form[size]) & 0xC0) == 0x80) --size;
    return form.substr(0, size);
}

text::Language stemming_language(const text::Language& language) {
    for (const char* const spaceless : {"", "und", "zh", "ja", "ko", "th", "lo", "km", "my"})
        if (language.primary() == spaceless) return *text::Language::parse("en");
    return language;
}

}  // namespace

void cut(std::string_view utf8, Terms& into) {
    into.list.clear();
    into.forms.clear();
    Cutter(utf8, into).run();
}

Terms cut(std::string_view utf8) {
    Terms terms;
    cut(utf8, terms);
    return terms;
}

IndexTokens::IndexTokens(const text::Language& language) : stemmer_(stemming_language(language)) {}

std::string_view IndexTokens::stem(const Terms& terms, const Term& term) const {
    const std::string_view form = clip(terms.form(term));
    return term.kind == TermKind::word ? clip(stemmer_.stem(form)) : form;
}

std::string_view IndexTokens::token(const Terms& terms, std::size_t index) const {
    const Term& term = terms.list[index];
    if (!joined_on(terms, index)) return stem(terms, term);
    // The forms of neighbours are neighbours.
    const text::ByteSpan both = {term.form.begin, terms.list[index + 1].form.end};
    return clip(both.of(terms.forms));
}

}  // namespace tongwen::memory
