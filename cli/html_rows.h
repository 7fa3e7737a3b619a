// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the HTML page: a bead each, side by side.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "align/alignment.h"
#include "align/explanation.h"
#include "align/moved_beads.h"
#include "cli/html_filters.h"
#include "cli/outputs.h"

namespace tongwen::cli {

/// Makes rows. Refers to all that it is given.
class HtmlRows {
  public:
    HtmlRows(const align::Bitext& bitext, const OutputContext& context);

    [[nodiscard]] BeadTraits traits(std::size_t index) const;
    /// The element <article id="b12"> of a bead of the alignment, with a line end.
    [[nodiscard]] std::string row(std::size_t index) const;

  private:
    class Row;
    [[nodiscard]] std::span<const check::Finding> findings_at(std::size_t index) const;

    const align::Bitext& bitext_;
    const OutputContext& context_;
    align::MovedBeads moved_;
    align::Explainer explainer_;
};

}  // namespace tongwen::cli
