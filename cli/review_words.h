// SPDX-License-Identifier: Apache-2.0
// Owns the words of a review: why something cannot be done, what was done, how queues and statuses are
// called.
#pragma once

#include <string>

#include "review/queue.h"
#include "review/review.h"

namespace tongwen::cli {

/// "there is no next row"…
std::string word(review::Refusal refusal);
/// What an operation does, for "done: merge" and "taken back: merge".
std::string word(review::Operation operation);
std::string word(review::Status status);
std::string word(review::QueueKind queue);

}  // namespace tongwen::cli
