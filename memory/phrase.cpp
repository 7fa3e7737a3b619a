// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of a phrase with texts.
#include "memory/phrase.h"

#include <algorithm>

#include "text/hash.h"

namespace tongwen::memory {

Phrase::Phrase(std::string_view utf8, const IndexTokens& tokens) {
    const Terms terms = cut(utf8);
    for (std::size_t i = 0; i < terms.list.size(); ++i) {
        const Term& term = terms.list[i];
        if (term.kind == TermKind::mark) continue;
        std::string token(tokens.token(terms, i));
        terms_.push_back({std::string(tokens.stem(terms, term)), std::move(token), term.joined});
    }
    prepare();
}

/// Of 中国人 the index holds "中国", "国人", each with its first character, and "人". Where the query ends the
/// text may go on, so the last character counts as part of the token before it, or, alone, as a character.
std::string Phrase::expression() const {
    std::size_t count = std::min(terms_.size(), most_indexed);
    const bool ends_joined = count > 1 && terms_[count - 1].joined;
    std::string expression = "\"";
    for (std::size_t i = 0; i < count - (ends_joined ? 1 : 0); ++i) {
        const bool last = i + 1 == count;
        expression.append(i == 0 ? "" : " ").append(last ? terms_[i].stem : terms_[i].token);
    }
    return expression + '"';
}

namespace {

std::uint64_t key_of(std::string_view stem, bool joined) {
    return text::hash_64(stem) << 1U | (joined ? 1U : 0U);
}

}  // namespace

/// Knuth, Morris and Pratt's table, of all but the first term: how that one is joined does not matter.
void Phrase::prepare() {
    if (terms_.empty()) return;
    first_ = key_of(terms_[0].stem, false) >> 1U;
    for (std::size_t i = 1; i < terms_.size(); ++i) rest_.push_back(key_of(terms_[i].stem, terms_[i].joined));
    borders_.assign(rest_.size(), 0);
    for (std::size_t i = 1, border = 0; i < rest_.size(); ++i) {
        while (border > 0 && rest_[i] != rest_[border]) border = borders_[border - 1];
        if (rest_[i] == rest_[border]) ++border;
        borders_[i] = border;
    }
}

std::size_t Phrase::step(std::size_t matched, std::uint64_t key) const {
    if (rest_.empty()) return 0;
    while (matched > 0 && (matched == rest_.size() || key != rest_[matched])) matched = borders_[matched - 1];
    return key == rest_[matched] ? matched + 1 : matched;
}

std::vector<text::ByteSpan> Phrase::find(const Terms& text, const IndexTokens& tokens) const {
    std::vector<text::ByteSpan> found;
    if (terms_.empty()) return found;
    std::vector<std::uint64_t> keys;
    std::vector<text::ByteSpan> spans;
    std::size_t free = 0;     // behind the last place found
    std::size_t matched = 0;  // terms of rest_
    for (const Term& term : text.list) {
        if (term.kind == TermKind::mark) continue;
        keys.push_back(key_of(tokens.stem(text, term), term.joined));
        spans.push_back(term.span);
        matched = step(matched, keys.back());
        if (matched < rest_.size() || keys.size() < terms_.size()) continue;
        const std::size_t first = keys.size() - terms_.size();
        if (first < free || keys[first] >> 1U != first_) continue;
        found.push_back({spans[first].begin, term.span.end});
        free = keys.size();
    }
    return found;
}

std::vector<text::ByteSpan> find_exact(std::string_view utf8, const Terms& terms, std::string_view wanted) {
    const auto within_term = [&terms](std::size_t at) {
        const auto next =
            std::ranges::upper_bound(terms.list, at, {}, [](const Term& term) { return term.span.begin; });
        if (next == terms.list.begin()) return false;
        const Term& term = *std::prev(next);
        return term.kind != TermKind::mark && term.span.begin < at && at < term.span.end;
    };
    std::vector<text::ByteSpan> found;
    for (std::size_t at = utf8.find(wanted); !wanted.empty() && at != std::string_view::npos;) {
        const bool whole = !within_term(at) && !within_term(at + wanted.size());
        if (whole) found.push_back({at, at + wanted.size()});
        at = utf8.find(wanted, whole ? at + wanted.size() : at + 1);
    }
    return found;
}

}  // namespace tongwen::memory
