// SPDX-License-Identifier: Apache-2.0
// Owns the invariant of Alignment, and its spelling.
#include "align/alignment.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <limits>
#include <stdexcept>

#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr std::size_t most_segments = std::numeric_limits<std::uint32_t>::max();

std::uint32_t parse_count(std::string_view& rest) {
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
    if (error != std::errc{}) throw std::invalid_argument("not a shape: " + std::string(rest));
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return count;
}

void expect(std::string_view& rest, char c) {
    if (!rest.starts_with(c)) throw std::invalid_argument("not a shape: " + std::string(rest));
    rest.remove_prefix(1);
}

template <class Side>
std::string join(const corpus::Document& document, Run<Side> run, std::string_view separator) {
    std::string text;
    for (std::size_t k = run.begin.value; k < run.end.value; ++k) {
        if (k > run.begin.value) text += separator;
        text += document.segment_text(k);
    }
    return text;
}

}  // namespace

std::string_view name(Evidence kind) {
    static constexpr std::array<std::string_view, evidence_count> names = {
        "length", "words", "numbers", "names", "punctuation", "structure", "shape"};
    return names[static_cast<std::size_t>(kind)];
}

Alignment::Alignment(std::vector<Bead> beads, std::size_t source_size, std::size_t target_size)
    : beads_(std::move(beads)), source_size_(source_size), target_size_(target_size) {
    [[maybe_unused]] SourcePosition i;
    [[maybe_unused]] TargetPosition j;
    for ([[maybe_unused]] const Bead& bead : beads_) {
        assert(bead.source.begin == i && bead.target.begin == j);
        assert(!bead.source.empty() || !bead.target.empty());
        i = bead.source.end;
        j = bead.target.end;
    }
    assert(i.value == source_size_ && j.value == target_size_);
}

double content_gain(const Bead& bead) {
    double sum = 0;
    for (const Evidence kind : {Evidence::words, Evidence::numbers, Evidence::names})
        sum += static_cast<double>(bead.reasons[static_cast<std::size_t>(kind)]);
    return sum;
}

std::string shape(const Bead& bead) {
    return std::to_string(bead.source.size()) + '-' + std::to_string(bead.target.size());
}

std::string spell(const Alignment& alignment) {
    std::string spelling;
    for (const Bead& bead : alignment.beads()) {
        if (!spelling.empty()) spelling += ' ';
        spelling += shape(bead);
    }
    return spelling;
}

Alignment parse_alignment(std::string_view spelling) {
    std::vector<Bead> beads;
    std::size_t i = 0;
    std::size_t j = 0;
    while (!spelling.empty()) {
        if (!beads.empty()) expect(spelling, ' ');
        const std::uint32_t m = parse_count(spelling);
        expect(spelling, '-');
        const std::uint32_t n = parse_count(spelling);
        if (m == 0 && n == 0) throw std::invalid_argument("a bead with both sides empty");
        if (std::max(i + m, j + n) > most_segments)
            throw std::invalid_argument("more segments than a position can count");
        beads.push_back({make_run<Source>(i, i + m), make_run<Target>(j, j + n)});
        i += m;
        j += n;
    }
    return {std::move(beads), i, j};
}

std::string Bitext::source_text(const Bead& bead, std::string_view separator) const {
    return join(source, bead.source, separator);
}

std::string Bitext::target_text(const Bead& bead, std::string_view separator) const {
    return join(target, bead.target, separator);
}

Run<Target> Bitext::target_in_file(Run<Target> run) const {
    const std::uint32_t before = page ? page->span.begin.value : 0;
    return make_run<Target>(run.begin.value + before, run.end.value + before);
}

template <class Side>
std::size_t count_characters(const corpus::Document& document, Run<Side> run) {
    std::size_t count = 0;
    for (std::size_t k = run.begin.value; k < run.end.value; ++k)
        count += text::count_characters(document.segment_text(k));
    return count;
}

template std::size_t count_characters(const corpus::Document&, Run<Source>);
template std::size_t count_characters(const corpus::Document&, Run<Target>);

std::string_view separator_of(const text::Language& language) {
    const std::string primary = language.primary();
    return primary == "zh" || primary == "ja" ? "" : " ";
}

}  // namespace tongwen::align
