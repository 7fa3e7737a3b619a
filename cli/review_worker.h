// SPDX-License-Identifier: Apache-2.0
// Owns what the review screen has others do meanwhile: making the explainer, checking the bitext.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "align/alignment.h"
#include "align/explanation.h"
#include "check/check.h"

namespace tongwen::cli {

/// Two threads of its own. What they have made is to be fetched when `wake` was called (on those threads).
class ReviewWorker {
  public:
    explicit ReviewWorker(std::function<void()> wake);
    /// Waits for what is under way.
    ~ReviewWorker();
    ReviewWorker(const ReviewWorker&) = delete;
    ReviewWorker& operator=(const ReviewWorker&) = delete;

    using Explainer = std::shared_ptr<const align::Explainer>;
    /// Runs `make` once; what it throws means that there is none.
    void explain(std::function<Explainer()> make);
    /// Runs all checks; what was to be checked before and has not begun is left out.
    void check(align::Bitext bitext);

    /// What was made since this was asked last.
    std::optional<Explainer> take_explainer();
    /// The findings of the bitext that was given last, once.
    std::optional<std::vector<check::Finding>> take_findings();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace tongwen::cli
