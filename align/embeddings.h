// SPDX-License-Identifier: Apache-2.0
// Owns sentence embeddings that users bring along: vectors of runs of segments, and how alike two runs are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/document.h"
#include "text/mapped_file.h"

namespace tongwen::align {

/// The most segments of one side of a bead.
inline constexpr std::size_t longest_run = 6;

/// Vectors in the format of Vecalign (Thompson and Koehn, 2019): a text, and for each of its lines a vector
/// of 32-bit little-endian floating-point numbers, all of the same dimension, one after the other without
/// header. The vectors stay in their file.
class EmbeddingFile {
  public:
    /// Throws text::InputError: those of text::MappedFile; embeddings-size {bytes, lines, path of the
    /// overlaps}, at the vectors, where these are not one or more numbers for each line.
    EmbeddingFile(const std::filesystem::path& overlaps, const std::filesystem::path& vectors);

    /// The vector of a line. White space at its ends, and how much stands between words, makes no difference;
    /// neither does what follows 10 000 characters, where Vecalign cuts. Of lines that are the same, the
    /// first counts.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view line) const;
    [[nodiscard]] std::span<const float> vector(std::uint32_t row) const;
    [[nodiscard]] std::size_t dimension() const { return dimension_; }
    [[nodiscard]] const std::filesystem::path& overlaps() const { return overlaps_; }

  private:
    std::filesystem::path overlaps_;
    text::MappedFile vectors_;
    std::unordered_map<std::string, std::uint32_t> rows_;
    std::size_t dimension_;
};

/// A unit vector, as a sum of rows; without rows where the direction is unknown.
struct Direction {
    struct Part {
        std::span<const float> vector;
        double scale;
    };
    std::array<Part, longest_run> parts = {};
    std::size_t size = 0;
};

/// The cosine of two directions of the same dimension, -1 to 1; 0 where one is unknown.
double cosine(const Direction& one, const Direction& other);

/// The directions of a document's runs of segments.
class EmbeddingSide {
  public:
    /// Throws text::InputError embeddings-missing {segments without a line, segments, number of the first
    /// from 1, path of the document}, at the overlaps.
    EmbeddingSide(EmbeddingFile file, const corpus::Document& document);

    [[nodiscard]] std::size_t segments() const { return rows_.size() / longest_run; }
    [[nodiscard]] std::size_t dimension() const { return file_.dimension(); }
    /// Whether segments [begin, begin + size) as a whole have a line: themselves, joined by single spaces.
    [[nodiscard]] bool has_line(std::size_t begin, std::size_t size) const;
    /// The vector of the run's line, else the mean of the unit vectors of its segments. 1 <= size <=
    /// longest_run. A vector without length, or not of finite numbers, has no direction.
    [[nodiscard]] Direction direction(std::size_t begin, std::size_t size) const;

  private:
    static std::size_t at(std::size_t begin, std::size_t size) { return begin * longest_run + size - 1; }
    void find_rows(const corpus::Document& document);
    [[nodiscard]] Direction parts_of(std::size_t begin, std::size_t size) const;

    EmbeddingFile file_;
    std::vector<std::uint32_t> rows_;  // by run
    std::vector<double> scales_;       // by run: what makes a unit vector of it; 0: it has no direction
};

/// The embeddings of two documents, of the same dimension; null: none.
struct EmbeddingSides {
    const EmbeddingSide* of_source = nullptr;
    const EmbeddingSide* of_target = nullptr;
};

/// How alike runs of two documents are, against what is usual for them: some runs are close to everything.
/// Refers to the sides.
class EmbeddingSimilarity {
  public:
    explicit EmbeddingSimilarity(const EmbeddingSides& sides);

    /// Of source segments [i, i + m) and target segments [j, j + n): 1 - 2 (1 - cosine) / (a + b), at least
    /// 0, where a is the mean of 1 - cosine between the source run and segments of the target that were drawn
    /// at random (always the same ones), and b that of the target run. 1: the same direction; 0: not nearer
    /// than chance, or unknown.
    /// m and n are 1 to longest_run.
    [[nodiscard]] float of(std::size_t i, std::size_t m, std::size_t j, std::size_t n) const;

  private:
    EmbeddingSides sides_;
    std::vector<float> usual_of_source_;  // by run: the mean distance to the samples
    std::vector<float> usual_of_target_;
};

}  // namespace tongwen::align
