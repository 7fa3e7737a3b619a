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

}  // namespace

Weights Weights::parse(std::string_view text, const std::string& file) {
    Weights weights;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::size_t feature = feature_named(line.substr(0, space));
        if (feature == feature_count || space == line.size()) refuse(file, number, line);
        const std::string_view value = line.substr(space + 1);
        const auto [rest, error] =
            std::from_chars(value.data(), value.data() + value.size(), weights[feature]);
        if (error != std::errc{} || rest != value.data() + value.size() || !std::isfinite(weights[feature])) {
            refuse(file, number, line);
        }
    }
    return weights;
}

const Weights& Weights::built_in(bool with_lexicon) {
    static const Weights with = parse(weights_with_lexicon(), "with_lexicon.weights");
    static const Weights without = parse(weights_without_lexicon(), "without_lexicon.weights");
    return with_lexicon ? with : without;
}

std::string Weights::write() const {
    std::string text;
    for (std::size_t f = 0; f < feature_count; ++f) {
        std::array<char, 32> value{};
        std::snprintf(value.data(), value.size(), " %.4f\n", values_[f]);
        text += name(static_cast<Feature>(f));
        text += value.data();
    }
    return text;
}

float Weights::score(const FeatureVector& features) const {
    double sum = 0;
    for (std::size_t f = 0; f < feature_count; ++f) sum += values_[f] * static_cast<double>(features[f]);
    return static_cast<float>(sum);
}

RunScores Weights::runs() const {
    return {values_[source_open], values_[source_extend], values_[target_open], values_[target_extend]};
}

}  // namespace tongwen::align
