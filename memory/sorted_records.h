// SPDX-License-Identifier: Apache-2.0
// Owns SortedRecords: small records of any number, put in order within a fixed amount of memory.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "memory/spool.h"

namespace tongwen::memory {

/// An external merge sort: runs of `run_bytes` are sorted in memory and spooled, `next` merges them. Memory
/// is about twice `run_bytes`, and 4 KiB for each run. Record is trivially copyable, compares with <, and is
/// never equal to another one added. First all `add`, then `next` to the end.
template <typename Record>
class SortedRecords {
    static_assert(std::is_trivially_copyable_v<Record>);

  public:
    explicit SortedRecords(std::size_t run_bytes = std::size_t{8} << 20)
        : run_size_(std::max<std::size_t>(run_bytes / sizeof(Record), 2)) {}

    void add(const Record& record) {
        assert(!merging_);
        if (run_.size() == run_size_) spool_run();
        run_.push_back(record);
        ++size_;
    }

    /// The records in order, then nothing.
    std::optional<Record> next() {
        if (!merging_) begin_merge();
        if (runs_.empty()) return at_ < run_.size() ? std::optional(run_[at_++]) : std::nullopt;
        if (heap_.empty()) return std::nullopt;
        std::ranges::pop_heap(heap_, later);
        Entry& entry = heap_.back();
        const Record record = entry.record;
        Run& run = runs_[entry.run];
        if (const std::optional<Record> follower = take(run)) {
            entry.record = *follower;
            std::ranges::push_heap(heap_, later);
        } else {
            heap_.pop_back();
        }
        return record;
    }

    [[nodiscard]] std::uint64_t size() const { return size_; }

  private:
    struct Run {
        std::uint64_t at = 0;    // in the spool: what is yet to be read
        std::uint64_t left = 0;  // records
        std::vector<Record> window = {};
        std::size_t next = 0;
    };
    struct Entry {
        Record record;
        std::size_t run;
    };
    static bool later(const Entry& a, const Entry& b) { return b.record < a.record; }

    void spool_run() {
        std::ranges::sort(run_, std::less<>{});
        const std::string_view bytes(reinterpret_cast<const char*>(run_.data()),
                                     run_.size() * sizeof(Record));
        runs_.push_back({spool_.append(bytes), run_.size()});
        run_.clear();
    }

    void begin_merge() {
        merging_ = true;
        if (runs_.empty()) {
            std::ranges::sort(run_, std::less<>{});
            return;
        }
        if (!run_.empty()) spool_run();
        run_ = {};
        for (std::size_t k = 0; k < runs_.size(); ++k) heap_.push_back({*take(runs_[k]), k});
        std::ranges::make_heap(heap_, later);
    }

    std::optional<Record> take(Run& run) {
        if (run.next == run.window.size()) {
            constexpr std::uint64_t window_bytes = 4096;
            const std::uint64_t most = std::max<std::uint64_t>(window_bytes / sizeof(Record), 1);
            run.window.resize(static_cast<std::size_t>(std::min(most, run.left)));
            run.next = 0;
            if (run.window.empty()) return std::nullopt;
            const std::size_t bytes = run.window.size() * sizeof(Record);
            spool_.read(run.at, reinterpret_cast<char*>(run.window.data()), bytes);
            run.at += bytes;
            run.left -= run.window.size();
        }
        return run.window[run.next++];
    }

    std::size_t run_size_;
    std::vector<Record> run_;  // what is yet to be sorted
    std::size_t at_ = 0;       // in it, where all records fit in
    std::vector<Run> runs_;
    std::vector<Entry> heap_;
    Spool spool_;
    std::uint64_t size_ = 0;
    bool merging_ = false;
};

}  // namespace tongwen::memory
