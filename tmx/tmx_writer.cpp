// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of a TMX file: declaration, header, one `tu` a unit, end.
#include "tmx/tmx_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

// A unit with one of these properties is taken by OmegaT for the translation of one place only.
constexpr std::array<std::string_view, 5> context_names = {"file", "id", "prev", "next", "path"};

constexpr bool is_context_name(std::string_view name) {
    return std::find(context_names.begin(), context_names.end(), name) != context_names.end();
}

class TmxWriter final : public UnitWriter {
  public:
    TmxWriter(Output output, WriterOptions options);
    void write(const TranslationUnit& unit) override;
    void finish() override;

  private:
    void put(std::string_view utf8);
    void warn(std::string id, std::vector<std::string> arguments) const;
    void warn_of_unknown_languages() const;
    std::string legal(std::string_view utf8, const TranslationUnit& unit);
    std::string header() const;
    std::string property(const std::pair<std::string, std::string>& property, const TranslationUnit& unit);
    std::string unit_start(const TranslationUnit& unit);

    WriterOptions options_;
    std::string source_tag_;
    std::string target_tag_;
    std::string created_;
    Output output_;
    std::size_t bytes_ = 0;
    std::size_t dropped_ = 0;
    std::string first_mended_;  // the id of the first unit that lost characters
    std::size_t renamed_ = 0;
    bool finished_ = false;
};

TmxWriter::TmxWriter(Output output, WriterOptions options)
    : options_(std::move(options)),
      source_tag_(tag_or_undetermined(options_.source_language)),
      target_tag_(tag_or_undetermined(options_.target_language)),
      created_(date_text(options_.created)),
      output_([this, sink = std::move(output)](std::string_view bytes) {
          bytes_ += bytes.size();
          sink(bytes);
      }) {
    if (options_.utf16) output_ = to_utf16(std::move(output_));
    warn_of_unknown_languages();
    put(header());
}

void TmxWriter::put(std::string_view utf8) { output_(utf8); }

void TmxWriter::warn(std::string id, std::vector<std::string> arguments) const {
    options_.sink({std::move(id), text::Severity::warning, {options_.file}, std::move(arguments)});
}

void TmxWriter::warn_of_unknown_languages() const {
    if (!options_.source_language.known()) warn("language-not-known", {"source"});
    if (!options_.target_language.known()) warn("language-not-known", {"target"});
}

// Characters go first: what is left may compose anew.
std::string TmxWriter::legal(std::string_view utf8, const TranslationUnit& unit) {
    const LegalText legal = drop_illegal_characters(utf8);
    if (legal.dropped > 0 && dropped_ == 0) first_mended_ = unit.id;
    dropped_ += legal.dropped;
    return normalise(legal.text);
}

// segtype stays "sentence" for units of several sentences too: OmegaT cuts "paragraph" units anew.
std::string TmxWriter::header() const {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"{}\"?>\n"
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
        "<tmx version=\"1.4\">\n"
        "  <header creationtool=\"tongwen\" creationtoolversion=\"{}\" segtype=\"sentence\" o-tmf=\"tongwen\""
        " adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\" creationdate=\"{}\"/>\n"
        "  <body>\n",
        options_.utf16 ? "UTF-16" : "UTF-8",
        escape_attribute(drop_illegal_characters(options_.tool_version).text), source_tag_, created_);
}

std::string TmxWriter::property(const std::pair<std::string, std::string>& property,
                                const TranslationUnit& unit) {
    std::string name = legal(property.first, unit);
    if (is_context_name(name)) {
        name.insert(0, "x-");
        ++renamed_;
    }
    return fmt::format("      <prop type=\"{}\">{}</prop>\n", escape_attribute(name),
                       escape_content(legal(property.second, unit)));
}

std::string TmxWriter::unit_start(const TranslationUnit& unit) {
    const std::string id = legal(unit.id, unit);
    std::string out = "    <tu";
    if (!id.empty()) out += fmt::format(" tuid=\"{}\"", escape_attribute(id));
    out += fmt::format(" creationdate=\"{}\"", created_);
    if (unit.changed_when) out += fmt::format(" changedate=\"{}\"", date_text(*unit.changed_when));
    if (const std::string who = legal(unit.changed_by, unit); !who.empty())
        out += fmt::format(" changeid=\"{}\"", escape_attribute(who));
    return out + ">\n";
}

std::string variant(std::string_view tag, std::string_view legal) {
    return fmt::format("      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n", tag, escape_content(legal));
}

void TmxWriter::write(const TranslationUnit& unit) {
    assert(!finished_);
    const std::string source = legal(unit.source.text, unit);
    const std::string target = legal(unit.target.text, unit);
    if (source.empty() || target.empty()) return warn("unit-without-text", {unit.id});
    std::string out = unit_start(unit);
    for (const std::string& note : unit.notes) {
        out += fmt::format("      <note>{}</note>\n", escape_content(legal(note, unit)));
    }
    for (const auto& one : unit.properties) out += property(one, unit);
    out += variant(source_tag_, source);
    out += variant(target_tag_, target);
    put(out += "    </tu>\n");
}

void TmxWriter::finish() {
    assert(!finished_);
    finished_ = true;
    put("  </body>\n</tmx>\n");
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
