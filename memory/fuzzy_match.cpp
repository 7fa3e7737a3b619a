// SPDX-License-Identifier: Apache-2.0
// Owns the banded edit distance and the counting of per cent.
#include "memory/fuzzy_match.h"

#include <algorithm>
#include <string>

#include "text/hash.h"
#include "text/unicode.h"

namespace tongwen::memory {
namespace {

using Values = std::span<const std::uint64_t>;

/// What two rows have in common at their ends costs nothing and takes part in no change.
void drop_common_ends(Values& a, Values& b) {
    const auto front = std::ranges::mismatch(a, b);
    a = {front.in1, a.end()};
    b = {front.in2, b.end()};
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a = a.first(a.size() - 1);
        b = b.first(b.size() - 1);
    }
}

/// The text as it is written, but for its normal form and its white space.
std::uint64_t hash_writing(std::string_view utf8) {
    const std::string normal = text::to_nfc(text::trim(utf8));
    std::string written;
    written.reserve(normal.size());
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t begin = at;
        const bool space = text::is_space(text::next_code_point(normal, at));
        if (!space)
            written.append(normal, begin, at - begin);
        else if (!written.empty() && written.back() != ' ')
            written += ' ';
    }
    return text::hash_64(written);
}

}  // namespace

std::size_t edit_distance(Values a, Values b, std::size_t limit) {
    drop_common_ends(a, b);
    if (a.size() > b.size()) std::swap(a, b);
    limit = std::min(limit, b.size());
    if (b.size() - a.size() > limit) return limit + 1;
    if (a.empty()) return b.size();
    // One line of the grid at a time; outside of the band everything costs more than the limit.
    const std::size_t beyond = limit + 1;
    thread_local std::vector<std::size_t> line;
    line.assign(b.size() + 1, beyond);
    for (std::size_t j = 0; j <= limit; ++j) line[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > limit ? i - limit : 1;
        const std::size_t last = std::min(b.size(), i + limit);
        std::size_t diagonal = line[first - 1];
        line[first - 1] = first == 1 ? std::min(i, beyond) : beyond;
        std::size_t best = line[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t exchanged = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = line[j];
            line[j] = std::min({exchanged, line[j] + 1, line[j - 1] + 1, beyond});
            best = std::min(best, line[j]);
        }
        if (best > limit) return beyond;
    }
    return line[b.size()];
}

FuzzyText::FuzzyText(std::string_view utf8, std::size_t inline_codes) { assign(utf8, inline_codes); }

void FuzzyText::assign(std::string_view utf8, std::size_t inline_codes) {
    thread_local Terms terms;
    cut(utf8, terms);
    assign(utf8, terms, inline_codes);
}

void FuzzyText::assign(std::string_view utf8, const Terms& terms, std::size_t inline_codes) {
    terms_.clear();
    numbers_.clear();
    for (const Term& term : terms.list) {
        terms_.push_back(text::hash_64(terms.form(term)));
        if (term.kind == TermKind::number) numbers_.push_back(terms_.back());
    }
    std::ranges::sort(numbers_);
    writing_ = hash_writing(utf8);
    codes_ = inline_codes;
}

int match_percent(const FuzzyText& a, const FuzzyText& b, int least) {
    const std::size_t longer = std::max(a.size(), b.size());
    const bool as_written = a.writing_ == b.writing_;
    int percent = as_written ? 100 : 0;
    if (longer > 0) {
        const std::size_t limit = most_changes(longer, least);
        const std::size_t distance = edit_distance(a.terms_, b.terms_, limit);
        if (distance > limit) return 0;
        percent = static_cast<int>(100 * (longer - distance) / longer);
        if (distance == 0 && !as_written) --percent;
        if (a.numbers_ != b.numbers_) --percent;
    }
    if (a.codes_ != b.codes_) --percent;
    percent = std::max(percent, 0);
    return percent >= least ? percent : 0;
}

int match_percent(std::string_view a, std::string_view b) {
    return match_percent(FuzzyText(a), FuzzyText(b));
}

}  // namespace tongwen::memory
