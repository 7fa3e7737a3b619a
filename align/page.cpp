// SPDX-License-Identifier: Apache-2.0
// Owns the finding of runs in a page and the settling of claims to the same place.
#include "align/page.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "align/moved.h"
#include "align/moved_beads.h"
#include "align/page_ends.h"
#include "align/parallelness.h"
#include "corpus/excerpt.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

// What a character without a link costs a run, where a surely linked one earns 1.
constexpr double price_of_unlinked = 0.5;
// How often those whose place went to another look again: bounds the time.
constexpr int most_rounds = 3;
// The least linked share of what is found, and the least that its words, numbers and names together must say
// for it, in nats. Also of short originals: of all the places in a page, one is always the least unlike them.
constexpr double least_share = 0.52;
constexpr double least_content_of_all = 0.5;
// What words, numbers and names may say against the first and the last link, in nats: what begins and ends
// two texts looks alike by its place alone.
constexpr double least_content = -0.4;
// What was moved beyond a run's ends may be this much longer than the original's text that it lacks.
constexpr std::uint32_t most_longer = 2;

std::vector<corpus::SegmentRange> free_ranges(const std::vector<bool>& taken) {
    std::vector<corpus::SegmentRange> ranges;
    for (std::uint32_t i = 0; i < taken.size(); ++i) {
        if (taken[i]) continue;
        if (ranges.empty() || ranges.back().end != i) ranges.push_back({i, i});
        ranges.back().end = i + 1;
    }
    return ranges;
}

bool has_letter(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();)
        if (text::is_letter(text::next_code_point(utf8, at))) return true;
    return false;
}

/// What a segment of the page says about an original.
struct Sign {
    double value = 0;  ///< in characters: positive for the original, negative against it
    bool linked = false;
};

/// A run of the page and the sum of its values.
struct Claim {
    Run<Target> run;
    double value = 0;
};

/// The run of the greatest sum, within one of the ranges; an empty one when no sum is positive. `signs` are
/// those of the ranges' segments, one after another.
Claim heaviest_run(const std::vector<Sign>& signs, const std::vector<corpus::SegmentRange>& ranges) {
    Claim best;
    std::size_t at = 0;
    for (const corpus::SegmentRange range : ranges) {
        Claim current{make_run<Target>(range.begin, range.begin), 0};
        for (std::uint32_t i = range.begin; i < range.end; ++i, ++at) {
            if (current.value <= 0) current = {make_run<Target>(i, i), 0};
            current.value += signs[at].value;
            current.run.end.value = i + 1;
            if (current.value > best.value) best = current;
        }
    }
    return best;
}

/// Takes in the neighbours that are linked too: confidence is low at a text's edges.
Claim widened(Claim claim, const std::vector<Sign>& signs, const std::vector<corpus::SegmentRange>& ranges) {
    std::size_t offset = 0;
    for (const corpus::SegmentRange range : ranges) {
        const auto linked = [&](std::uint32_t i) { return signs[offset + i - range.begin].linked; };
        if (range.begin <= claim.run.begin.value && claim.run.end.value <= range.end && !claim.run.empty()) {
            std::uint32_t& begin = claim.run.begin.value;
            std::uint32_t& end = claim.run.end.value;
            while (begin > range.begin && linked(begin - 1)) --begin;
            while (end < range.end && linked(end)) ++end;
            break;
        }
        offset += range.end - range.begin;
    }
    return claim;
}

std::vector<Sign> signs_of(const Alignment& alignment, const corpus::Document& target) {
    std::vector<Sign> signs;
    signs.reserve(target.segments.size());
    for (const Bead& bead : alignment.beads()) {
        const double weight = bead.linked() ? 2 * bead.confidence - 1 : -price_of_unlinked;
        for (std::uint32_t j = bead.target.begin.value; j < bead.target.end.value; ++j) {
            const auto characters = static_cast<double>(count_characters(target, make_run<Target>(j, j + 1)));
            signs.push_back({weight * characters, bead.linked()});
        }
    }
    return signs;
}

Alignment without_target(std::size_t sources) {
    std::vector<Bead> beads;
    for (std::size_t i = 0; i < sources; ++i) beads.push_back({make_run<Source>(i, i + 1), {}});
    return {std::move(beads), sources, 0};
}

