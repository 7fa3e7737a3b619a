// SPDX-License-Identifier: Apache-2.0
// Owns OffsetMap: the way back from a text that we made to the bytes that it was made from.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "text/span.h"

namespace tongwen::text {

/// Maps byte offsets of a derived text to byte offsets of its original; monotone, never decreasing.
///
/// Kept as runs in which `derived_step` bytes of the derived text stand for `original_step` bytes of the
/// original (3 and 2 for Han characters of GB18030 in UTF-8), so that a plain document needs one run and
/// no document needs an entry a character. An offset inside a step maps to the step's beginning; a span's
/// end maps to the end of the step that its last byte lies in. An empty map is the identity.
class OffsetMap {
  public:
    /// Says that the `derived_size` bytes of the derived text that follow what was appended so far come from
    /// the `original_size` bytes at `original_begin`; neighbouring runs of equal steps are joined.
    /// `original_begin` must not be smaller than the end of what was appended before (asserted).
    void append(std::size_t derived_size, std::size_t original_begin, std::size_t original_size);
    /// As `append`, for `derived_size` bytes copied one to one from `original_begin` on.
    void append_copy(std::size_t derived_size, std::size_t original_begin);

    [[nodiscard]] std::size_t to_original(std::size_t derived_offset) const;
    [[nodiscard]] ByteSpan to_original(ByteSpan derived) const;

    /// The whole way back when our original was itself derived, by `outer`, from something older: `outer`
    /// after
    /// `*this`. `outer` must cover every offset that we lead to. Linear in the runs, where ours are copies.
    [[nodiscard]] OffsetMap then(const OffsetMap& outer) const;

    [[nodiscard]] std::size_t run_count() const { return runs_.size(); }

    /// The map as numbers, four a run: the bytes of the original between the run before and this one, both
    /// sides' bytes a step, the steps. A map made of them is the same.
    [[nodiscard]] std::vector<std::size_t> to_numbers() const;
    /// Nothing when these are not numbers of a map: runs without bytes, or offsets of more than 2^53.
    static std::optional<OffsetMap> from_numbers(std::span<const std::size_t> numbers);

    friend bool operator==(const OffsetMap&, const OffsetMap&) = default;

  private:
    struct Run {
        std::size_t derived_begin;
        std::size_t original_begin;
        std::size_t derived_step;
        std::size_t original_step;
        std::size_t steps;

        [[nodiscard]] std::size_t derived_end() const { return derived_begin + derived_step * steps; }
        [[nodiscard]] std::size_t original_end() const { return original_begin + original_step * steps; }
        /// Where the original's step begins, or ends, that the derived byte at `offset` (not before the run)
        /// belongs to.
        [[nodiscard]] std::size_t step_begin(std::size_t offset) const {
            const std::size_t step = (offset - derived_begin) / derived_step;
            return original_begin + original_step * (step < steps ? step : steps);
        }
        [[nodiscard]] std::size_t step_end(std::size_t offset) const {
            const std::size_t step = (offset - derived_begin) / derived_step;
            return original_begin + original_step * (step < steps ? step + 1 : steps);
        }
        friend bool operator==(const Run&, const Run&) = default;
    };
    using Runs = std::vector<Run>;

    [[nodiscard]] std::size_t derived_end() const;
    [[nodiscard]] const Run& run_at(std::size_t derived_offset) const;
    void append_steps(const Run& run);
    /// Appends what `copy` (a run of single bytes) stands for in the original of the runs from `under` on.
    void append_through(const Run& copy, Runs::const_iterator under, Runs::const_iterator end);
    /// As `append`, for a step of which a part may have been appended before.
    void append_clamped(std::size_t derived_size, ByteSpan original);

    Runs runs_;
};

}  // namespace tongwen::text
