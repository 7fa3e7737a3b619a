// SPDX-License-Identifier: Apache-2.0
// Tests the rows of the HTML page, and the filters that they belong to.
#include "cli/html_rows.h"

#include <set>

#include "cli/html_unlinked.h"
#include "cli/words.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string row(const align::Bitext& bitext, std::size_t index, const review::Review* review = nullptr) {
    OutputContext context;
    context.findings = check::run_checks(bitext);
    context.review = review;
    return HtmlRows(bitext, context).row(index);
}

bool holds(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

/// The names between the quotation marks of class="…".
std::set<std::string> classes_of(const std::string& html) {
    const std::size_t begin = html.find("class=\"") + 7;
    std::set<std::string> names;
    std::string name;
    for (std::size_t i = begin; i < html.size(); ++i) {
        if (html[i] != ' ' && html[i] != '"') {
            name += html[i];
            continue;
        }
        names.insert(std::exchange(name, {}));
        if (html[i] == '"') break;
    }
    return names;
}

using Names = std::set<std::string>;

TEST_CASE("a row has number, shape, confidence and the segments of both sides with their numbers") {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh-CN", {{"一。", "二 < 三。"}});
    bitext.target = document_of("b", "en", {{"# One & two"}});
    bitext.alignment = align::Alignment(
        {{align::make_run<align::Source>(0, 2), align::make_run<align::Target>(0, 1), 0.999}}, 2, 1);
    CHECK(row(bitext, 0).substr(row(bitext, 0).find("<header>")) ==
          "<header><a href=\"#b1\">1</a><i>2-1</i><b>0.99</b></header>"
          "<div lang=\"zh-CN\"><p data-n=\"1\">一。</p><p data-n=\"2\">二 &lt; 三。</p></div>"
          "<div lang=\"en\"><p data-n=\"1\" class=\"heading\">One &amp; two</p></div></article>\n");
    CHECK(classes_of(row(bitext, 0)) == Names{"c9", "paragraph", "not-1-1"});
}

TEST_CASE("an empty side says that it is, with the kind of what has no counterpart") {
    CHECK(holds(row(speech(), 0),
                "<div lang=\"en\"><p class=\"nothing\" lang=\"en\" dir=\"ltr\">✗ no translation "
                "(heading)</p></div>"));
    CHECK(holds(row(speech(), 2), "✗ no translation</p>"));
    CHECK(holds(row(speech(), 4),
                "<div lang=\"zh-CN\"><p class=\"nothing mild\" lang=\"en\" dir=\"ltr\">+ not in the source "
                "(editors&#39; note)</p></div>"));
}

TEST_CASE("rows carry the names of the filters that show them, and only those") {
    CHECK(classes_of(row(speech(), 0)) == Names{"c9", "paragraph", "not-1-1", "unlinked", "findings"});
    CHECK(classes_of(row(speech(), 1)) == Names{"c9", "paragraph"});
    CHECK(classes_of(row(speech(), 3)) == Names{"c4", "unsure", "doubtful"});
    CHECK(classes_of(row(speech(), 5)) == Names{"c10", "paragraph", "not-1-1"});
    CHECK(holds(row(speech(), 3), "<b>? 0.41</b>"));
}

TEST_CASE("a moved bead stands beside its source, with links to and fro") {
    const std::string source = row(letter(), 2);
    CHECK(holds(source, "<i>1-1</i><b>0.85</b>"));
    CHECK(holds(source,
                "<p class=\"pointer\" lang=\"en\" dir=\"ltr\"><a href=\"#b7\">⇄ moved: stands at 7</a></p>"
                "<p data-n=\"4\">It is raining here.</p>"));
    CHECK(classes_of(source) == Names{"c8", "unsure", "moved"});
    const std::string target = row(letter(), 6);
    CHECK(holds(target, "<header><a href=\"#b7\">7</a><i>⇄</i></header>"));
    CHECK(holds(target,
                "<a href=\"#b3\">⇄ moved, see 3</a></p></div>"
                "<div lang=\"en\"><p data-n=\"4\">It is raining here.</p></div>"));
    CHECK(classes_of(target) == Names{"c8", "unsure", "moved"});
}

TEST_CASE("a row says what people decided, with signs and words, who and when") {
    std::vector<review::Decision> decisions(6);
    decisions[0] = {.status = review::Status::dropped,
                    .comment = "A <title>?",
                    .who = "李",
                    .when = "2026-11-24T09:30:00Z"};
    decisions[1] = {.status = review::Status::accepted, .pinned = true, .bookmarked = true};
    decisions[3] = {.status = review::Status::changed, .target_edit = "We came\nto Hewan & on."};
    decisions[5] = {.by_hand = true};
    const review::Review review(speech(), decisions);
    const std::string noted = row(speech(), 0, &review);
    CHECK(holds(noted, "<span>⊘ not exported</span>"));
    CHECK(holds(noted,
                "<footer><p><q>A &lt;title&gt;?</q> <small>— 李, 2026-11-24 09:30 UTC</small></p></footer>"));
    CHECK(classes_of(noted) ==
          Names{"c9", "paragraph", "not-1-1", "unlinked", "findings", "dropped", "noted"});
    CHECK(holds(row(speech(), 1, &review),
                "<span>✓ accepted</span><span>◆ pinned</span><span>★ bookmarked</span></header>"));
    CHECK(holds(row(speech(), 3, &review),
                "<del><p data-n=\"2\">We have come to Hewan City, the “City of Gardens”.</p></del>"
                "<ins>We came to Hewan &amp; on.</ins></div>"));
    CHECK(classes_of(row(speech(), 3, &review)) == Names{"c4", "unsure", "doubtful", "changed", "noted"});
    CHECK(holds(row(speech(), 5, &review), "<i>1-2</i><b>by hand</b></header>"));
    CHECK(classes_of(row(speech(), 5, &review)) == Names{"by-hand", "paragraph", "not-1-1", "undecided"});
}

TEST_CASE("other findings are worded under the row") {
    const align::Bitext bitext = speech();
    OutputContext context;
    context.findings = {{"bad-regex", text::Severity::warning, 1, {"<a>", "b"}}};
    const std::string html = HtmlRows(bitext, context).row(1);
    CHECK(holds(html, "<footer><p>! not a regular expression (b): &lt;a&gt;</p></footer>"));
    CHECK(holds(row(speech(), 0), "</div></article>"));
}

TEST_CASE("what was dropped, added and moved is listed with links") {
    CHECK(list_unlinked(letter()) ==
          "<details open><summary>✗ 1 source segment without translation</summary>\n<ul>\n"
          "<li><a href=\"#b4\">4</a> <span lang=\"zh-CN\">谢谢。</span></li>\n</ul>\n</details>\n"
          "<details open><summary>+ 1 segment that is not in the source</summary>\n<ul>\n"
          "<li><a href=\"#b8\">5</a> <span lang=\"en\">P.S.</span></li>\n</ul>\n</details>\n"
          "<details open><summary>⇄ 1 block of moved text (by bead)</summary>\n<ul>\n"
          "<li><a href=\"#b2\">2–3</a> ⇄ <a href=\"#b6\">6–7</a></li>\n</ul>\n</details>\n");
    CHECK(list_unlinked({}).empty());
}

TEST_CASE("a long list is closed") {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {std::vector<std::string>(13, "一。")});
    bitext.target = document_of("b", "en", {{"One."}});
    std::string spelling = "1-1";
    for (int i = 0; i < 12; ++i) spelling += " 1-0";
    bitext.alignment = align::parse_alignment(spelling);
    CHECK(list_unlinked(bitext).starts_with("<details open>"));
    bitext.alignment = align::parse_alignment("0-1 1-0" + spelling.substr(3));
    CHECK(list_unlinked(bitext).starts_with("<details><summary>✗ 13 source segments without translation"));
}

}  // namespace
}  // namespace tongwen::cli
