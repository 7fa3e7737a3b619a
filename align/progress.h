// SPDX-License-Identifier: Apache-2.0
// Owns how long work tells how far it is.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>

namespace tongwen::align {

/// Told how much of the work is done, 0 to 1, in rising steps, from the calling thread. May throw to stop the
/// work.
using Progress = std::function<void(double)>;

/// Counts the parts of the work that are done, from any thread; tells from the one that made it, which need
/// not do the last part.
class Tally {
  public:
    /// `before`: the share of the whole work that was done before the first of the parts.
    Tally(const Progress& progress, std::size_t parts, double before = 0)
        : progress_(progress), parts_(parts), before_(before), teller_(std::this_thread::get_id()) {}

    void add() {
        const std::size_t done = ++done_;
        if (progress_ && std::this_thread::get_id() == teller_ && done < parts_)
            progress_(before_ + (1 - before_) * static_cast<double>(done) / static_cast<double>(parts_));
    }

  private:
    const Progress& progress_;
    std::size_t parts_;
    double before_;
    std::thread::id teller_;
    std::atomic<std::size_t> done_ = 0;
};

}  // namespace tongwen::align
