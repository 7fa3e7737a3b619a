// SPDX-License-Identifier: Apache-2.0
// Tests the table of outputs, and the formats of this folder: JSON and beads.
#include "cli/outputs.h"

#include <filesystem>
#include <memory>
#include <set>

#include "tests/cli/json_schema.h"
#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"
#include "tmx/writers.h"

namespace tongwen::cli {
namespace {

std::string written(const char* format, const align::Bitext& bitext) {
    std::string bytes;
    OutputContext context;
    context.sink = [](const text::Diagnostic&) {};
    find_output(format)->write(bitext, context, [&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
}

TEST_CASE("every row has a name, a suffix of its own and a page in docs/formats") {
    std::set<std::string_view> suffixes;
    for (const Output& output : outputs()) {
        CHECK(find_output(output.name) == &output);
        REQUIRE_FALSE(output.suffixes.empty());
        for (const std::string_view suffix : output.suffixes) {
            CHECK(suffixes.insert(suffix).second);
            CHECK(output_for("folder/name" + std::string(suffix)) == &output);
        }
        const std::string page = TONGWEN_SOURCE_DIR "/docs/formats/" + std::string(output.name) + ".md";
        INFO(page);
        CHECK(std::filesystem::exists(page));
    }
    for (const tmx::Writer& writer : tmx::writers()) CHECK(find_output(writer.name) != nullptr);
}

TEST_CASE("formats are found by suffix in upper and lower case, or not at all") {
    CHECK(output_for("A.TMX") == find_output("tmx"));
    CHECK(output_for("a.docx") == nullptr);
    CHECK(output_for("tmx") == nullptr);
    CHECK(output_for("-") == nullptr);
    CHECK(find_output("docx") == nullptr);
    CHECK(list_outputs() ==
          "tmx, tsv, xliff, xliff21, csv, xlsx, po, jsonl, json, beads, tongwen, text, html");
}

TEST_CASE("beads are lines of segment indices and confidence") {
    CHECK(written("beads", speech()) ==
          "[0]:[]:0.91\n[1]:[0]:0.98\n[2]:[]:0.72\n[3]:[1]:0.41\n[]:[2]:0.80\n[4]:[3, 4]:1.00\n");
    CHECK(written("beads", {}).empty());
}

TEST_CASE("beads of moved blocks stand where their source stands, and count as the page does") {
    CHECK(written("beads", letter()) ==
          "[0]:[0]:1.00\n[1]:[2]:0.90\n[2]:[3]:0.85\n[3]:[]:1.00\n[4]:[1]:1.00\n[]:[4]:1.00\n");
    align::Bitext bitext = letter();
    bitext.page = align::PagePlace{align::make_run<align::Target>(10, 15), 40};
    CHECK(written("beads", bitext) ==
          "[0]:[10]:1.00\n[1]:[12]:0.90\n[2]:[13]:0.85\n[3]:[]:1.00\n[4]:[11]:1.00\n[]:[14]:1.00\n");
}

TEST_CASE("json holds documents, segments and beads") {
    align::Bitext bitext;
    bitext.source = document_of("a.zh.txt", "zh-CN", {{"# 题"}, {"一。", "二。"}});
    bitext.source.provenance.encoding = {"GB18030", "detector", 90};
    bitext.source.provenance.content_hash = "xxh3-128:00";
    // Three bytes of UTF-8 stand for two of GB18030, line ends for themselves.
    for (std::size_t derived = 0, original = 0; derived < bitext.source.text.size();) {
        const std::size_t length = bitext.source.text[derived] == '\n' ? 1 : 3;
        bitext.source.to_original.append(length, original, length == 3 ? 2 : 1);
        derived += length;
        original += length == 3 ? 2 : 1;
    }
    bitext.target = document_of("-", "en", {{"\"One\"\tand\\two."}});
    bitext.alignment = align::Alignment({{align::make_run<align::Source>(0, 1), {}, 0.25, 1.5, {}},
                                         {align::make_run<align::Source>(1, 3),
                                          align::make_run<align::Target>(0, 1),
                                          1.0 / 3,
                                          -2,
                                          {0.5F, 1, 0, 0, -0.25F, 0, 0.75F}}},
                                        3, 1);
    CHECK(written("json", bitext) == R"json({
  "format": "tongwen-alignment",
  "version": 1,
  "source": {"path":"a.zh.txt","format":"text","language":"zh-CN","language_evidence":"detected","encoding":{"name":"GB18030","evidence":"detector","confidence":90},"hash":"xxh3-128:00","paragraphs":2,
  "segments": [
    {"text":"题","paragraph":0,"kind":"heading","begin":0,"end":2},
    {"text":"一。","paragraph":1,"kind":"body","begin":3,"end":7},
    {"text":"二。","paragraph":1,"kind":"body","begin":8,"end":12}
  ]},
  "target": {"path":"-","format":"text","language":"en","language_evidence":"detected","encoding":{"name":"UTF-8","evidence":"valid","confidence":100},"hash":"","paragraphs":1,
  "segments": [
    {"text":"\"One\"\tand\\two.","paragraph":0,"kind":"body","begin":0,"end":14}
  ]},
  "parallelness": {"verdict":"parallel","linked_share":0.298142},
  "beads": [
    {"source":[0,1],"target":[0,0],"confidence":0.25,"cost":1.5,"reasons":{"length":0.0,"words":0.0,"numbers":0.0,"names":0.0,"punctuation":0.0,"structure":0.0,"shape":0.0},"matches":[],"unmatched":{"source":[[0,2]],"target":[]}},
    {"source":[1,3],"target":[0,1],"confidence":0.333333,"cost":-2.0,"reasons":{"length":0.5,"words":1.0,"numbers":0.0,"names":0.0,"punctuation":-0.25,"structure":0.0,"shape":0.75},"matches":[],"unmatched":{"source":[[8,10]],"target":[[10,13]]}}
  ],
  "moved": [
  ]
}
)json");
}

TEST_CASE("json names moved blocks, and the place in a page") {
    align::Bitext bitext = letter();
    CHECK_FALSE(Json::parse(written("json", bitext)).contains("page"));
    bitext.page = align::PagePlace{align::make_run<align::Target>(10, 15), 40};
    const Json json = Json::parse(written("json", bitext));
    CHECK(json["page"] == Json::parse(R"({"span":[10,15],"segments":40})"));
    REQUIRE(json["moved"].size() == 1);
    const Json& block = json["moved"][0];
    CHECK(block["source"] == Json::parse("[1,3]"));
    CHECK(block["target"] == Json::parse("[2,4]"));
    REQUIRE(block["beads"].size() == 2);
    CHECK(block["beads"][1]["source"] == Json::parse("[2,3]"));
    CHECK(block["beads"][1]["target"] == Json::parse("[3,4]"));
    CHECK(block["beads"][1]["confidence"] == 0.85);
    std::string blocks;
    for (const Json& bead : json["beads"]) blocks += bead.contains("moved") ? bead["moved"].dump() : "-";
    CHECK(blocks == "-00--00-");
}

TEST_CASE("json gives words by the bytes of the original files") {
    align::LexiconBuilder builder(
        {*text::Language::parse("zh"), *text::Language::parse("en"), "", "", "", {}});
    builder.add("桥", "bridg", 0.5F);
    align::LexiconSet lexicons;
    lexicons.add(std::make_shared<align::Lexicon>(builder.compile(), "test"));
    align::Bitext bitext;
    bitext.source = document_of("a", "zh", {{"桥灯7"}});
    bitext.source.to_original.append(3, 10, 2);  // behind ten bytes of markup, in GB18030
    bitext.source.to_original.append(3, 12, 2);
    bitext.source.to_original.append_copy(2, 14);
    bitext.target = document_of("b", "en", {{"7 old bridges"}});
    bitext.alignment = align::parse_alignment("1-1");
    OutputContext context;
    context.lexicons = &lexicons;
    std::string bytes;
    find_output("json")->write(bitext, context, [&bytes](std::string_view piece) { bytes += piece; });
    const Json bead = Json::parse(bytes)["beads"][0];
    CHECK(bead["matches"] == Json::parse(R"([{"source":[10,12],"target":[6,13],"kind":"word","strength":0.5},
                          {"source":[14,15],"target":[0,1],"kind":"number","strength":0.95}])"));
    CHECK(bead["unmatched"] == Json::parse(R"({"source":[[12,14]],"target":[[2,5]]})"));
}

TEST_CASE("json is what its schema says, and the schema would notice if not") {
    const Json schema = schema_of("alignment");
    const Json value = Json::parse(written("json", speech()));
    CHECK(violation(value, schema, schema).empty());
    CHECK(violation(Json::parse(written("json", {})), schema, schema).empty());
    align::Bitext moved = letter();
    moved.page = align::PagePlace{align::make_run<align::Target>(10, 15), 40};
    CHECK(violation(Json::parse(written("json", moved)), schema, schema).empty());
    Json broken = value;
    broken["beads"][0]["confidence"] = 2;
    CHECK(violation(broken, schema, schema) == "maximum: 2");
    broken = value;
    broken["source"].erase("hash");
    CHECK(violation(broken, schema, schema) == "required: \"hash\"");
    broken = value;
    broken["target"]["segments"][0]["colour"] = "red";
    CHECK(violation(broken, schema, schema) == "not in the schema: colour");
    broken = value;
    broken["beads"][0]["unmatched"]["source"][0].push_back(1);
    CHECK(violation(broken, schema, schema).starts_with("maxItems: "));
}

TEST_CASE("a path that is no UTF-8 does not spoil the json") {
    align::Bitext bitext = speech();
    bitext.source.provenance.path = "a\xFF.txt";
    CHECK(Json::parse(written("json", bitext))["source"]["path"] == "a\uFFFD.txt");
}

}  // namespace
}  // namespace tongwen::cli
