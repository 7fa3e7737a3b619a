// SPDX-License-Identifier: Apache-2.0
// Tests page.json: its bytes, and its schema.
#include "cli/page_report.h"

#include <string>

#include "tests/cli/json_schema.h"
#include "tests/cli/sample_page.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string report(const AlignedPage& page, const std::string& suffix) {
    std::string bytes;
    const auto file_of = [&](const PageOriginal& original) {
        return suffix.empty() ? "" : original.name + suffix;
    };
    write_page_report(page, file_of, [&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
}

TEST_CASE("the report says where each original is, and what is editorial") {
    CHECK(report(page_with_letter(), ".tmx") == R"json({
  "format": "tongwen-page",
  "version": 1,
  "page": {"path":"page.en.txt","format":"text","language":"en","hash":"xxh3-128:02","segments":5},
  "originals": [
    {"path":"zh/letter.zh.txt","format":"text","language":"zh-CN","hash":"xxh3-128:01","segments":3,"found":true,"place":{"segments":[1,4],"bytes":[21,43],"lines":[3,5]},"linked_share":0.333333,"file":"letter.tmx"},
    {"path":"zh/report.zh.txt","format":"text","language":"zh-CN","hash":"","segments":1,"found":false}
  ],
  "editorial": [
    {"segments":[0,1],"bytes":[0,19],"lines":[1,1]},
    {"segments":[4,5],"bytes":[45,65],"lines":[7,7]}
  ]
}
)json");
}

TEST_CASE("where no file is written, none is named") {
    CHECK(report(page_with_letter(), "").find("\"file\"") == std::string::npos);
}

TEST_CASE("the report is what its schema says, also of an odd path and of nothing") {
    const Json schema = schema_of("page");
    const Json value = Json::parse(report(page_with_letter(), ".tmx"));
    CHECK(violation(value, schema, schema).empty());
    CHECK(violation(Json::parse(report({}, "")), schema, schema).empty());
    Json broken = value;
    broken["originals"][0]["place"]["lines"].push_back(1);
    CHECK(violation(broken, schema, schema).starts_with("maxItems: "));
    broken = value;
    broken["originals"][1].erase("found");
    CHECK(violation(broken, schema, schema) == "required: \"found\"");
    AlignedPage odd = page_with_letter();
    odd.page.provenance.path = "a\xFF";
    CHECK(Json::parse(report(odd, ""))["page"]["path"] == "a\uFFFD");
}

}  // namespace
}  // namespace tongwen::cli
