// SPDX-License-Identifier: Apache-2.0
// Owns the tables of a review's words.
#include "cli/review_words.h"

#include <array>

#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr std::array<const char*, review::refusal_count> refusals = {
    mark("there is no such row"),
    mark("there is no next row"),
    mark("there is nothing to split here"),
    mark("one of the parts would be empty"),
    mark("the row that would give a segment has none"),
    mark("the target was edited by hand; take the edit back first (an empty text)"),
    mark("there is no target here"),
    mark("the source's boundaries are kept"),
    mark("there is nothing to take back"),
    mark("there is nothing to do again"),
    mark("it is so already"),
};

constexpr std::array<const char*, review::operation_count> operations = {
    mark("accepted"),
    mark("needs work"),
    mark("dropped"),
    mark("undecided again"),
    mark("pinned"),
    mark("no longer pinned"),
    mark("merged"),
    mark("split"),
    mark("source boundary moved"),
    mark("target boundary moved"),
    mark("target edited"),
    mark("commented"),
    mark("bookmarked"),
    mark("bookmark removed"),
    mark("aligned again"),
    mark("taken back"),
    mark("done again"),
};

constexpr std::array<const char*, review::status_count> statuses = {
    mark("undecided"), mark("accepted"), mark("needs work"), mark("dropped"), mark("changed, asked again"),
};

constexpr std::array<const char*, review::queue_count> queues = {
    mark("all"),       mark("least sure first"), mark("not 1-1"), mark("with findings"),
    mark("undecided"), mark("to fix"),           mark("sample"),
};

}  // namespace

std::string word(review::Refusal refusal) { return tr(refusals[static_cast<std::size_t>(refusal)]); }
std::string word(review::Operation operation) { return tr(operations[static_cast<std::size_t>(operation)]); }
std::string word(review::Status status) { return tr(statuses[static_cast<std::size_t>(status)]); }
std::string word(review::QueueKind queue) { return tr(queues[static_cast<std::size_t>(queue)]); }

}  // namespace tongwen::cli
