// SPDX-License-Identifier: Apache-2.0
// Owns BoundaryPattern: a place between two characters, told by what ends before it and what begins after it.
#include "text/boundary_pattern.h"

#include <algorithm>
#include <cstdint>

#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

// As far as `after` may look: more than any sentence start needs, and what keeps hostile texts linear.
constexpr std::size_t reach = 512;

bool is_word_character(UChar32 c) {
    return u_isUAlphabetic(c) || u_isdigit(c) || c == U'_' || u_charType(c) == U_NON_SPACING_MARK;
}

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("\\^$.|?*+()[]{}").find(c) == std::string_view::npos;
}

/// Reads `word` of escaped or plain characters at the front of `pattern`; stops at any other syntax.
std::string take_word(std::string_view& pattern) {
    std::string word;
    while (!pattern.empty()) {
        const bool escaped = pattern.size() > 1 && pattern[0] == '\\' && !is_plain(pattern[1]);
        if (!escaped && !is_plain(pattern[0])) break;
        word += pattern[escaped ? 1 : 0];
        pattern.remove_prefix(escaped ? 2 : 1);
    }
    return word;
}

bool take(std::string_view& pattern, std::string_view prefix) {
    if (!pattern.starts_with(prefix)) return false;
    pattern.remove_prefix(prefix.size());
    return true;
}

std::u16string to_utf16(std::string_view utf8) {
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

/// The words of `word`, `(?:word|word)` or either followed by more of `word`; empty when the pattern is
/// anything else.
std::vector<std::string> expand_words(std::string_view pattern) {
    std::vector<std::string> words;
    if (take(pattern, "(?:") || take(pattern, "(")) {
        do words.push_back(take_word(pattern));
        while (take(pattern, "|"));
        if (!take(pattern, ")")) return {};
    } else {
        words.emplace_back();
    }
    const std::string tail = take_word(pattern);
    if (!pattern.empty()) return {};
    for (std::string& word : words) word += tail;
    return words;
}

}  // namespace

BoundaryText::BoundaryText(std::u16string_view utf16)
    : units_(utf16),
      alias_(std::make_unique<icu::UnicodeString>(false, icu::ConstChar16Ptr(utf16.data()),
                                                  static_cast<std::int32_t>(utf16.size()))) {}
BoundaryText::~BoundaryText() = default;

BoundaryPattern::BoundaryPattern(std::string_view before, std::string_view after)
    : before_edges_(find_edges(before)), after_edges_(find_edges(after)), words_(parse_words(before)) {
    // Compiled alone first: together, an unbalanced pair could seem to match.
    const Regex before_alone(before);
    const Regex after_alone(after);
    const bool before_said = words_ || before_edges_.one_character || before.empty();
    const bool after_said = after_edges_.one_character || after.empty();
    if (before_said && after_said) return;
    const std::string behind = before_said ? "" : "(?<=(?:" + bound_repeats(before) + "))";
    try {
        regex_.emplace(behind + "(?:" + std::string(after) + ")");
    } catch (const InputError& error) {
        // Both compiled alone, so it is `before` that cannot stand in a lookbehind: named as it was written.
        throw InputError(
            {.id = "bad-regex", .arguments = {std::string(before), error.diagnostic().arguments.back()}});
    }
}

std::optional<BoundaryPattern::Words> BoundaryPattern::parse_words(std::string_view before) {
    Words found;
    if (take(before, "\\b")) found.start = Start::not_in_word;
    if (take(before, "(?<![A-Za-z])")) found.start = Start::not_behind_latin;
    for (const std::string& word : expand_words(before)) {
        const std::u16string units = to_utf16(word);
        if (units.empty()) return std::nullopt;
        if (found.start == Start::not_in_word && !is_word_character(units.front())) return std::nullopt;
        found.words.insert(units);
        found.sizes.push_back(units.size());
    }
    if (found.words.empty()) return std::nullopt;
    std::sort(found.sizes.begin(), found.sizes.end());
    found.sizes.erase(std::unique(found.sizes.begin(), found.sizes.end()), found.sizes.end());
    return found;
}

bool BoundaryPattern::Words::may_begin_at(std::u16string_view text, std::size_t begin) const {
    if (start == Start::anywhere || begin == 0) return true;
    UChar32 previous = 0;
    U16_PREV(text.data(), 0, begin, previous);
    if (start == Start::not_in_word) return !is_word_character(previous);
    return previous >= 0x80 || u_isalpha(previous) == 0;
}

bool BoundaryPattern::Words::end_at(std::u16string_view text) const {
    for (const std::size_t size : sizes) {
        if (size > text.size()) return false;
        const std::size_t begin = text.size() - size;
        if (may_begin_at(text, begin) && words.contains(std::u16string(text.substr(begin)))) return true;
    }
    return false;
}

BoundaryMatcher::BoundaryMatcher(const BoundaryPattern& pattern, const BoundaryText& text)
    : pattern_(&pattern), text_(&text) {}
BoundaryMatcher::~BoundaryMatcher() = default;
BoundaryMatcher::BoundaryMatcher(BoundaryMatcher&&) noexcept = default;

bool BoundaryMatcher::matches_at(std::size_t position) {
    const std::u16string_view text = text_->units();
    if (pattern_->words_ && !pattern_->words_->end_at(text.substr(0, position))) return false;
    if (!pattern_->regex_) return true;
    UErrorCode status = U_ZERO_ERROR;
    if (matcher_ == nullptr) {
        matcher_ = pattern_->regex_->matcher();
        matcher_->reset(text_->alias());
        matcher_->useTransparentBounds(true);  // `before` looks out of the region
        matcher_->useAnchoringBounds(false);   // ^ and $ are the text's own ends
    }
    const std::size_t limit = std::min(text.size(), position + reach);
    matcher_->region(static_cast<std::int64_t>(position), static_cast<std::int64_t>(limit), status);
    return matcher_->lookingAt(status) && U_SUCCESS(status);
}

}  // namespace tongwen::text
