// SPDX-License-Identifier: Apache-2.0
// Tests the validation of TMX: each rule has a file that breaks it and nothing else, with line and unit.
#include "tmx/validation.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

using namespace tongwen;

namespace {

struct Validated {
    std::size_t units = 0;
    std::vector<text::Diagnostic> findings;
    std::vector<std::uint64_t> ids;
};

Validated validated(const std::string& bytes) {
    Validated out;
    tmx::ValidationOptions options;
    options.file = "in.tmx";
    options.sink = [&out](const text::Diagnostic& one) { out.findings.push_back(one); };
    options.id = [&out](std::uint64_t hash, std::size_t, std::size_t) { out.ids.push_back(hash); };
    out.units = tmx::validate_tmx(text::bytes_of(bytes), options);
    return out;
}

const std::string good =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n"
    "<header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" "
    "srclang=\"zh-CN\" datatype=\"plaintext\"/>\n<body>\n<tu tuid=\"1\" changedate=\"20260102T030405Z\">\n"
    "<note>n</note><prop type=\"p\">v</prop>\n"
    "<tuv xml:lang=\"zh-CN\"><seg>甲<bpt i=\"1\" x=\"1\">b</bpt>乙<ept i=\"1\">b</ept></seg></tuv>\n"
    "<tuv xml:lang=\"en\"><seg>A<bpt i=\"7\" x=\"1\">b</bpt>B<ept i=\"7\">b</ept></seg></tuv>\n</tu>\n"
    "</body>\n</tmx>\n";

}  // namespace

TEST_CASE("a good file has no findings") {
    const Validated out = validated(good);
    CHECK(out.findings.empty());
    CHECK(out.units == 1);
    CHECK(out.ids.size() == 1);
    CHECK(validated(tmx::write_all("tmx", {tmx::unit("1", "甲", "A")}).bytes).findings.empty());
}

