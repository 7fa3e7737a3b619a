// SPDX-License-Identifier: Apache-2.0
// Owns which stretches are looked for where, and when a find counts.
#include "align/moved.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <tbb/parallel_for.h>

#include "align/parallelness.h"
#include "corpus/excerpt.h"

namespace tongwen::align {
namespace {

constexpr double weak = 0.5;  // links under it may give way
constexpr double sure = 0.8;  // of a moved bead
constexpr double least_sure =
    0.6;  // the share of a block's characters that sure beads must link, on both sides
// What the content of a block must say for it, in nats. Among few candidates confidence comes easily: of
// blocks of one bead with less, half were wrong.
constexpr double least_gain = 2;
constexpr double least_gain_of_one = 4;
constexpr std::size_t most_stretches = 32;
// Each stretch is aligned with all that is free on the other side: how often the target may be gone through.
// Between documents that have little in common all is free.
constexpr std::size_t most_passes = 3;
constexpr std::size_t long_text = 40;  // characters, on one side: enough for a block of one segment

// The linked share under which documents have so little in common that time would be lost. Of ten sections in
// any order, a few are in order.
constexpr double worth_searching = 0.15;

using corpus::SegmentRange;

/// Which segments have no firm link, and how many firm links stand before each segment.
struct Side {
    explicit Side(std::size_t size) : free(size, true), links_before(size) {}

    void enter(std::uint32_t begin, std::uint32_t end, bool firm, std::size_t links) {
        for (std::uint32_t i = begin; i < end; ++i) {
            free[i] = !firm;
            links_before[i] = links;
        }
    }

    [[nodiscard]] std::vector<SegmentRange> free_runs() const {
        std::vector<SegmentRange> runs;
        for (std::uint32_t i = 0; i < free.size(); ++i) {
            if (!free[i]) continue;
            if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
            runs.back().end = i + 1;
        }
        return runs;
    }

    std::vector<bool> free;
    std::vector<std::size_t> links_before;
};

struct Places {
    explicit Places(const Alignment& alignment)
        : source(alignment.source_size()), target(alignment.target_size()) {
        for (const Bead& bead : alignment.beads()) {
            const bool firm = bead.linked() && bead.confidence >= weak;
            source.enter(bead.source.begin.value, bead.source.end.value, firm, links);
            target.enter(bead.target.begin.value, bead.target.end.value, firm, links);
            if (firm) ++links;
        }
    }

    std::size_t links = 0;
    Side source;
    Side target;
};

template <class SideTag>
Run<SideTag> shifted(Run<SideTag> run, std::uint32_t by) {
    return make_run<SideTag>(run.begin.value + by, run.end.value + by);
}

bool is_sure(const Bead& bead) { return bead.linked() && bead.confidence >= sure; }

/// All free segments of the target, as one document, and where they come from.
class Pool {
  public:
    Pool(const corpus::Document& target, std::vector<SegmentRange> runs)
        : document(corpus::excerpt(target, runs)), runs_(std::move(runs)) {
        std::uint32_t begin = 0;
        for (const SegmentRange run : runs_) {
            begins_.push_back(begin);
            begin += run.end - run.begin;
        }
    }

    /// The run of the target that a segment of the pool lies in.
    [[nodiscard]] std::size_t run_of(std::uint32_t segment) const {
        return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), segment) -
                                        begins_.begin()) -
               1;
    }
    /// The same segments in the whole target; they must lie in one of its runs.
    [[nodiscard]] Run<Target> in_target(Run<Target> run) const {
        const std::size_t k = run_of(run.begin.value);
        return make_run<Target>(run.begin.value - begins_[k] + runs_[k].begin,
                                run.end.value - begins_[k] + runs_[k].begin);
    }
    [[nodiscard]] bool straddles(Run<Target> run) const {
        return !run.empty() && run_of(run.begin.value) != run_of(run.end.value - 1);
    }

    corpus::Document document;

  private:
    std::vector<SegmentRange> runs_;
    std::vector<std::uint32_t> begins_;  // in the pool
};

