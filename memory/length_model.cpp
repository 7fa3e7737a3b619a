// SPDX-License-Identifier: Apache-2.0
// Owns the sample from which usual lengths are learned.
#include "memory/length_model.h"

#include <algorithm>
#include <cmath>

#include "text/unicode.h"

namespace tongwen::memory {
namespace {

constexpr std::size_t sample_size = 2000;
// Left out: a twentieth at either end of the ratios, and of the deviations the largest twentieth, without
// which the variance of a normal distribution is three quarters of what it is.
constexpr std::size_t extremes = 20;
constexpr double variance_without_extremes = 0.76;
// Memories whose translations are all of the expected length teach nothing about others.
constexpr double least_variance_share = 0.1;

}  // namespace

// A reservoir (Vitter 1985, algorithm R) with the generator of Numerical Recipes' "ranqd1", in 64 bits.
void LengthModel::add(std::uint32_t source, std::uint32_t target) {
    if (source == 0 || target == 0) return;
    ++seen_;
    if (sample_.size() < sample_size) {
        sample_.push_back({source, target});
        return;
    }
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    const std::uint64_t place = (state_ >> 20) % seen_;
    if (place < sample_size) sample_[place] = {source, target};
}

// The length that counts is the mean of both sides': a very short source would make every target an outlier.
double LengthModel::square_deviation(const Pair& pair) const {
    const double length = (pair.source + pair.target / ratio_) / 2;
    const double difference = pair.target - ratio_ * pair.source;
    return difference * difference / length;
}

void LengthModel::learn() {
    if (seen_ < least) return;
    std::ranges::sort(sample_, {}, [](const Pair& pair) { return double(pair.target) / pair.source; });
    const std::size_t left_out = sample_.size() / extremes;
    double sources = 0;
    double targets = 0;
    for (std::size_t k = left_out; k + left_out < sample_.size(); ++k) {
        sources += sample_[k].source;
        targets += sample_[k].target;
    }
    ratio_ = targets / sources;
    std::vector<double> squares;
    for (const Pair& pair : sample_) squares.push_back(square_deviation(pair));
    std::ranges::sort(squares);
    squares.resize(squares.size() - left_out);
    double sum = 0;
    for (const double square : squares) sum += square;
    const double mean = sum / static_cast<double>(squares.size()) / variance_without_extremes;
    variance_ = std::max(mean, least_variance_share * ratio_ * ratio_);
}

double LengthModel::deviation(std::size_t source, std::size_t target) const {
    if (variance_ == 0) return 0;
    const auto s = static_cast<double>(source);
    const auto t = static_cast<double>(target);
    const double length = std::max((s + t / ratio_) / 2, 1.0);
    return (t - ratio_ * s) / std::sqrt(length * variance_);
}

std::size_t text_length(std::string_view utf8) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < utf8.size();)
        length += text::is_space(text::next_code_point(utf8, at)) ? 0 : 1;
    return length;
}

}  // namespace tongwen::memory
