// SPDX-License-Identifier: Apache-2.0
// Owns the two passes over a batch.
#include "cli/align_batch.h"

#include <algorithm>
#include <utility>

#include "align/aligner.h"
#include "cli/lexicon_files.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

bool has_dictionary(const align::LexiconSet& lexicons, const align::Bitext& bitext) {
    const text::Language& source = bitext.source.language;
    const text::Language& target = bitext.target.language;
    return lexicons.between(source, target).has_dictionary() ||
           lexicons.between(target, source).has_dictionary();
}

}  // namespace

AlignBatch::AlignBatch(const AlignRun& run, const std::vector<FilePair>& pairs)
    : run_(run),
      pairs_(pairs),
      learns_(run.request.self_training != align::SelfTraining::never && pairs.size() > 1),
      read_(pairs.size()) {}

/// "en-zh": in either order.
std::string AlignBatch::languages_of(const AlignedPair& pair) {
    const text::Language& source = pair.bitext.source.language;
    const text::Language& target = pair.bitext.target.language;
    return std::min(pair_name(source, target), pair_name(target, source));
}

Turn AlignBatch::turn(std::size_t index, bool second) const {
    if (!learns_) return {index, pairs_.size()};
    return {second ? pairs_.size() + index : index, 2 * pairs_.size()};
}

void AlignBatch::read(std::size_t index) {
    if (!learns_) return;
    const FilePair& files = pairs_[index];
    AlignedPair pair = read_pair(run_, files.source.string(), files.target.string());
    const bool known = pair.bitext.source.language.known() && pair.bitext.target.language.known();
    if (known) {
        align_documents(pair, run_, turn(index, false), align::SelfTraining::never);
        Group& group = groups_.try_emplace(languages_of(pair), Group{pair.lexicons}).first->second;
        if (!group.learner) group.learner.emplace(*group.known);
        group.learner->add(pair.bitext.source, pair.bitext.target, pair.bitext.alignment.beads());
        group.pairs += 1;
        group.segments += std::min(pair.bitext.source.segments.size(), pair.bitext.target.segments.size());
    }
    read_[index] = std::move(pair);
}

bool AlignBatch::pays(const AlignedPair& pair, const Group& group) const {
    return run_.request.self_training == align::SelfTraining::always ||
           align::pays_to_learn(group.segments, has_dictionary(*group.known, pair.bitext));
}

void AlignBatch::learn(Group& group) {
    group.taught = *group.known;
    align::LexiconInfo info;
    info.name = "learned";
    const align::LexiconBuilder builder = group.learner->learn(std::move(info));
    const std::size_t beads = group.learner->beads();
    group.learner.reset();
    if (run_.request.verbose)
        run_.messages.show_line(
            tr("learned from all documents: languages {1}, pairs: {2}, beads: {3}, headwords: {4}",
               {pair_name(builder.info().source, builder.info().target), std::to_string(group.pairs),
                std::to_string(beads), std::to_string(builder.size())}));
    if (builder.size() == 0) return;
    group.taught.add(std::make_shared<const align::Lexicon>(builder.compile(), "learned"));
}

AlignedPair AlignBatch::finish(std::size_t index) {
    const FilePair& files = pairs_[index];
    if (!learns_) return align_pair(run_, files.source.string(), files.target.string(), turn(index, false));
    AlignedPair pair = std::move(read_[index]).value();
    read_[index].reset();
    const auto found = groups_.find(languages_of(pair));
    if (found == groups_.end()) {
        align_documents(pair, run_, turn(index, true), run_.request.self_training);
    } else if (pays(pair, found->second)) {
        if (found->second.learner) learn(found->second);
        pair.lexicons = &found->second.taught;
        align_documents(pair, run_, turn(index, true), align::SelfTraining::never);
    }
    finish_pair(pair, run_);
    return pair;
}

}  // namespace tongwen::cli
