// SPDX-License-Identifier: Apache-2.0
// Tests what of raw HTML can be seen, whole and in chunks.
#include "corpus/html_text.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

/// The visible text: entities decoded, line breaks as "/", block breaks as "|".
std::string seen(HtmlText& html, std::string_view chunk) {
    std::string out;
    for (const HtmlPiece& piece : html.feed(chunk)) {
        if (piece.what == HtmlPiece::What::text) out += piece.source;
        if (piece.what == HtmlPiece::What::entity) out += decode_entity(piece.source);
        if (piece.what == HtmlPiece::What::line_break) out += "/";
        if (piece.what == HtmlPiece::What::block_break) out += "|";
    }
    return out;
}

std::string seen(std::string_view whole) {
    HtmlText html;
    return seen(html, whole);
}

TEST_CASE("visible text of raw HTML") {
    struct Row {
        std::string_view html, seen;
    };
    const auto row = GENERATE(values<Row>({
        {"a <b>bold</b> word", "a bold word"},
        {"one<BR/>two<br>three", "one/two/three"},
        {"<p>甲</p><div class='x'>乙</div>", "|甲||乙|"},
        {"<a title=\"1 > 0\">link</a>", "link"},
        {"it's <i>don't</i> it's", "it's don't it's"},
        {"<p data-x=it's>text</p>", "|text|"},
        {"1 < 2 & 3 <4 <", "1 < 2 & 3 <4 <"},
        {"&lt;b&gt; &amp;amp; &#20013;&#x4E2D;&nope;&;", "<b> &amp; 中中&nope;&;"},
        {"a<!-- <b>no</b> -->b", "ab"},
        {"a<script>if (a < b) x('</b>');</script>b<style>p {}</STYLE >c", "abc"},
        {"<!DOCTYPE html><?php x ?>text", "text"},
        {"<verylongelementnamethatnobodyeverdefinedanywhere attribute=\"v\">t", "t"},
    }));
    CHECK(seen(row.html) == row.seen);
}

TEST_CASE("a tag may come in several chunks") {
    HtmlText html;
    CHECK(seen(html, "a<div\n") == "a");
    CHECK(seen(html, "  title=\"x >\n") == "");
    CHECK(seen(html, "\">b<!-- no\n") == "|b");
    CHECK(seen(html, "no --> yes") == " yes");
}

TEST_CASE("entities") {
    CHECK(decode_entity("&#0;") == "\uFFFD");
    CHECK(decode_entity("&#xD800;") == "\uFFFD");
    CHECK(decode_entity("&#99999999999;") == "\uFFFD");
    CHECK(decode_entity("&eacute;") == "é");
    CHECK(decode_entity("&") == "&");
    CHECK(entity_size("&amp; x") == 5);
    CHECK(entity_size("& amp;") == 0);
    CHECK(entity_size("&#;") == 0);
}

TEST_CASE("any bytes are taken to their end, and what has no markup is kept whole") {
    REQUIRE(rc::check([](const std::string& bytes) {
        if (bytes.find_first_of("<&") == std::string::npos) RC_ASSERT(seen(bytes) == bytes);
        RC_ASSERT(seen(bytes).size() <= bytes.size() * 3);
    }));
}

}  // namespace
}  // namespace tongwen::corpus
