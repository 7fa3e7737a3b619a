// SPDX-License-Identifier: Apache-2.0
// Tests the HTML page as a whole: nothing from outside, nothing from the documents but text.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "cli/html_template.h"
#include "cli/html_tools.h"
#include "cli/outputs.h"
#include "cli/words.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string page_of(const align::Bitext& bitext, const review::Review* review = nullptr) {
    OutputContext context;
    context.findings = check::run_checks(bitext);
    context.review = review;
    context.created = std::chrono::sys_seconds(std::chrono::seconds(1'720'051'200));
    std::string bytes;
    find_output("html")->write(bitext, context, [&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
}

bool holds(std::string_view text, std::string_view piece) { return text.find(piece) != std::string::npos; }

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1))
        ++found;
    return found;
}

/// The page without its own style and script.
std::string body_of(const std::string& page) {
    const std::size_t begin = page.find("<body>");
    return page.substr(begin, page.rfind("<script>") - begin);
}

TEST_CASE("the page is one document in the order in which it is read") {
    const std::string page = page_of(speech());
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
    CHECK(page.ends_with("</script>\n</body>\n</html>\n"));
    CHECK(holds(page, "<title>speech.zh.txt ⇄ speech.en.txt</title>"));
    std::size_t before = 0;
    for (const char* const part :
         {"<h1>", "<dl class=\"figures\">", "<section id=\"picture\">", "<section id=\"unlinked\">",
          "<form id=\"tools\" role=\"search\" hidden>", "<main>", "id=\"b1\"", "id=\"b6\"", "</main>",
          "2024-07-04 00:00 UTC", "<script>"}) {
        INFO(part);
        CHECK(page.find(part) > before);
        REQUIRE(page.find(part) != std::string::npos);
        before = page.find(part);
    }
    CHECK(count(page, "<article ") == 6);
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "<style") == 1);
}

TEST_CASE("the page asks nothing of anybody") {
    const std::string page = page_of(letter());
    for (const char* const reference : {"http:", "https:", "//www", "src=", "url(", "@import", "<link",
                                        "<img", "<iframe", "fetch(", "XMLHttpRequest", "import("}) {
        INFO(reference);
        CHECK_FALSE(holds(page, reference));
    }
    for (std::size_t at = page.find("href=\""); at != std::string::npos; at = page.find("href=\"", at + 1))
        CHECK(page[at + 6] == '#');
    CHECK(holds(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"" + page_policy() + "\">"));
}

TEST_CASE("the policy allows the page's own style and script by their hashes, and nothing else") {
    const std::regex policy(
        "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
        "script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'");
    CHECK(std::regex_match(page_policy(), policy));
    // What the policy would refuse must not be there.
    CHECK_FALSE(holds(page_of(letter()), " style="));
    CHECK_FALSE(std::regex_search(body_of(page_of(letter())), std::regex(" on[a-z]+=")));
    CHECK_FALSE(holds(page_script(), "</script"));
    CHECK_FALSE(holds(page_style(), "</style"));
}

align::Bitext hostile() {
    const std::string evil =
        std::string("</p></script><script>alert('x')</script>\"onload=\"x\"<!-- \u202Eabc\x01") + '\0' +
        "&lt;";
    align::Bitext bitext;
    bitext.source = document_of("</title><script>\"'.txt", "zh", {{evil, evil}});
    bitext.target = document_of("\u202Eb\n\x1B[31m.txt", "en", {{evil}, {"@ " + evil}});
    bitext.source.provenance.encoding.name = "<b>";
    bitext.source.provenance.content_hash = "<i>";
    bitext.alignment = align::parse_alignment("1-0 1-1 0-1");
    return bitext;
}

TEST_CASE("documents, names and comments can bring nothing but text into the page") {
    std::vector<review::Decision> decisions(3);
    decisions[1] = {
        .comment = "</q><script>", .target_edit = "</ins><script>\u202E\x02", .who = "<b>", .when = "<i>"};
    const review::Review review(hostile(), decisions);
    const std::string page = page_of(hostile(), &review);
    const std::string body = body_of(page);
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "</script>") == 1);
    CHECK(count(page.substr(0, page.find("<body>")), "</title>") == 1);
    CHECK_FALSE(holds(body, "<!--"));
    CHECK_FALSE(holds(body, "<b><"));
    CHECK_FALSE(holds(body, "\"onload"));
    CHECK_FALSE(holds(page, "\u202E"));
    CHECK(holds(body, "&lt;/q&gt;&lt;script&gt;"));
    CHECK(holds(body, "&amp;lt;"));
    CHECK(std::ranges::none_of(page, [](char c) { return c >= 0 && c < 0x20 && c != '\n'; }));
    CHECK(count(page, "<article ") == count(page, "</article>"));
    CHECK(count(body, "<p") - count(body, "<path") == count(body, "</p>"));
}

