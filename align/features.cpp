// SPDX-License-Identifier: Apache-2.0
// Owns the computation of features.
#include "align/features.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tongwen::align {
namespace {

// Variance of the target length a letter of both sides' mean, and at length 0, set for Chinese-English
// beads (Gale and Church, 1993).
constexpr double variance_per_letter = 3.75;
constexpr double variance_at_zero = 9;
constexpr float gain_scale = 0.1F;  // gains run to hundreds of nats; features should be of order 1

constexpr std::array<std::pair<std::uint8_t, std::uint8_t>, 25> shapes = {{
    {1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 2}, {2, 3}, {3, 2}, {1, 4}, {4, 1}, {3, 3}, {2, 4}, {4, 2},
    {1, 5}, {5, 1}, {2, 5}, {5, 2}, {3, 4}, {4, 3}, {1, 6}, {6, 1}, {2, 6}, {6, 2}, {3, 5}, {5, 3},
}};

constexpr std::array<std::pair<std::uint8_t, std::uint8_t>, 8> more_shapes = {
    {{1, 7}, {7, 1}, {1, 8}, {8, 1}, {1, 9}, {9, 1}, {1, 10}, {10, 1}}};

std::vector<double> prefix_sums(const std::vector<float>& values) {
    std::vector<double> sums(values.size() + 1, 0);
    for (std::size_t i = 0; i < values.size(); ++i) sums[i + 1] = sums[i] + static_cast<double>(values[i]);
    return sums;
}

float rate(float gain, float mass) { return std::min(gain / (mass + 0.5F), 12.0F) / 4; }

float flag(bool value) { return value ? 1.0F : 0.0F; }

/// Sets `both` when both sides have a sign, `one` when only one has.
void agree(FeatureVector& f, Feature both, Feature one, bool source, bool target) {
    if (source && target) f[both] += 1;
    if (source != target) f[one] += 1;
}

}  // namespace

std::string_view name(Feature feature) {
    static constexpr std::array<std::string_view, feature_count> names = {
#define X(name, evidence) #name,
        TONGWEN_FEATURES(X)
#undef X
    };
    return names[feature];
}

Evidence evidence_of(Feature feature) {
    static constexpr std::array<Evidence, feature_count> kinds = {
#define X(name, evidence) Evidence::evidence,
        TONGWEN_FEATURES(X)
#undef X
    };
    return kinds[feature];
}

std::span<const std::pair<std::uint8_t, std::uint8_t>> linked_shapes() { return shapes; }

std::span<const std::pair<std::uint8_t, std::uint8_t>> paragraph_shapes() { return more_shapes; }

SegmentSums::SegmentSums(const TokenTable& table)
    : length_(prefix_sums(table.length)),
      mass_(prefix_sums(table.mass)),
      numbers_(prefix_sums(table.numbers)),
      names_(prefix_sums(table.names)) {}

double length_deviation(double source_length, double target_length, double ratio) {
    const double expected = ratio * source_length;
    return (target_length - expected) /
           std::sqrt(variance_per_letter * (target_length + expected) / 2 + variance_at_zero);
}

FeatureMaker::FeatureMaker(const Evidences& evidences)
    : e_(evidences),
      best_of_source_(e_.corridor.sources() - e_.corridor.first(), 0),
      best_of_target_(e_.corridor.targets() - e_.corridor.first_target(), 0) {
    for (std::size_t i = e_.corridor.first(); i < e_.corridor.sources(); ++i) {
        float& of_source = best_of_source_[i - e_.corridor.first()];
        for (std::size_t j = e_.corridor.lo(i); j < e_.corridor.hi(i) && j < e_.corridor.targets(); ++j) {
            float& of_target = best_of_target_[j - e_.corridor.first_target()];
            of_source = std::max(of_source, rate(e_.gains.of_source(i, j, 1).gain, e_.source.tokens.mass[i]));
            of_target = std::max(of_target, rate(e_.gains.of_target(j, i, 1).gain, e_.target.tokens.mass[j]));
        }
    }
}

double FeatureMaker::deviation(const Step& step) const {
    return length_deviation(e_.source.sums.length(step.i, step.i + step.m),
                            e_.target.sums.length(step.j, step.j + step.n), e_.ratio);
}

bool FeatureMaker::is_paragraph(const Step& step) const {
    const Cues& single = step.m == 1 ? e_.source.cues[step.i] : e_.target.cues[step.j];
    return single.sentences >= std::max(step.m, step.n);
}