TEST_CASE("each rule finds what breaks it, and where") {
    using enum text::Severity;
    struct Row {
        std::string part, instead;  // in the good file
        std::string id;
        text::Severity severity = error;
        std::size_t line = 6, unit = 1;
        std::vector<std::string> arguments = {};  // behind the unit
    };
    const Row rows[] = {
        {"tmx14.dtd", "dir/tmx14b.dtd", "tmx-doctype", error, 3, 0, {"tmx14b.dtd"}},
        {"\"1.4\"", "\"1.4b\"", "tmx-version", error, 3, 0, {"1.4b"}},
        {"<tmx version=\"1.4\">", "<tmx>", "tmx-missing-attribute", error, 3, 0, {"tmx", "version"}},
        {" o-tmf=\"x\"", "", "tmx-missing-attribute", error, 4, 0, {"header", "o-tmf"}},
        {"segtype=\"sentence\"", "segtype=\"words\"", "tmx-bad-value", error, 4, 0, {"segtype", "words"}},
        {"<body>", "<body>stray", "tmx-stray-text", error, 5, 0},
        {"20260102T030405Z", "2026-01-02", "tmx-bad-value", error, 6, 1, {"changedate", "2026-01-02"}},
        {"tuid=\"1\"", "tuid=\"1\" odd=\"2\"", "tmx-unknown-attribute", error, 6, 1, {"tu", "odd"}},
        {" type=\"p\"", "", "tmx-missing-attribute", error, 6, 1, {"prop", "type"}},
        {"<note>n</note>", "<memo/>", "tmx-unknown-element", error, 6, 1, {"memo", "tu"}},
        {"<note>n</note>", "text", "tmx-stray-text"},
        {"</tuv>\n</tu>", "</tuv><note/></tu>", "tmx-order", error, 6, 1, {"note", "tuv"}},
        {"xml:lang=\"en\"", "", "tmx-missing-attribute", error, 6, 1, {"tuv", "xml:lang"}},
        {"xml:lang=\"en\"", "xml:lang=\"en_US\"", "tmx-language-form", error, 6, 1, {"en_US", "en-US"}},
        {"xml:lang=\"en\"", "xml:lang=\"e!\"", "tmx-bad-language", error, 6, 1, {"e!"}},
        {"xml:lang=\"zh-CN\"", "xml:lang=\"zh\"", "tmx-no-source-variant", error, 6, 1, {"zh-CN"}},
        {"xml:lang=\"en\"", "xml:lang=\"zh-CN\"", "tmx-repeated-language", warning, 6, 1, {"zh-CN"}},
        {"<ept i=\"7\">b</ept>", "", "tmx-unpaired", error, 6, 1, {"bpt", "7"}},
        {"<ept i=\"7\">", "<ept i=\"7\">b</ept><ept i=\"8\">", "tmx-unpaired", error, 6, 1, {"ept", "8"}},
        {"i=\"7\" x=\"1\"", "i=\"7\" x=\"2\"", "tmx-differing-x"},
        {"i=\"7\" x=\"1\"", "i=\"7\" x=\"one\"", "tmx-bad-value", error, 6, 1, {"x", "one"}},
        {"A<bpt", "A<b/><bpt", "tmx-unknown-element", error, 6, 1, {"b", "seg"}},
        {"A<bpt", "A&#2;<bpt", "xml-illegal-characters", error, 6, 1, {"1"}},
        {"A<bpt", "A & <bpt", "xml-bare-ampersand"},
        {"A<bpt", "A&nbsp;<bpt", "xml-unknown-entity", error, 6, 1, {"nbsp"}},
        {"A<bpt", std::string(2001, 'a') + "<bpt", "tmx-long-segment", warning, 6, 1, {"2002", "2000"}},
    };
    for (const Row& row : rows) {
        std::string file = good;
        REQUIRE(file.find(row.part) != std::string::npos);
        file.replace(file.find(row.part), row.part.size(), row.instead);
        std::vector<std::string> arguments = row.arguments;
        arguments.insert(arguments.begin(), std::to_string(row.unit));
        CAPTURE(row.part, row.instead);
        const Validated out = validated(file);
        REQUIRE(!out.findings.empty());
        CHECK(out.findings[0] ==
              text::Diagnostic{row.id, row.severity, {"in.tmx", row.line, 0, {}, row.unit}, arguments});
    }
}

TEST_CASE("texts and whole files have their rules") {
    const auto with = [](const std::string& units) {
        const std::size_t begin = good.find("<tu ");
        return validated(good.substr(0, begin) + units + "</body></tmx>");
    };
    const auto ids = [](const Validated& out) {
        std::string all;
        for (const text::Diagnostic& one : out.findings) all += one.id + " ";
        return all;
    };
    CHECK(ids(with("")) == "no-units ");
    CHECK(ids(with("<tu/>")) == "tmx-no-languages ");
    CHECK(ids(with("<tu><tuv xml:lang='zh-CN'/></tu>")) == "tmx-no-segment ");
    CHECK(
        ids(with("<tu><tuv xml:lang='zh-CN'><seg> </seg></tuv><tuv xml:lang='en'><seg>A</seg></tuv></tu>")) ==
        "tmx-empty-segment ");
    CHECK(
        ids(with("<tu><tuv xml:lang='zh-CN'><seg>A</seg></tuv><tuv xml:lang='en'><seg>A</seg></tuv></tu>")) ==
        "tmx-same-text ");
    CHECK(ids(with("<tu><tuv xml:lang='zh-CN'><seg>1</seg></tuv><tuv xml:lang='en'><seg>1</seg></tuv></tu>"))
              .empty());
    CHECK(ids(with("<tu><tuv xml:lang='zh-CN'>")) == "xml-truncated ");
    CHECK(ids(validated("<html/>")) == "tmx-not-tmx ");
    CHECK(ids(validated("<tmx version='1.4'><body/></tmx>")) == "tmx-no-header no-units ");
    const Validated cut = validated(good.substr(0, good.find("</body>")));
    CHECK(ids(cut) == "xml-truncated ");
    CHECK(cut.units == 1);
}
