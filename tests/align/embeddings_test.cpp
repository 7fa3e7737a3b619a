// SPDX-License-Identifier: Apache-2.0
// Tests the reading of embeddings, the directions of runs, and how alike runs are.
#include "align/embeddings.h"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "tests/align/segments.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

using Vector = std::vector<float>;

/// A line of the overlaps and its vector.
struct Line {
    std::string text;
    Vector vector;
};

std::string bytes_of(const Vector& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(float)};
}

EmbeddingFile file_of(const ScratchFolder& folder, const std::vector<Line>& lines) {
    std::string overlaps;
    std::string vectors;
    for (const Line& line : lines) {
        overlaps += line.text + "\n";
        vectors += bytes_of(line.vector);
    }
    return {folder.add("overlaps", overlaps), folder.add("vectors", vectors)};
}

EmbeddingSide side_of(const corpus::Document& document, const std::vector<Line>& lines) {
    const ScratchFolder folder;  // what is mapped stays when the file goes
    return {file_of(folder, lines), document};
}

const Vector e1 = {1, 0, 0, 0};
const Vector e2 = {0, 1, 0, 0};
const Vector e3 = {0, 0, 1, 0};
const Vector e4 = {0, 0, 0, 1};

TEST_CASE("vectors must be as many as lines, each of one number at least") {
    struct Row {
        std::string overlaps;
        std::size_t bytes;
        std::string expected;  ///< the dimension, or what is refused
    };
    const auto row = GENERATE(values<Row>({
        {"a\nb\n", 32, "4"},
        {"a\nb", 32, "4"},
        {"a\n\nb\n", 12, "1"},
        {"a\r\nb\r\n", 8, "1"},
        {"\xFF\xFE\n\xF0\n", 8, "1"},
        {"a\nb\n", 33, "embeddings-size 33 2"},
        {"a\nb\n", 12, "embeddings-size 12 2"},
        {"a\nb\n", 2, "embeddings-size 2 2"},
        {"a\nb\n", 0, "embeddings-size 0 2"},
        {"", 16, "embeddings-size 16 0"},
        {"", 0, "embeddings-size 0 0"},
    }));
    INFO(row.overlaps << row.bytes);
    const ScratchFolder folder;
    const auto overlaps = folder.add("overlaps", row.overlaps);
    const auto vectors = folder.add("vectors", std::string(row.bytes, '\0'));
    std::string found;
    try {
        found = std::to_string(EmbeddingFile(overlaps, vectors).dimension());
    } catch (const text::InputError& error) {
        const text::Diagnostic& diagnostic = error.diagnostic();
        CHECK(diagnostic.where.file == vectors.string());
        REQUIRE(diagnostic.arguments.size() == 3);
        CHECK(diagnostic.arguments[2] == overlaps.string());
        found = diagnostic.id + " " + diagnostic.arguments[0] + " " + diagnostic.arguments[1];
    }
    CHECK(found == row.expected);
}

TEST_CASE("a line is found whatever its white space, the first of several, up to 10 000 characters") {
    const ScratchFolder folder;
    std::string longest;
    for (int k = 0; k < 10'000; ++k) longest += "河";
    const EmbeddingFile file =
        file_of(folder, {{"one two", e1}, {" three\t four\r", e2}, {"one  two", e3}, {longest, e4}});
    CHECK(file.find("one two") == 0U);
    CHECK(file.find("\none\xE3\x80\x80two ") == 0U);
    CHECK(file.find("three four") == 1U);
    CHECK(file.find(longest) == 3U);
    CHECK(file.find(longest + "湾") == 3U);
    CHECK(file.find(longest.substr(3)) == std::nullopt);
    CHECK(file.find("onetwo") == std::nullopt);
    CHECK(file.find("") == std::nullopt);
    CHECK(file.vector(1)[1] == 1);
    CHECK(file.vector(3)[3] == 1);
}

TEST_CASE("a run has its line's direction, else that of the mean of its segments") {
    const corpus::Document document = segmented({"a", "b", "c"}, "en");
    const EmbeddingSide side = side_of(document, {{"a", {3, 0, 0, 0}}, {"b", e2}, {"c", e3}, {"a b", e4}});
    const EmbeddingSide axes = side_of(segmented({"1", "2", "3", "4"}, "en"),
                                       {{"1", e1}, {"2", e2}, {"3", e3}, {"4", {0, 0, 0, 0.5F}}});
    const auto towards = [&](std::size_t begin, std::size_t size, std::size_t axis) {
        return cosine(side.direction(begin, size), axes.direction(axis, 1));
    };
    CHECK(side.has_line(0, 2));
    CHECK_FALSE(side.has_line(1, 2));
    CHECK_FALSE(side.has_line(2, 2));
    CHECK(towards(0, 1, 0) == Approx(1));
    CHECK(towards(0, 2, 3) == Approx(1));
    CHECK(towards(0, 2, 0) == Approx(0));
    CHECK(towards(1, 2, 1) == Approx(std::sqrt(0.5)));
    // Long vectors count no more than short ones.
    CHECK(towards(0, 3, 0) == Approx(std::sqrt(1.0 / 3)));
    CHECK(towards(0, 3, 2) == Approx(std::sqrt(1.0 / 3)));
}

TEST_CASE("vectors of ten numbers and of a thousand have the cosines that they should") {
    for (const std::size_t dimension : {1, 7, 8, 10, 1003}) {
        const Vector one(dimension, 2);
        Vector other(dimension, 1);
        other.back() = -1;
        const EmbeddingSide side = side_of(segmented({"a", "b"}, "en"), {{"a", one}, {"b", other}});
        const auto n = static_cast<double>(dimension);
        CHECK(cosine(side.direction(0, 1), side.direction(1, 1)) == Approx((n - 2) / n));
        CHECK(cosine(side.direction(0, 1), side.direction(0, 1)) == Approx(1));
    }
}

TEST_CASE("a vector without a direction is like nothing") {
    const float infinite = std::numeric_limits<float>::infinity();
    const auto bad = GENERATE_COPY(
        values<Vector>({{0, 0, 0, 0}, {std::nanf(""), 0, 0, 0}, {infinite, 1, 1, 1}, {1e-40F, 0, 0, 0}}));
    const corpus::Document document = segmented({"a", "b"}, "en");
    const EmbeddingSide source = side_of(document, {{"a", bad}, {"b", e2}});
    const EmbeddingSide target = side_of(document, {{"a", e1}, {"b", e2}});
    CHECK(source.direction(0, 1).size == 0);
    CHECK(cosine(source.direction(0, 2), target.direction(1, 1)) == Approx(1));
    const EmbeddingSimilarity similarity({&source, &target});
    CHECK(similarity.of(0, 1, 0, 1) == 0);
    CHECK(similarity.of(1, 1, 1, 1) == Approx(1));
}

TEST_CASE("segments without a line are refused, with their number and the first of them") {
    corpus::Document document = segmented({"a", "b", "c"}, "en");
    document.provenance.path = "my.txt";
    const ScratchFolder folder;
    try {
        const EmbeddingSide side(file_of(folder, {{"a", e1}, {"b c", e2}}), document);
        FAIL("was not refused");
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic().id == "embeddings-missing");
        CHECK(error.diagnostic().where.file == (folder.path() / "overlaps").string());
        CHECK(error.diagnostic().arguments == std::vector<std::string>{"2", "3", "2", "my.txt"});
    }
}

