// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm`: the table of its actions.
#include <array>

#include "cli/commands.h"
#include "cli/tm_actions.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr std::array<Action, 0> actions = {};

}  // namespace

int run_tm(const std::vector<std::string>& arguments) {
    return run_family({"tm", tr("tongwen tm [OPTIONS] COMMAND ..."),
                       tr("Works on translation memories of any size, in TMX and in the other formats that "
                          "hold translation units."),
                       actions},
                      arguments);
}

}  // namespace tongwen::cli
