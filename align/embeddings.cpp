// SPDX-License-Identifier: Apache-2.0
// Owns the reading of embeddings, and the cosines between runs.
#include "align/embeddings.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

#include <tbb/parallel_for.h>

#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

static_assert(std::endian::native == std::endian::little, "vectors are read where they lie");

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t longest_line = 10'000;  // characters; Vecalign's overlap.py cuts there
// A run's usual distance is known to a few per cent from so many; Vecalign draws 100.
constexpr std::size_t samples = 50;

/// The line with single spaces between its words, cut where Vecalign does.
std::string normalise(std::string_view line) {
    std::string normal;
    bool between = false;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < line.size() && characters < longest_line;) {
        const std::size_t begin = at;
        if (text::is_space(text::next_code_point(line, at))) {
            between = !normal.empty();
            continue;
        }
        if (between && ++characters < longest_line) normal += ' ';
        between = false;
        if (characters == longest_line) break;
        normal += line.substr(begin, at - begin);
        ++characters;
    }
    return normal.ends_with(' ') ? normal.substr(0, normal.size() - 1) : normal;
}

/// Calls `visit(line)` for each line; an end of line at the end of the text begins none.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// In eight sums, so that compilers use vector instructions, always in the same order; in double precision,
/// so that no square of a float overflows.
double dot(std::span<const float> one, std::span<const float> other) {
    const auto product = [&](std::size_t k) {
        return static_cast<double>(one[k]) * static_cast<double>(other[k]);
    };
    std::array<double, 8> sums{};
    std::size_t k = 0;
    for (; k + sums.size() <= one.size(); k += sums.size())
        for (std::size_t lane = 0; lane < sums.size(); ++lane) sums[lane] += product(k + lane);
    double sum = 0;
    for (; k < one.size(); ++k) sum += product(k);
    for (const double lane : sums) sum += lane;
    return sum;
}

double dot(const Direction& one, const Direction& other) {
    double sum = 0;
    for (std::size_t k = 0; k < one.size; ++k)
        for (std::size_t l = 0; l < other.size; ++l)
            sum +=
                dot(one.parts[k].vector, other.parts[l].vector) * one.parts[k].scale * other.parts[l].scale;
    return sum;
}

/// What makes a unit vector of one with this square; 0 where nothing does.
double scale_for(double square) {
    constexpr double shortest = 1e-12;  // shorter ones are rounding errors
    return std::isfinite(square) && square > shortest ? 1 / std::sqrt(square) : 0;
}

/// Segments of a side, drawn with a fixed seed; all where there are few.
std::vector<Direction> draw(const EmbeddingSide& side) {
    std::vector<Direction> drawn;
    const std::size_t count = side.segments();
    std::mt19937_64 random(count);
    for (std::size_t k = 0; k < std::min(samples, count); ++k)
        drawn.push_back(side.direction(count <= samples ? k : random() % count, 1));
    return drawn;
}

std::vector<float> usual_distances(const EmbeddingSide& side, const EmbeddingSide& other) {
    const std::vector<Direction> drawn = draw(other);
    std::vector<float> usual(side.segments() * longest_run, 0);
    tbb::parallel_for(std::size_t{0}, usual.size(), [&](std::size_t run) {
        const std::size_t begin = run / longest_run;
        const std::size_t size = run % longest_run + 1;
        if (begin + size > side.segments() || drawn.empty()) return;
        const Direction direction = side.direction(begin, size);
        double sum = 0;
        for (const Direction& one : drawn) sum += 1 - cosine(direction, one);
        usual[run] = static_cast<float>(sum / static_cast<double>(drawn.size()));
    });
    return usual;
}

}  // namespace

EmbeddingFile::EmbeddingFile(const std::filesystem::path& overlaps, const std::filesystem::path& vectors)
    : overlaps_(overlaps), vectors_(vectors) {
    const text::MappedFile lines(overlaps);
    std::size_t count = 0;
    for_each_line(lines.bytes(), [&](std::string_view line) {
        rows_.emplace(normalise(line), static_cast<std::uint32_t>(count++));
    });
    const std::size_t bytes = vectors_.bytes().size();
    if (count == 0 || count >= no_row || bytes == 0 || bytes % (count * sizeof(float)) != 0)
        throw text::InputError({"embeddings-size",
                                text::Severity::error,
                                {vectors.string()},
                                {std::to_string(bytes), std::to_string(count), overlaps.string()}});
    dimension_ = bytes / sizeof(float) / count;
}

