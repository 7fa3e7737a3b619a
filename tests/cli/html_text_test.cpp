// SPDX-License-Identifier: Apache-2.0
// Tests how text gets into an HTML page.
#include "cli/html_text.h"

#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

text::Language language(const char* tag) { return *text::Language::parse(tag); }

TEST_CASE("what means something to HTML is escaped, in elements and in attributes") {
    CHECK(escape_html("a < b && c > \"d\" 'e'") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;");
    CHECK(escape_html("</script><!-- 中文 ✗") == "&lt;/script&gt;&lt;!-- 中文 ✗");
    CHECK(escape_html("").empty());
}

TEST_CASE("a segment is shown on one line, without what is not to be seen") {
    CHECK(ShownText(" a\n b\t c ", language("en")).text() == "a b c");
    CHECK(ShownText("河\n湾", language("zh")).text() == "河湾");
    CHECK(ShownText(std::string_view("a\0b\x1B", 4), language("en")).text() == "a\uFFFDb\uFFFD");
    CHECK(ShownText("a\u202Eb\u2066c", language("en")).text() == "abc");
}

struct Place {
    const char* text;
    const char* word;
    std::size_t begin;
    std::size_t end;
};

TEST_CASE("bytes are found again among the characters shown, in UTF-16 units") {
    const Place place = GENERATE(Place{"We met Li.", "Li", 7, 9}, Place{"我们在河湾市。", "河湾", 3, 5},
                                 Place{"𠮷野家𠮷", "家", 3, 4}, Place{"𠮷野家𠮷", "𠮷", 0, 2},
                                 Place{"一条\n长河", "长河", 2, 4}, Place{"a\n\n  long  way", "way", 7, 10},
                                 Place{"\u202Ea\u202C \u2066b", "b", 2, 3}, Place{"a\x01\x02z", "z", 3, 4},
                                 Place{"\u00A0x", "x", 0, 1});
    const std::string text = place.text;
    const ShownText shown(text, language("zh"));
    const std::size_t begin = text.find(place.word);
    INFO(text);
    CHECK(shown.place_of(begin) == place.begin);
    CHECK(shown.place_of(begin + std::string_view(place.word).size()) == place.end);
}

TEST_CASE("the end of a segment is the size of what is shown") {
    CHECK(ShownText("", language("en")).size() == 0);
    CHECK(ShownText("ab \n", language("en")).size() == 2);
    CHECK(ShownText("𠮷。", language("zh")).size() == 3);
}

TEST_CASE("an element says its language, and when it is written from right to left") {
    CHECK(language_attributes(language("zh-TW")) == " lang=\"zh-TW\"");
    CHECK(language_attributes(language("ar")) == " lang=\"ar\" dir=\"rtl\"");
    CHECK(language_attributes(language("he-IL")) == " lang=\"he-IL\" dir=\"rtl\"");
    CHECK(language_attributes({}).empty());
}

TEST_CASE("segments of an excerpt count as the page does") {
    align::Bitext bitext = letter();
    CHECK(number_in_file(bitext, align::TargetPosition{2}) == 3);
    bitext.page = align::PagePlace{align::make_run<align::Target>(10, 15), 40};
    CHECK(number_in_file(bitext, align::TargetPosition{2}) == 13);
    CHECK(number_in_file(bitext, align::SourcePosition{2}) == 3);
}

}  // namespace
}  // namespace tongwen::cli
