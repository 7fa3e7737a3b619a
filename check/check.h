// SPDX-License-Identifier: Apache-2.0
// Owns Check and Finding: a pure function from a bitext to what looks wrong in it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "text/diagnostic.h"

namespace tongwen::check {

/// What looks wrong: an id with arguments (cli/ words it), and where.
struct Finding {
    std::string_view check;  ///< the id of the check that found it
    text::Severity severity = text::Severity::warning;
    std::size_t bead = 0;  ///< index into the alignment
    std::vector<std::string> arguments = {};
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A row of the table of checks. To add a check: a source file, a row in checks.cpp, a line in
/// CMakeLists.txt, a test.
struct Check {
    std::string_view id;       ///< "missing-target"
    std::string_view summary;  ///< in English, one sentence; cli/ translates it
    std::vector<Finding> (*run)(const align::Bitext& bitext);
};

/// All checks, in the order in which they are listed to people.
std::span<const Check> checks();

/// The findings of all checks, in the order of the document.
std::vector<Finding> run_checks(const align::Bitext& bitext);

}  // namespace tongwen::check