FeatureVector FeatureMaker::linked(const Step& step) const {
    FeatureVector f{};
    add_shape(step, f);
    add_length(step, f);
    add_words(step, f);
    add_leaks(step, f);
    add_claims(step, f);
    if (step.m + step.n > 2) add_members(step, f);
    add_endings(step, f);
    add_sentences(step, f);
    add_quotes(step, f);
    add_structure(step, f);
    add_embedding(step, f);
    return f;
}

/// By the smaller side, so that neither a segment too many on one side nor the sum of two beads is worth more
/// than what the beads are worth by themselves.
void FeatureMaker::add_embedding(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    if (e_.embeddings == nullptr || std::max(m, n) > longest_run) return;
    f[embedding] = e_.embeddings->of(i, m, j, n) * static_cast<float>(std::min(m, n));
}

void FeatureMaker::add_shape(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    Feature shape = shape_m_n;
    if (m == 1) shape = n == 1 ? shape_1_1 : n == 2 ? shape_1_2 : n == 3 ? shape_1_3 : shape_1_n;
    if (n == 1 && m > 1) shape = m == 2 ? shape_2_1 : m == 3 ? shape_3_1 : shape_n_1;
    if (m == 2 && n == 2) shape = shape_2_2;
    f[shape] = 1;
    f[shape_size] = static_cast<float>(m + n - 2);
}

void FeatureMaker::add_length(const Step& step, FeatureVector& f) const {
    const double d = deviation(step);
    const auto square = static_cast<float>(std::min(d * d, 25.0) / 10);
    f[d > 0 ? length_square_long : length_square_short] = square;
    f[length_distance] = static_cast<float>(std::min(std::abs(d), 8.0));
}

WindowGain FeatureMaker::target_sum(const Step& step) const {
    WindowGain sum;
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
        const WindowGain one = e_.gains.of_target(j, step.i, step.m);
        sum += one;
    }
    return sum;
}

WindowGain FeatureMaker::source_sum(const Step& step) const {
    WindowGain sum;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
        const WindowGain one = e_.gains.of_source(i, step.j, step.n);
        sum += one;
    }
    return sum;
}

void FeatureMaker::add_words(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    const WindowGain target = target_sum(step);
    const WindowGain source = source_sum(step);
    const float source_mass = e_.source.sums.mass(i, i + m);
    const float target_mass = e_.target.sums.mass(j, j + n);
    f[gain_target] = target.gain * gain_scale;
    f[gain_source] = source.gain * gain_scale;
    f[mass_target] = target_mass * gain_scale;
    f[mass_source] = source_mass * gain_scale;
    f[coverage_target] = target.covered / (target_mass + 0.3F);
    f[coverage_source] = source.covered / (source_mass + 0.3F);
    if (m + n > 2) {
        f[coverage_target_many] = f[coverage_target];
        f[coverage_source_many] = f[coverage_source];
    }
    f[rate_target] = rate(target.gain, target_mass);
    f[rate_source] = rate(source.gain, source_mass);
    f[rate_least] = std::min(f[rate_target], f[rate_source]);
    const auto missing = [](float all, float found) { return std::clamp(all - found, 0.0F, 5.0F); };
    f[numbers_missing_target] = missing(e_.target.sums.numbers(j, j + n), target.numbers);
    f[numbers_missing_source] = missing(e_.source.sums.numbers(i, i + m), source.numbers);
    f[numbers_missing_both] = std::min(f[numbers_missing_target], f[numbers_missing_source]);
    f[numbers_found] = std::min(std::min(target.numbers, source.numbers), 5.0F);
    f[names_missing_target] = missing(e_.target.sums.names(j, j + n), target.names);
    f[names_missing_source] = missing(e_.source.sums.names(i, i + m), source.names);
    f[names_found] = std::min(std::min(target.names, source.names), 5.0F);
    const float least = f[rate_least];
    const float most = std::max(f[rate_target], f[rate_source]);
    const float mass = std::min({source_mass, target_mass, 8.0F});
    f[weak] = std::max(0.0F, 0.4F - least);
    f[weak_mass] = std::max(0.0F, 0.4F - least) * mass;
    f[weaker_mass] = std::max(0.0F, 0.2F - least) * mass;
    f[weakest_mass] = std::max(0.0F, 0.1F - most) * mass;
    f[weak_either_mass] = std::max(0.0F, 0.3F - most) * mass;
    if (m + n > 2) return;
    f[single_weak] = f[weak];
    f[single_weak_mass] = f[weak_mass];
    f[single_weaker_mass] = f[weaker_mass];
    f[single_rate] = least;
}

