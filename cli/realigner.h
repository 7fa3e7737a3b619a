// SPDX-License-Identifier: Apache-2.0
// Owns aligning again within a review, as its alignment file says that it was aligned.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "align/explanation.h"
#include "cli/align_job.h"
#include "cli/align_options.h"
#include "cli/embedding_input.h"
#include "cli/lexicons.h"
#include "cli/messages.h"
#include "review/alignment_file.h"
#include "review/review.h"

namespace tongwen::cli {

/// Opens lexicons, weights and what else helps aligning when they are first needed, which may be on another
/// thread. Says nothing but errors.
class Realigner {
  public:
    explicit Realigner(const review::AlignmentFile& file);

    /// review::realign. Throws text::InputError: those of Lexicons, read_weights, read_source_translation,
    /// read_embeddings.
    review::Entry realign(const review::Review& review, const review::Stamp& stamp);
    /// What tells words apart; refers to `bitext` and to this object. Throws as `realign`.
    std::shared_ptr<const align::Explainer> make_explainer(const align::Bitext& bitext);

  private:
    struct Help {
        std::optional<Lexicons> lexicons;
        std::optional<align::WeightSet> weights;
        const align::LexiconSet* set = nullptr;
    };
    Help& help(const align::Bitext& bitext);

    std::mutex mutex_;
    AlignRequest request_;
    Messages messages_;
    std::unique_ptr<Help> help_;
};

}  // namespace tongwen::cli
