// SPDX-License-Identifier: Apache-2.0
// Tests the stable names of kinds, and that spans give the text they stand for.
#include "corpus/document.h"

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("every kind has its stable name") {
    CHECK(name(Kind::body) == "body");
    CHECK(name(Kind::heading) == "heading");
    CHECK(name(Kind::list_item) == "list-item");
    CHECK(name(Kind::quotation) == "quotation");
    CHECK(name(Kind::dateline) == "dateline");
    CHECK(name(Kind::note) == "note");
    CHECK(name(Kind::code) == "code");
}

TEST_CASE("a document's spans spell their text") {
    Document document;
    document.text = "你好。再见。";
    document.paragraphs = {{{0, 18}, Kind::body, 0, 0, 2}};
    document.segments = {{{0, 9}, 0, Kind::body}, {{9, 18}, 0, Kind::body}};
    CHECK(document.paragraph_text(0) == "你好。再见。");
    CHECK(document.segment_text(1) == "再见。");
}

}  // namespace
}  // namespace tongwen::corpus
