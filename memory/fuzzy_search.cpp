// SPDX-License-Identifier: Apache-2.0
// Owns the way from a sentence to candidates and from them to matches.
//
// A change of one term breaks at most two of the tokens that an index has of a sentence (two pairs of
// characters), so sentences that match well have many tokens in common: T of G. Whoever has T of them has one
// at least of any G - T + 1, so the lists of the rarest ones hold every match, and units in several of them
// go first (prefix filter and T-occurrence: Sarawagi & Kirpal 2004; Li, Lu & Lu 2008).
#include "memory/fuzzy_search.h"

#include <algorithm>
#include <string>

#include "memory/fuzzy_match.h"
#include "memory/terms.h"

#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

/// Looking at a candidate takes about as long as reading so many numbers of units from a list.
constexpr std::size_t numbers_a_candidate = 20;
/// Where nothing is certain, a share of the tokens is asked for all the same: one in five.
constexpr std::size_t usual_share = 5;

struct RareToken {
    std::string token;
    std::size_t frequency = 0;
};

struct QueryTokens {
    std::vector<RareToken> list;  // distinct, the rarest first
    bool pairs = false;           // some are pairs of characters
};

/// Characters alone are broken by neighbours that come and go; they count where there is nothing else.
QueryTokens tokens_of(StoredIndex& index, const Terms& terms) {
    std::vector<std::string> strong;
    std::vector<std::string> weak;
    QueryTokens tokens;
    for (std::size_t i = 0; i < terms.list.size(); ++i) {
        const Term& term = terms.list[i];
        if (term.kind == TermKind::mark) continue;
        const bool pair = joined_on(terms, i);
        tokens.pairs = tokens.pairs || pair;
        const bool alone = term.kind == TermKind::character && !pair;
        if (!alone || !term.joined)
            (alone ? weak : strong).emplace_back(index.tokens(Side::source).token(terms, i));
    }
    std::vector<std::string>& chosen = strong.empty() ? weak : strong;
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (std::string& token : chosen) {
        const std::size_t frequency = index.frequency(Side::source, token);
        tokens.list.push_back({std::move(token), frequency});
    }
    std::ranges::stable_sort(tokens.list, {}, &RareToken::frequency);
    return tokens;
}

/// How many of a sentence's tokens at most are broken in one of `other` terms that matches it.
std::size_t most_broken(std::size_t terms, std::size_t other, bool pairs, int percent) {
    const std::size_t changes = most_changes(std::max(terms, other), percent);
    // What the other one has more was put in: that breaks one pair, or no word.
    const std::size_t put_in = other > terms ? other - terms : 0;
    const std::size_t breaks = pairs ? 2 * changes : changes;
    return breaks - std::min(put_in, breaks);
}

/// How many terms a match of so many has.
std::size_t least_size(std::size_t terms, int percent) {
    return (terms * static_cast<std::size_t>(percent) + 99) / 100;
}
std::size_t most_size(std::size_t terms, int percent) {
    return terms * 100 / static_cast<std::size_t>(percent);
}

class SimilarSearch {
  public:
    SimilarSearch(StoredIndex& index, const FuzzyQuery& query)
        : index_(index),
          query_(query),
          lengths_(index.source_lengths()),
          terms_(cut(query.text)),
          tokens_(tokens_of(index, terms_)) {
        if (tokens_.list.empty()) text::refuse("empty-query");
        wanted_.assign(query.text, terms_, query.inline_codes);
    }

    std::vector<FuzzyHit> run() {
        read_lists();
        look_at_candidates();
        std::vector<FuzzyHit> hits;
        for (const Found& found : found_)
            if (auto unit = index_.unit(found.number)) hits.push_back({std::move(*unit), found.percent});
        return hits;
    }

  private:
    struct Found {
        int percent;
        std::size_t number;
    };

    /// Counts, by unit, in how many lists it is: lists that hold every match first, then more of them for as
    /// long as that is cheaper than to look at all the candidates.
    void read_lists() {
        const std::size_t all = std::min(tokens_.list.size(), most_lists);
        const std::size_t certain =
            certain_tokens(tokens_.list.size(), terms_.list.size(), tokens_.pairs, query_.least);
        const std::size_t wanted = std::max({certain, tokens_.list.size() / usual_share, std::size_t{1}});
        most_lacking_ = tokens_.list.size() - wanted;
        expect(query_.least);
        counts_.assign(index_.size() + 1, 0);
        for (; lists_ < std::min(most_lacking_ + 1, all); ++lists_)
            read_list(tokens_.list[lists_].token, true);
        for (; lists_ < all && is_worth_reading(tokens_.list[lists_].frequency); ++lists_)
            read_list(tokens_.list[lists_].token, false);
    }