/// How much better the boundary segments would be explained if the bead took one more segment on the other
/// side.
void FeatureMaker::add_leaks(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    const auto grown = [](float with, float without) {
        return std::clamp((with - without) * gain_scale * 2, 0.0F, 3.0F);
    };
    // ... and how much better the neighbour alone explains them than the bead does.
    const auto better = [](float neighbour, float bead, float mass) {
        return std::clamp((neighbour - bead) / (mass + 0.5F) / 4, 0.0F, 2.0F);
    };
    const std::uint32_t last_i = i + m - 1;
    const std::uint32_t last_j = j + n - 1;
    if (i > 0) {
        f[stolen_first_target] = better(e_.gains.of_target(j, i - 1, 1).gain,
                                        e_.gains.of_target(j, i, m).gain, e_.target.tokens.mass[j]);
        f[leak_first_target] =
            grown(e_.gains.of_target(j, i - 1, m + 1U).gain, e_.gains.of_target(j, i, m).gain);
    }
    if (i + m < e_.corridor.sources()) {
        f[stolen_last_target] = better(e_.gains.of_target(last_j, i + m, 1).gain,
                                       e_.gains.of_target(last_j, i, m).gain, e_.target.tokens.mass[last_j]);
        f[leak_last_target] =
            grown(e_.gains.of_target(last_j, i, m + 1U).gain, e_.gains.of_target(last_j, i, m).gain);
    }
    if (j > 0) {
        f[stolen_first_source] = better(e_.gains.of_source(i, j - 1, 1).gain,
                                        e_.gains.of_source(i, j, n).gain, e_.source.tokens.mass[i]);
        f[leak_first_source] =
            grown(e_.gains.of_source(i, j - 1, n + 1U).gain, e_.gains.of_source(i, j, n).gain);
    }
    if (j + n < e_.corridor.targets()) {
        f[stolen_last_source] = better(e_.gains.of_source(last_i, j + n, 1).gain,
                                       e_.gains.of_source(last_i, j, n).gain, e_.source.tokens.mass[last_i]);
        f[leak_last_source] =
            grown(e_.gains.of_source(last_i, j, n + 1U).gain, e_.gains.of_source(last_i, j, n).gain);
    }
}

/// How much of the bead's segments has its best counterpart outside of the bead.
void FeatureMaker::add_claims(const Step& step, FeatureVector& f) const {
    float of_target = 0;
    float of_source = 0;
    float inside_target = 0;
    float inside_source = 0;
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
        const float mine = e_.claims.of_target(j, step.i, step.i + step.m);
        inside_target += mine;
        of_target += e_.claims.of_target(j) - mine;
    }
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
        const float mine = e_.claims.of_source(i, step.j, step.j + step.n);
        inside_source += mine;
        of_source += e_.claims.of_source(i) - mine;
    }
    f[outside_target] = std::min(of_target, 6.0F) / 2;
    f[outside_source] = std::min(of_source, 6.0F) / 2;
    f[inside] = std::min({inside_target, inside_source, 6.0F}) / 2;
    if (step.m + step.n == 2) f[outside_single] = std::min(of_target + of_source, 6.0F) / 2;
}