std::optional<std::uint32_t> EmbeddingFile::find(std::string_view line) const {
    const auto found = rows_.find(normalise(line));
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const float> EmbeddingFile::vector(std::uint32_t row) const {
    const auto* const first = reinterpret_cast<const float*>(vectors_.bytes().data());
    return {first + row * dimension_, dimension_};
}

double cosine(const Direction& one, const Direction& other) { return std::clamp(dot(one, other), -1.0, 1.0); }

EmbeddingSide::EmbeddingSide(EmbeddingFile file, const corpus::Document& document)
    : file_(std::move(file)),
      rows_(document.segments.size() * longest_run, no_row),
      scales_(rows_.size(), 0) {
    find_rows(document);
    for (const std::size_t size : {1, 2, 3, 4, 5, 6})
        for (std::size_t begin = 0; begin + size <= segments(); ++begin) {
            const Direction parts = parts_of(begin, size);
            scales_[at(begin, size)] = scale_for(dot(parts, parts));
        }
}

void EmbeddingSide::find_rows(const corpus::Document& document) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < segments(); ++i) lines.push_back(normalise(document.segment_text(i)));
    std::size_t missing = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < segments(); ++i) {
        std::string run;
        for (std::size_t size = 1; size <= std::min(longest_run, segments() - i); ++size) {
            run += (size > 1 ? " " : "") + lines[i + size - 1];
            rows_[at(i, size)] = file_.find(run).value_or(no_row);
        }
        if (!has_line(i, 1) && missing++ == 0) first = i + 1;
    }
    if (missing > 0)
        throw text::InputError({"embeddings-missing",
                                text::Severity::error,
                                {file_.overlaps().string()},
                                {std::to_string(missing), std::to_string(segments()), std::to_string(first),
                                 document.provenance.path}});
}

bool EmbeddingSide::has_line(std::size_t begin, std::size_t size) const {
    return rows_[at(begin, size)] != no_row;
}

/// What a run's direction is the sum of, before it has unit length.
Direction EmbeddingSide::parts_of(std::size_t begin, std::size_t size) const {
    Direction sum;
    if (has_line(begin, size)) {
        sum.parts[sum.size++] = {file_.vector(rows_[at(begin, size)]), 1};
        return sum;
    }
    for (std::size_t i = begin; i < begin + size; ++i)
        if (scales_[at(i, 1)] > 0) sum.parts[sum.size++] = {file_.vector(rows_[at(i, 1)]), scales_[at(i, 1)]};
    return sum;
}

Direction EmbeddingSide::direction(std::size_t begin, std::size_t size) const {
    assert(size >= 1 && size <= longest_run && begin + size <= segments());
    const double scale = scales_[at(begin, size)];
    if (scale == 0) return {};
    Direction direction = parts_of(begin, size);
    for (std::size_t k = 0; k < direction.size; ++k) direction.parts[k].scale *= scale;
    return direction;
}

EmbeddingSimilarity::EmbeddingSimilarity(const EmbeddingSides& sides)
    : sides_(sides),
      usual_of_source_(usual_distances(*sides.of_source, *sides.of_target)),
      usual_of_target_(usual_distances(*sides.of_target, *sides.of_source)) {
    assert(sides.of_source->dimension() == sides.of_target->dimension());
}

float EmbeddingSimilarity::of(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const {
    const Direction source = sides_.of_source->direction(i, m);
    const Direction target = sides_.of_target->direction(j, n);
    const double usual = static_cast<double>(usual_of_source_[i * longest_run + m - 1]) +
                         static_cast<double>(usual_of_target_[j * longest_run + n - 1]);
    if (source.size == 0 || target.size == 0 || usual <= 0) return 0;
    return static_cast<float>(std::max(0.0, 1 - 2 * (1 - cosine(source, target)) / usual));
}

}  // namespace tongwen::align