/// The beads of one stretch of the source and the pool, cut into blocks: each within one run of the target,
/// from a sure bead to a sure bead.
class BlockCutter {
  public:
    BlockCutter(const Pool& pool, std::uint32_t source_begin) : pool_(pool), source_begin_(source_begin) {}

    std::vector<MovedBlock> cut(const std::vector<Bead>& beads) {
        for (const Bead& bead : beads) {
            if (pool_.straddles(bead.target)) {
                end_block();
                continue;
            }
            if (bead.linked() && (block_.empty() || pool_.run_of(bead.target.begin.value) != run_)) {
                end_block();
                run_ = pool_.run_of(bead.target.begin.value);
            }
            block_.push_back(bead);
        }
        end_block();
        return std::move(blocks_);
    }

  private:
    void end_block() {
        const auto first = std::find_if(block_.begin(), block_.end(), is_sure);
        const auto behind_last = std::find_if(block_.rbegin(), block_.rend(), is_sure).base();
        if (first < behind_last) {
            MovedBlock block;
            block.beads.assign(first, behind_last);
            for (Bead& bead : block.beads) {
                bead.source = shifted(bead.source, source_begin_);
                bead.target = pool_.in_target(bead.target);
            }
            block.source = {block.beads.front().source.begin, block.beads.back().source.end};
            block.target = {block.beads.front().target.begin, block.beads.back().target.end};
            blocks_.push_back(std::move(block));
        }
        block_.clear();
    }

    const Pool& pool_;
    std::uint32_t source_begin_;
    std::size_t run_ = 0;
    std::vector<Bead> block_;
    std::vector<MovedBlock> blocks_;
};

class Finder {
  public:
    Finder(Bitext& bitext, const AlignOptions& options)
        : bitext_(bitext), options_(options), places_(bitext.alignment) {
        options_.progress = {};
    }

    void run() {
        if (places_.links == 0) return;
        const Pool pool(bitext_.target, places_.target.free_runs());
        if (pool.document.segments.empty()) return;
        const std::vector<SegmentRange> wanted = stretches(pool);
        std::vector<std::vector<MovedBlock>> found(wanted.size());
        tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t k) {
            const corpus::Document text = corpus::excerpt(bitext_.source, {&wanted[k], 1});
            const Alignment alignment = align(text, pool.document, options_);
            found[k] = BlockCutter(pool, wanted[k].begin).cut(alignment.beads());
        });
        for (std::vector<MovedBlock>& blocks : found)
            for (MovedBlock& block : blocks)
                if (is_good(block)) bitext_.moved.push_back(std::move(block));
        std::ranges::sort(bitext_.moved, {}, &MovedBlock::source);
    }

  private:
    /// How many stretches may be looked for.
    [[nodiscard]] std::size_t budget(const Pool& pool) const {
        const std::size_t room = most_passes * bitext_.target.segments.size();
        return std::min(most_stretches, room / pool.document.segments.size());
    }

    /// The longest free stretches of the source that could be a block.
    [[nodiscard]] std::vector<SegmentRange> stretches(const Pool& pool) const {
        std::vector<std::pair<std::size_t, SegmentRange>> sized;
        for (const SegmentRange run : places_.source.free_runs()) {
            const std::size_t size = count_characters(bitext_.source, make_run<Source>(run.begin, run.end));
            if (run.end - run.begin >= 2 || 4 * size >= long_text) sized.emplace_back(size, run);
        }
        std::ranges::stable_sort(sized, std::ranges::greater(), [](const auto& pair) { return pair.first; });
        sized.resize(std::min(sized.size(), budget(pool)));
        std::vector<SegmentRange> stretches;
        for (const auto& [size, run] : sized) stretches.push_back(run);
        return stretches;
    }

    [[nodiscard]] bool is_good(const MovedBlock& block) const {
        const bool elsewhere = places_.source.links_before[block.source.begin.value] !=
                               places_.target.links_before[block.target.begin.value];
        return elsewhere && is_long(block) && has_content(block) && is_mostly_sure(block) && !is_taken(block);
    }

    [[nodiscard]] bool is_long(const MovedBlock& block) const {
        return std::max(count_characters(bitext_.source, block.source),
                        count_characters(bitext_.target, block.target)) >= long_text;
    }

    static bool has_content(const MovedBlock& block) {
        double gain = 0;
        for (const Bead& bead : block.beads)
            if (bead.linked()) gain += content_gain(bead);
        return gain >= (block.beads.size() == 1 ? least_gain_of_one : least_gain);
    }

    [[nodiscard]] bool is_mostly_sure(const MovedBlock& block) const {
        std::size_t source = 0;
        std::size_t target = 0;
        for (const Bead& bead : block.beads) {
            if (!is_sure(bead)) continue;
            source += count_characters(bitext_.source, bead.source);
            target += count_characters(bitext_.target, bead.target);
        }
        const auto enough = [](std::size_t part, std::size_t whole) {
            return static_cast<double>(part) >= least_sure * static_cast<double>(whole);
        };
        return enough(source, count_characters(bitext_.source, block.source)) &&
               enough(target, count_characters(bitext_.target, block.target));
    }

    [[nodiscard]] bool is_taken(const MovedBlock& block) const {
        return std::ranges::any_of(bitext_.moved, [&block](const MovedBlock& other) {
            return block.target.begin < other.target.end && other.target.begin < block.target.end;
        });
    }

    Bitext& bitext_;
    AlignOptions options_;
    Places places_;
};

