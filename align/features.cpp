// SPDX-License-Identifier: Apache-2.0
// Owns the computation of features.
#include "align/features.h"

#include <algorithm>
#include <cmath>

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

template <class T>
std::vector<T> prefix_sums(const std::vector<float>& values) {
    std::vector<T> sums(values.size() + 1, 0);
    for (std::size_t i = 0; i < values.size(); ++i) sums[i + 1] = sums[i] + static_cast<T>(values[i]);
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

FeatureMaker::FeatureMaker(const Evidences& evidences)
    : e_(evidences),
      best_of_source_(evidences.source.segments(), 0),
      best_of_target_(evidences.target.segments(), 0),
      source_length_(prefix_sums<double>(evidences.source.length)),
      target_length_(prefix_sums<double>(evidences.target.length)),
      source_mass_(prefix_sums<float>(evidences.source.mass)),
      target_mass_(prefix_sums<float>(evidences.target.mass)),
      source_hard_(prefix_sums<float>(evidences.source.hard)),
      target_hard_(prefix_sums<float>(evidences.target.hard)) {
    for (std::size_t i = 0; i < e_.source.segments(); ++i) {
        for (std::size_t j = e_.corridor.lo(i); j < e_.corridor.hi(i) && j < e_.target.segments(); ++j) {
            best_of_source_[i] =
                std::max(best_of_source_[i], rate(e_.gains.of_source(i, j, 1).gain, e_.source.mass[i]));
            best_of_target_[j] =
                std::max(best_of_target_[j], rate(e_.gains.of_target(j, i, 1).gain, e_.target.mass[j]));
        }
    }
}

double FeatureMaker::deviation(const Step& step) const {
    const double source = e_.ratio * (source_length_[step.i + step.m] - source_length_[step.i]);
    const double target = target_length_[step.j + step.n] - target_length_[step.j];
    return (target - source) / std::sqrt(variance_per_letter * (target + source) / 2 + variance_at_zero);
}

FeatureVector FeatureMaker::linked(const Step& step) const {
    FeatureVector f{};
    add_shape(step, f);
    add_length(step, f);
    add_words(step, f);
    add_leaks(step, f);
    if (step.m + step.n > 2) add_members(step, f);
    add_endings(step, f);
    add_quotes(step, f);
    add_structure(step, f);
    return f;
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
        sum.gain += one.gain;
        sum.covered += one.covered;
        sum.hard += one.hard;
    }
    return sum;
}

WindowGain FeatureMaker::source_sum(const Step& step) const {
    WindowGain sum;
    for (std::uint32_t i = step.i; i < step.i + step.m; ++i) {
        const WindowGain one = e_.gains.of_source(i, step.j, step.n);
        sum.gain += one.gain;
        sum.covered += one.covered;
        sum.hard += one.hard;
    }
    return sum;
}

void FeatureMaker::add_words(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    const WindowGain target = target_sum(step);
    const WindowGain source = source_sum(step);
    const float source_mass = source_mass_[i + m] - source_mass_[i];
    const float target_mass = target_mass_[j + n] - target_mass_[j];
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
    f[hard_missing_target] = std::clamp(target_hard_[j + n] - target_hard_[j] - target.hard, 0.0F, 5.0F);
    f[hard_missing_source] = std::clamp(source_hard_[i + m] - source_hard_[i] - source.hard, 0.0F, 5.0F);
    f[hard_found] = std::min(std::min(target.hard, source.hard), 5.0F);
}

