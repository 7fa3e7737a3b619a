// SPDX-License-Identifier: Apache-2.0
// Tests excerpts: their text, their paragraphs, and the way back to the file.
#include "corpus/excerpt.h"

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "corpus/readers.h"
#include "tests/corpus/document_laws.h"
#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

Document read(std::string_view bytes, const std::string& format, const std::string& encoding = "") {
    ReadOptions options;
    options.format = format;
    options.encoding = encoding;
    options.language = text::Language::parse("zh");
    return make_document(bytes, "harbour.txt", options, [](const auto&) {});
}

/// Paragraphs in square brackets, segments divided by bars.
std::string spell(const Document& document) {
    std::string out;
    for (const Paragraph& paragraph : document.paragraphs) {
        out += '[';
        for (auto i = paragraph.first_segment; i < paragraph.last_segment; ++i)
            out.append(i > paragraph.first_segment ? "|" : "").append(document.segment_text(i));
        out += ']';
    }
    return out;
}

const std::string harbour =
    "# 港口\n\n"
    "船在清晨到达。码头很安静。渔民在补网。\n\n"
    "- 灯塔\n- 渡口\n\n"
    "风停了。海是平的。\n";

TEST_CASE("an excerpt has the segments of its ranges, in paragraphs that may be cut") {
    const Document whole = read(harbour, "markdown");
    REQUIRE(spell(whole) ==
            "[港口][船在清晨到达。|码头很安静。|渔民在补网。][灯塔][渡口][风停了。|海是平的。]");
    struct Row {
        std::vector<SegmentRange> ranges;
        std::string expected;
    };
    const auto row = GENERATE(values<Row>({
        {{}, ""},
        {{{3, 3}}, ""},
        {{{0, 8}}, "[港口][船在清晨到达。|码头很安静。|渔民在补网。][灯塔][渡口][风停了。|海是平的。]"},
        {{{2, 3}}, "[码头很安静。]"},
        {{{2, 5}}, "[码头很安静。|渔民在补网。][灯塔]"},
        {{{0, 2}, {5, 7}}, "[港口][船在清晨到达。][渡口][风停了。]"},
        {{{1, 2}, {2, 2}, {3, 4}}, "[船在清晨到达。][渔民在补网。]"},
        {{{7, 8}}, "[海是平的。]"},
    }));
    const Document part = excerpt(whole, row.ranges);
    CHECK(spell(part) == row.expected);
    CHECK(broken_law(part, harbour.size()).empty());
}

TEST_CASE("kinds, levels, language and provenance are those of the whole document") {
    const Document whole = read(harbour, "markdown");
    const std::vector<SegmentRange> ranges = {{0, 1}, {4, 6}};
    const Document part = excerpt(whole, ranges);
    REQUIRE(part.paragraphs.size() == 3);
    CHECK(part.paragraphs[0].kind == Kind::heading);
    CHECK(part.paragraphs[0].level == 1);
    CHECK(part.paragraphs[2].kind == Kind::list_item);
    CHECK(part.segments[2].kind == Kind::list_item);
    CHECK(part.language == whole.language);
    CHECK(part.provenance.path == "harbour.txt");
    CHECK(part.provenance.content_hash == whole.provenance.content_hash);
}

TEST_CASE("the way back leads to the same bytes as from the whole document") {
    const std::string gb18030 =
        "\xB4\xAC\xB5\xBD\xA1\xA3\xB7\xE7\xCD\xA3\xA1\xA3\n\xBA\xA3\xC6\xBD\xA1\xA3\n";
    const Document whole = read(gb18030, "text", "GB18030");  // 船到。风停。 and 海平。
    REQUIRE(whole.segments.size() == 3);
    const SegmentRange range{1, 3};
    const Document part = excerpt(whole, {&range, 1});
    REQUIRE(part.segments.size() == 2);
    CHECK(part.to_original.to_original(part.segments[0].span) == text::ByteSpan{6, 12});
    CHECK(part.to_original.to_original(part.segments[1].span) == text::ByteSpan{13, 19});
}

/// The beginnings of some ranges, in order and disjoint.
std::vector<SegmentRange> any_ranges(std::size_t segments) {
    auto cuts = *rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(segments + 1)));
    std::sort(cuts.begin(), cuts.end());
    std::vector<SegmentRange> ranges;
    for (std::size_t k = 0; k + 1 < cuts.size(); k += 2) ranges.push_back({cuts[k], cuts[k + 1]});
    return ranges;
}

TEST_CASE("any excerpt keeps the laws of documents, and each segment its text, kind and bytes") {
    REQUIRE(rc::check([](const std::vector<std::uint8_t>& shape) {
        std::string text = "起。";
        for (const std::uint8_t piece : shape)
            text += std::vector<std::string>{
                "船来了。", "\n\n", "\n", "*灯*亮着。", "1. 网\n", "> 海\n\n"}[piece % 6];
        const Document whole = read(text, "markdown");
        const std::vector<SegmentRange> ranges = any_ranges(whole.segments.size());
        const Document part = excerpt(whole, ranges);
        RC_ASSERT(broken_law(part, text.size()) == "");
        std::size_t k = 0;
        for (const SegmentRange range : ranges) {
            for (auto i = range.begin; i < range.end; ++i, ++k) {
                RC_ASSERT(part.segment_text(k) == whole.segment_text(i));
                RC_ASSERT(part.segments[k].kind == whole.segments[i].kind);
                RC_ASSERT(part.to_original.to_original(part.segments[k].span) ==
                          whole.to_original.to_original(whole.segments[i].span));
            }
        }
        RC_ASSERT(k == part.segments.size());
    }));
}

}  // namespace
}  // namespace tongwen::corpus