/// Asks the first and last member of every side with more than one whether the bead would be as good without
/// it.
void FeatureMaker::add_members(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    const double whole = std::abs(deviation(step));
    float least_rate = 3;
    float least_marginal = 3;
    float shorter_is_better = 0;
    bool useless = false;
    float idle = 0;
    const auto ask = [&](const Step& rest, float own_gain, float own_mass, float others_gain_with,
                         float others_gain_without) {
        const float own = rate(own_gain, own_mass);
        const float marginal = std::max(0.0F, others_gain_with - others_gain_without) / (own_mass + 0.5F) / 4;
        const bool better = std::abs(deviation(rest)) < whole;
        least_rate = std::min(least_rate, own);
        least_marginal = std::min(least_marginal, marginal);
        if (better) shorter_is_better += 1;
        useless = useless || (better && marginal < 0.05F);
        const float heavy = std::min(own_mass, 6.0F);
        idle = std::max(idle, std::max(0.0F, 0.15F - std::min(own, marginal)) * heavy);
    };
    if (m > 1) {
        const float with = target_sum(step).gain;
        const Step without_first{i + 1, j, static_cast<std::uint8_t>(m - 1), n};
        const Step without_last{i, j, static_cast<std::uint8_t>(m - 1), n};
        ask(without_first, e_.gains.of_source(i, j, n).gain, e_.source.tokens.mass[i], with,
            target_sum(without_first).gain);
        ask(without_last, e_.gains.of_source(i + m - 1, j, n).gain, e_.source.tokens.mass[i + m - 1], with,
            target_sum(without_last).gain);
    }
    if (n > 1) {
        const float with = source_sum(step).gain;
        const Step without_first{i, j + 1, m, static_cast<std::uint8_t>(n - 1)};
        const Step without_last{i, j, m, static_cast<std::uint8_t>(n - 1)};
        ask(without_first, e_.gains.of_target(j, i, m).gain, e_.target.tokens.mass[j], with,
            source_sum(without_first).gain);
        ask(without_last, e_.gains.of_target(j + n - 1, i, m).gain, e_.target.tokens.mass[j + n - 1], with,
            source_sum(without_last).gain);
    }
    f[member_rate] = least_rate;
    f[member_marginal] = std::min(least_marginal, 3.0F);
    f[member_length] = shorter_is_better;
    f[member_none] = flag(useless);
    f[member_idle] = idle;
}

void FeatureMaker::add_endings(const Step& step, FeatureVector& f) const {
    const Cues& source = e_.source.cues[step.i + step.m - 1];
    const Cues& target = e_.target.cues[step.j + step.n - 1];
    const auto ends = [&](Ending ending, Feature both, Feature one) {
        agree(f, both, one, source.ending == ending, target.ending == ending);
    };
    ends(Ending::question, question_both, question_one);
    ends(Ending::exclamation, exclamation_both, exclamation_one);
    ends(Ending::colon, colon_both, colon_one);
    ends(Ending::ellipsis, ellipsis_both, ellipsis_one);
    f[soft_end_source] = flag(source.ending == Ending::soft && target.ending != Ending::soft);
    f[soft_end_target] = flag(target.ending == Ending::soft && source.ending != Ending::soft);
    int questions = 0;
    int exclamations = 0;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
        questions += e_.source.cues[i].questions;
        exclamations += e_.source.cues[i].exclamations;
    }
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
        questions -= e_.target.cues[j].questions;
        exclamations -= e_.target.cues[j].exclamations;
    }
    f[questions_differ] = static_cast<float>(std::min(std::abs(questions), 4));
    f[exclamations_differ] = static_cast<float>(std::min(std::abs(exclamations), 4));
}

/// A segment may hold several sentences, which the other side has as segments of their own.
void FeatureMaker::add_sentences(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    int in_source = 0;  // ends of sentences within segments
    int in_target = 0;
    for (std::uint32_t k = i; k < i + m; ++k) in_source += e_.source.cues[k].sentences - 1;
    for (std::uint32_t k = j; k < j + n; ++k) in_target += e_.target.cues[k].sentences - 1;
    f[sentences_differ] = static_cast<float>(std::min(std::abs(m + in_source - n - in_target), 4));
    const int matched = in_target > in_source ? std::min(m - 1, in_target - in_source)
                                              : std::min(n - 1, in_source - in_target);
    f[breaks_matched] = static_cast<float>(matched);
}

void FeatureMaker::add_quotes(const Step& step, FeatureVector& f) const {
    const Cues& first_source = e_.source.cues[step.i];
    const Cues& first_target = e_.target.cues[step.j];
    const Cues& last_source = e_.source.cues[step.i + step.m - 1];
    const Cues& last_target = e_.target.cues[step.j + step.n - 1];
    agree(f, open_quote_both, open_quote_one, first_source.opens_quote, first_target.opens_quote);
    agree(f, close_quote_both, close_quote_one, last_source.closes_quote, last_target.closes_quote);
    f[inside_quote_both] = flag(last_source.inside_quote && last_target.inside_quote);
    int differ = 0;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) differ += e_.source.cues[i].quotations;
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) differ -= e_.target.cues[j].quotations;
    f[quotations_differ] = static_cast<float>(std::min(std::abs(differ), 4));
    int terms = 0;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) terms += e_.source.cues[i].quoted_terms;
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) terms -= e_.target.cues[j].quoted_terms;
    f[quoted_terms_differ] = static_cast<float>(std::min(std::abs(terms), 4));
    f[inside_quote_one] = flag(last_source.inside_quote != last_target.inside_quote);
}

