// SPDX-License-Identifier: Apache-2.0
// Owns the matching of a bead's words.
#include "align/explanation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

#include <tbb/parallel_invoke.h>

#include "align/function_words.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr float least_strength = 0.1F;      // weaker links are mostly chance
constexpr float firm_strength = 0.5F;       // what a function word must exceed to stand for a content word
constexpr float heard_bonus = 1.1F;         // a name by its sound is surer than by a dictionary's 1.0
constexpr float common_information = 0.3F;  // of a word in three segments of ten
constexpr std::array<int, 4> beside = {-1, 1, -2, 2};  // words away from a matched one
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A word of the bead that is no part of another one.
struct Piece {
    text::ByteSpan span;
    std::uint32_t id;
    bool is_character;             ///< one Han character
    std::uint32_t partner = none;  ///< a piece of the other side
};

bool is_one_han(std::string_view token) {
    std::size_t at = 0;
    return !token.empty() && text::is_han(text::next_code_point(token, at)) && at == token.size();
}

/// A token of the bead, a piece or a part of one.
struct Occurrence {
    std::uint32_t id;
    float weight;         ///< 1 for a piece
    std::uint32_t piece;  ///< the first, or only, piece that it stands in
    text::ByteSpan span;
};

/// The occurrences of one token with one weight, in order; those before `begin` are used up.
struct Group {
    std::uint32_t id;
    float weight;
    std::size_t begin;
    std::size_t end;
};

/// One side of a bead.
class BeadSide {
  public:
    template <class Side>
    BeadSide(const TokenTable& table, Run<Side> run) {
        for (std::size_t k = run.begin.value; k < run.end.value; ++k) add_segment(table, k);
        std::ranges::sort(occurrences_, {}, [](const Occurrence& one) {
            return std::tuple(one.id, -one.weight, one.span.begin);
        });
        for (std::size_t k = 0; k < occurrences_.size(); ++k) {
            const Occurrence& one = occurrences_[k];
            if (groups_.empty() || groups_.back().id != one.id || groups_.back().weight != one.weight)
                groups_.push_back({one.id, one.weight, k, k});
            groups_.back().end = k + 1;
        }
    }

    [[nodiscard]] std::vector<Piece>& pieces() { return pieces_; }
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
    [[nodiscard]] std::size_t first_group_of(std::uint32_t id) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(groups_, id, {}, &Group::id) -
                                        groups_.begin());
    }

    /// The first occurrence in a group whose pieces have no partner yet, or null.
    const Occurrence* next_free(std::size_t group) {
        for (Group& g = groups_[group]; g.begin < g.end; ++g.begin)
            if (is_free(occurrences_[g.begin])) return &occurrences_[g.begin];
        return nullptr;
    }

    void give(const Occurrence& one, std::uint32_t partner) {
        for_each_piece(one, [partner](Piece& piece) { piece.partner = partner; });
    }

  private:
    void add_segment(const TokenTable& table, std::size_t segment) {
        const std::span<const Token> tokens = table.of(segment);
        std::vector<std::uint32_t> piece_of(tokens.size());
        for (std::uint32_t k = 0; k < tokens.size(); ++k) {
            const Token& token = tokens[k];
            const text::ByteSpan span = table.spans[table.first[segment] + k];
            const bool whole = token.parent == k;
            if (whole) {
                piece_of[k] = static_cast<std::uint32_t>(pieces_.size());
                pieces_.push_back({span, token.id, is_one_han(table.vocabulary.text(token.id))});
            }
            occurrences_.push_back({token.id, whole ? 1 : token.weight, piece_of[token.parent], span});
        }
    }

    /// A name that is heard may stand in several pieces.
    template <class Visit>
    void for_each_piece(const Occurrence& one, Visit visit) {
        for (std::size_t k = one.piece; k < pieces_.size() && pieces_[k].span.begin < one.span.end; ++k)
            visit(pieces_[k]);
    }

    bool is_free(const Occurrence& one) {
        bool free = true;
        for_each_piece(one, [&free](const Piece& piece) { free = free && piece.partner == none; });
        return free;
    }

    std::vector<Piece> pieces_;
    std::vector<Occurrence> occurrences_;
    std::vector<Group> groups_;
};

/// Two groups that may stand for each other.
struct Candidate {
    float score;
    float strength;
    std::size_t source;
    std::size_t target;
};