/// How much better the boundary segments would be explained if the bead took one more segment on the other
/// side.
void FeatureMaker::add_leaks(const Step& step, FeatureVector& f) const {
    const auto [i, j, m, n] = step;
    const auto grown = [](float with, float without) {
        return std::clamp((with - without) * gain_scale * 2, 0.0F, 3.0F);
    };
    const std::uint32_t last_i = i + m - 1;
    const std::uint32_t last_j = j + n - 1;
    if (i > 0) {
        f[leak_first_target] =
            grown(e_.gains.of_target(j, i - 1, m + 1U).gain, e_.gains.of_target(j, i, m).gain);
    }
    if (i + m < e_.source.segments()) {
        f[leak_last_target] =
            grown(e_.gains.of_target(last_j, i, m + 1U).gain, e_.gains.of_target(last_j, i, m).gain);
    }
    if (j > 0) {
        f[leak_first_source] =
            grown(e_.gains.of_source(i, j - 1, n + 1U).gain, e_.gains.of_source(i, j, n).gain);
    }
    if (j + n < e_.target.segments()) {
        f[leak_last_source] =
            grown(e_.gains.of_source(last_i, j, n + 1U).gain, e_.gains.of_source(last_i, j, n).gain);
    }
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
    const auto ask = [&](const Step& rest, float own_gain, float own_mass, float others_gain_with,
                         float others_gain_without) {
        const float own = rate(own_gain, own_mass);
        const float marginal = std::max(0.0F, others_gain_with - others_gain_without) / (own_mass + 0.5F) / 4;
        const bool better = std::abs(deviation(rest)) < whole;
        least_rate = std::min(least_rate, own);
        least_marginal = std::min(least_marginal, marginal);
        if (better) shorter_is_better += 1;
        useless = useless || (better && marginal < 0.05F);
    };
    if (m > 1) {
        const float with = target_sum(step).gain;
        const Step without_first{i + 1, j, static_cast<std::uint8_t>(m - 1), n};
        const Step without_last{i, j, static_cast<std::uint8_t>(m - 1), n};
        ask(without_first, e_.gains.of_source(i, j, n).gain, e_.source.mass[i], with,
            target_sum(without_first).gain);
        ask(without_last, e_.gains.of_source(i + m - 1, j, n).gain, e_.source.mass[i + m - 1], with,
            target_sum(without_last).gain);
    }
    if (n > 1) {
        const float with = source_sum(step).gain;
        const Step without_first{i, j + 1, m, static_cast<std::uint8_t>(n - 1)};
        const Step without_last{i, j, m, static_cast<std::uint8_t>(n - 1)};
        ask(without_first, e_.gains.of_target(j, i, m).gain, e_.target.mass[j], with,
            source_sum(without_first).gain);
        ask(without_last, e_.gains.of_target(j + n - 1, i, m).gain, e_.target.mass[j + n - 1], with,
            source_sum(without_last).gain);
    }
    f[member_rate] = least_rate;
    f[member_marginal] = std::min(least_marginal, 3.0F);
    f[member_length] = shorter_is_better;
    f[member_none] = flag(useless);
}

void FeatureMaker::add_endings(const Step& step, FeatureVector& f) const {
    const Cues& source = e_.source_cues[step.i + step.m - 1];
    const Cues& target = e_.target_cues[step.j + step.n - 1];
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
        questions += e_.source_cues[i].questions;
        exclamations += e_.source_cues[i].exclamations;
    }
    for (std::uint32_t j = step.j; j < step.j + step.n; ++j) {
        questions -= e_.target_cues[j].questions;
        exclamations -= e_.target_cues[j].exclamations;
    }
    f[questions_differ] = static_cast<float>(std::min(std::abs(questions), 4));
    f[exclamations_differ] = static_cast<float>(std::min(std::abs(exclamations), 4));
}

void FeatureMaker::add_quotes(const Step& step, FeatureVector& f) const {
    const Cues& first_source = e_.source_cues[step.i];
    const Cues& first_target = e_.target_cues[step.j];
    const Cues& last_source = e_.source_cues[step.i + step.m - 1];
    const Cues& last_target = e_.target_cues[step.j + step.n - 1];
    agree(f, open_quote_both, open_quote_one, first_source.opens_quote, first_target.opens_quote);
    agree(f, close_quote_both, close_quote_one, last_source.closes_quote, last_target.closes_quote);
    f[inside_quote_one] = flag(last_source.inside_quote != last_target.inside_quote);
}

