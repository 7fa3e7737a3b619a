// SPDX-License-Identifier: Apache-2.0
// Owns what a regular expression's matches can begin and end with, so that most places need no matching at
// all.
#include "text/regex_edges.h"

#include <cstdint>
#include <optional>
#include <utility>

#include <unicode/uniset.h>
#include <unicode/unistr.h>

namespace tongwen::text {
namespace {

using icu::UnicodeSet;
using icu::UnicodeString;

constexpr int deepest = 100;  // groups in groups; beyond that we do not look

struct Part {
    UnicodeSet first;
    UnicodeSet last;
    bool may_be_empty = true;
    int characters = 0;  // how many one-character atoms it holds; 2 stands for "more, or something else"
};

struct NotUnderstood {};

std::optional<UnicodeSet> make_set(const UnicodeString& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UnicodeSet set(pattern, status);
    if (U_FAILURE(status)) return std::nullopt;
    set.removeAllStrings();
    return set;
}

// ICU's own definitions of the shorthand classes (unicode/regex.h).
UnicodeString shorthand(char16_t letter) {
    switch (letter) {
        case u's':
            return u"[\\t\\n\\f\\r\\u000b\\u0085\\p{Z}]";
        case u'S':
            return u"[^\\t\\n\\f\\r\\u000b\\u0085\\p{Z}]";
        case u'd':
            return u"\\p{Nd}";
        case u'D':
            return u"[^\\p{Nd}]";
        case u'w':
            return u"[\\p{Alphabetic}\\p{Mark}\\p{Nd}\\u200c\\u200d\\p{Pc}]";
        case u'W':
            return u"[^\\p{Alphabetic}\\p{Mark}\\p{Nd}\\u200c\\u200d\\p{Pc}]";
        case u'h':
            return u"[\\t\\p{Zs}]";
        default:
            return {};
    }
}

/// Reads a pattern once, from left to right. Throws NotUnderstood.
class EdgeParser {
  public:
    explicit EdgeParser(const UnicodeString& pattern) : pattern_(pattern) {}

    Part run() {
        Part whole = alternatives(0);
        if (at_ < pattern_.length()) throw NotUnderstood{};
        if (ignore_case_) {
            whole.first.closeOver(USET_CASE_INSENSITIVE).removeAllStrings();
            whole.last.closeOver(USET_CASE_INSENSITIVE).removeAllStrings();
        }
        return whole;
    }

  private:
    [[nodiscard]] bool done() const { return at_ >= pattern_.length(); }
    [[nodiscard]] char16_t peek(int ahead = 0) const {
        return at_ + ahead < pattern_.length() ? pattern_.charAt(at_ + ahead) : u'\0';
    }

    Part alternatives(int depth) {
        if (depth > deepest) throw NotUnderstood{};
        Part all = sequence(depth);
        while (peek() == u'|') {
            ++at_;
            const Part other = sequence(depth);
            all.first.addAll(other.first);
            all.last.addAll(other.last);
            all.may_be_empty = all.may_be_empty || other.may_be_empty;
            all.characters = 2;
        }
        return all;
    }

    Part sequence(int depth) {
        Part all;
        while (!done() && peek() != u'|' && peek() != u')') append(all, quantified(depth));
        return all;
    }

    static void append(Part& all, const Part& next) {
        if (all.may_be_empty) all.first.addAll(next.first);
        if (!next.may_be_empty) all.last.clear();
        all.last.addAll(next.last);
        all.may_be_empty = all.may_be_empty && next.may_be_empty;
        all.characters += next.characters;
    }

    Part quantified(int depth) {
        Part part = atom(depth);
        while (peek() == u'*' || peek() == u'+' || peek() == u'?' || peek() == u'{') {
            const char16_t quantifier = pattern_.charAt(at_++);
            const bool none =
                quantifier == u'*' || quantifier == u'?' || (quantifier == u'{' && peek() == u'0');
            if (quantifier == u'{') at_ = find(u'}') + 1;
            if (peek() == u'?' || peek() == u'+') ++at_;  // lazy or possessive: no matter here
            part.may_be_empty = part.may_be_empty || none;
            part.characters = 2;
        }
        return part;
    }

    Part atom(int depth) {
        switch (peek()) {
            case u'(':
                return group(depth);
            case u'[':
                return character_class();
            case u'\\':
                return escape();
            case u'^':
            case u'$':
                ++at_;
                return nothing();
            case u'.':
                ++at_;
                return one(UnicodeSet(0, 0x10FFFF));
            default:
                return literal(next_code_point());
        }
    }

    Part group(int depth) {
        ++at_;
        if (peek() == u'?') return special_group(depth);
        return close_group(alternatives(depth + 1));
    }

    Part special_group(int depth) {
        const char16_t kind = peek(1);
        const bool behind = kind == u'<' && (peek(2) == u'=' || peek(2) == u'!');
        if (kind == u'=' || kind == u'!' || behind) {
            at_ += behind ? 3 : 2;
            close_group(alternatives(depth + 1));
            return nothing();  // looks, but takes no character
        }
        if (kind == u'<') at_ = find(u'>') + 1;  // a named group
        if (kind == u':' || kind == u'>') at_ += 2;
        if (kind == u'i') return case_flag(depth);
        if (kind != u'<' && kind != u':' && kind != u'>') throw NotUnderstood{};
        return close_group(alternatives(depth + 1));
    }

