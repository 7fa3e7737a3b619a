// SPDX-License-Identifier: Apache-2.0
// Owns ReviewState: all that the review screen shows, as a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/explanation.h"
#include "check/check.h"
#include "cli/cells.h"
#include "cli/line_input.h"
#include "cli/review_keys.h"
#include "review/queue.h"
#include "review/review.h"
#include "review/sample.h"

namespace tongwen::cli {

/// What the keys mean at the moment.
enum class Mode : std::uint8_t { list, search, comment, go_to, sample_size, split, why, help };

/// Where a split is to be, while the reviewer chooses.
struct SplitChoice {
    std::size_t source = 0;  ///< how many source segments go into the first part
    std::size_t target = 0;
    friend bool operator==(const SplitChoice&, const SplitChoice&) = default;
};

/// What of the terminal and of a person's wishes stays as it is.
struct ScreenSettings {
    int ambiguous = 1;    ///< columns of East Asian Ambiguous characters
    bool unicode = true;  ///< signs beyond ASCII
    bool colour = true;
    KeyBindings keys = default_key_bindings();
    std::uint64_t seed = 0;  ///< of random samples
};

struct ReviewState {
    explicit ReviewState(review::Review begun, ScreenSettings wishes = {});

    review::Review review;
    ScreenSettings settings;
    ScreenSize size = {};
    /// How much of the room for texts the source takes.
    double source_share = 0.5;
    /// The linked beads of moved blocks, by the first segment of either side.
    std::map<std::uint32_t, align::Bead> moved_sources = {};
    std::map<std::uint32_t, align::Bead> moved_targets = {};

    review::Queue queue;
    std::size_t position = 0;   ///< in the queue: where the reviewer stands
    std::size_t top = 0;        ///< the first row on the screen, a position in the queue
    std::size_t top_lines = 0;  ///< how many of its lines stand above the screen
    review::Tally tally = {};

    Mode mode = Mode::list;
    LineInput input = {};  ///< of a prompt
    SplitChoice split = {};
    std::size_t panel_top = 0;                ///< first line shown of help or of why
    review::Sample sample = {};               ///< of the queue of that kind
    std::string query = {};                   ///< what was searched last; its places are marked
    std::optional<review::Doubt> doubt = {};  ///< where `n` went last
    std::string message = {};                 ///< until the next key

    std::vector<check::Finding> findings = {};  ///< of the present beads, in order
    std::shared_ptr<const align::Explainer> explainer = {};
    bool explaining = false;  ///< an explainer is being made

    /// The bead on which the reviewer stands, if the queue has any.
    [[nodiscard]] std::optional<std::size_t> bead() const;
    [[nodiscard]] std::vector<check::Finding> findings_of(std::size_t bead) const;
    /// How many lines there are for rows, or for a panel.
    [[nodiscard]] std::size_t view_height() const;
    /// The bead of a moved block that links the segments of a one-sided bead, or null.
    [[nodiscard]] const align::Bead* moved(const align::Bead& bead) const;
};

}  // namespace tongwen::cli