namespace {

/// Whether a segment goes on with the list of the one before it: two lists may be numbered one apart all the
/// way.
bool follows_on(const std::vector<Cues>& cues, std::uint32_t segment) {
    return segment > 0 && cues[segment - 1].marker > 0 &&
           cues[segment].marker == cues[segment - 1].marker + 1;
}

}  // namespace

void FeatureMaker::add_structure(const Step& step, FeatureVector& f) const {
    const Cues& source = e_.source.cues[step.i];
    const Cues& target = e_.target.cues[step.j];
    if (source.marker >= 0 && target.marker >= 0) {
        const int apart = std::abs(source.marker - target.marker);
        f[marker_equal] = flag(apart == 0);
        f[marker_differs] = static_cast<float>(std::min(apart, 4)) / 4;
        f[marker_shifted] = flag(apart > 0 && apart < 4 && follows_on(e_.source.cues, step.i) &&
                                 follows_on(e_.target.cues, step.j));
    } else if (source.marker > 0 || target.marker > 0) {
        f[marker_one] = 1;
    }
    int source_items = 0;
    int target_items = 0;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) source_items += e_.source.cues[i].items;
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) target_items += e_.target.cues[j].items;
    f[items_equal] = flag(source_items == target_items && source_items > 1);
    f[items_differ] = static_cast<float>(std::min(std::abs(source_items - target_items), 4));
    const bool plain = source.kind == corpus::Kind::body && target.kind == corpus::Kind::body;
    if (!plain) f[source.kind == target.kind ? kind_equal : kind_differs] = 1;
    const Cues& last_source = e_.source.cues[step.i + step.m - 1];
    const Cues& last_target = e_.target.cues[step.j + step.n - 1];
    agree(f, paragraph_begins_both, paragraph_begins_one, source.begins_paragraph, target.begins_paragraph);
    agree(f, paragraph_ends_both, paragraph_ends_one, last_source.ends_paragraph, last_target.ends_paragraph);
    int source_breaks = 0;
    int target_breaks = 0;
    int markers = 0;  // of the source less those of the target, but for the first segments'
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
        markers += e_.source.cues[i].markers_inside;
        if (i == step.i) continue;
        source_breaks += e_.source.cues[i].begins_paragraph;
        markers += e_.source.cues[i].marker > 0 ? 1 : 0;
    }
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
        markers -= e_.target.cues[j].markers_inside;
        if (j == step.j) continue;
        target_breaks += e_.target.cues[j].begins_paragraph;
        markers -= e_.target.cues[j].marker > 0 ? 1 : 0;
    }
    f[marker_inside] = static_cast<float>(std::min(std::abs(markers), 4));
    f[paragraph_inside_both] = static_cast<float>(std::min(source_breaks, target_breaks));
    f[paragraph_inside_one] = static_cast<float>(std::abs(source_breaks - target_breaks));
}