    Part case_flag(int depth) {
        ignore_case_ = true;
        if (peek(2) != u')' && peek(2) != u':') throw NotUnderstood{};
        at_ += 3;
        return peek(-1) == u':' ? close_group(alternatives(depth + 1)) : nothing();
    }

    Part close_group(Part inner) {
        if (peek() != u')') throw NotUnderstood{};
        ++at_;
        return inner;
    }

    // A class of the regular expression is nearly the pattern of a UnicodeSet; what differs is rewritten.
    Part character_class() {
        UnicodeString set;
        int depth = 0;
        do {
            const UChar32 c = next_code_point();
            if (c == U'[') ++depth;
            if (c == U']') --depth;
            if (c == U'\\') {
                append_class_escape(set);
            } else {
                append_class_character(set, c);
            }
        } while (depth > 0);
        return one(make_set(set));
    }

    void append_class_escape(UnicodeString& set) {
        const UnicodeString short_class = shorthand(peek());
        if (peek() == u'p' || peek() == u'P') {
            const int begin = at_ - 1;
            at_ = find(u'}') + 1;
            set.append(pattern_, begin, at_ - begin);
        } else if (short_class.isEmpty()) {
            set.append(u'\\').append(next_code_point());
        } else {
            set.append(short_class);
            ++at_;
        }
    }

    void append_class_character(UnicodeString& set, UChar32 c) {
        const bool set_operator = (c == U'&' || c == U'-') && peek() == c;
        if (set_operator || (c == U'[' && peek() == u':')) throw NotUnderstood{};
        if (c == U'$' || c == U'{' || c == U'}' || c == U'&' || u_isUWhiteSpace(c)) set.append(u'\\');
        set.append(c);
    }

    Part escape() {
        ++at_;
        const char16_t letter = peek();
        if (letter == u'b' || letter == u'B' || letter == u'A' || letter == u'z' || letter == u'Z' ||
            letter == u'G') {
            ++at_;
            return nothing();
        }
        if (const UnicodeString set = shorthand(letter); !set.isEmpty()) {
            ++at_;
            return one(make_set(set));
        }
        if (letter == u'p' || letter == u'P') return property();
        if (letter == u'x' || letter == u'u' || letter == u'U' || letter == u't' || letter == u'n')
            return code_escape();
        if (u_isalnum(letter)) throw NotUnderstood{};
        return literal(next_code_point());
    }

    Part property() {
        const int begin = at_ - 1;
        at_ = find(u'}') + 1;
        return one(make_set(UnicodeString(u"[").append(pattern_, begin, at_ - begin).append(u']')));
    }

    Part code_escape() {
        const UChar32 c = pattern_.unescapeAt(at_);
        if (c < 0) throw NotUnderstood{};
        return literal(c);
    }

    // Looks around, and so is more than the set of one character can say.
    static Part nothing() { return {.first = {}, .last = {}, .may_be_empty = true, .characters = 2}; }
    static Part literal(UChar32 c) { return one(UnicodeSet(c, c)); }
    static Part one(const std::optional<UnicodeSet>& set) {
        if (!set) throw NotUnderstood{};
        return {.first = *set, .last = *set, .may_be_empty = false, .characters = 1};
    }

    UChar32 next_code_point() {
        if (done()) throw NotUnderstood{};
        const UChar32 c = pattern_.char32At(at_);
        at_ += U16_LENGTH(c);
        return c;
    }

    int find(char16_t c) const {
        const int found = pattern_.indexOf(c, at_);
        if (found < 0) throw NotUnderstood{};
        return found;
    }

    const UnicodeString& pattern_;
    int at_ = 0;
    bool ignore_case_ = false;
};

}  // namespace

CharacterSet::CharacterSet(const UnicodeSet& members) : pages_{Page().reset(), Page().set()} {
    auto copy = std::make_shared<UnicodeSet>(members);
    copy->freeze();
    members_ = std::move(copy);
    for (UChar32 high = 0; high < 256; ++high) {
        const UChar32 first = high << 8;
        if (members_->containsNone(first, first + 255)) continue;
        Page page;
        for (UChar32 low = 0; low < 256; ++low)
            page[static_cast<std::size_t>(low)] = members_->contains(first + low);
        if (!page.all()) pages_.push_back(page);
        page_of_[static_cast<std::size_t>(high)] =
            static_cast<std::uint16_t>(page.all() ? 1 : pages_.size() - 1);
    }
}

CharacterSet CharacterSet::with(const CharacterSet& other) const {
    return CharacterSet(UnicodeSet().addAll(*members_).addAll(*other.members_));
}

CharacterSet CharacterSet::none() { return CharacterSet(UnicodeSet()); }

bool CharacterSet::contains_beyond(char32_t c) const { return members_->contains(static_cast<UChar32>(c)); }

RegexEdges find_edges(std::string_view pattern) {
    const UnicodeString source =
        UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
    try {
        const Part whole = EdgeParser(source).run();
        return {CharacterSet(whole.first), CharacterSet(whole.last), whole.may_be_empty,
                whole.characters == 1 && !whole.may_be_empty};
    } catch (const NotUnderstood&) {
        const CharacterSet all(UnicodeSet(0, 0x10FFFF));
        return {all, all, true, false};
    }
}

}  // namespace tongwen::text