/// What the matching of any bead needs.
struct Words {
    const TokenTable& source;
    const TokenTable& target;
    const Associations& associations;
    const std::vector<WordRole>& source_roles;
    const std::vector<WordRole>& target_roles;

    [[nodiscard]] bool is_heard(std::uint32_t source_id, std::uint32_t target_id) const {
        return source.vocabulary.text(source_id).starts_with('=') ||
               target.vocabulary.text(target_id).starts_with('=');
    }

    [[nodiscard]] TokenKind kind(std::uint32_t source_id, std::uint32_t target_id) const {
        const TokenKind one = source.vocabulary.kind(source_id);
        const TokenKind other = target.vocabulary.kind(target_id);
        if (one == TokenKind::number || other == TokenKind::number) return TokenKind::number;
        return one == other || is_heard(source_id, target_id) ? one : TokenKind::word;
    }

    /// How many of the two are function words.
    [[nodiscard]] int function_words(std::uint32_t source_id, std::uint32_t target_id) const {
        if (kind(source_id, target_id) == TokenKind::number) return 0;
        return static_cast<int>(source_roles[source_id] == WordRole::function) +
               static_cast<int>(target_roles[target_id] == WordRole::function);
    }

    /// The strength between two tokens, 0 for none.
    [[nodiscard]] float strength(std::uint32_t source_id, std::uint32_t target_id) const {
        const auto links = associations.of_source(source_id);
        const auto found = std::ranges::lower_bound(links, target_id, {}, &Association::other);
        return found != links.end() && found->other == target_id ? found->strength : 0;
    }
};

/// Matches the words of one bead.
class Matching {
  public:
    Matching(const Words& words, const Bead& bead)
        : words_(words), source_(words.source, bead.source), target_(words.target, bead.target) {
        for (const Candidate& candidate : candidates()) match(candidate);
        join_neighbours(source_.pieces(), target_.pieces(),
                        [this](const Piece& mine, const Piece& theirs) { return join(mine, theirs); });
        join_neighbours(target_.pieces(), source_.pieces(),
                        [this](const Piece& mine, const Piece& theirs) { return join(theirs, mine); });
        std::ranges::sort(matches_, {},
                          [](const WordMatch& one) { return std::tuple(one.source, one.target); });
    }

    [[nodiscard]] std::vector<WordMatch> take_matches() { return std::move(matches_); }
    [[nodiscard]] const std::vector<Piece>& source() const { return source_.pieces(); }
    [[nodiscard]] const std::vector<Piece>& target() const { return target_.pieces(); }

  private:
    /// The pair that says most first.
    [[nodiscard]] std::vector<Candidate> candidates() const {
        std::vector<Candidate> all;
        for (std::size_t group = 0; group < source_.groups().size(); ++group) {
            for (const Association& link : words_.associations.of_source(source_.groups()[group].id))
                add_candidates(group, link, all);
        }
        std::ranges::sort(
            all, {}, [](const Candidate& one) { return std::tuple(-one.score, one.source, one.target); });
        return all;
    }

    void add_candidates(std::size_t source, const Association& link, std::vector<Candidate>& all) const {
        const Group& mine = source_.groups()[source];
        const int functions = words_.function_words(mine.id, link.other);
        if (functions == 2 || (functions == 1 && link.strength <= firm_strength)) return;
        const float information =
            (words_.source.information[mine.id] + words_.target.information[link.other]) *
            (words_.is_heard(mine.id, link.other) ? heard_bonus : 1);
        for (std::size_t target = target_.first_group_of(link.other); target < target_.groups().size();
             ++target) {
            const Group& theirs = target_.groups()[target];
            if (theirs.id != link.other) return;
            const float strength = link.strength * mine.weight * theirs.weight;
            if (strength >= least_strength) all.push_back({strength * information, strength, source, target});
        }
    }

    void match(const Candidate& candidate) {
        for (;;) {
            const Occurrence* const mine = source_.next_free(candidate.source);
            const Occurrence* const theirs = mine == nullptr ? nullptr : target_.next_free(candidate.target);
            if (theirs == nullptr) return;
            source_.give(*mine, theirs->piece);
            target_.give(*theirs, mine->piece);
            matches_.push_back(
                {mine->span, theirs->span, words_.kind(mine->id, theirs->id), candidate.strength});
        }
    }

