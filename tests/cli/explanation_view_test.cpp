// SPDX-License-Identifier: Apache-2.0
// Tests the drawing of explained beads: whole views as they appear.
#include "cli/explanation_view.h"

#include <algorithm>

#include <rapidcheck.h>

#include "cli/words.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

align::Bitext bridge() {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {{"清溪古桥长35米。", "它还在。"}});
    bitext.target = document_of("b", "en", {{"The old bridge at Qingxi is 35 metres long, and it stands."}});
    bitext.alignment = align::Alignment({{align::make_run<align::Source>(0, 2),
                                          align::make_run<align::Target>(0, 1),
                                          0.999,
                                          -3.004,
                                          {-0.5F, 4, 1, -0.001F, 0, -2, 0.5F}}},
                                        2, 1);
    return bitext;
}

/// The span of `word` in `text`.
text::ByteSpan find(const std::string& text, std::string_view word) {
    const std::size_t at = text.find(word);
    return {at, at + word.size()};
}

align::Explanation explanation_of(const align::Bitext& bitext) {
    const auto match = [&](std::string_view source, std::string_view target, align::TokenKind kind,
                           float strength) {
        return align::WordMatch{find(bitext.source.text, source), find(bitext.target.text, target), kind,
                                strength};
    };
    return {{match("清溪", "Qingxi", align::TokenKind::name, 0.95F),
             match("古桥", "bridge", align::TokenKind::word, 1),
             match("35", "35", align::TokenKind::number, 0.954F)},
            {find(bitext.source.text, "米")},
            {find(bitext.target.text, "old"), find(bitext.target.text, "metres"),
             find(bitext.target.text, "stands")}};
}

std::string view(const align::Bitext& bitext, const align::Explanation& explanation, const Layout& layout,
                 std::size_t bead = 0) {
    std::string out = "\n";
    for (const std::string& line : explain_bead(bitext, bead, explanation, layout)) out += line + "\n";
    return out;
}

TEST_CASE("a bead is explained") {
    speak("en");
    const align::Bitext bitext = bridge();
    CHECK(view(bitext, explanation_of(bitext), {.width = 60}) == R"(
Bead 1 (2-1): confidence 0.99, cost -3.00 nats

清溪古桥长35米。             │ The old bridge at Qingxi is
它还在。                     │ 35 metres long, and it
                             │ stands.

Evidence, in nats
  length         -0.50            ██│
  words          +4.00              │████████████
  numbers        +1.00              │███
  names           0.00              │
  punctuation     0.00              │
  structure      -2.00        ██████│
  shape          +0.50              │██

Matched words
  source  target  kind    strength
  清溪    Qingxi  name    0.95
  古桥    bridge  word    1.00
  35      35      number  0.95

Words without counterpart
  source  米
  target  old, metres, stands
)");
}

TEST_CASE("in Chinese, in ASCII, at the least width") {
    speak("zh-CN");
    const align::Bitext bitext = bridge();
    CHECK(view(bitext, explanation_of(bitext), {.width = 20, .unicode = false}) == R"(
第 1 组（2-1）：置信度 0.99，代价 -3.00
奈特

清溪古桥长35米。   | The old bridge at
它还在。           | Qingxi is 35
                   | metres long, and
                   | it stands.

依据（单位：奈特）
  长度        -0.50          #|
  词语        +4.00           |#########
  数字        +1.00           |##
  专名         0.00           |
  标点         0.00           |
  结构        -2.00      #####|
  组的形式    +0.50           |#

对应的词
  原文  译文    类别  强度
  清溪  Qingxi  专名  0.95
  古桥  bridge  词    1.00
  35    35      数字  0.95

没有对应的词
  原文  米
  译文  old, metres, stands
)");
    speak("en");
}

TEST_CASE("a bead without words says so") {
    speak("en");
    align::Bitext bitext = bridge();
    bitext.target = document_of("b", "en", {});
    bitext.alignment = align::Alignment({{align::make_run<align::Source>(0, 1), {}, 0.5, 0, {}},
                                         {align::make_run<align::Source>(1, 2), {}, 0.25, 1, {}}},
                                        2, 0);
    CHECK(view(bitext, {}, {.width = 40}, 1) == R"(
Bead 2 (1-0): confidence 0.25, cost 1.00
nats

它还在。           │ no translation

Evidence, in nats
  length          0.00         │
  words           0.00         │
  numbers         0.00         │
  names           0.00         │
  punctuation     0.00         │
  structure       0.00         │
  shape           0.00         │

Matched words
  none

Words without counterpart
  source  none
  target  none
)");
}

TEST_CASE("colours are for bars and heads, controls in the text do not reach the terminal") {
    speak("en");
    align::Bitext bitext = bridge();
    const align::Explanation explanation = explanation_of(bitext);
    bitext.source.text[0] = '\033';
    const std::string coloured = view(bitext, explanation, {.width = 60, .colour = true});
    CHECK(coloured.find("\033[1mBead 1 (2-1)") != std::string::npos);
    CHECK(coloured.find("│\033[32m████████████\033[0m\n") != std::string::npos);
    CHECK(coloured.find("\033[31m██████\033[0m│") != std::string::npos);
    const std::string plain = view(bitext, explanation, {.width = 60});
    CHECK(plain.find('\033') == std::string::npos);
}

TEST_CASE("of what was moved, both places show the link") {
    speak("en");
    const align::Bitext bitext = letter();
    for (const std::size_t bead : {std::size_t{1}, std::size_t{5}}) {
        const auto lines = explain_bead(bitext, bead, {}, {.width = 80});
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        INFO(text);
        CHECK(lines.front().find("(1-1): confidence 0.90") != std::string::npos);
        CHECK(text.find("我在河湾。") != std::string::npos);
        CHECK(text.find("I am in Hewan.") != std::string::npos);
    }
}

TEST_CASE("no line is wider than the screen") {
    REQUIRE(rc::check([] {
        const align::Bitext bitext = bridge();
        Layout layout;
        layout.width = static_cast<std::size_t>(*rc::gen::inRange(0, 120));
        layout.ambiguous = *rc::gen::inRange(1, 3);
        layout.unicode = *rc::gen::arbitrary<bool>();
        speak(*rc::gen::element<std::string>("en", "zh-CN"));
        align::Explanation explanation = explanation_of(bitext);
        explanation.matches.push_back(
            {bitext.source.segments[0].span, bitext.target.segments[0].span, align::TokenKind::word, 0.5F});
        explanation.target_unmatched.push_back(bitext.target.segments[0].span);
        for (const std::string& line : explain_bead(bitext, 0, explanation, layout)) {
            RC_ASSERT(text::display_width(line, layout.ambiguous) <= std::max<std::size_t>(layout.width, 40));
            RC_ASSERT(!line.ends_with(' '));
        }
    }));
    speak("en");
}

}  // namespace
}  // namespace tongwen::cli
