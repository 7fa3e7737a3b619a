// SPDX-License-Identifier: Apache-2.0
// Owns how the tokens of several documents become those of one text.
#include "align/association_learner.h"

#include <utility>

#include "align/aligner.h"

namespace tongwen::align {
namespace {

/// Adds beads of a document, whose tokens get the ids that they have in the vocabulary of all documents.
void add_beads(const BeadTokens& beads, const Vocabulary& own, Vocabulary& all, BeadTokens& text) {
    std::vector<std::uint32_t> ids(own.size());
    for (std::uint32_t id = 0; id < own.size(); ++id) ids[id] = all.add(own.text(id), own.kind(id));
    for (std::size_t bead = 0; bead < beads.beads(); ++bead) {
        std::vector<std::uint32_t> tokens;
        for (const std::uint32_t id : beads.of(bead)) tokens.push_back(ids[id]);
        text.add(std::move(tokens));
    }
}

/// Numbers stand for themselves, and how names are spelt ("=beijing") is found in every document anew.
bool is_word(const Vocabulary& vocabulary, std::uint32_t id) {
    return vocabulary.kind(id) != TokenKind::number && !vocabulary.text(id).starts_with('=');
}

}  // namespace

void AssociationLearner::add(const corpus::Document& source, const corpus::Document& target,
                             std::vector<Bead> beads) {
    if (is_mirrored(source, target)) {
        for (Bead& bead : beads) bead = mirror(bead);
        return add_in_order(target, source, beads);
    }
    add_in_order(source, target, beads);
}

void AssociationLearner::add_in_order(const corpus::Document& source, const corpus::Document& target,
                                      std::span<const Bead> beads) {
    from_ = source.language;
    to_ = target.language;
    const TokenSide mine = {source, names_of(source), lexicons_.between(from_, to_)};
    const TokenSide theirs = {target, names_of(target), lexicons_.between(to_, from_)};
    const TokenTable source_tokens = make_tokens(mine, theirs);
    const TokenTable target_tokens = make_tokens(theirs, mine);
    const ParallelTokens text = trusted_tokens(source_tokens, target_tokens, beads);
    add_beads(text.source, source_tokens.vocabulary, source_, text_.source);
    add_beads(text.target, target_tokens.vocabulary, target_, text_.target);
}

LexiconBuilder AssociationLearner::learn(LexiconInfo info) const {
    info.source = from_;
    info.target = to_;
    info.kind = LexiconKind::supplement;
    LexiconBuilder builder(std::move(info));
    const Associations known =
        associate(source_, target_, lexicons_.between(from_, to_), lexicons_.between(to_, from_));
    for (const Associations::Entry& entry : learn_associations(text_, known)) {
        if (!is_word(source_, entry.source) || !is_word(target_, entry.target)) continue;
        builder.add(source_.text(entry.source), target_.text(entry.target), entry.strength);
    }
    return builder;
}

}  // namespace tongwen::align
