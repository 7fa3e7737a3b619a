// SPDX-License-Identifier: Apache-2.0
// Owns the search for the best counterpart of every clause.
#include "align/claims.h"

#include <algorithm>
#include <span>

#include "align/fast_logarithm.h"

namespace tongwen::align {
namespace {

constexpr float sure_rate = 4;  // a gain of so many nats for a mass of 1 is as good as certain

// A segment of more clauses is no sentence but a text without ends of sentences. Every clause is tried on all
// of the other side's segment: two such texts would take time that grows with the product of their lengths.
constexpr std::size_t most_clauses = 256;

/// The best and the second best claimant of a clause.
struct Race {
    std::uint32_t winner = 0;
    float best = 0;
    float second = 0;

    void enter(std::uint32_t segment, float gain) {
        if (gain > best) {
            if (segment != winner) second = best;
            winner = segment;
            best = gain;
        } else if (segment != winner) {
            second = std::max(second, gain);
        }
    }
};

/// The clauses of a side as ranges of its tokens.
class Clauses {
  public:
    explicit Clauses(const Vicinity::Side& side) : side_(side), table_(side.table()) {}

    [[nodiscard]] std::size_t begin(std::size_t segment) const { return table_.first_clause[segment]; }
    [[nodiscard]] std::size_t end(std::size_t segment) const { return table_.first_clause[segment + 1]; }
    [[nodiscard]] bool are_too_many(std::size_t segment) const {
        return end(segment) - begin(segment) > most_clauses;
    }
    [[nodiscard]] std::span<const Vicinity::Occurrence> tokens(std::size_t clause) const {
        return side_.tokens(table_.clause_first[clause], table_.clause_first[clause + 1]);
    }
    [[nodiscard]] float mass(std::size_t clause) const {
        float sum = 0;
        for (const auto& [number, weight] : tokens(clause)) {
            if (weight == 1) sum += side_.word(number).information;
        }
        return sum;
    }
    [[nodiscard]] const Vicinity::Side& side() const { return side_; }

  private:
    const Vicinity::Side& side_;
    const TokenTable& table_;
};

/// Runs the races for all clauses of one side.
class Races {
  public:
    Races(const Vicinity::Side& claimed, const Vicinity::Side& claiming)
        : claimed_(claimed),
          claiming_(claiming),
          first_(claimed_.begin(claimed.begin())),
          races_(claimed_.begin(claimed.end()) - first_),
          values_(claimed.size()) {}

    /// Spreads a clause of the claiming side over the other side's tokens.
    void spread(std::size_t clause) {
        for (const std::uint32_t number : touched_) values_[number] = 0;
        touched_.clear();
        mass_ = claiming_.mass(clause);
        for (const auto& [number, token_weight] : claiming_.tokens(clause)) {
            const float weight = token_weight * claiming_.side().word(number).information;
            for (const Association& link : claiming_.side().links(number)) {
                if (values_[link.other] == 0) touched_.push_back(link.other);
                values_[link.other] += weight * link.probability;
            }
        }
    }

    /// Enters the spread clause into the races for a segment's clauses.
    void enter(std::uint32_t claimant, std::size_t segment) {
        if (touched_.empty() || claimed_.are_too_many(segment)) return;
        const float scale = 2 / (1.5F + mass_);
        for (std::size_t c = claimed_.begin(segment); c < claimed_.end(segment); ++c) {
            float gain = 0;
            for (const auto& [number, weight] : claimed_.tokens(c)) {
                if (const float value = values_[number]; value > 0)
                    gain += weight * log_of_one_plus(scale * value / claimed_.side().word(number).unigram);
            }
            if (gain > 0) races_[c - first_].enter(claimant, gain);
        }
    }

    /// What is won, segment by segment: `take(segment, claimant, mass)`.
    template <class Take>
    void finish(Take take) const {
        for (std::size_t segment = claimed_.side().begin(); segment < claimed_.side().end(); ++segment) {
            for (std::size_t c = claimed_.begin(segment); c < claimed_.end(segment); ++c) {
                const Race& race = races_[c - first_];
                const float mass = claimed_.mass(c);
                const float lead = (race.best - race.second) / (mass + 0.5F) / sure_rate;
                if (lead > 0) take(segment, race.winner, std::min(lead, 1.0F) * mass);
            }
        }
    }

  private:
    Clauses claimed_;
    Clauses claiming_;
    std::size_t first_;  // clause
    std::vector<Race> races_;
    std::vector<float> values_;
    std::vector<std::uint32_t> touched_;
    float mass_ = 0;
};

}  // namespace

float Claims::Side::sum(std::size_t segment, std::size_t begin, std::size_t end) const {
    float total = 0;
    const std::size_t place = segment - from;
    for (std::size_t k = first[place]; k < first[place + 1]; ++k) {
        if (claims[k].claimant >= begin && claims[k].claimant < end) total += claims[k].mass;
    }
    return total;
}

Claims::Claims(const Vicinity& vicinity, const Corridor& corridor) {
    const auto collect = [](const Races& races, std::size_t begin, std::size_t end) {
        Side side;
        side.from = begin;
        side.all.assign(end - begin, 0);
        side.first.assign(end - begin + 1, 0);
        races.finish([&](std::size_t segment, std::uint32_t claimant, float mass) {
            side.claims.push_back({claimant, mass});
            side.all[segment - begin] += mass;
            side.first[segment - begin + 1] = side.claims.size();
        });
        for (std::size_t k = 1; k < side.first.size(); ++k)
            side.first[k] = std::max(side.first[k], side.first[k - 1]);
        return side;
    };
    const auto source_begin = static_cast<std::uint32_t>(corridor.first());
    const auto source_end = static_cast<std::uint32_t>(corridor.sources());
    const auto target_begin = static_cast<std::uint32_t>(corridor.first_target());
    const auto target_end = static_cast<std::uint32_t>(corridor.targets());
    Races on_target(vicinity.target(), vicinity.source());
    const Clauses sources(vicinity.source());
    for (std::uint32_t i = source_begin; i < source_end; ++i) {
        if (sources.are_too_many(i)) continue;
        for (std::size_t c = sources.begin(i); c < sources.end(i); ++c) {
            on_target.spread(c);
            for (std::size_t j = corridor.lo(i); j < corridor.hi(i) && j < target_end; ++j)
                on_target.enter(i, j);
        }
    }
    target_ = collect(on_target, target_begin, target_end);
    Races on_source(vicinity.source(), vicinity.target());
    const Clauses targets(vicinity.target());
    std::size_t top = source_begin;
    for (std::uint32_t j = target_begin; j < target_end; ++j) {
        while (top < source_end && corridor.hi(top) <= j) ++top;
        if (targets.are_too_many(j)) continue;
        for (std::size_t c = targets.begin(j); c < targets.end(j); ++c) {
            on_source.spread(c);
            for (std::size_t i = top; i < source_end && corridor.lo(i) <= j; ++i) on_source.enter(j, i);
        }
    }
    source_ = collect(on_source, source_begin, source_end);
}

}  // namespace tongwen::align
