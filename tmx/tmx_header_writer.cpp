// SPDX-License-Identifier: Apache-2.0
// Owns the attributes of the header, their order and their defaults.
#include "tmx/tmx_header_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "tmx/segment_text.h"
#include "tmx/tmx_vocabulary.h"

namespace tongwen::tmx {
namespace {

std::string_view passed_on(const WriterOptions& options, std::string_view name) {
    const Attributes& attributes = options.header.attributes;
    const auto found = std::ranges::find(attributes, name, &Attributes::value_type::first);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

/// Whether the memory that is passed on had a header at all.
bool has_header(const WriterOptions& options) { return !options.header.attributes.empty(); }

std::string attribute(std::string_view name, std::string_view value) {
    return fmt::format(" {}=\"{}\"", name, escape_attribute(drop_illegal_characters(value).text));
}

std::string attribute_or(const WriterOptions& options, std::string_view name, std::string_view otherwise) {
    std::string_view value = passed_on(options, name);
    if (value.empty() || value == "SDL TM8 Format") value = otherwise;
    return value.empty() ? std::string() : attribute(name, value);
}

std::string notes_and_properties(const WriterOptions& options) {
    std::string out;
    const auto content = [](std::string_view text) {
        return escape_content(drop_illegal_characters(text).text);
    };
    for (const std::string& note : options.header.notes)
        out += fmt::format("    <note>{}</note>\n", content(note));
    for (const auto& [name, value] : options.header.properties)
        out += fmt::format("    <prop{}>{}</prop>\n", attribute("type", name), content(value));
    return out;
}

}  // namespace

std::string tmx_srclang(const WriterOptions& options) {
    if (!options.source_language.known() && has_header(options)) return "*all*";
    return tag_or_undetermined(options.source_language);
}

// segtype is "sentence" for units of several sentences too: OmegaT cuts "paragraph" units anew.
std::string tmx_begin(const WriterOptions& options, const std::string& srclang) {
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"{}\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n  <header creationtool=\"tongwen\"",
        options.utf16 ? "UTF-16" : "UTF-8");
    out += attribute("creationtoolversion", options.tool_version);
    out += attribute_or(options, "segtype", "sentence");
    out += attribute_or(options, "o-tmf", "tongwen");
    out += attribute_or(options, "adminlang", "en");
    out += attribute("srclang", srclang);
    out += attribute_or(options, "datatype", "plaintext");
    out += attribute_or(options, "creationdate", date_text(options.created));
    for (const std::string_view name : {"creationid", "changedate", "changeid", "o-encoding"})
        out += attribute_or(options, name, "");
    const std::string content = notes_and_properties(options);
    out += content.empty() ? "/>\n" : ">\n" + content + "  </header>\n";
    return out + "  <body>\n";
}

}  // namespace tongwen::tmx
