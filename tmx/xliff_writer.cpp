// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of XLIFF files: head, one element a unit, end.
#include "tmx/xliff_writer.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "tmx/legal_texts.h"
#include "tmx/segment_text.h"
#include "tmx/xliff_inline.h"
#include "tmx/xliff_state.h"

namespace tongwen::tmx {
namespace {

/// RFC 3339, as XML Schema's dateTime wants it.
std::string date_time(std::chrono::sys_seconds when) {
    const std::string plain = date_text(when);  // 20261124T093000Z
    return fmt::format("{}-{}-{}T{}:{}:{}Z", plain.substr(0, 4), plain.substr(4, 2), plain.substr(6, 2),
                       plain.substr(9, 2), plain.substr(11, 2), plain.substr(13, 2));
}

/// What has no place of its own in XLIFF, by kind, name and value.
struct Extra {
    std::string_view kind;  ///< "property", "attribute", "changed-by"…; of all but the first two, the name
    std::string name;
    std::string value;
};

std::vector<Extra> extras_of(const TranslationUnit& unit) {
    std::vector<Extra> extras;
    for (const auto& [name, value] : unit.properties) extras.push_back({"property", name, value});
    for (const auto& [name, value] : unit.attributes) extras.push_back({"attribute", name, value});
    if (!unit.changed_by.empty()) extras.push_back({"changed-by", {}, unit.changed_by});
    if (unit.changed_when) extras.push_back({"changed-at", {}, date_time(*unit.changed_when)});
    if (unit.created_when) extras.push_back({"created-at", {}, date_time(*unit.created_when)});
    return extras;
}

bool has_target(const TranslationUnit& unit) {
    return !unit.target.text.empty() || !unit.target.codes.empty();
}

/// What both versions share.
class XliffWriter : public UnitWriter {
  public:
    void write(const TranslationUnit& unit) final {
        assert(!finished_);
        if (!options_.verbatim && (is_blank(unit.source) || is_blank(unit.target)))
            return warn("unit-without-text", {unit.id});
        if (!unit.further.empty() && left_out_++ == 0) first_left_out_ = unit.id;
        ++number_;
        spell(unit);
        put("\n");
    }

    void finish() final {
        assert(!finished_);
        finished_ = true;
        put(end());
        texts_.tell(options_);
        if (left_out_ > 0) warn("other-languages-left-out", {std::to_string(left_out_), first_left_out_});
        if (bytes_ > options_.size_limit)
            warn("file-over-limit", {std::to_string(bytes_), std::to_string(options_.size_limit)});
    }

  protected:
    XliffWriter(Output output, WriterOptions options)
        : options_(std::move(options)),
          source_tag_(tag_or_undetermined(options_.source_language)),
          target_tag_(tag_or_undetermined(options_.target_language)),
          texts_(options_.verbatim),
          output_([this, sink = std::move(output)](std::string_view bytes) {
              bytes_ += bytes.size();
              sink(bytes);
          }) {
        if (options_.utf16) output_ = to_utf16(std::move(output_));
        if (!options_.source_language.known()) warn("language-not-known", {"source"});
        if (!options_.target_language.known()) warn("language-not-known", {"target"});
    }

    void put(std::string_view utf8) { output_(utf8); }
    [[nodiscard]] const WriterOptions& options() const { return options_; }
    [[nodiscard]] std::string_view encoding() const { return options_.utf16 ? "UTF-16" : "UTF-8"; }
    [[nodiscard]] const std::string& source_tag() const { return source_tag_; }
    [[nodiscard]] const std::string& target_tag() const { return target_tag_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    LegalTexts& texts() { return texts_; }
    std::string value(std::string_view text, const TranslationUnit& unit) {
        return escape_attribute(texts_.whole(text, unit.id));
    }
    std::string content(std::string_view text, const TranslationUnit& unit) {
        return escape_content(texts_.whole(text, unit.id));
    }
    /// The name of the file that the units come from: they know it, else it is the file that is written.
    [[nodiscard]] std::string original() {
        const std::string name = std::filesystem::path(options_.file).stem().string();
        return escape_attribute(texts_.whole(name.empty() || name == "-" ? "tongwen" : name, {}));
    }

  private:
    virtual void spell(const TranslationUnit& unit) = 0;
    [[nodiscard]] virtual std::string_view end() const = 0;

    void warn(std::string id, std::vector<std::string> arguments) const {
        options_.sink({std::move(id), text::Severity::warning, {options_.file}, std::move(arguments)});
    }
    static bool is_blank(const Variant& variant) {
        return normalise(drop_illegal_characters(variant.text).text).empty();
    }

    WriterOptions options_;
    std::string source_tag_;
    std::string target_tag_;
    LegalTexts texts_;
    Output output_;
    std::size_t bytes_ = 0;
    std::size_t number_ = 0;
    std::size_t left_out_ = 0;
    std::string first_left_out_;
    bool finished_ = false;
};

class Xliff12Writer final : public XliffWriter {
  public:
    Xliff12Writer(Output output, WriterOptions asked) : XliffWriter(std::move(output), std::move(asked)) {
        put(fmt::format(
            "<?xml version=\"1.0\" encoding=\"{}\"?>\n"
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" xmlns:tongwen=\"{}\">\n"
            "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"plaintext\""
            " date=\"{}\" tool-id=\"tongwen\" xml:space=\"preserve\">\n"
            "    <header><tool tool-id=\"tongwen\" tool-name=\"tongwen\" tool-version=\"{}\"/></header>\n"
            "    <body>\n",
            encoding(), xliff_namespace, original(), source_tag(), target_tag(), date_time(options().created),
            escape_attribute(drop_illegal_characters(options().tool_version).text)));
    }

