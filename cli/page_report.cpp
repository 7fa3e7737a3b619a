// SPDX-License-Identifier: Apache-2.0
// Owns the fields of page.json.
#include "cli/page_report.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const PageStretch& stretch) {
    return {{"segments", {stretch.segments.begin.value, stretch.segments.end.value}},
            {"bytes", {stretch.bytes.begin, stretch.bytes.end}},
            {"lines", {stretch.first_line, stretch.last_line}}};
}

Json json_of(const corpus::Document& document) {
    return {{"path", document.provenance.path},
            {"format", document.provenance.format},
            {"language", document.language.tag()},
            {"hash", document.provenance.content_hash},
            {"segments", document.segments.size()}};
}

Json json_of(const PageOriginal& original, const std::string& file) {
    Json json = json_of(original.pair.bitext.source);
    json["found"] = original.place.has_value();
    if (!original.place) return json;
    json["place"] = json_of(*original.place);
    json["linked_share"] = std::round(original.pair.verdict.linked_share * 1e6) / 1e6;
    if (!file.empty()) json["file"] = file;
    return json;
}

/// Paths need not be UTF-8; everything else is.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// An element a line.
std::string list(const auto& elements, const auto& make) {
    std::string out = "[";
    for (const auto& element : elements)
        out.append(out.size() > 1 ? ",\n    " : "\n    ").append(dump(make(element)));
    return out + "\n  ]";
}

}  // namespace

void write_page_report(const AlignedPage& page, const FileOf& file_of, const ByteReceiver& receive) {
    const auto original = [&file_of](const PageOriginal& one) {
        return json_of(one, one.place ? file_of(one) : "");
    };
    const auto stretch = [](const PageStretch& one) { return json_of(one); };
    receive("{\n  \"format\": \"tongwen-page\",\n  \"version\": 1,\n");
    receive("  \"page\": " + dump(json_of(page.page)) + ",\n");
    receive("  \"originals\": " + list(page.originals, original) + ",\n");
    receive("  \"editorial\": " + list(page.editorial, stretch) + "\n}\n");
}

}  // namespace tongwen::cli