/// Which segments a moved block links.
struct LinkedByBlocks {
    explicit LinkedByBlocks(const Bitext& bitext)
        : source(bitext.source.segments.size()), target(bitext.target.segments.size()) {
        for (const MovedBlock& block : bitext.moved) {
            for (const Bead& bead : block.beads) {
                if (!bead.linked()) continue;
                std::fill_n(source.begin() + bead.source.begin.value, bead.source.size(), true);
                std::fill_n(target.begin() + bead.target.begin.value, bead.target.size(), true);
            }
        }
    }

    [[nodiscard]] bool touch(const Bead& bead) const {
        const auto any = [](const std::vector<bool>& linked, auto run) {
            const auto end = linked.begin() + run.end.value;
            return std::find(linked.begin() + run.begin.value, end, true) != end;
        };
        return any(source, bead.source) || any(target, bead.target);
    }

    std::vector<bool> source;
    std::vector<bool> target;
};

/// Beads of one segment each, which have no counterpart.
void take_apart(const Bead& bead, std::vector<Bead>& out) {
    Bead alone{.source = {}, .target = {}, .confidence = 1 - bead.confidence};
    for (auto i = bead.source.begin.value; i < bead.source.end.value; ++i) {
        alone.source = make_run<Source>(i, i + 1);
        alone.target = make_run<Target>(bead.target.begin.value, bead.target.begin.value);
        out.push_back(alone);
    }
    for (auto j = bead.target.begin.value; j < bead.target.end.value; ++j) {
        alone.source = make_run<Source>(bead.source.end.value, bead.source.end.value);
        alone.target = make_run<Target>(j, j + 1);
        out.push_back(alone);
    }
}

void untie_weak_links(Bitext& bitext) {
    const LinkedByBlocks blocks(bitext);
    std::vector<Bead> beads;
    for (const Bead& bead : bitext.alignment.beads()) {
        const bool single = bead.source.size() + bead.target.size() == 1;
        if (single || !blocks.touch(bead)) {
            beads.push_back(bead);
        } else {
            take_apart(bead, beads);
        }
    }
    bitext.alignment = {std::move(beads), bitext.alignment.source_size(), bitext.alignment.target_size()};
}

}  // namespace

void find_moved_blocks(Bitext& bitext, const AlignOptions& options) {
    bitext.moved.clear();
    if (judge_parallelness(bitext).linked_share < worth_searching) return;
    Finder(bitext, options).run();
    // In the wrong document there is always something that looks alike.
    if (judge_parallelness(bitext).verdict == Parallelness::not_parallel) bitext.moved.clear();
    if (!bitext.moved.empty()) untie_weak_links(bitext);
}

}  // namespace tongwen::align
