// SPDX-License-Identifier: Apache-2.0
// Tests the side-by-side view: whole tables at several widths.
#include "cli/side_by_side.h"

#include <string>

#include "cli/words.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string out = "\n";
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

std::string view(const Layout& layout) {
    const align::Bitext bitext = speech();
    return joined(side_by_side(bitext, check::run_checks(bitext), layout));
}

TEST_CASE("at 40 columns everything is still there") {
    speak("en");
    CHECK(view({.width = 40}) == R"view(
✗ dropped: 2 (beads 1, 3); + added: 1
(bead 5)
      speec….txt │ speech.en.txt
      (zh-CN)    │ (en)
─────────────────┼──────────────────────
  1 ✗ 开幕致辞   │ ✗ no ········· 0.91 █
                 │ translation ··
                 │ (heading) ····
                 │
  2   各位来宾， │ Distinguished  0.98 █
      女士们、先 │ guests, ladies
      生们：大家 │ and gentlemen,
      好！       │ good morning!
  3 ✗ 今天是2024 │ ✗ no ········· 0.72 ▆
      年7月4日。 │ translation ··
  4 ? 我们来到河 │ We have come   0.41 ▄
      湾市（“花  │ to Hewan City,
      园之       │ the “City of
      城”）。    │ Gardens”.
                 │
  5 + + not in · │ [Applause.]    0.80 ▇
      the source │
      (editors'  │
      note) ···· │
                 │
  6   谢谢大家。 │ Thank you.     1.00 █
                 │ Thank you all.
)view");
}

TEST_CASE("a narrower terminal gets what 40 columns get") {
    speak("en");
    CHECK(view({.width = 1}) == view({.width = 40}));
}