TEST_CASE("filters are offered with their counts, those of a review only where there is one") {
    const std::string page = page_of(speech());
    const auto choice = [](const char* name, const char* label) {
        return "value=\"" + std::string(name) + "\"><span>" + label + "</b></span></label>";
    };
    CHECK(holds(page, "value=\"all\" checked><span>all <b>6</b>"));
    CHECK(holds(page, choice("unsure", "unsure (&lt; 0.90) <b>3")));
    CHECK(holds(page, choice("doubtful", "doubtful (&lt; 0.50) <b>1")));
    CHECK(holds(page, choice("not-1-1", "not 1-1 <b>4")));
    CHECK(holds(page, choice("unlinked", "dropped or added <b>3")));
    CHECK(holds(page, "value=\"moved\" disabled><span>moved <b>0"));
    CHECK(holds(page, choice("findings", "with findings <b>3")));
    CHECK_FALSE(holds(page, "value=\"accepted\""));
    std::vector<review::Decision> decisions(6);
    decisions[1].status = review::Status::accepted;
    const review::Review review(speech(), decisions);
    const std::string reviewed = page_of(speech(), &review);
    CHECK(holds(reviewed, choice("accepted", "accepted <b>1")));
    CHECK(holds(reviewed, choice("undecided", "undecided <b>5")));
    CHECK(holds(reviewed, "<dt>reviewed</dt><dd>1</dd>"));
}

TEST_CASE("every filter has a name of its own that no look of rows has") {
    std::set<std::string_view> names = {"all",     "paragraph", "by-hand", "current",
                                        "heading", "nothing",   "pointer"};
    const std::size_t taken = names.size();
    for (const HtmlFilter& filter : html_filters()) CHECK(names.insert(filter.name).second);
    CHECK(names.size() == taken + html_filters().size());
}

TEST_CASE("the figures are those of the summary, and a doubtful translation is said to be one") {
    const std::string page = page_of(letter());
    CHECK(holds(page, "<dt>beads</dt><dd>8</dd>"));
    CHECK(holds(page, "<dt>dropped segments</dt><dd><a href=\"#unlinked\">✗ 1</a></dd>"));
    CHECK(holds(page, "<dt>added segments</dt><dd><a href=\"#unlinked\">+ 1</a></dd>"));
    CHECK(holds(page, "<dt>moved segments</dt><dd><a href=\"#unlinked\">⇄ 2</a></dd>"));
    CHECK_FALSE(holds(page, "class=\"warning\""));
    align::Bitext stranger;
    stranger.source = document_of("a", "zh", {std::vector<std::string>(20, "一二三四。")});
    stranger.target = document_of("b", "en", {std::vector<std::string>(20, "One two three.")});
    std::string spelling = "1-1";
    for (int i = 0; i < 19; ++i) spelling += " 1-0 0-1";
    stranger.alignment = align::parse_alignment(spelling);
    CHECK(holds(page_of(stranger), "<p class=\"warning\">! This seems to be no translation"));
}

TEST_CASE("the page speaks the person's language, the documents theirs") {
    speak("zh-CN");
    const std::string page = page_of(speech());
    speak("en");
    CHECK(holds(page, "<html lang=\"zh-CN\">"));
    CHECK(holds(page, "data-words=\"{2} 组中的 {1} 组\""));
    CHECK(holds(page, "<p class=\"nothing\" lang=\"zh-CN\" dir=\"ltr\">✗ 缺译（标题）</p>"));
    CHECK(holds(page, "<div lang=\"en\"><p data-n=\"1\">Distinguished guests"));
}

TEST_CASE("documents without text make a page, too") {
    const std::string page = page_of({});
    CHECK(holds(page, "<dt>beads</dt><dd>0</dd>"));
    CHECK_FALSE(holds(page, "<article"));
    CHECK_FALSE(holds(page, "id=\"picture\""));
}

TEST_CASE("rows stand in blocks of fifty") {
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {std::vector<std::string>(101, "一。")});
    bitext.target = document_of("b", "en", {std::vector<std::string>(101, "One.")});
    std::string spelling = "1-1";
    for (int i = 0; i < 100; ++i) spelling += " 1-1";
    bitext.alignment = align::parse_alignment(spelling);
    const std::string page = page_of(bitext);
    CHECK(count(page, "<section>\n") == 3);
    CHECK(count(page, "<section") == count(page, "</section>"));
}

}  // namespace
}  // namespace tongwen::cli