    /// Gives pieces without a partner that of a piece beside them, when `join` takes the two.
    template <class Join>
    static void join_neighbours(std::vector<Piece>& mine, const std::vector<Piece>& theirs, Join join) {
        const auto size = static_cast<std::ptrdiff_t>(mine.size());
        const auto look = [&](std::ptrdiff_t k) {
            auto& piece = mine[static_cast<std::size_t>(k)];
            for (const int step : beside) {
                if (piece.partner != none || k + step < 0 || k + step >= size) continue;
                const Piece& neighbour = mine[static_cast<std::size_t>(k + step)];
                if (neighbour.partner == none || neighbour.id == piece.id) continue;
                if (join(piece, theirs[neighbour.partner])) piece.partner = neighbour.partner;
            }
        };
        for (std::ptrdiff_t k = 0; k < size; ++k) look(k);
        for (std::ptrdiff_t k = size; k-- > 0;) look(k);
    }

    bool join(const Piece& source, const Piece& target) {
        const float strength = words_.strength(source.id, target.id);
        if (strength < least_strength || words_.function_words(source.id, target.id) > 0) return false;
        matches_.push_back({source.span, target.span, words_.kind(source.id, target.id), strength});
        return true;
    }

    Words words_;
    BeadSide source_;
    BeadSide target_;
    std::vector<WordMatch> matches_;
};

/// The content words without partner; a single character is one with what it touches.
std::vector<text::ByteSpan> unmatched(const std::vector<Piece>& pieces, const std::vector<WordRole>& roles) {
    std::vector<text::ByteSpan> spans;
    const Piece* last = nullptr;
    for (const Piece& piece : pieces) {
        if (piece.partner != none || roles[piece.id] != WordRole::content) continue;
        const bool touches = last != nullptr && last->span.end == piece.span.begin;
        if (touches && (last->is_character || piece.is_character)) {
            spans.back().end = piece.span.end;
        } else {
            spans.push_back(piece.span);
        }
        last = &piece;
    }
    return spans;
}

/// A stem is a function word where all words that have it are.
std::vector<WordRole> find_roles(const TokenTable& table, const corpus::Document& document) {
    std::vector<WordRole> roles(table.vocabulary.size(), WordRole::function);
    // In a short text a word may say little and yet not be common.
    const float once = std::log(static_cast<float>(table.segments()) + 1) / 4;
    for (std::size_t k = 0; k < table.tokens.size(); ++k) {
        const std::uint32_t id = table.tokens[k].id;
        if (roles[id] != WordRole::function) continue;
        if (is_function_word(text::to_lower(table.spans[k].of(document.text)), document.language)) continue;
        const bool common = table.vocabulary.kind(id) == TokenKind::word &&
                            table.information[id] < std::min(once, common_information);
        roles[id] = common ? WordRole::common : WordRole::content;
    }
    return roles;
}

}  // namespace

Explainer::Side::Side(const TokenSide& mine, const TokenSide& theirs)
    : tokens(make_tokens(mine, theirs)), roles(find_roles(tokens, mine.document)) {}

Explainer::Explainer(const Bitext& bitext, const LexiconSet& lexicons) {
    const LexiconView forward = lexicons.between(bitext.source.language, bitext.target.language);
    const LexiconView backward = lexicons.between(bitext.target.language, bitext.source.language);
    const TokenSide source = {bitext.source, names_of(bitext.source), forward, true};
    const TokenSide target = {bitext.target, names_of(bitext.target), backward, true};
    tbb::parallel_invoke([&] { source_ = std::make_unique<Side>(source, target); },
                         [&] { target_ = std::make_unique<Side>(target, source); });
    associations_ =
        std::make_unique<Associations>(associate(source_->tokens, target_->tokens, forward, backward));
}

Explanation Explainer::explain(const Bead& bead) const {
    Matching matching({source_->tokens, target_->tokens, *associations_, source_->roles, target_->roles},
                      bead);
    Explanation explanation;
    explanation.source_unmatched = unmatched(matching.source(), source_->roles);
    explanation.target_unmatched = unmatched(matching.target(), target_->roles);
    explanation.matches = matching.take_matches();
    return explanation;
}

}  // namespace tongwen::align
