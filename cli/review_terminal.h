// SPDX-License-Identifier: Apache-2.0
// Owns the review screen on a terminal: reads keys, draws, and does what the state asks for.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "align/explanation.h"
#include "cli/environment.h"
#include "cli/terminal.h"
#include "review/review.h"

namespace tongwen::cli {

/// What the screen works with; it knows no files.
struct ReviewSession {
    review::Review review;  ///< begins on `review.cursor`; afterwards it is as the reviewer left it
    std::string who;        ///< who decides, for stamps
    std::function<std::string()> now;  ///< RFC 3339, UTC, whole seconds
    /// Puts a decision on the disk before it is shown as done. An InputError is shown; the decision is not
    /// taken.
    std::function<void(const review::Entry&)> record;
    /// Where the reviewer stands, when a decision was taken and at the end.
    std::function<void(std::size_t bead, bool source_anchored)> remember_place;
    /// Aligns again between what is fixed (R). An InputError is shown.
    std::function<review::Entry(const review::Review&, const review::Stamp&)> realign;
    /// Makes what marks words. Called once, on another thread, after the first drawing, with documents that
    /// stay as they are; may take seconds. An exception means: no marks. Null: no marks.
    std::function<std::shared_ptr<const align::Explainer>(const align::Bitext&)> make_explainer;
    int ambiguous_width = 1;
    std::string message = {};  ///< shown at first, worded: what was mended in the file, for instance
};

/// Whether the screen can run: a terminal on standard input and output that is not dumb. Throws
/// text::InputError review-needs-terminal (the wording names --script).
void require_screen(const Environment& environment);

/// Runs until the reviewer leaves; everything decided until then is recorded. Throws what `require_screen`
/// and `read_key_bindings` do. `terminal` is standard output's. $VISUAL or $EDITOR edits targets. Returns
/// exit_clean.
int run_review_screen(ReviewSession& session, const Terminal& terminal, const Environment& environment);

}  // namespace tongwen::cli
