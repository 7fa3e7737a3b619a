// SPDX-License-Identifier: Apache-2.0
// Owns the features of a bead: the numbers by which one bead is preferred to another.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/claims.h"
#include "align/corridor.h"
#include "align/cues.h"
#include "align/embeddings.h"
#include "align/gains.h"
#include "align/tokens.h"

namespace tongwen::align {

/// Every feature: its name in weight files and the kind of evidence that it counts as. The order is the order
/// in memory.
// clang-format off
#define TONGWEN_FEATURES(X)                                                                               \
    /* shapes of linked beads */                                                                          \
    X(shape_1_1, shape) X(shape_1_2, shape) X(shape_2_1, shape) X(shape_2_2, shape) X(shape_1_3, shape)   \
    X(shape_3_1, shape) X(shape_1_n, shape) X(shape_n_1, shape) X(shape_m_n, shape) X(shape_size, shape)  \
    /* length: d = (target - r source) / sd */                                                            \
    X(length_square_long, length) X(length_square_short, length) X(length_distance, length)               \
    /* words: gains, masses, coverage */                                                                  \
    X(gain_target, words) X(gain_source, words) X(mass_target, words) X(mass_source, words)               \
    X(coverage_target, words) X(coverage_source, words) X(coverage_target_many, words)                    \
    X(coverage_source_many, words) X(rate_target, words) X(rate_source, words) X(rate_least, words)       \
    X(leak_first_target, words) X(leak_last_target, words) X(leak_first_source, words)                    \
    X(leak_last_source, words) X(stolen_first_target, words) X(stolen_last_target, words)                 \
    X(stolen_first_source, words) X(stolen_last_source, words)                                            \
    X(outside_target, words) X(outside_source, words) X(inside, words)                                     \
    X(outside_single, words) X(member_rate, words) X(member_marginal, words) X(member_length, length)                              \
    X(member_none, words) X(member_idle, words)                                                           \
    X(weak, words) X(weak_mass, words) X(weaker_mass, words) X(weakest_mass, words)                       \
    X(weak_either_mass, words) X(single_weak, words) X(single_weak_mass, words)                           \
    X(single_weaker_mass, words) X(single_rate, words)                                                    \
    /* numbers and names without counterpart, and with one */                                             \
    X(numbers_missing_target, numbers) X(numbers_missing_source, numbers)                                 \
    X(numbers_missing_both, numbers) X(numbers_found, numbers) X(names_missing_target, names)             \
    X(names_missing_source, names) X(names_found, names)                                                  \
    /* punctuation */                                                                                     \
    X(question_both, punctuation) X(question_one, punctuation) X(exclamation_both, punctuation)           \
    X(exclamation_one, punctuation) X(colon_both, punctuation) X(colon_one, punctuation)                  \
    X(ellipsis_both, punctuation) X(ellipsis_one, punctuation) X(soft_end_source, punctuation)            \
    X(soft_end_target, punctuation) X(close_quote_both, punctuation) X(close_quote_one, punctuation)      \
    X(open_quote_both, punctuation) X(open_quote_one, punctuation) X(inside_quote_one, punctuation) X(inside_quote_both, punctuation) X(quotations_differ, punctuation) X(quoted_terms_differ, punctuation)       \
    X(questions_differ, punctuation) X(exclamations_differ, punctuation)                                  \
    X(sentences_differ, punctuation) X(breaks_matched, punctuation)                                  \
    /* structure */                                                                                       \
    X(marker_equal, structure) X(marker_differs, structure) X(marker_shifted, structure) X(marker_one, structure)                      \
    X(marker_inside, structure) X(items_equal, structure) X(items_differ, structure) X(kind_equal, structure) X(kind_differs, structure)                       \
    X(paragraph_begins_both, structure) X(paragraph_begins_one, structure)                                \
    X(paragraph_ends_both, structure) X(paragraph_ends_one, structure) X(paragraph_inside_one, structure) \
    X(paragraph_inside_both, structure)                                                                   \
    /* embeddings that users bring along: similarity of the bead's sides, times the smaller number of */  \
    /* segments; not learned, see embedding_weight */                                                     \
    X(embedding, words)                                                                                   \
    /* segments that stand alone: the same set for a source and for a target segment */                   \
    X(both_open, shape) X(both_block_open, shape) \
    X(source_open, shape) X(source_extend, shape) X(source_block_open, shape) X(source_block_extend, shape) \
    X(source_length, length) X(source_mass, words)          \
    X(source_near, words) X(source_near_mass, words) X(source_nothing_mass, words)                        \
    X(source_little_mass, words) X(source_none_mass, words) X(source_row, words)                          \
    X(source_row_mass, words) X(source_marginal, words) X(source_marginal_mass, words)                    \
    X(source_given, words) X(source_given_mass, words) X(source_covered, words) X(source_claimed, words)                           \
    X(source_both_mass, words) X(source_short, length) X(source_numbers, numbers) X(source_names, names)  \
    X(source_note, structure) X(source_heading, structure) X(source_marker, structure)                    \
    X(source_paragraph, structure) X(source_soft_end, punctuation) X(source_inside_quote, punctuation)    \
    X(target_open, shape) X(target_extend, shape) X(target_block_open, shape) X(target_block_extend, shape) \
    X(target_length, length) X(target_mass, words)          \
    X(target_near, words) X(target_near_mass, words) X(target_nothing_mass, words)                        \
    X(target_little_mass, words) X(target_none_mass, words) X(target_row, words)                          \
    X(target_row_mass, words) X(target_marginal, words) X(target_marginal_mass, words)                    \
    X(target_given, words) X(target_given_mass, words) X(target_covered, words) X(target_claimed, words)                           \
    X(target_both_mass, words) X(target_short, length) X(target_numbers, numbers) X(target_names, names)  \
    X(target_note, structure) X(target_heading, structure) X(target_marker, structure)                    \
    X(target_paragraph, structure) X(target_soft_end, punctuation) X(target_inside_quote, punctuation)
// clang-format on

enum Feature : std::uint8_t {
#define X(name, evidence) name,
    TONGWEN_FEATURES(X)
#undef X
        feature_count
};

std::string_view name(Feature feature);
Evidence evidence_of(Feature feature);

/// One value a feature; features that do not apply are 0.
using FeatureVector = std::array<float, feature_count>;

/// A bead of the lattice: source segments [i, i + m) and target segments [j, j + n).
struct Step {
    std::uint32_t i;
    std::uint32_t j;
    std::uint8_t m;
    std::uint8_t n;
};

/// Sums over runs of segments of one side.
class SegmentSums {
  public:
    explicit SegmentSums(const TokenTable& table);
    [[nodiscard]] double length(std::size_t begin, std::size_t end) const {
        return length_[end] - length_[begin];
    }
    [[nodiscard]] float mass(std::size_t begin, std::size_t end) const { return of(mass_, begin, end); }
    [[nodiscard]] float numbers(std::size_t begin, std::size_t end) const { return of(numbers_, begin, end); }
    [[nodiscard]] float names(std::size_t begin, std::size_t end) const { return of(names_, begin, end); }

