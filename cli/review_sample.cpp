// SPDX-License-Identifier: Apache-2.0
// Owns the reviewing of a random sample, by which all beads are judged.
#include <fmt/format.h>

#include "cli/review_desk.h"
#include "cli/review_words.h"
#include "cli/words.h"
#include "review/acceptance.h"

namespace tongwen::cli {
namespace {

std::string percent(double share) { return fmt::format("{:.1f}", share * 100); }

}  // namespace

/// Each sample is another one: that of the decisions until now.
void ReviewDesk::draw_sample(std::size_t size) {
    const std::uint64_t seed = state_.settings.seed + state_.review.ledger().size();
    state_.sample = review::draw_sample(state_.review, size, seed);
    state_.queue = review::queue_of(state_.review, state_.sample);
    state_.position = state_.top = 0;
    state_.message =
        tr("queue: {1}, rows: {2}", {word(state_.queue.kind()), std::to_string(state_.queue.size())});
}

/// When the last of the sample has been judged, what that says of all beads.
void ReviewDesk::judge_sample() {
    if (state_.queue.kind() != review::QueueKind::sample) return;
    const review::SampleVerdict verdict = review::judge(state_.review, state_.sample);
    if (verdict.judged < verdict.drawn || verdict.drawn == 0) return;
    const double share = static_cast<double>(verdict.wrong) / static_cast<double>(verdict.drawn);
    const double most = review::upper_bound(verdict.wrong, verdict.drawn);
    state_.message =
        tr("sample judged: {1} of {2} wrong; of all rows {3} %, at most {4} % (95 % certain)",
           {std::to_string(verdict.wrong), std::to_string(verdict.drawn), percent(share), percent(most)});
}

}  // namespace tongwen::cli
