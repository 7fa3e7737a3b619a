// SPDX-License-Identifier: Apache-2.0
// Owns reviewing by script: a request as a line of JSON in, an answer as a line of JSON out
// (docs/formats/review-script.md).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/queue.h"
#include "review/review.h"
#include "review/sample.h"

namespace tongwen::cli {

/// What a script works with; it knows no files.
struct ScriptSession {
    review::Review& review;
    std::string who;
    std::function<std::string()> now;  ///< the time of a decision, RFC 3339
    /// Puts a decision on the disk; it is answered when this returns. Throws text::InputError.
    std::function<void(const review::Entry&)> record;
    std::function<review::Entry(const review::Review&, const review::Stamp&)> realign;
    std::function<std::string()> status;  ///< one JSON object
};

/// Answers requests, one after another. Beads are numbered from 1, segments too.
class ReviewScript {
  public:
    explicit ReviewScript(ScriptSession session);

    /// The answer, without line end: {"ok":true,…}; {"ok":false,"refused":ID} where a request cannot be
    /// carried out, {"ok":false,"error":ID,"message":…} where it is none or could not be recorded. Nothing
    /// has changed then. Never throws, whatever the bytes.
    std::string answer(std::string_view line);

    /// How many requests were not carried out.
    [[nodiscard]] std::size_t failures() const { return failures_; }

  private:
    struct Answers;
    ScriptSession session_;
    review::Queue queue_;
    std::size_t next_ = 0;  // position in the queue
    bool has_queue_ = false;
    std::optional<review::Sample> sample_;
    std::size_t failures_ = 0;
};

}  // namespace tongwen::cli