namespace {

/// What is known about a segment that stands alone.
struct Lonely {
    float length;
    float mass;
    float near;      ///< rate of the best neighbour on the other side
    float row;       ///< rate of the best segment of the other side in the corridor
    float marginal;  ///< what it would add to what its neighbours explain
    float given;     ///< how well it alone explains the better of its neighbours
    float covered;   ///< share of its mass that its neighbours cover
    float numbers;   ///< that its neighbours do not have
    float names;
    float claimed;  ///< share of its mass that has a counterpart on the other side
    const Cues& cues;
};

/// `open` is the first of the side's block of features; both blocks are in the same order.
FeatureVector describe(const Lonely& segment, Feature open) {
    FeatureVector f{};
    const auto at = [&](Feature in_source_block) -> float& {
        return f[open + (in_source_block - source_open)];
    };
    const auto lacks = [](float rate, float bound) { return std::max(0.0F, bound - rate); };
    const float mass = std::min(segment.mass, 8.0F);
    at(source_length) = std::log1p(segment.length) / 4;
    at(source_mass) = mass / 4;
    at(source_near) = segment.near;
    at(source_near_mass) = segment.near * mass / 4;
    at(source_nothing_mass) = lacks(segment.near, 0.25F) * mass;
    at(source_little_mass) = lacks(segment.near, 0.5F) * mass;
    at(source_none_mass) = lacks(segment.near, 0.1F) * mass;
    at(source_row) = segment.row;
    at(source_row_mass) = lacks(segment.row, 0.25F) * mass;
    at(source_marginal) = segment.marginal;
    at(source_marginal_mass) = lacks(segment.marginal, 0.15F) * mass;
    at(source_given) = segment.given;
    at(source_given_mass) = lacks(segment.given, 0.25F) * mass;
    at(source_covered) = segment.covered;
    at(source_claimed) = segment.claimed;
    at(source_both_mass) = lacks(std::max(segment.given, segment.near), 0.2F) * mass;
    at(source_short) = flag(segment.length < 12);
    at(source_numbers) = std::min(segment.numbers, 3.0F);
    at(source_names) = std::min(segment.names, 3.0F);
    at(source_note) =
        flag(segment.cues.kind == corpus::Kind::note || segment.cues.kind == corpus::Kind::dateline);
    at(source_heading) = flag(segment.cues.kind == corpus::Kind::heading);
    at(source_marker) = flag(segment.cues.marker > 0);
    at(source_paragraph) = flag(segment.cues.begins_paragraph && segment.cues.ends_paragraph);
    at(source_soft_end) = flag(segment.cues.ending == Ending::soft || segment.cues.ending == Ending::colon);
    at(source_inside_quote) = flag(segment.cues.inside_quote);
    return f;
}

/// One side's view of the gains: "mine" is the side of the lone segment.
struct View {
    const SideView& mine;
    const SideView& theirs;
    std::size_t theirs_end;
    float best;  ///< rate of the best segment of the other side
    float claimed;
    std::function<WindowGain(std::size_t, std::size_t, std::size_t)> own;    ///< mine under their window
    std::function<WindowGain(std::size_t, std::size_t, std::size_t)> given;  ///< theirs under my window
};

/// Segment `a` of my side, between b - 1 and b of theirs.
Lonely look(const View& view, std::uint32_t a, std::uint32_t b) {
    const float mass = view.mine.tokens.mass[a];
    WindowGain near = view.own(a, b, 1);
    float marginal = view.given(b, a, 2).gain - view.given(b, a + 1, 1).gain;
    float given = b < view.theirs_end ? rate(view.given(b, a, 1).gain, view.theirs.tokens.mass[b]) : 0;
    if (b > 0) {
        const WindowGain both = view.own(a, b - 1, 2);
        if (both.gain > near.gain) near = both;
        given = std::max(given, rate(view.given(b - 1, a, 1).gain, view.theirs.tokens.mass[b - 1]));
        if (a > 0)
            marginal =
                std::max(marginal, view.given(b - 1, a - 1, 2).gain - view.given(b - 1, a - 1, 1).gain);
    }
    return {view.mine.tokens.length[a],
            mass,
            rate(near.gain, mass),
            view.best,
            rate(std::max(0.0F, marginal), mass),
            given,
            near.covered / (mass + 0.3F),
            std::max(0.0F, view.mine.tokens.numbers[a] - near.numbers),
            std::max(0.0F, view.mine.tokens.names[a] - near.names),
            view.claimed / (mass + 0.3F),
            view.mine.cues[a]};
}

}  // namespace

FeatureVector FeatureMaker::alone(const Step& step) const {
    const auto of_source = [&](std::size_t i, std::size_t j, std::size_t n) {
        return e_.gains.of_source(i, j, n);
    };
    const auto of_target = [&](std::size_t j, std::size_t i, std::size_t m) {
        return e_.gains.of_target(j, i, m);
    };
    if (step.m == 1) {
        const View view{e_.source,
                        e_.target,
                        e_.corridor.targets(),
                        best_of_source_[step.i - e_.corridor.first()],
                        e_.claims.of_source(step.i),
                        of_source,
                        of_target};
        return describe(look(view, step.i, step.j), source_open);
    }
    const View view{e_.target,
                    e_.source,
                    e_.corridor.sources(),
                    best_of_target_[step.j - e_.corridor.first_target()],
                    e_.claims.of_target(step.j),
                    of_target,
                    of_source};
    return describe(look(view, step.j, step.i), target_open);
}

}  // namespace tongwen::align