TEST_CASE("similarity is measured by what is usual for both runs") {
    // 1 - cosine to the three segments of the other side: of the source's first 0, 1, 1 and so 2/3 in the
    // mean.
    const EmbeddingSide source =
        side_of(segmented({"a", "b", "c"}, "en"), {{"a", e1}, {"b", e2}, {"c", {1, 1, 0, 0}}});
    const EmbeddingSide target = side_of(segmented({"x", "y", "z"}, "en"), {{"x", e1}, {"y", e3}, {"z", e4}});
    const EmbeddingSimilarity similarity({&source, &target});
    CHECK(similarity.of(0, 1, 0, 1) == Approx(1));
    CHECK(similarity.of(0, 1, 1, 1) == 0);
    const double root = std::sqrt(0.5);
    const double usual_of_c = (3 - root) / 3;
    const double usual_of_x = (0 + 1 + (1 - root)) / 3;
    CHECK(similarity.of(2, 1, 0, 1) == Approx(1 - 2 * (1 - root) / (usual_of_c + usual_of_x)));
}

TEST_CASE("of documents without segments nothing is asked") {
    const EmbeddingSide none = side_of(segmented({}, "en"), {{"a", e1}});
    const EmbeddingSide some = side_of(segmented({"a"}, "en"), {{"a", e1}});
    CHECK(none.segments() == 0);
    CHECK_NOTHROW(EmbeddingSimilarity({&none, &some}));
    CHECK_NOTHROW(EmbeddingSimilarity({&some, &none}));
}

/// Which target each source segment is linked with, from 0; -1: none.
std::vector<int> partners(const Alignment& alignment) {
    std::vector<int> partners(alignment.source_size(), -1);
    for (const Bead& bead : alignment.beads())
        if (bead.source.size() == 1 && bead.target.size() == 1)
            partners[bead.source.begin.value] = static_cast<int>(bead.target.begin.value);
    return partners;
}

TEST_CASE("embeddings decide what nothing else does, in both directions") {
    const corpus::Document source = segmented({"甲甲", "乙乙", "丙丙"}, "zh");
    const corpus::Document target = segmented({"abc def", "uvw xyz"}, "en");
    const EmbeddingSide of_source = side_of(source, {{"甲甲", e1}, {"乙乙", e2}, {"丙丙", e3}});
    struct Row {
        Vector first;
        Vector second;
        std::vector<int> expected;
    };
    const std::vector<Row> rows = {{e1, e2, {0, 1, -1}}, {e1, e3, {0, -1, 1}}, {e2, e3, {-1, 0, 1}}};
    for (const Row& row : rows) {
        const EmbeddingSide of_target = side_of(target, {{"abc def", row.first}, {"uvw xyz", row.second}});
        AlignOptions options;
        options.embeddings = {&of_source, &of_target};
        const Alignment there = align(source, target, options);
        CHECK(partners(there) == row.expected);
        options.embeddings = {&of_target, &of_source};
        CHECK(mirror(align(target, source, options)).beads() == there.beads());
    }
}

TEST_CASE("embeddings that tell nothing apart change nothing but what a bead is worth") {
    const corpus::Document source = segmented({"甲甲", "乙乙"}, "zh");
    const corpus::Document target = segmented({"abc def", "uvw xyz"}, "en");
    const EmbeddingSide of_source = side_of(source, {{"甲甲", e1}, {"乙乙", e1}});
    const EmbeddingSide of_target = side_of(target, {{"abc def", e1}, {"uvw xyz", e1}});
    AlignOptions options;
    options.embeddings = {&of_source, &of_target};
    CHECK(align(source, target, options).beads() == align(source, target).beads());
}

}  // namespace
}  // namespace tongwen::align
