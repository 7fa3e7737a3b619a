// SPDX-License-Identifier: Apache-2.0
// Owns the arithmetic of rows of different heights.
#include "cli/review_scrolling.h"

#include <algorithm>

#include "cli/bead_rows.h"

namespace tongwen::cli {
namespace {

class Heights {
  public:
    explicit Heights(const ReviewState& state) : state_(state), columns_(row_columns(state)) {}

    [[nodiscard]] std::size_t at(std::size_t position) const {
        return bead_lines(state_, columns_, state_.queue.bead(position), {false, false}).size();
    }

    /// The first of the rows before `end` that fit into `lines` together; `end` when none does.
    [[nodiscard]] std::size_t first_fitting(std::size_t end, std::size_t lines) const {
        while (end > 0) {
            const std::size_t height = at(end - 1);
            if (height > lines) break;
            lines -= height;
            --end;
        }
        return end;
    }

    /// Behind the last of the rows from `begin` on that fit.
    [[nodiscard]] std::size_t end_fitting(std::size_t begin, std::size_t lines) const {
        while (begin < state_.queue.size()) {
            const std::size_t height = at(begin);
            if (height > lines) break;
            lines -= height;
            ++begin;
        }
        return begin;
    }

  private:
    const ReviewState& state_;
    RowColumns columns_;
};

/// How far a row that is taller than the screen is scrolled at once: two lines stay for the eye.
std::size_t stride(const ReviewState& state) { return std::max<std::size_t>(state.view_height(), 3) - 2; }

}  // namespace

void show_cursor(ReviewState& state, bool jumped) {
    if (state.queue.size() == 0) {
        state.position = state.top = state.top_lines = 0;
        return;
    }
    state.position = std::min(state.position, state.queue.size() - 1);
    const Heights heights(state);
    const std::size_t view = state.view_height();
    const std::size_t height = heights.at(state.position);
    if (height >= view) {
        state.top_lines = state.top == state.position ? std::min(state.top_lines, height - view) : 0;
        state.top = state.position;
        return;
    }
    state.top_lines = 0;
    const std::size_t highest = heights.first_fitting(state.position, view - height);
    if (state.top >= highest && state.top <= state.position) return;
    const bool near = state.top < highest ? !jumped : state.top - state.position <= 1;
    if (near) {
        state.top = state.top < highest ? highest : state.position;
        return;
    }
    state.top = heights.first_fitting(state.position, std::min(view / 3, view - height));
}

void step_down(ReviewState& state) {
    if (state.queue.size() == 0) return;
    const std::size_t height = Heights(state).at(state.position);
    if (state.top == state.position && state.top_lines + state.view_height() < height) {
        state.top_lines += stride(state);
    } else if (state.position + 1 < state.queue.size()) {
        ++state.position;
    }
}

void step_up(ReviewState& state) {
    if (state.queue.size() == 0) return;
    if (state.top == state.position && state.top_lines > 0) {
        state.top_lines -= std::min(state.top_lines, stride(state));
        return;
    }
    if (state.position == 0) return;
    --state.position;
    const std::size_t height = Heights(state).at(state.position);
    if (height <= state.view_height()) return;
    state.top = state.position;
    state.top_lines = height - state.view_height();
}

void page_down(ReviewState& state) {
    if (state.queue.size() == 0) return;
    const std::size_t next = Heights(state).end_fitting(state.top, state.view_height());
    if (next >= state.queue.size()) {
        state.position = state.queue.size() - 1;
    } else if (next <= state.position) {
        step_down(state);  // a row as tall as the screen
    } else {
        state.position = state.top = next;
    }
}

void page_up(ReviewState& state) {
    if (state.queue.size() == 0) return;
    if (state.top_lines > 0 || state.top == 0) {
        if (state.top_lines == 0) state.position = 0;
        return state.top_lines > 0 ? step_up(state) : void();
    }
    const std::size_t first = Heights(state).first_fitting(state.top, state.view_height());
    if (first == state.top) {
        state.position = state.top;
        return step_up(state);
    }
    state.position = state.top = first;
}

}  // namespace tongwen::cli
