// SPDX-License-Identifier: Apache-2.0
// Owns reading and writing weights.
#include "align/weights.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "align/built_in_weights.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

std::size_t feature_named(std::string_view wanted) {
    for (std::size_t f = 0; f < feature_count; ++f) {
        if (name(static_cast<Feature>(f)) == wanted) return f;
    }
    return feature_count;
}

[[noreturn]] void refuse(const std::string& file, std::size_t line, std::string_view what) {
    throw text::InputError(
        {"bad-weights", text::Severity::error, {file, line, 1, std::string(what)}, {std::string(what)}});
}

/// The number at the beginning of `text`, which is cut off with the space before it.
bool take_number(std::string_view& text, double& value) {
    if (!text.starts_with(' ')) return false;
    const auto [rest, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return false;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    return true;
}

/// To four decimals, without "-0.0000".
double rounded(double weight) { return std::round(weight * 1e4) / 1e4 + 0.0; }

}  // namespace

WeightSet WeightSet::parse(std::string_view text, const std::string& file) {
    WeightSet weights;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::size_t feature = feature_named(line.substr(0, space));
        std::string_view values = line.substr(space);
        if (feature == feature_count || !take_number(values, weights.free[feature]) ||
            (!values.empty() && !take_number(values, weights.literal[feature])) || !values.empty()) {
            refuse(file, number, line);
        }
    }
    return weights;
}

Weights WeightSet::not_learned() {
    Weights weights;
    weights[embedding] = embedding_weight;
    for (const Feature price : block_prices) weights[price] = no_blocks;
    return weights;
}

const WeightSet& WeightSet::built_in(bool with_dictionary) {
    static const WeightSet with = parse(weights_with_lexicon(), "with_lexicon.weights");
    static const WeightSet without = parse(weights_without_lexicon(), "without_lexicon.weights");
    return with_dictionary ? with : without;
}

Weights WeightSet::at(double literalness) const {
    Weights weights = free;
    for (std::size_t f = 0; f < feature_count; ++f) weights[f] += literalness * literal[f];
    return weights;
}

std::string WeightSet::write() const {
    const Weights defaults = not_learned();
    std::string text;
    for (std::size_t f = 0; f < feature_count; ++f) {
        if (defaults[f] != 0 && free[f] == defaults[f] && literal[f] == 0) continue;
        std::array<char, 64> values{};
        std::snprintf(values.data(), values.size(), " %.4f %.4f\n", rounded(free[f]), rounded(literal[f]));
        text += name(static_cast<Feature>(f));
        text += values.data();
    }
    return text;
}

float Weights::score(const FeatureVector& features) const {
    double sum = 0;
    for (std::size_t f = 0; f < feature_count; ++f) sum += values_[f] * static_cast<double>(features[f]);
    return static_cast<float>(sum);
}

RunScores Weights::runs() const {
    return {.source_open = values_[source_open],
            .source_extend = values_[source_extend],
            .target_open = values_[target_open],
            .target_extend = values_[target_extend],
            .both_open = values_[both_open],
            .source_block_open = values_[source_block_open],
            .source_block_extend = values_[source_block_extend],
            .target_block_open = values_[target_block_open],
            .target_block_extend = values_[target_block_extend],
            .both_block_open = values_[both_block_open]};
}

}  // namespace tongwen::align
