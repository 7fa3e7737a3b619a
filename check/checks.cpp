// SPDX-License-Identifier: Apache-2.0
// Owns the table of checks.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "check/check.h"
#include "check/unlinked_beads.h"

namespace tongwen::check {
namespace {

constexpr std::array<Check, 2> table = {{
    {"missing-target", "Source sentences that have no translation.", find_missing_target},
    {"missing-source", "Sentences of the translation that nothing in the source corresponds to.",
     find_missing_source},
}};

}  // namespace

std::span<const Check> checks() { return table; }

std::vector<Finding> run_checks(const align::Bitext& bitext) {
    std::vector<Finding> findings;
    for (const Check& check : checks()) {
        std::vector<Finding> found = check.run(bitext);
        findings.insert(findings.end(), std::make_move_iterator(found.begin()),
                        std::make_move_iterator(found.end()));
    }
    std::ranges::stable_sort(findings, {}, &Finding::bead);
    return findings;
}

}  // namespace tongwen::check
