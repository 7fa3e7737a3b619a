// SPDX-License-Identifier: Apache-2.0
// Tests how matched words are told to the HTML page.
#include "cli/html_word_marks.h"

#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

text::ByteSpan find(const corpus::Document& document, std::string_view word) {
    const std::size_t begin = document.text.find(word);
    REQUIRE(begin != std::string::npos);
    return {begin, begin + word.size()};
}

TEST_CASE("words are counted from the bead's first segment on, in base 36") {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {{"零。", "我们的桥。", "李云有7盏灯。"}});
    bitext.target = document_of("b", "en", {{"Zero.", "Our bridge and Li Yun's 7 lamps, which shine."}});
    const align::Bead bead{align::make_run<align::Source>(1, 3), align::make_run<align::Target>(1, 2)};
    const align::Explanation explanation = {
        .matches = {{find(bitext.source, "桥"), find(bitext.target, "bridge"), align::TokenKind::word, 0.5F},
                    {find(bitext.source, "李云"), find(bitext.target, "Li Yun"), align::TokenKind::name,
                     0.5F},
                    {find(bitext.source, "7"), find(bitext.target, "7"), align::TokenKind::number, 1}},
        .source_unmatched = {find(bitext.source, "盏"), find(bitext.source, "灯")},
        .target_unmatched = {find(bitext.target, "shine")}};
    CHECK(word_mark_attributes(bitext, bead, explanation) ==
          " data-m=\"3.1.4.6 @5.2.f.6 #8.1.o.1\" data-s=\"9.1 a.1\" data-t=\"13.5\"");
}

TEST_CASE("what is not shown in the bead is not marked, and nothing gives nothing") {
    const align::Bitext bitext = speech();
    const align::Bead& bead = bitext.alignment.beads()[1];
    CHECK(word_mark_attributes(bitext, bead, {}).empty());
    const align::Explanation elsewhere = {
        .matches = {{find(bitext.source, "谢谢"), find(bitext.target, "guests"), align::TokenKind::word, 1}},
        .source_unmatched = {find(bitext.source, "开幕")},
        .target_unmatched = {}};
    CHECK(word_mark_attributes(bitext, bead, elsewhere).empty());
}

}  // namespace
}  // namespace tongwen::cli
