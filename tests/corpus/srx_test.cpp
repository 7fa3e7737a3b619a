// SPDX-License-Identifier: Apache-2.0
// Owns testing SRX: what a file says, what it must not say, and which rule decides.
#include "corpus/srx.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace {

using namespace tongwen;
using corpus::SrxFile;
using corpus::SrxRules;

std::string srx(const std::string& rules, const std::string& maps,
                const std::string& header = "cascade=\"no\"") {
    return "<?xml version=\"1.0\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n<header " +
           header + ">\n<formathandle type=\"end\" include=\"no\"/></header>\n<body><languagerules>\n" +
           rules + "\n</languagerules><maprules>\n" + maps + "\n</maprules></body></srx>\n";
}

std::string language_rule(const std::string& name, const std::string& rules) {
    return "<languagerule languagerulename=\"" + name + "\">" + rules + "</languagerule>";
}

std::string rule(const std::string& breaks, const std::string& before, const std::string& after) {
    return "<rule break=\"" + breaks + "\"><beforebreak>" + before + "</beforebreak><afterbreak>" + after +
           "</afterbreak></rule>\n";
}

std::string map(const std::string& pattern, const std::string& name) {
    return "<languagemap languagepattern=\"" + pattern + "\" languagerulename=\"" + name + "\"/>";
}

/// The text with a bar at each break.
std::string cut(const std::string& rules, const std::string& text) {
    const SrxFile file = corpus::parse_srx(srx(language_rule("all", rules), map(".*", "all")), "test.srx");
    std::string marked = text;
    const auto breaks = SrxRules(file, "en").find_breaks(text);
    for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) marked.insert(*at, 1, '|');
    return marked;
}

