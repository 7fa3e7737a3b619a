// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of a TMX file: header, one `tu` a unit, end.
#include "tmx/tmx_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "tmx/preset_units.h"
#include "tmx/segment_text.h"
#include "tmx/tmx_header_writer.h"
#include "tmx/tmx_segment_writer.h"
#include "tmx/tmx_vocabulary.h"

namespace tongwen::tmx {
namespace {

// A unit with one of these properties is taken by OmegaT for the translation of one place only.
constexpr std::array<std::string_view, 5> context_names = {"file", "id", "prev", "next", "path"};

constexpr bool is_context_name(std::string_view name) {
    return std::find(context_names.begin(), context_names.end(), name) != context_names.end();
}

/// Whether the attribute is made of another member than `attributes`.
constexpr bool has_own_member(std::string_view element, std::string_view name) {
    if (element == "tuv") return name == "xml:lang";
    return name == "tuid" || name == "creationdate" || name == "changedate" || name == "changeid";
}

class TmxWriter final : public UnitWriter {
  public:
    TmxWriter(Output output, WriterOptions options);
    void write(const TranslationUnit& unit) override {
        assert(!finished_);
        units_.take(unit);
    }
    void finish() override;

  private:
    void write_element(const TranslationUnit& unit);
    void warn(std::string id, std::vector<std::string> arguments) const;
    void warn_of_unknown_languages() const;
    void count_dropped(std::size_t dropped);
    std::string legal(std::string_view utf8);
    void put_attribute(std::string_view name, std::string_view value);
    void put_attributes(const Attributes& attributes, std::string_view element);
    void put_unit_tag(const TranslationUnit& unit);
    void put_source_language(const TranslationUnit& unit);
    void put_notes(const std::vector<std::string>& notes);
    void put_properties(const std::vector<std::pair<std::string, std::string>>& properties);
    bool put_variant(const Variant& variant, const std::string& default_tag);