/// Target segments before the first link and behind the last, those aside that only their places speak for.
std::pair<std::uint32_t, std::uint32_t> loose_ends(const Alignment& alignment) {
    const auto holds = [](const Bead& bead) { return bead.linked() && content_gain(bead) >= least_content; };
    const auto& beads = alignment.beads();
    const auto first = std::find_if(beads.begin(), beads.end(), holds);
    if (first == beads.end()) return {static_cast<std::uint32_t>(alignment.target_size()), 0};
    const auto last = std::find_if(beads.rbegin(), beads.rend(), holds);
    return {first->target.begin.value,
            static_cast<std::uint32_t>(alignment.target_size()) - last->target.end.value};
}

/// The alignment with the target segments [begin, end) only: those left out are one-sided.
Alignment cropped(const Alignment& alignment, std::uint32_t begin, std::uint32_t end) {
    std::vector<Bead> beads;
    for (Bead bead : alignment.beads()) {
        const auto within = [&](std::uint32_t j) { return std::clamp(j, begin, end) - begin; };
        bead.target = make_run<Target>(within(bead.target.begin.value), within(bead.target.end.value));
        if (!bead.source.empty() || !bead.target.empty()) beads.push_back(bead);
    }
    return {std::move(beads), alignment.source_size(), end - begin};
}

double content_of_all(const Bitext& bitext) {
    double sum = 0;
    for (const OrderedBead& ordered : beads_in_source_order(bitext))
        if (ordered.bead.linked()) sum += content_gain(ordered.bead);
    return sum;
}

/// The alignment with a run of the page as one with a wider run: what is added is one-sided.
Alignment within(const Alignment& alignment, Run<Target> run, Run<Target> wide) {
    const std::uint32_t before = run.begin.value - wide.begin.value;
    std::vector<Bead> beads;
    const auto add_alone = [&beads](std::size_t source, std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            beads.push_back({make_run<Source>(source, source), make_run<Target>(j, j + 1)});
    };
    add_alone(0, 0, before);
    for (Bead bead : alignment.beads()) {
        bead.target = make_run<Target>(bead.target.begin.value + before, bead.target.end.value + before);
        beads.push_back(bead);
    }
    add_alone(alignment.source_size(), before + run.size(), wide.size());
    return {std::move(beads), alignment.source_size(), wide.size()};
}

class Search {
  public:
    Search(std::vector<corpus::Document> originals, const corpus::Document& page, const AlignOptions& options)
        : page_(page),
          options_(options),
          taken_(page.segments.size(), false),
          found_(page.segments.size(), false) {
        for (corpus::Document& original : originals) {
            Bitext bitext;
            bitext.alignment = without_target(original.segments.size());
            bitext.target = corpus::excerpt(page, {});
            bitext.page = {{}, page.segments.size()};
            bitext.source = std::move(original);
            bitexts_.push_back(std::move(bitext));
        }
        options_.progress = {};
        progress_ = options.progress;
    }

    Page run() {
        tell();
        settle_claims();
        steps_ = bitexts_.size();
        Page result;
        for (std::size_t k = 0; k < bitexts_.size(); ++k) {
            if (!claims_[k].run.empty()) align_within(bitexts_[k], claims_[k].run);
            step();
        }
        for (const corpus::SegmentRange range : free_ranges(found_))
            result.editorial.push_back(make_run<Target>(range.begin, range.end));
        result.originals = std::move(bitexts_);
        return result;
    }

  private:
    void settle_claims() {
        claims_.resize(bitexts_.size());
        std::vector<std::size_t> pending(bitexts_.size());
        std::iota(pending.begin(), pending.end(), 0);
        for (int round = 0; round < most_rounds && !pending.empty(); ++round) {
            const std::vector<corpus::SegmentRange> ranges = free_ranges(taken_);
            const corpus::Document rest = corpus::excerpt(page_, ranges);
            for (const std::size_t k : pending) {
                claims_[k] = claim(bitexts_[k].source, rest, ranges);
                if (round == 0) step();
            }
            pending = grant(std::move(pending));
        }
        for (const std::size_t k : pending) claims_[k] = {};
    }

    [[nodiscard]] Claim claim(const corpus::Document& original, const corpus::Document& rest,
                              const std::vector<corpus::SegmentRange>& ranges) const {
        if (rest.segments.empty()) return {};
        const std::vector<Sign> signs = signs_of(align(original, rest, options_), rest);
        return widened(heaviest_run(signs, ranges), signs, ranges);
    }

    /// The heaviest first; returns those whose place was taken.
    std::vector<std::size_t> grant(std::vector<std::size_t> pending) {
        std::stable_sort(pending.begin(), pending.end(), [this](std::size_t a, std::size_t b) {
            return claims_[a].value > claims_[b].value;
        });
        std::vector<std::size_t> refused;
        for (const std::size_t k : pending) {
            const auto begin = taken_.begin() + claims_[k].run.begin.value;
            const auto end = taken_.begin() + claims_[k].run.end.value;
            if (std::find(begin, end, true) != end) {
                refused.push_back(k);
            } else {
                std::fill(begin, end, true);
            }
        }
        return refused;
    }

