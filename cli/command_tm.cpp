// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm`: the table of its actions.
#include <array>

#include "cli/commands.h"
#include "cli/tm_actions.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr auto actions = std::to_array<Action>({
    {"validate", mark("Says what is wrong with memories."), run_tm_validate},
    {"merge", mark("Joins several memories."), run_tm_merge},
    {"clean", mark("Mends units, and removes those of no use."), run_tm_clean},
    {"diff", mark("Shows what changed between two memories."), run_tm_diff},
    {"convert", mark("Writes a memory in another format."), run_tm_convert},
    {"stats", mark("Shows what is in a memory."), run_tm_stats},
    {"sample", mark("Chooses units at random."), run_tm_sample},
    {"split", mark("Takes a memory apart."), run_tm_split},
    {"search", mark("Finds words and sentences."), run_tm_search},
    {"leverage", mark("Counts how much of a document is in memories already."), run_tm_leverage},
});

}  // namespace

int run_tm(const std::vector<std::string>& arguments) {
    return run_family({"tm", tr("tongwen tm [OPTIONS] COMMAND ..."),
                       tr("Works on translation memories of any size, in TMX and in the other formats that "
                          "hold translation units."),
                       actions},
                      arguments);
}

}  // namespace tongwen::cli
