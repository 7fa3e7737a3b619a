// SPDX-License-Identifier: Apache-2.0
// Owns AlignBatch: pairs of documents that are aligned twice, the second time with what all of them taught.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/association_learner.h"
#include "align/lexicon_set.h"
#include "cli/align_job.h"
#include "cli/folder_pairs.h"

namespace tongwen::cli {

/// First `read` every pair, then `finish` each of those that could be read. What was read stays in memory
/// until it is finished. Where nothing is to be learned from each other (--self-training never, a single
/// pair) `read` does nothing and `finish` all, so that one pair is in memory at a time.
class AlignBatch {
  public:
    /// `run` and `pairs` must outlive the batch.
    AlignBatch(const AlignRun& run, const std::vector<FilePair>& pairs);

    /// Reads a pair, aligns it and learns from it. Throws text::InputError: those of align_pair.
    void read(std::size_t index);
    /// The pair, aligned with the words that all pairs in its languages taught; in the automatic mode only
    /// where they have enough text together (align::pays_to_learn). Its lexicons are the batch's. Throws
    /// text::InputError: those of align_pair.
    AlignedPair finish(std::size_t index);

  private:
    /// The pairs of two languages.
    struct Group {
        const align::LexiconSet* known;  ///< the run's
        std::optional<align::AssociationLearner> learner = {};
        std::size_t pairs = 0;
        std::size_t segments = 0;       ///< of the shorter side of each pair
        align::LexiconSet taught = {};  ///< the run's and what was learned
    };

    [[nodiscard]] static std::string languages_of(const AlignedPair& pair);
    [[nodiscard]] bool pays(const AlignedPair& pair, const Group& group) const;
    [[nodiscard]] Turn turn(std::size_t index, bool second) const;
    void learn(Group& group);

    const AlignRun& run_;
    const std::vector<FilePair>& pairs_;
    bool learns_;
    std::vector<std::optional<AlignedPair>> read_;  // by index
    std::map<std::string, Group> groups_;           // by languages
};

}  // namespace tongwen::cli
