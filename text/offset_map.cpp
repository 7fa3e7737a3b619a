// SPDX-License-Identifier: Apache-2.0
// Owns OffsetMap: runs of equal steps, found by binary search, composed by walking two lists of runs side by
// side.
#include "text/offset_map.h"

#include <algorithm>
#include <cassert>

namespace tongwen::text {

void OffsetMap::append(std::size_t derived_size, std::size_t original_begin, std::size_t original_size) {
    append_steps({derived_end(), original_begin, derived_size, original_size, 1});
}

void OffsetMap::append_copy(std::size_t derived_size, std::size_t original_begin) {
    append_steps({derived_end(), original_begin, 1, 1, derived_size});
}

void OffsetMap::append_steps(const Run& run) {
    if (run.derived_step == 0 || run.steps == 0) return;
    if (!runs_.empty()) {
        Run& last = runs_.back();
        assert(run.original_begin >= last.original_end());
        if (last.derived_step == run.derived_step && last.original_step == run.original_step &&
            last.original_end() == run.original_begin) {
            last.steps += run.steps;
            return;
        }
    }
    runs_.push_back(run);
}

std::size_t OffsetMap::derived_end() const { return runs_.empty() ? 0 : runs_.back().derived_end(); }

const OffsetMap::Run& OffsetMap::run_at(std::size_t derived_offset) const {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), derived_offset,
                         [](std::size_t offset, const Run& run) { return offset < run.derived_begin; });
    return *std::prev(after);  // The first run begins at 0.
}

std::size_t OffsetMap::to_original(std::size_t derived_offset) const {
    if (runs_.empty()) return derived_offset;
    return run_at(derived_offset).step_begin(derived_offset);
}

ByteSpan OffsetMap::to_original(ByteSpan derived) const {
    if (runs_.empty()) return derived;
    const std::size_t begin = to_original(derived.begin);
    if (derived.empty()) return {begin, begin};
    return {begin, run_at(derived.end - 1).step_end(derived.end - 1)};
}

OffsetMap OffsetMap::then(const OffsetMap& outer) const {
    if (runs_.empty()) return outer;
    if (outer.runs_.empty()) return *this;
    OffsetMap composed;
    auto under = outer.runs_.begin();
    for (const Run& run : runs_) {
        while (std::next(under) != outer.runs_.end() && under->derived_end() <= run.original_begin) ++under;
        if (run.derived_step == 1 && run.original_step == 1) {
            composed.append_through(run, under, outer.runs_.end());
            continue;
        }
        for (std::size_t step = 0; step < run.steps; ++step) {
            const std::size_t begin = run.original_begin + step * run.original_step;
            composed.append_clamped(run.derived_step, outer.to_original({begin, begin + run.original_step}));
        }
    }
    return composed;
}

void OffsetMap::append_through(const Run& copy, Runs::const_iterator under, Runs::const_iterator end) {
    std::size_t offset = copy.original_begin;
    const std::size_t copy_end = copy.original_end();
    for (; offset < copy_end && under != end; ++under) {
        const std::size_t part_end = std::min(copy_end, std::max(offset, under->derived_end()));
        const std::size_t skew = (offset - under->derived_begin) % under->derived_step;
        if (skew != 0) {  // begins inside a step: that step's rest stands for what is left of it
            const std::size_t rest = std::min(part_end - offset, under->derived_step - skew);
            append_clamped(rest, {under->step_begin(offset), under->step_end(offset)});
            offset += rest;
        }
        const std::size_t whole = (part_end - offset) / under->derived_step;
        if (whole != 0)
            append_steps(
                {derived_end(), under->step_begin(offset), under->derived_step, under->original_step, whole});
        offset += whole * under->derived_step;
        if (offset < part_end)
            append_clamped(part_end - offset, {under->step_begin(offset), under->step_end(offset)});
        offset = part_end;
    }
    assert(offset == copy_end && "the outer map must cover what the inner one leads to");
}

void OffsetMap::append_clamped(std::size_t derived_size, ByteSpan original) {
    const std::size_t begin =
        runs_.empty() ? original.begin : std::max(original.begin, runs_.back().original_end());
    append(derived_size, begin, std::max(begin, original.end) - begin);
}

std::vector<std::size_t> OffsetMap::to_numbers() const {
    std::vector<std::size_t> numbers;
    numbers.reserve(runs_.size() * 4);
    std::size_t end = 0;
    for (const Run& run : runs_) {
        numbers.insert(numbers.end(),
                       {run.original_begin - end, run.derived_step, run.original_step, run.steps});
        end = run.original_end();
    }
    return numbers;
}

std::optional<OffsetMap> OffsetMap::from_numbers(std::span<const std::size_t> numbers) {
    constexpr std::size_t most = std::size_t{1} << 53;  // what every reader of JSON holds exactly
    OffsetMap map;
    std::size_t end = 0;
    if (numbers.size() % 4 != 0) return std::nullopt;
    for (; !numbers.empty(); numbers = numbers.subspan(4)) {
        const Run run{map.derived_end(), end + numbers[0], numbers[1], numbers[2], numbers[3]};
        if (run.derived_step == 0 || run.steps == 0 || numbers[0] > most || run.steps > most)
            return std::nullopt;
        if (run.derived_step > most / run.steps || run.original_step > most / run.steps) return std::nullopt;
        if (run.derived_end() > most || run.original_end() > most) return std::nullopt;
        map.append_steps(run);
        end = run.original_end();
    }
    return map;
}

}  // namespace tongwen::text