    WriterOptions options_;
    PresetUnits units_;
    std::string srclang_;
    std::string source_tag_;
    std::string target_tag_;
    std::string created_;
    Output output_;
    std::string element_;              // what of a unit is ready
    const std::string* id_ = nullptr;  // of that unit
    std::size_t bytes_ = 0;
    std::size_t dropped_ = 0;
    std::string first_mended_;  // the id of the first unit that lost characters
    std::size_t renamed_ = 0;
    bool finished_ = false;
};

TmxWriter::TmxWriter(Output output, WriterOptions options)
    : options_(std::move(options)),
      units_(options_.preset, [this](const TranslationUnit& unit) { write_element(unit); }),
      srclang_(tmx_srclang(options_)),
      source_tag_(tag_or_undetermined(options_.source_language)),
      target_tag_(tag_or_undetermined(options_.target_language)),
      created_(date_text(options_.created)),
      output_([this, sink = std::move(output)](std::string_view bytes) {
          bytes_ += bytes.size();
          sink(bytes);
      }) {
    if (options_.utf16) output_ = to_utf16(std::move(output_));
    if (!options_.verbatim) warn_of_unknown_languages();
    output_(tmx_begin(options_, srclang_));
}

void TmxWriter::warn(std::string id, std::vector<std::string> arguments) const {
    options_.sink({std::move(id), text::Severity::warning, {options_.file}, std::move(arguments)});
}

void TmxWriter::warn_of_unknown_languages() const {
    if (!options_.source_language.known()) warn("language-not-known", {"source"});
    if (!options_.target_language.known()) warn("language-not-known", {"target"});
}

void TmxWriter::count_dropped(std::size_t dropped) {
    if (dropped > 0 && dropped_ == 0) first_mended_ = *id_;
    dropped_ += dropped;
}

// Characters go first: what is left may compose anew.
std::string TmxWriter::legal(std::string_view utf8) {
    LegalText legal = drop_illegal_characters(utf8);
    count_dropped(legal.dropped);
    return options_.verbatim ? std::move(legal.text) : normalise(legal.text);
}

void TmxWriter::put_attribute(std::string_view name, std::string_view value) {
    element_.append(" ").append(name).append("=\"").append(escape_attribute(legal(value))).append("\"");
}

void TmxWriter::put_attributes(const Attributes& attributes, std::string_view element) {
    for (const auto& [name, value] : attributes) {
        if (has_attribute(*find_element(element), name) && !has_own_member(element, name))
            put_attribute(name, value);
    }
}

void TmxWriter::put_unit_tag(const TranslationUnit& unit) {
    element_ = "    <tu";
    if (const std::string id = legal(unit.id); !id.empty()) put_attribute("tuid", id);
    put_attributes(unit.attributes, "tu");
    put_source_language(unit);
    if (unit.created_when || !options_.verbatim)
        put_attribute("creationdate", unit.created_when ? date_text(*unit.created_when) : created_);
    if (unit.changed_when) put_attribute("changedate", date_text(*unit.changed_when));
    if (const std::string who = legal(unit.changed_by); !who.empty()) put_attribute("changeid", who);
    element_ += ">\n";
}

// Where the file's language is not the unit's.
void TmxWriter::put_source_language(const TranslationUnit& unit) {
    const std::string& tag = unit.source.language.tag();
    if (tag.empty() || srclang_ == tag || srclang_ == "*all*") return;
    const bool is_there = std::ranges::find(unit.attributes, "srclang", &Attributes::value_type::first) !=
                          unit.attributes.end();
    if (!is_there) put_attribute("srclang", tag);
}

void TmxWriter::put_notes(const std::vector<std::string>& notes) {
    for (const std::string& note : notes)
        element_.append("      <note>").append(escape_content(legal(note))).append("</note>\n");
}

void TmxWriter::put_properties(const std::vector<std::pair<std::string, std::string>>& properties) {
    for (const auto& [given_name, value] : properties) {
        std::string name = legal(given_name);
        if (is_context_name(name) && !options_.verbatim) {
            name.insert(0, "x-");
            ++renamed_;
        }
        element_.append("      <prop type=\"").append(escape_attribute(name)).append("\">");
        element_.append(escape_content(legal(value))).append("</prop>\n");
    }
}

// False when it has no text.
bool TmxWriter::put_variant(const Variant& variant, const std::string& default_tag) {
    const SegmentXml segment = segment_xml(variant, options_.verbatim);
    count_dropped(segment.dropped);
    element_.append("      <tuv xml:lang=\"");
    element_.append(variant.language.known() ? variant.language.tag() : default_tag).append("\"");
    put_attributes(variant.attributes, "tuv");
    element_ += '>';
    if (!variant.notes.empty() || !variant.properties.empty()) {
        element_ += '\n';
        put_notes(variant.notes);
        put_properties(variant.properties);
        element_ += "      ";
    }
    element_.append("<seg>").append(segment.xml).append("</seg></tuv>\n");
    return segment.has_text;
}

bool is_there(const Variant& variant) { return variant != Variant(); }

/// TMX 1.4b wants a variant in every unit, and one in the source's language: where it is not there, an empty
/// one, for a lone target would be read as the source.
bool needs_source(const TranslationUnit& unit) {
    return is_there(unit.source) || is_there(unit.target) || unit.further.empty();
}

void TmxWriter::write_element(const TranslationUnit& unit) {
    id_ = &unit.id;
    put_unit_tag(unit);
    put_notes(unit.notes);
    put_properties(unit.properties);
    bool is_whole = true;
    if (!options_.verbatim || needs_source(unit)) is_whole = put_variant(unit.source, source_tag_);
    if (!options_.verbatim || is_there(unit.target))
        is_whole = put_variant(unit.target, target_tag_) && is_whole;
    if (!is_whole && !options_.verbatim) return warn("unit-without-text", {unit.id});
    for (const Variant& variant : unit.further) put_variant(variant, "und");
    output_(element_ += "    </tu>\n");
}

void TmxWriter::finish() {
    assert(!finished_);
    units_.finish();
    finished_ = true;
    output_("  </body>\n</tmx>\n");
    if (dropped_ > 0) warn("illegal-characters-dropped", {std::to_string(dropped_), first_mended_});
    if (renamed_ > 0) warn("properties-renamed", {std::to_string(renamed_)});
    if (bytes_ > options_.size_limit) {
        warn("file-over-limit", {std::to_string(bytes_), std::to_string(options_.size_limit)});
    }
}

}  // namespace

std::unique_ptr<UnitWriter> make_tmx_writer(Output output, WriterOptions options) {
    return std::make_unique<TmxWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
