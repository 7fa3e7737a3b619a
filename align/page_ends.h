// SPDX-License-Identifier: Apache-2.0
// Owns the search for the first and last segment of a text within a page.
#pragma once

#include "align/aligner.h"
#include "align/alignment.h"

namespace tongwen::align {

/// A run of the page and how it is aligned with an original.
struct PageRun {
    const corpus::Document& original;
    const corpus::Document& page;
    const Alignment& alignment;  ///< of the original and the run
    Run<Target> run;
};

/// The run with ends where the alignment costs least. Within a document the aligner rather joins a short line
/// to the title than leaves it alone; but what lies outside the run costs nothing. Ends move outwards by
/// three segments at most, not beyond `limits`, and only on to a segment whose words speak for it. Aligns
/// about 40 segments, a few times.
Run<Target> move_ends(const PageRun& found, Run<Target> limits, const AlignOptions& options);

}  // namespace tongwen::align