    bool is_worth_reading(std::size_t frequency) {
        std::erase_if(candidates_, [this](std::size_t number) { return !may_match(number); });
        return candidates_.size() * numbers_a_candidate > frequency;
    }

    /// Who is in none of the lists that hold every match is none; nor is who is much shorter or longer.
    void read_list(const std::string& token, bool may_be_first) {
        Statement& finder = index_.finder(Side::source);
        const std::string expression = '"' + token + '"';
        finder.reset();
        finder.bind(0, std::string_view(expression));
        while (finder.step()) {
            const auto number = static_cast<std::size_t>(finder.number(0));
            if (number >= counts_.size()) continue;
            if (counts_[number] == 0 && (!may_be_first || !is_alike_in_length(number))) continue;
            if (counts_[number]++ == 0) candidates_.push_back(number);
        }
    }

    /// From now on only matches of so many per cent are of use.
    void expect(int percent) {
        if (percent == expected_) return;
        expected_ = percent;
        const std::size_t terms = terms_.list.size();
        shortest_ = least_size(terms, percent);
        may_lack_.clear();
        for (std::size_t length = shortest_; length <= most_size(terms, percent); ++length)
            may_lack_.push_back(
                std::min(most_broken(terms, length, tokens_.pairs, percent), most_lacking_));
    }

    [[nodiscard]] bool is_alike_in_length(std::size_t number) const {
        const std::size_t length = lengths_[number - 1];
        return length == longest_length || (length >= shortest_ && length < shortest_ + may_lack_.size());
    }

    /// Whether a candidate is in enough of the lists for its length.
    [[nodiscard]] bool may_match(std::size_t number) const {
        const std::size_t length = lengths_[number - 1];
        if (length == longest_length) return counts_[number] + most_lacking_ >= lists_;
        return is_alike_in_length(number) && counts_[number] + may_lack_[length - shortest_] >= lists_;
    }

    /// Those in most lists first: the better the matches are, the fewer others are looked at.
    void look_at_candidates() {
        std::vector<std::vector<std::size_t>> by_count(lists_ + 1);
        std::ranges::sort(candidates_);
        for (const std::size_t number : candidates_) by_count[counts_[number]].push_back(number);
        for (std::size_t count = lists_; count > 0; --count)
            for (const std::size_t number : by_count[count])
                if (may_match(number)) look_at(number);
    }

    /// The match that a unit needs to be among the hits.
    [[nodiscard]] int worst() const {
        return found_.size() < query_.limit ? query_.least : found_.back().percent;
    }

    void look_at(std::size_t number) {
        const StoredTexts texts = index_.texts(number);
        candidate_.assign(texts.source, texts.inline_codes);
        const int percent = match_percent(wanted_, candidate_, worst());
        if (percent < query_.least || percent == 0) return;
        const auto better = [](const Found& a, const Found& b) {
            return a.percent != b.percent ? a.percent > b.percent : a.number < b.number;
        };
        const Found found = {percent, number};
        found_.insert(std::ranges::upper_bound(found_, found, better), found);
        if (found_.size() > query_.limit) found_.pop_back();
        expect(worst());
    }

    static constexpr std::size_t most_lists = 2'000;  // of a sentence that is a book

    StoredIndex& index_;
    const FuzzyQuery& query_;
    const std::vector<SourceLength>& lengths_;
    Terms terms_;
    QueryTokens tokens_;
    FuzzyText wanted_;
    FuzzyText candidate_;
    std::size_t lists_ = 0;               // read
    std::size_t most_lacking_ = 0;        // of the tokens, in any match
    int expected_ = 0;                    // per cent
    std::size_t shortest_ = 0;            // match, in terms
    std::vector<std::size_t> may_lack_;   // how many of the tokens, by length from the shortest on
    std::vector<std::uint16_t> counts_;
    std::vector<std::size_t> candidates_;
    std::vector<Found> found_;  // the best first
};

}  // namespace

std::size_t certain_tokens(std::size_t tokens, std::size_t terms, bool pairs, int percent) {
    std::size_t broken = 0;
    for (std::size_t other = least_size(terms, percent); other <= most_size(terms, percent); ++other)
        broken = std::max(broken, most_broken(terms, other, pairs, percent));
    return tokens > broken ? tokens - broken : 0;
}

std::vector<FuzzyHit> find_similar(StoredIndex& index, const FuzzyQuery& query) {
    return SimilarSearch(index, query).run();
}

}  // namespace tongwen::memory