  private:
    void spell(const TranslationUnit& unit) override {
        const State12 state = state12_of(status_of(unit));
        const std::string id = unit.id.empty() ? fmt::format("u{}", number()) : value(unit.id, unit);
        std::string out =
            fmt::format("      <trans-unit id=\"{}\"{}>\n", id, with_value("approved", state.approved));
        out += fmt::format("        <source>{}</source>\n", inline12(unit.source, texts(), unit.id));
        if (has_target(unit))
            out += fmt::format("        <target{}{}>{}</target>\n", with_value("state", state.state),
                               with_value("state-qualifier", state.qualifier),
                               inline12(unit.target, texts(), unit.id));
        for (const std::string& note : unit.notes)
            if (const std::string legal = content(note, unit); !legal.empty())
                out += fmt::format("        <note>{}</note>\n", legal);
        for (const Extra& extra : extras_of(unit))
            out += fmt::format("        <tongwen:{0}{1}>{2}</tongwen:{0}>\n", extra.kind,
                               with_value("name", value(extra.name, unit)), content(extra.value, unit));
        put(out += "      </trans-unit>");
    }

    static std::string with_value(std::string_view name, std::string_view escaped) {
        return escaped.empty() ? "" : fmt::format(" {}=\"{}\"", name, escaped);
    }

    [[nodiscard]] std::string_view end() const override { return "    </body>\n  </file>\n</xliff>\n"; }
};

/// What XML Schema lets an id of XLIFF 2 be, as far as it goes in ASCII.
bool is_name_token(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
               c == '_' || c == '.' || c == ':';
    };
    return !text.empty() && std::ranges::all_of(text, fits);
}

class Xliff21Writer final : public XliffWriter {
  public:
    Xliff21Writer(Output output, WriterOptions asked) : XliffWriter(std::move(output), std::move(asked)) {
        put(
            fmt::format("<?xml version=\"1.0\" encoding=\"{}\"?>\n"
                        "<xliff version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\""
                        " xmlns=\"urn:oasis:names:tc:xliff:document:2.0\""
                        " xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">\n"
                        "  <file id=\"f1\" original=\"{}\" canResegment=\"no\" xml:space=\"preserve\">\n",
                        encoding(), source_tag(), target_tag(), original()));
    }

  private:
    void spell(const TranslationUnit& unit) override {
        const bool has_id = is_name_token(unit.id);
        const std::string id = has_id ? unit.id : fmt::format("u{}", number());
        std::string out = fmt::format("    <unit id=\"{}\">\n", id);
        out += metadata(unit, has_id);
        out += notes(unit);
        OriginalData data;
        const std::string source = inline21(unit.source, texts(), unit.id, data);
        const std::string target = inline21(unit.target, texts(), unit.id, data);
        out += original_data(data);
        const State21 state = state21_of(status_of(unit));
        if (state.state.empty() || !has_target(unit)) {
            out += "      <segment>\n";
        } else {
            out +=
                fmt::format("      <segment state=\"{}\" subState=\"{}\">\n", state.state, state.sub_state);
        }
        out += fmt::format("        <source>{}</source>\n", source);
        if (has_target(unit)) out += fmt::format("        <target>{}</target>\n", target);
        put(out += "      </segment>\n    </unit>");
    }

    std::string metadata(const TranslationUnit& unit, bool has_id) {
        std::string all;
        const auto add = [&all](std::string_view type, std::string_view text) {
            all += fmt::format("          <mda:meta type=\"{}\">{}</mda:meta>\n", type, text);
        };
        if (!has_id && !unit.id.empty()) add("id", content(unit.id, unit));
        for (const Extra& extra : extras_of(unit)) {
            const std::string name = extra.name.empty() ? "" : ":" + value(extra.name, unit);
            add(std::string(extra.kind) + name, content(extra.value, unit));
        }
        if (all.empty()) return {};
        return fmt::format(
            "      <mda:metadata>\n        <mda:metaGroup category=\"{}\">\n{}"
            "        </mda:metaGroup>\n      </mda:metadata>\n",
            xliff_category, all);
    }

    std::string notes(const TranslationUnit& unit) {
        std::string all;
        for (const std::string& note : unit.notes)
            if (const std::string legal = content(note, unit); !legal.empty())
                all += fmt::format("        <note>{}</note>\n", legal);
        return all.empty() ? all : fmt::format("      <notes>\n{}      </notes>\n", all);
    }

    static std::string original_data(const OriginalData& data) {
        if (data.empty()) return {};
        std::string all = "      <originalData>\n";
        for (std::size_t i = 0; i < data.size(); ++i)
            all += fmt::format("        <data id=\"d{}\">{}</data>\n", i + 1, data[i]);
        return all += "      </originalData>\n";
    }

    [[nodiscard]] std::string_view end() const override { return "  </file>\n</xliff>\n"; }
};

}  // namespace

std::unique_ptr<UnitWriter> make_xliff12_writer(Output output, WriterOptions options) {
    return std::make_unique<Xliff12Writer>(std::move(output), std::move(options));
}

std::unique_ptr<UnitWriter> make_xliff21_writer(Output output, WriterOptions options) {
    return std::make_unique<Xliff21Writer>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