text::Diagnostic error_of(const std::string& bytes) {
    try {
        SrxRules(corpus::parse_srx(bytes, "bad.srx"), "en");
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST_CASE("a file is read as it says") {
    const SrxFile file = corpus::parse_srx(
        srx(language_rule("A", rule("no", "x\\.", "\\s") + "<rule><afterbreak>\\n</afterbreak></rule>"),
            map("en.*", "A"), "segmentsubflows=\"no\" cascade=\"yes\""),
        "test.srx");
    CHECK(file.cascade);
    CHECK_FALSE(file.segment_subflows);
    CHECK_FALSE(file.include_end_codes);
    CHECK_FALSE(file.include_start_codes);
    REQUIRE(file.language_rules.size() == 1);
    REQUIRE(file.language_rules[0].rules.size() == 2);
    CHECK_FALSE(file.language_rules[0].rules[0].breaks);
    CHECK(file.language_rules[0].rules[0].before == "x\\.");
    CHECK(file.language_rules[0].rules[0].line == 6);
    CHECK(file.language_rules[0].rules[1].breaks);
    CHECK(file.language_rules[0].rules[1].before.empty());
    REQUIRE(file.language_maps.size() == 1);
    CHECK(file.language_maps[0].pattern == "en.*");
}

TEST_CASE("prefixed elements and CDATA are read too") {
    const SrxFile file = corpus::parse_srx(
        "<s:srx xmlns:s='http://www.lisa.org/srx20' version='2.0'><s:header "
        "cascade='no'/><s:body><s:languagerules>"
        "<s:languagerule languagerulename='A'><s:rule "
        "break='yes'><s:beforebreak><![CDATA[<]]></s:beforebreak></s:rule>"
        "</s:languagerule></s:languagerules><s:maprules><s:languagemap languagepattern='.*' "
        "languagerulename='A'/>"
        "</s:maprules></s:body></s:srx>",
        "test.srx");
    CHECK(SrxRules(file, "en").find_breaks("a<b") == std::vector<std::size_t>{2});
}

TEST_CASE("a file in UTF-16 is read") {
    const std::string utf8 = srx(language_rule("A", rule("yes", "x", "")), map(".*", "A"));
    std::string utf16 = "\xFF\xFE";
    for (const char c : utf8) utf16 += std::string{c, '\0'};
    CHECK(SrxRules(corpus::parse_srx(utf16, "test.srx"), "en").find_breaks("axb") ==
          std::vector<std::size_t>{2});
}

struct Broken {
    std::string bytes;
    std::string id;
    std::size_t line;
    std::vector<std::string> arguments;
};

TEST_CASE("a bad file is an error that points") {
    const auto broken = GENERATE(values<Broken>({
        {"<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"/>", "srx-not-srx", 2, {"tmx"}},
        {"<srx version=\"1.0\"/>", "srx-version", 1, {"1.0"}},
        {"<srx/>", "srx-version", 1, {""}},
        {"\n\n<srx version=\"2.0\"><body/></srx>", "srx-missing", 3, {"header"}},
        {"<srx version=\"2.0\"><header cascade=\"no\"/>\n<body/></srx>", "srx-missing", 2, {"languagerules"}},
        {srx("", "", "cascade=\"maybe\""), "srx-bad-value", 3, {"cascade", "maybe"}},
        {srx("<languagerule/>", ""), "srx-missing", 6, {"languagerulename"}},
        {srx(language_rule("A", "<rule break=\"perhaps\"><beforebreak>x</beforebreak></rule>"), ""),
         "srx-bad-value",
         6,
         {"break", "perhaps"}},
        {srx(language_rule("A", "\n<rule break=\"no\"/>"), ""), "srx-missing", 7, {"beforebreak"}},
        {srx(language_rule("A", ""), map(".*", "B")), "srx-unknown-rule", 8, {"B"}},
        {srx(language_rule("A", ""), "<languagemap languagerulename=\"A\"/>"),
         "srx-missing",
         8,
         {"languagepattern"}},
        {srx(language_rule("A", rule("yes", "x", "") + rule("yes", "(x", "")), map(".*", "A")),
         "bad-regex",
         7,
         {"(x", "U_REGEX_MISMATCHED_PAREN"}},
        {srx(language_rule("A", rule("yes", "x", "[")), map(".*", "A")),
         "bad-regex",
         6,
         {"[", "U_REGEX_MISSING_CLOSE_BRACKET"}},
        {srx(language_rule("A", ""), map("*", "A")), "bad-regex", 8, {"*", "U_REGEX_RULE_SYNTAX"}},
    }));
    const text::Diagnostic error = error_of(broken.bytes);
    CHECK(error.id == broken.id);
    CHECK(error.where.line == broken.line);
    CHECK(error.where.file == "bad.srx");
    CHECK(error.arguments == broken.arguments);
}

TEST_CASE("what is no XML is an error at its line") {
    const text::Diagnostic error = error_of("<srx version=\"2.0\">\n<header>\n</srx>");
    CHECK(error.id == "srx-not-xml");
    CHECK(error.where.line == 3);
    CHECK(error_of("").id == "srx-not-xml");
    CHECK(error_of(std::string(1000, '\0')).id == "srx-not-xml");
}

TEST_CASE("every truncated prefix of a file is an error, not a crash") {
    const std::string whole = srx(language_rule("A", rule("yes", "x+", "\\s")), map(".*", "A"));
    for (std::size_t size = 0; size + 2 < whole.size(); ++size)
        CHECK_FALSE(error_of(whole.substr(0, size)).id.empty());
}

TEST_CASE("at each place the first rule that matches decides") {
    const std::string stop = rule("yes", "[.?!]+", "\\s");
    CHECK(cut(stop, "A b. C d? E") == "A b.| C d?| E");
    CHECK(cut(rule("no", "\\bMr\\.", "\\s") + stop, "Mr. A. B") == "Mr. A.| B");
    CHECK(cut(stop + rule("no", "\\bMr\\.", "\\s"), "Mr. A. B") == "Mr.| A.| B");
    CHECK(cut(rule("no", "", "\\sx"), "a x") == "a x");
    CHECK(cut("", "a. b") == "a. b");
}

TEST_CASE("either side may be empty") {
    CHECK(cut(rule("yes", "", "\\n"), "a\nb") == "a|\nb");
    CHECK(cut(rule("yes", "。", ""), "甲。乙。丙") == "甲。|乙。|丙");
    CHECK(cut(rule("yes", "", ""), "abc") == "a|b|c");
    CHECK(cut(rule("yes", "𠮷", ""), "𠮷𠮷a") == "𠮷|𠮷|a");
}

TEST_CASE("anchors are the ends of the text") {
    CHECK(cut(rule("no", "^\\s*[0-9]+\\.", "\\s") + rule("yes", "\\.", "\\s"), " 1. a. 2. b") ==
          " 1. a.| 2.| b");
    CHECK(cut(rule("yes", "a", "b$"), "abab") == "aba|b");
}

TEST_CASE("repeats in beforebreak are bounded to a hundred") {
    CHECK(cut(rule("yes", "a[0-9]*", "b"), "a" + std::string(100, '1') + "b") ==
          "a" + std::string(100, '1') + "|b");
    CHECK(cut(rule("yes", "a[0-9]*", "b"), "a" + std::string(101, '1') + "b") ==
          "a" + std::string(101, '1') + "b");
}

TEST_CASE("language maps: the first alone, or all of them in a cascade") {
    const std::string rules = language_rule("stop", rule("yes", "\\.", "\\s")) +
                              language_rule("abbreviation", rule("no", "\\bcf\\.", "\\s"));
    const std::string maps = map("(?i)EN.*", "abbreviation") + map(".*", "stop");
    const auto count = [&](const std::string& header, const std::string& tag) {
        return SrxRules(corpus::parse_srx(srx(rules, maps, header), "t"), tag).find_breaks("cf. a. b").size();
    };
    CHECK(count("cascade=\"yes\"", "en-GB") == 1);
    CHECK(count("cascade=\"no\"", "en-GB") == 0);
    CHECK(count("cascade=\"no\"", "de") == 2);
    CHECK(count("", "de") == 2);
}

TEST_CASE("a language that no map names has no rules") {
    const SrxFile file =
        corpus::parse_srx(srx(language_rule("A", rule("yes", "x", "")), map("en", "A")), "t");
    CHECK(SrxRules(file, "en-GB").empty());
    CHECK_FALSE(SrxRules(file, "en").empty());
}

TEST_CASE("rules that repeat in repeats do not hang") {
    const std::string hostile(200, 'a');
    CHECK(cut(rule("yes", "a", "(a+)+b"), hostile + "!") == hostile + "!");
}

TEST_CASE("the built-in rules load, as any file would") {
    const SrxFile file = corpus::parse_srx(corpus::builtin_srx(), "tongwen.srx");
    CHECK(file.cascade);
    for (const char* tag : {"zh-CN", "zh-TW", "en", "en-GB", "ja", "de", "ru", "x-semicolon"}) {
        CHECK_FALSE(SrxRules(file, tag).empty());
    }
    CHECK(SrxRules(file, "fr").empty());
}

}  // namespace
