// SPDX-License-Identifier: Apache-2.0
// Tests marks that stay where they belong when a text becomes lines.
#include "cli/marked_text.h"

#include <string>
#include <vector>

#include "cli/line_breaking.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

/// "plain[bold]{underlined}", a line each, with | between.
std::string spell(const std::vector<StyledLine>& lines) {
    std::string out;
    for (const StyledLine& line : lines) {
        if (!out.empty()) out += '|';
        for (const StyledPiece& piece : line) {
            if (piece.look == look::bold) out += '[' + piece.text + ']';
            if (piece.look == look::underline) out += '{' + piece.text + '}';
            if (piece.look == (look::bold | look::underline)) out += '<' + piece.text + '>';
            if (piece.look == look::plain) out += piece.text;
        }
    }
    return out;
}

TextMark mark_of(const corpus::Document& document, const std::string& word, Look look) {
    const std::size_t begin = document.text.find(word);
    return {{begin, begin + word.size()}, look};
}

TEST_CASE("a mark is on its word, however the text is broken") {
    const corpus::Document document =
        document_of("a", "en", {{"Before.", "One  two\nthree\u200E fo\x01ur five."}});
    const std::vector<TextMark> marks = {mark_of(document, "two", look::bold),
                                         mark_of(document, "three", look::underline),
                                         mark_of(document, "fo\x01ur f", look::bold)};
    CHECK(spell(wrap_segment(document, 1, marks, {80})) == "One [two] {three} [fo\uFFFDur f]ive.");
    CHECK(spell(wrap_segment(document, 1, marks, {8})) == "One [two]|{three}|[fo\uFFFDur]|[f]ive.");
    CHECK(spell(wrap_segment(document, 0, marks, {80})) == "Before.");
}

TEST_CASE("line ends within Chinese go, marks stay") {
    const corpus::Document document = document_of("a", "zh", {{"我们来到河\n湾市。"}});
    const std::vector<TextMark> marks = {mark_of(document, "河\n湾", look::bold)};
    CHECK(spell(wrap_segment(document, 0, marks, {80})) == "我们来到[河湾]市。");
    CHECK(spell(wrap_segment(document, 0, marks, {10})) == "我们来到[河]|[湾]市。");
}

TEST_CASE("marks that overlap add up") {
    const corpus::Document document = document_of("a", "en", {{"abcdef"}});
    const std::vector<TextMark> marks = {{{0, 4}, look::bold}, {{2, 6}, look::underline}};
    CHECK(spell(wrap_segment(document, 0, marks, {80})) == "[ab]<cd>{ef}");
    CHECK(spell(wrap_marked("abcdef", marks, {4})) == "[ab]<cd>|{ef}");
}

TEST_CASE("lines are those that texts without marks have") {
    const corpus::Document document =
        document_of("a", "zh", {{"“各位来宾”，女士们 先生们：hello world, 大家好！\n谢谢——谢谢……"}});
    for (std::size_t width = 2; width < 60; ++width) {
        std::vector<std::string> lines;
        for (const StyledLine& line : wrap_segment(document, 0, {{{9, 40}, look::bold}}, {width})) {
            lines.emplace_back();
            for (const StyledPiece& piece : line) lines.back() += piece.text;
        }
        const std::string text = legible(tmx::one_line(document.segment_text(0), document.language));
        CHECK(lines == wrap(text, width));
    }
}

}  // namespace
}  // namespace tongwen::cli