    void align_within(Bitext& bitext, Run<Target> run) {
        Alignment alignment = align(bitext.source, excerpt_of(run), options_);
        const Run<Target> sharp =
            move_ends({bitext.source, page_, alignment, run}, room_around(run), options_);
        if (sharp != run) alignment = align(bitext.source, excerpt_of(sharp), options_);
        const auto [before, behind] = loose_ends(alignment);
        if (before == sharp.size()) return;
        const auto size = static_cast<std::uint32_t>(sharp.size());
        const auto linked = make_run<Target>(sharp.begin.value + before, sharp.end.value - behind);
        Bitext found = on_page(bitext.source, linked, cropped(alignment, before, size - behind));
        const Run<Target> whole = with_moved_ends(found);
        if (whole != linked)
            found = on_page(bitext.source, whole, align(bitext.source, excerpt_of(whole), options_));
        find_moved_blocks(found, options_);
        if (judge_parallelness(found).linked_share < least_share ||
            content_of_all(found) < least_content_of_all)
            return;
        std::fill(found_.begin() + whole.begin.value, found_.begin() + whole.end.value, true);
        bitext = std::move(found);
    }

    [[nodiscard]] Bitext on_page(const corpus::Document& source, Run<Target> run, Alignment alignment) const {
        return {.source = source,
                .target = excerpt_of(run),
                .alignment = std::move(alignment),
                .moved = {},
                .page = PagePlace{run, page_.segments.size()}};
    }

    /// The run of what was found, and sections that stand before or behind it in another order than in the
    /// original.
    [[nodiscard]] Run<Target> with_moved_ends(const Bitext& found) const {
        std::uint32_t missing = 0;
        for (const Bead& bead : found.alignment.beads())
            if (bead.target.empty()) missing += static_cast<std::uint32_t>(bead.source.size());
        const Run<Target> run = found.page->span;
        const Run<Target> wide = widened_by(run, missing > 1 ? missing + most_longer : 0);
        if (wide == run) return run;
        Bitext trial = on_page(found.source, wide, within(found.alignment, run, wide));
        find_moved_blocks(trial, options_);
        Run<Target> whole = run;
        for (const MovedBlock& block : trial.moved) {
            const Run<Target> place = trial.target_in_file(block.target);
            whole = {std::min(whole.begin, place.begin), std::max(whole.end, place.end)};
        }
        return whole;
    }

    /// The run with up to `most` segments more at both ends that nobody claims.
    [[nodiscard]] Run<Target> widened_by(Run<Target> run, std::uint32_t most) const {
        for (std::uint32_t k = 0; k < most && run.begin.value > 0 && !taken_[run.begin.value - 1]; ++k)
            --run.begin.value;
        for (std::uint32_t k = 0; k < most && run.end.value < taken_.size() && !taken_[run.end.value]; ++k)
            ++run.end.value;
        return run;
    }

    /// The run and the segments around it that nobody claims.
    [[nodiscard]] Run<Target> room_around(Run<Target> run) const {
        while (run.begin.value > 0 && may_take(run.begin.value - 1)) --run.begin.value;
        while (run.end.value < taken_.size() && may_take(run.end.value)) ++run.end.value;
        return run;
    }

    /// Rows of stars and the like begin and end nothing.
    [[nodiscard]] bool may_take(std::uint32_t segment) const {
        return !taken_[segment] && has_letter(page_.segment_text(segment));
    }

    [[nodiscard]] corpus::Document excerpt_of(Run<Target> run) const {
        const corpus::SegmentRange range{run.begin.value, run.end.value};
        return corpus::excerpt(page_, {&range, 1});
    }

    void tell() const {
        if (progress_) progress_(static_cast<double>(steps_) / static_cast<double>(2 * bitexts_.size()));
    }
    void step() {
        ++steps_;
        tell();
    }

    const corpus::Document& page_;
    AlignOptions options_;
    Progress progress_;
    std::size_t steps_ = 0;
    std::vector<bool> taken_;  // by claims
    std::vector<bool> found_;  // by what was found where it was claimed
    std::vector<Bitext> bitexts_;
    std::vector<Claim> claims_;
};

}  // namespace

Page take_page_apart(std::vector<corpus::Document> originals, const corpus::Document& page,
                     const AlignOptions& options) {
    return Search(std::move(originals), page, options).run();
}

}  // namespace tongwen::align
