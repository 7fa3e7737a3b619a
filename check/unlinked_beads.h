// SPDX-License-Identifier: Apache-2.0
// Owns what missing-target and missing-source share: the findings about a run of segments that has no
// counterpart.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "check/check.h"

namespace tongwen::check {

/// One finding for each kind of segment among `segments`, kinds in the order of their first segment.
/// Arguments: the kind's name (corpus::name) and how many segments are of it. A warning for what a reader
/// would miss; a note for datelines and editors' notes, which a translation may leave out, or add, on
/// purpose.
std::vector<Finding> unlinked_findings(std::string_view check, std::size_t bead,
                                       std::span<const corpus::Segment> segments);

/// The table rows' functions: each of a check's own source file.
std::vector<Finding> find_missing_target(const align::Bitext& bitext);
std::vector<Finding> find_missing_source(const align::Bitext& bitext);

}  // namespace tongwen::check
