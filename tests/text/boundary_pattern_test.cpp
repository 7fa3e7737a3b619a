// SPDX-License-Identifier: Apache-2.0
// Owns testing patterns of places between two characters.
#include "text/boundary_pattern.h"

#include <string>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace {

using namespace tongwen::text;

/// The text with a bar at each place that matches.
std::u16string mark(const char* before, const char* after, const std::u16string& text) {
    const BoundaryPattern pattern(before, after);
    const BoundaryText boundary_text(text);
    BoundaryMatcher matcher(pattern, boundary_text);
    std::u16string marked;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && pattern.fits(text[i - 1], text[i]) && matcher.matches_at(i)) marked += u'|';
        marked += text[i];
    }
    return marked;
}

TEST_CASE("places by what is before and after") {
    CHECK(mark("\\.", "\\s", u"a. b.c") == u"a.| b.c");
    CHECK(mark("[a-z]+\\.", "\\s+[A-Z]", u"b. C. d. E") == u"b.| C. d.| E");
    CHECK(mark("", "x", u"axbx") == u"a|xb|x");
    CHECK(mark("x", "", u"axbx") == u"ax|bx");
}

TEST_CASE("a list of words is looked up as the expression would match") {
    CHECK(mark("\\b(?:Mr|Dr)\\.", "\\s", u"Mr. A, XMr. B, Dr. C") == u"Mr.| A, XMr. B, Dr.| C");
    CHECK(mark("(?:Mr|Dr)\\.", "\\s", u"Mr. A, XMr. B") == u"Mr.| A, XMr.| B");
    CHECK(mark("(?<![A-Za-z])(?:Mr|Dr)\\.", "\\s", u"他叫Mr. A, XMr. B") == u"他叫Mr.| A, XMr. B");
    CHECK(mark("\\b(?:Mr|Dr)\\.", "\\s", u"他叫Mr. A") == u"他叫Mr. A");
    CHECK(mark("\\be\\.g\\.", "\\s[A-Z]", u"e.g. A e.g. b exg. C") == u"e.g.| A e.g. b exg. C");
    CHECK(mark("Mr\\.|Dr\\.", "\\s", u"Mr. Dr. Xr. A") == u"Mr.| Dr.| Xr. A");
}

TEST_CASE("anchors are the text's own ends") {
    CHECK(mark("^a", "a", u"aaaa") == u"a|aaa");
    CHECK(mark("a", "a$", u"aaaa") == u"aaa|a");
}

TEST_CASE("what looks around in after sees the text before the place") {
    CHECK(mark("a", "(?<=xa)b", u"xab ab") == u"xa|b ab");
}

TEST_CASE("a bad pattern on either side is an input error about that side") {
    try {
        BoundaryPattern("a)", "(b");
        FAIL("no error");
    } catch (const InputError& error) {
        CHECK(error.diagnostic().arguments.at(0) == "a)");
    }
    CHECK_THROWS_AS(BoundaryPattern("a", "(b"), InputError);
    try {
        BoundaryPattern("(a)\\1", "bc");
        FAIL("no error");
    } catch (const InputError& error) {  // a lookbehind cannot hold it
        CHECK(error.diagnostic().arguments ==
              std::vector<std::string>{"(a)\\1", "U_REGEX_LOOK_BEHIND_LIMIT"});
    }
}

}  // namespace