TEST_CASE("at 80 columns") {
    speak("en");
    CHECK(view({.width = 80}) == R"view(
✗ dropped: 2 (beads 1, 3); + added: 1 (bead 5)
      speech.zh.txt (zh-CN)       │ speech.en.txt (en)
──────────────────────────────────┼─────────────────────────────────────────────
  1 ✗ 开幕致辞                    │ ✗ no translation (heading) ·········· 0.91 █
                                  │
  2   各位来宾，女士们、先生们：  │ Distinguished guests, ladies and      0.98 █
      大家好！                    │ gentlemen, good morning!
  3 ✗ 今天是2024年7月4日。        │ ✗ no translation ···················· 0.72 ▆
  4 ? 我们来到河湾市（“花园之     │ We have come to Hewan City, the “City 0.41 ▄
      城”）。                     │ of Gardens”.
                                  │
  5 + + not in the source ······· │ [Applause.]                           0.80 ▇
      (editors' note) ··········· │
                                  │
  6   谢谢大家。                  │ Thank you.                            1.00 █
                                  │ Thank you all.
)view");
}

TEST_CASE("moved text is shown beside its translation, and where that stands there is a pointer") {
    speak("en");
    const auto lines = side_by_side(letter(), check::run_checks(letter()), {.width = 70});
    CHECK(joined(lines) == R"view(
✗ dropped: 1 (bead 4); + added: 1 (bead 8); ⇄ moved: 2 (beads 2, 3)
      letter.zh.txt (zh-CN)    │ letter.en.txt (en)
───────────────────────────────┼──────────────────────────────────────
  1   你好。                   │ Hello.                         1.00 █
  2 ⇄ 我在河湾。               │ I am in Hewan.                 0.90 █
      ⇄ moved: the translation of 2-3 stands at 6-7
  3 ⇄ 这里下雨。               │ It is raining here.            0.85 ▇
  4 ✗ 谢谢。                   │ ✗ no translation ············· 1.00 █
  5   再见。                   │ Bye.                           1.00 █
  6 ⇄ ⇄ moved, see 2 ········· │ I am in Hewan.
  7 ⇄ ⇄ moved, see 3 ········· │ It is raining here.
  8 + + not in the source ···· │ P.S.                           1.00 █
)view");
}

TEST_CASE("at 120 columns") {
    speak("en");
    CHECK(view({.width = 120}) == R"view(
✗ dropped: 2 (beads 1, 3); + added: 1 (bead 5)
      speech.zh.txt (zh-CN)                        │ speech.en.txt (en)
───────────────────────────────────────────────────┼────────────────────────────────────────────────────────────────────
  1 ✗ 开幕致辞                                     │ ✗ no translation (heading) ································· 0.91 █
                                                   │
  2   各位来宾，女士们、先生们：大家好！           │ Distinguished guests, ladies and gentlemen, good morning!    0.98 █
  3 ✗ 今天是2024年7月4日。                         │ ✗ no translation ··········································· 0.72 ▆
  4 ? 我们来到河湾市（“花园之城”）。               │ We have come to Hewan City, the “City of Gardens”.           0.41 ▄
                                                   │
  5 + + not in the source (editors' note) ········ │ [Applause.]                                                  0.80 ▇
                                                   │
  6   谢谢大家。                                   │ Thank you.                                                   1.00 █
                                                   │ Thank you all.
)view");
}

TEST_CASE("where the locale is not UTF-8, frame and marks are ASCII, texts are not") {
    speak("en");
    CHECK(view({.width = 60, .unicode = false}) == R"view(
x dropped: 2 (beads 1, 3); + added: 1 (bead 5)
      speech.zh.txt      | speech.en.txt (en)
      (zh-CN)            |
-------------------------+----------------------------------
  1 x 开幕致辞           | x no translation (heading) 0.91 #
                         |
  2   各位来宾，女士们、 | Distinguished guests,      0.98 #
      先生们：大家好！   | ladies and gentlemen, good
                         | morning!
  3 x 今天是2024年7月4   | x no translation ......... 0.72 +
      日。               | ..........................
  4 ? 我们来到河湾市     | We have come to Hewan      0.41 -
      （“花园之城”）。   | City, the “City of
                         | Gardens”.
                         |
  5 + + not in the ..... | [Applause.]                0.80 *
      source (editors' . |
      note) ............ |
                         |
  6   谢谢大家。         | Thank you.                 1.00 #
                         | Thank you all.
)view");
}

TEST_CASE("with ambiguous characters two columns wide, the frame holds") {
    speak("en");
    CHECK(view({.width = 60, .ambiguous = 2}) == R"view(
x dropped: 2 (beads 1, 3); + added: 1 (bead 5)
      speech.zh.txt      | speech.en.txt (en)
      (zh-CN)            |
-------------------------+----------------------------------
  1 x 开幕致辞           | x no translation (heading) 0.91 #
                         |
  2   各位来宾，女士们、 | Distinguished guests,      0.98 #
      先生们：大家好！   | ladies and gentlemen, good
                         | morning!
  3 x 今天是2024年7月4   | x no translation ......... 0.72 +
      日。               | ..........................
  4 ? 我们来到河湾市     | We have come to Hewan      0.41 -
      （“花园之城”）。 | City, the “City of
                         | Gardens”.
                         |
  5 + + not in the ..... | [Applause.]                0.80 *
      source (editors' . |
      note) ............ |
                         |
  6   谢谢大家。         | Thank you.                 1.00 #
                         | Thank you all.
)view");
}

TEST_CASE("in Chinese") {
    speak("zh-CN");
    CHECK(view({.width = 60}) == R"view(
✗ 缺译：2（第 1, 3 组）；+ 多出：1（第 5 组）
      speech.zh.txt      │ speech.en.txt (en)
      (zh-CN)            │
─────────────────────────┼──────────────────────────────────
  1 ✗ 开幕致辞           │ ✗ 缺译（标题） ··········· 0.91 █
                         │
  2   各位来宾，女士们、 │ Distinguished guests,      0.98 █
      先生们：大家好！   │ ladies and gentlemen, good
                         │ morning!
  3 ✗ 今天是2024年7月4   │ ✗ 缺译 ··················· 0.72 ▆
      日。               │ ··························
  4 ? 我们来到河湾市     │ We have come to Hewan      0.41 ▄
      （“花园之城”）。   │ City, the “City of
                         │ Gardens”.
                         │
  5 + + 原文所无（编者 · │ [Applause.]                0.80 ▇
      注） ············· │
                         │
  6   谢谢大家。         │ Thank you.                 1.00 █
                         │ Thank you all.
)view");
    speak("en");
}

TEST_CASE("holes are coloured as blocks, and the colours take no room") {
    speak("en");
    const std::string coloured = view({.width = 60, .colour = true});
    CHECK(coloured.find(
              "\033[31m✗\033[0m 今天是2024年7月4   │ \033[1;37;41m✗ no translation ·········\033[0m") !=
          std::string::npos);
    CHECK(coloured.find("\033[33m+\033[0m \033[2m+ not in the ·····\033[0m │ \033[2m[Applause.]\033[0m") !=
          std::string::npos);
    std::string plain;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\033') i = coloured.find('m', i) + 1;
        if (i < coloured.size() && coloured[i] == '\033')
            --i;
        else if (i < coloured.size())
            plain += coloured[i];
    }
    CHECK(plain == view({.width = 60}));
}

TEST_CASE("no line is wider than asked for, at any width") {
    const align::Bitext bitext = speech();
    const auto findings = check::run_checks(bitext);
    for (std::size_t width = 40; width <= 300; ++width) {
        for (const int ambiguous : {1, 2}) {
            for (const std::string& line :
                 side_by_side(bitext, findings, {.width = width, .ambiguous = ambiguous}))
                if (text::display_width(line, ambiguous) > width) FAIL(width << ": " << line);
        }
    }
}

TEST_CASE("a finding of another check is marked and told under its bead") {
    speak("en");
    align::Bitext bitext = speech();
    const std::vector<check::Finding> findings = {{"number-mismatch", text::Severity::error, 1, {"2024"}}};
    const std::string text = joined(side_by_side(bitext, findings, {.width = 80}));
    CHECK(text.find("  2 ! 各位来宾") != std::string::npos);
    CHECK(text.find("\n      error: number-mismatch 2024\n") != std::string::npos);
}

/// The head's lines, for two files of those paths.
std::string head(const std::string& source, const std::string& target, const Layout& layout) {
    align::Bitext bitext = speech();
    bitext.source.provenance.path = source;
    bitext.target.provenance.path = target;
    std::string out = "\n";
    for (const std::string& line : side_by_side(bitext, {}, layout)) {
        if (line.starts_with("──") || line.starts_with("--")) break;
        if (!line.starts_with("✗") && !line.starts_with("x ")) out += line + "\n";
    }
    return out;
}

TEST_CASE("columns are titled with names of files, and with folders only where names are the same") {
    speak("en");
    struct Case {
        std::string source, target, expected;
    };
    const std::vector<Case> cases = {
        {"/data/zh/speech.txt", "/data/en/address.txt", R"(
      speech.txt (zh-CN)          │ address.txt (en)
)"},
        {"zh/speech.txt", "en/speech.txt", R"(
      zh/speech.txt (zh-CN)       │ en/speech.txt (en)
)"},
        {"/data/zh/2024/a.txt", "/data/en/2024/a.txt", R"(
      zh/2024/a.txt (zh-CN)       │ en/2024/a.txt (en)
)"},
        {"a.txt", "en/a.txt", R"(
      a.txt (zh-CN)               │ en/a.txt (en)
)"},
        {"/a.txt", "/a.txt", R"(
      a.txt (zh-CN)               │ a.txt (en)
)"},
        {"folder/-", "-", R"(
      folder/- (zh-CN)            │ standard input (en)
)"},
        {"a b.txt", "b\033[2J.txt", R"(
      a b.txt (zh-CN)             │ b�[2J.txt (en)
)"},
    };
    for (const Case& c : cases) CHECK(head(c.source, c.target, {.width = 80}) == c.expected);
}

TEST_CASE("a long title takes two lines, a longer one loses its middle") {
    speak("en");
    const std::string source = "folder/government-report-2024.zh.txt";
    const std::string target = "政府工作报告英文译文第一部分最终修订稿.txt";
    CHECK(head(source, target, {.width = 60}) == R"(
      governmen…4.zh.txt │ 政府工作报告…终修订稿.txt
      (zh-CN)            │ (en)
)");
    CHECK(head(source, target, {.width = 80, .unicode = false}) == R"(
      government-r...-2024.zh.txt | 政府工作报告英文译...分最终修订稿.txt
      (zh-CN)                     | (en)
)");
}

TEST_CASE("nothing at all is a head without rows") {
    speak("en");
    align::Bitext bitext;
    bitext.source.provenance.path = "a\033b";
    bitext.target.provenance.path = "-";
    CHECK(joined(side_by_side(bitext, {}, {.width = 50})) == R"view(
      a�b (?)           │ standard input
                        │ (?)
────────────────────────┼─────────────────────────
)view");
}

}  // namespace
}  // namespace tongwen::cli
