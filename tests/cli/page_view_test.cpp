// SPDX-License-Identifier: Apache-2.0
// Tests the view of a page: as it appears.
#include "cli/page_view.h"

#include <string>
#include <vector>

#include "cli/words.h"
#include "tests/cli/sample_page.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string view(const AlignedPage& page, const Layout& layout) {
    std::string out = "\n";
    for (const std::string& line : page_view(page, layout)) out += line + "\n";
    return out;
}

TEST_CASE("each original has its place, its texts, or is not there; the rest is editorial") {
    speak("en");
    CHECK(view(page_with_letter(), {.width = 60}) == R"view(
zh/letter.zh.txt: segments 2-4, lines 3-5 of page.en.txt
      letter.zh.txt (zh-CN)   │ page.en.txt (en)
──────────────────────────────┼─────────────────────────────
  1   你好。                  │ Hello.                1.00 █
  2   下雨了。                │ It rains.             1.00 █
  3   再见。                  │ Bye.                  1.00 █

zh/report.zh.txt: not in page.en.txt

Editorial: what belongs to no original
  segments 1, lines 1
    News of the river
  segments 5, lines 7
    A fine letter, this, and a long way from the sea!
)view");
}

TEST_CASE("in Chinese, cut to the least width, and no control reaches the terminal") {
    speak("zh-CN");
    AlignedPage page = page_with_letter();
    page.originals.erase(page.originals.begin());
    page.page.text.replace(0, 4, "\033new");
    CHECK(view(page, {.width = 20, .unicode = false}) == R"view(
zh/report.zh.txt：不在 page.en.txt 中

编辑内容：不属于任何一篇原文的部分
  句段 1，第 1 行
    �new of the river
  句段 5，第 7 行
    A fine letter, this, and a long w...
)view");
    speak("en");
}

TEST_CASE("a page without editorial matter says so") {
    speak("en");
    AlignedPage page = page_with_letter();
    page.originals.clear();
    page.editorial.clear();
    CHECK(view(page, {}) == "\nEditorial: nothing, all of the page belongs to the originals\n");
}

TEST_CASE("a stretch is counted as people count") {
    speak("en");
    const auto run = [](std::size_t begin, std::size_t end) {
        return align::make_run<align::Target>(begin, end);
    };
    CHECK(word(PageStretch{run(0, 1), {}, 1, 1}) == "segments 1, lines 1");
    CHECK(word(PageStretch{run(34, 103), {}, 58, 190}) == "segments 35-103, lines 58-190");
}

}  // namespace
}  // namespace tongwen::cli
