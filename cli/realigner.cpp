// SPDX-License-Identifier: Apache-2.0
// Owns the opening of what helps aligning, once.
#include "cli/realigner.h"

#include <unistd.h>

#include "cli/align_settings.h"
#include "cli/source_translation.h"
#include "cli/terminal.h"
#include "cli/weights_file.h"
#include "review/realign.h"

namespace tongwen::cli {

Realigner::Realigner(const review::AlignmentFile& file)
    : request_(request_of(file.settings, file.review.source().provenance.path,
                          file.review.target().provenance.path)),
      messages_(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::never), true) {}

Realigner::Help& Realigner::help(const align::Bitext& bitext) {
    const std::lock_guard guard(mutex_);
    if (help_) return *help_;
    auto opened = std::make_unique<Help>();
    opened->lexicons.emplace(request_.lexicon, process_environment(), messages_);
    if (!request_.weights.empty()) opened->weights = read_weights(request_.weights);
    opened->set = &opened->lexicons->find(bitext.source.language, bitext.target.language);
    help_ = std::move(opened);
    return *help_;
}

review::Entry Realigner::realign(const review::Review& review, const review::Stamp& stamp) {
    const align::Bitext& bitext = review.origin();
    Help& opened = help(bitext);
    align::AlignOptions options;
    options.lexicons = opened.set;
    options.weights = opened.weights ? &*opened.weights : nullptr;
    options.self_training = request_.self_training;
    options.style = request_.style;
    std::optional<corpus::Document> translation;
    if (!request_.source_translation.empty()) {
        translation = read_source_translation(request_.source_translation, bitext.source,
                                              bitext.target.language, messages_.sink());
        options.translations.of_source = &*translation;
    }
    std::optional<PairEmbeddings> embeddings;
    if (!request_.embeddings.empty()) {
        embeddings = read_embeddings(request_.embeddings, bitext);
        options.embeddings = embeddings->sides();
    }
    return review::realign(review, options, stamp);
}

std::shared_ptr<const align::Explainer> Realigner::make_explainer(const align::Bitext& bitext) {
    return std::make_shared<align::Explainer>(bitext, *help(bitext).set);
}

}  // namespace tongwen::cli