  private:
    static float of(const std::vector<double>& sums, std::size_t begin, std::size_t end) {
        return static_cast<float>(sums[end] - sums[begin]);
    }
    std::vector<double> length_;  // prefix sums
    std::vector<double> mass_;
    std::vector<double> numbers_;
    std::vector<double> names_;
};

/// One side of two documents, as features see it.
struct SideView {
    const TokenTable& tokens;
    const SegmentSums& sums;
    const std::vector<Cues>& cues;
};

/// How many standard deviations the length of a bead's target is off that of its source, `ratio` being the
/// target length for a source length of 1 (Gale and Church, 1993).
double length_deviation(double source_length, double target_length, double ratio);

/// All that features are computed from.
struct Evidences {
    SideView source;
    SideView target;
    const Gains& gains;
    const Claims& claims;
    const Corridor& corridor;
    double ratio;                                     ///< target length for a source length of 1
    const EmbeddingSimilarity* embeddings = nullptr;  ///< null: none
};

/// Computes features of beads; remembers what many beads share.
class FeatureMaker {
  public:
    explicit FeatureMaker(const Evidences& evidences);

    /// The length deviation of a linked bead in standard deviations; beads beyond +-7 are not searched.
    [[nodiscard]] double deviation(const Step& step) const;
    /// Whether one side of a linked bead is a single segment of at least as many sentences as the other has
    /// segments.
    [[nodiscard]] bool is_paragraph(const Step& step) const;
    /// The features of a linked bead (m, n > 0).
    [[nodiscard]] FeatureVector linked(const Step& step) const;
    /// The features of a segment that stands alone (m or n is 0, the other 1) but for those of opening or
    /// extending a run.
    [[nodiscard]] FeatureVector alone(const Step& step) const;

  private:
    void add_shape(const Step& step, FeatureVector& f) const;
    void add_length(const Step& step, FeatureVector& f) const;
    void add_words(const Step& step, FeatureVector& f) const;
    void add_leaks(const Step& step, FeatureVector& f) const;
    void add_claims(const Step& step, FeatureVector& f) const;
    void add_members(const Step& step, FeatureVector& f) const;
    void add_endings(const Step& step, FeatureVector& f) const;
    void add_sentences(const Step& step, FeatureVector& f) const;
    void add_quotes(const Step& step, FeatureVector& f) const;
    void add_structure(const Step& step, FeatureVector& f) const;
    void add_embedding(const Step& step, FeatureVector& f) const;
    [[nodiscard]] WindowGain target_sum(const Step& step) const;
    [[nodiscard]] WindowGain source_sum(const Step& step) const;

    Evidences e_;
    std::vector<float> best_of_source_;  ///< by source segment of the corridor: the best gain rate in its row
    std::vector<float> best_of_target_;
};

/// Steps (m, n) of linked beads, most frequent first: up to 6 on a side with m·n <= 15 and m + n <= 8.
std::span<const std::pair<std::uint8_t, std::uint8_t>> linked_shapes();
/// Further ones, of a segment that is a whole paragraph: up to 10 on the other side.
std::span<const std::pair<std::uint8_t, std::uint8_t>> paragraph_shapes();
/// How many sentences make a segment a paragraph.
inline constexpr std::uint8_t paragraph_sentences = 7;

}  // namespace tongwen::align