void FeatureMaker::add_structure(const Step& step, FeatureVector& f) const {
    const Cues& source = e_.source_cues[step.i];
    const Cues& target = e_.target_cues[step.j];
    if (source.marker >= 0 && target.marker >= 0) {
        f[source.marker == target.marker ? marker_equal : marker_differs] = 1;
    } else if (source.marker > 0 || target.marker > 0) {
        f[marker_one] = 1;
    }
    const bool plain = source.kind == corpus::Kind::body && target.kind == corpus::Kind::body;
    if (!plain) f[source.kind == target.kind ? kind_equal : kind_differs] = 1;
    const Cues& last_source = e_.source_cues[step.i + step.m - 1];
    const Cues& last_target = e_.target_cues[step.j + step.n - 1];
    agree(f, paragraph_begins_both, paragraph_begins_one, source.begins_paragraph, target.begins_paragraph);
    agree(f, paragraph_ends_both, paragraph_ends_one, last_source.ends_paragraph, last_target.ends_paragraph);
    int source_breaks = 0;
    int target_breaks = 0;
    for (std::uint32_t i = step.i + 1; i < step.i + step.m; ++i) {
        source_breaks += e_.source_cues[i].begins_paragraph;
        f[marker_inside] += flag(e_.source_cues[i].marker > 0);
    }
    for (std::uint32_t j = step.j + 1; j < step.j + step.n; ++j) {
        target_breaks += e_.target_cues[j].begins_paragraph;
        f[marker_inside] += flag(e_.target_cues[j].marker > 0);
    }
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
    float hard;
    const Cues& cues;
};

/// `open` is the first of the side's block of features; both blocks are in the same order.
FeatureVector describe(const Lonely& segment, Feature open) {
    FeatureVector f{};
    const auto at = [&](Feature in_source_block) -> float& {
        return f[open + (in_source_block - source_open)];
    };
    const float mass = std::min(segment.mass, 8.0F);
    at(source_length) = std::log1p(segment.length) / 4;
    at(source_mass) = mass / 4;
    at(source_near) = segment.near;
    at(source_near_mass) = segment.near * mass / 4;
    at(source_nothing_mass) = std::max(0.0F, 0.25F - segment.near) * mass;
    at(source_row) = segment.row;
    at(source_row_mass) = std::max(0.0F, 0.25F - segment.row) * mass;
    at(source_short) = flag(segment.length < 12);
    at(source_hard) = std::min(segment.hard, 3.0F) * std::max(0.0F, 0.5F - segment.near);
    at(source_note) =
        flag(segment.cues.kind == corpus::Kind::note || segment.cues.kind == corpus::Kind::dateline);
    at(source_heading) = flag(segment.cues.kind == corpus::Kind::heading);
    at(source_marker) = flag(segment.cues.marker > 0);
    at(source_paragraph) = flag(segment.cues.begins_paragraph && segment.cues.ends_paragraph);
    at(source_marginal) = segment.marginal;
    return f;
}

}  // namespace

FeatureVector FeatureMaker::alone(const Step& step) const {
    return step.m == 1 ? alone_source(step) : alone_target(step);
}

FeatureVector FeatureMaker::alone_source(const Step& step) const {
    const auto [i, j, m, n] = step;
    const float mass = e_.source.mass[i];
    float gain = e_.gains.of_source(i, j, 1).gain;
    float marginal = 0;
    if (j > 0) {
        gain = std::max(gain, e_.gains.of_source(i, j - 1, 2).gain);
        if (i > 0)
            marginal = e_.gains.of_target(j - 1, i - 1, 2).gain - e_.gains.of_target(j - 1, i - 1, 1).gain;
    }
    const float after = e_.gains.of_target(j, i, 2).gain - e_.gains.of_target(j, i + 1, 1).gain;
    marginal = std::max(marginal, after);
    return describe({e_.source.length[i], mass, rate(gain, mass), best_of_source_[i],
                     rate(std::max(0.0F, marginal), mass), e_.source.hard[i], e_.source_cues[i]},
                    source_open);
}

FeatureVector FeatureMaker::alone_target(const Step& step) const {
    const auto [i, j, m, n] = step;
    const float mass = e_.target.mass[j];
    float gain = e_.gains.of_target(j, i, 1).gain;
    float marginal = 0;
    if (i > 0) {
        gain = std::max(gain, e_.gains.of_target(j, i - 1, 2).gain);
        if (j > 0)
            marginal = e_.gains.of_source(i - 1, j - 1, 2).gain - e_.gains.of_source(i - 1, j - 1, 1).gain;
    }
    const float after = e_.gains.of_source(i, j, 2).gain - e_.gains.of_source(i, j + 1, 1).gain;
    marginal = std::max(marginal, after);
    return describe({e_.target.length[j], mass, rate(gain, mass), best_of_target_[j],
                     rate(std::max(0.0F, marginal), mass), e_.target.hard[j], e_.target_cues[j]},
                    target_open);
}

}  // namespace tongwen::align
