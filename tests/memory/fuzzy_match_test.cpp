// SPDX-License-Identifier: Apache-2.0
// Tests the match of two sentences: by hand, against the whole grid, and its laws.
#include "memory/fuzzy_match.h"

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::memory {
namespace {

using Values = std::vector<std::uint64_t>;

/// The slow truth: the whole grid.
std::size_t whole_grid(const Values& a, const Values& b) {
    std::vector<std::vector<std::size_t>> grid(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                grid[i][j] = i + j;
                continue;
            }
            grid[i][j] = std::min({grid[i - 1][j] + 1, grid[i][j - 1] + 1,
                                   grid[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        }
    }
    return grid[a.size()][b.size()];
}

/// Few different values, so that rows have much in common.
rc::Gen<Values> values() { return rc::gen::container<Values>(rc::gen::inRange<std::uint64_t>(0, 4)); }

rc::Gen<std::string> sentences() {
    return rc::gen::map(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9)), [](const std::vector<int>& picks) {
            const char* const pieces[] = {"中", "国", "中國", " the ", "The", " 12", "，", " ", "3.5"};
            std::string out;
            for (const int pick : picks) out += pieces[pick];
            return out;
        });
}

TEST_CASE("the edit distance within a band is that of the whole grid, or over the limit") {
    REQUIRE(rc::check("every limit", [] {
        const Values a = *values();
        const Values b = *values();
        const std::size_t truth = whole_grid(a, b);
        for (std::size_t limit = 0; limit <= a.size() + b.size(); ++limit)
            RC_ASSERT(edit_distance(a, b, limit) ==
                      std::min(truth, std::min(limit, std::max(a.size(), b.size())) + 1));
    }));
    CHECK(edit_distance(Values{}, Values{}, 0) == 0);
    CHECK(edit_distance(Values{}, Values{1, 2}, 5) == 2);
    CHECK(edit_distance(Values{1, 2, 3}, Values{}, 1) == 2);
}

TEST_CASE("matches that were reckoned by hand") {
    struct Case {
        const char* a;
        const char* b;
        int percent;
    };
    const Case cases[] = {
        {"", "", 100},
        {"", "a", 0},
        {"。", "。", 100},
        {"今天天气很好。", "今天天气很好。", 100},
        {"今天天气很好。", "今天天气真好。", 85},  // 1 of 7
        {"今天天气很好。", "今天天气好。", 85},    // 1 of 7
        {"今天天气很好。", "今天天气很好", 85},    // the full stop
        {"今天天气很好。", "今天天气很好！", 85},  // another mark
        {"今天天气很好。", "明天下雨。", 28},      // 5 of 7: 天 and 。 stay
        {"马克思主义", "馬克思主義", 99},          // written otherwise
        {"ＡＢＣ", "abc", 99},
        {"The cat sat.", "the cat sat.", 99},
        {"The cat sat.", "The cat sat on the mat.", 57},  // 3 of 7
        {"The cat sat.", "The  cat\nsat.  ", 100},        // white space
        {"The cat sat.", "The cats sat.", 75},            // 1 of 4
        {"Room 12 is open.", "Room 13 is open.", 79},     // 1 of 5, and the number
        {"在12月", "在11月", 65},                         // 1 of 3, and the number
        {"1 2", "2 1", 0},
        {"café", "cafe\xCC\x81", 100},  // the same in NFC
        {"甲乙丙丁", "戊己庚辛", 0},
    };
    for (const Case& c : cases) {
        INFO(c.a << " | " << c.b);
        CHECK(match_percent(c.a, c.b) == c.percent);
        CHECK(match_percent(c.b, c.a) == c.percent);
    }
}

TEST_CASE("inline codes that differ take a point") {
    CHECK(match_percent(FuzzyText("甲乙", 0), FuzzyText("甲乙", 2)) == 99);
    CHECK(match_percent(FuzzyText("甲乙", 2), FuzzyText("甲乙", 2)) == 100);
    CHECK(match_percent(FuzzyText("", 0), FuzzyText("甲", 2)) == 0);
}

TEST_CASE("what is under the least match is 0, the rest as without it") {
    const FuzzyText a("The cat sat on the mat.");
    const FuzzyText b("The cat sat on a mat.");  // 1 of 7
    CHECK(match_percent(a, b) == 85);
    CHECK(match_percent(a, b, 85) == 85);
    CHECK(match_percent(a, b, 86) == 0);
}

TEST_CASE("laws of the match") {
    REQUIRE(rc::check("symmetric, within 0 and 100, 100 for the same text only", [] {
        const std::string a = *sentences();
        const std::string b = *sentences();
        const int percent = match_percent(a, b);
        RC_ASSERT(percent == match_percent(b, a));
        RC_ASSERT(percent >= 0 && percent <= 100);
        RC_ASSERT((percent == 100) == (FuzzyText(a).writing() == FuzzyText(b).writing()));
        RC_ASSERT(match_percent(a, a) == 100);
        for (const int least : {1, 50, 75, 100})
            RC_ASSERT(match_percent(FuzzyText(a), FuzzyText(b), least) == (percent >= least ? percent : 0));
    }));
}

TEST_CASE("a long sentence is compared in time of its band") {
    Values a(200'000, 1);
    Values b = a;
    b[100] = 2;
    b.insert(b.begin() + 150'000, 3);
    CHECK(edit_distance(a, b, 10) == 2);
}

}  // namespace
}  // namespace tongwen::memory
