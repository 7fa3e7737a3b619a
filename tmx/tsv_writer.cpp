// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of a file of tab-separated values.
#include "tmx/tsv_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

constexpr std::string_view property_prefix = "x-tongwen-";
constexpr std::array<std::string_view, 7> property_columns = {
    "confidence", "shape", "status", "source-file", "source-segments", "target-segments", "moved"};

std::string escape_field(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    for (const char c : value) {
        switch (c) {
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string row(const std::vector<std::string>& fields) {
    std::string out;
    for (const std::string& field : fields) out.append(escape_field(field)).append(1, '\t');
    out.back() = '\n';
    return out;
}

std::string property_value(const TranslationUnit& unit, std::string_view column) {
    const auto found =
        std::find_if(unit.properties.begin(), unit.properties.end(), [column](const auto& property) {
            const std::string_view name = property.first;
            return name.starts_with(property_prefix) && name.substr(property_prefix.size()) == column;
        });
    return found == unit.properties.end() ? "" : normalise(found->second);
}

std::string joined_notes(const TranslationUnit& unit) {
    std::string all;
    for (const std::string& note : unit.notes) {
        if (!all.empty()) all += '\n';
        all += normalise(note);
    }
    return all;
}

class TsvWriter final : public UnitWriter {
  public:
    TsvWriter(Output output, WriterOptions options)
        : options_(std::move(options)), output_(std::move(output)) {
        if (options_.utf16) output_ = to_utf16(std::move(output_));
        write_header();
    }

    void write(const TranslationUnit& unit) override {
        assert(!finished_);
        std::vector<std::string> fields = {unit.id, normalise(unit.source.text), normalise(unit.target.text)};
        if (fields[1].empty() && fields[2].empty()) {
            return options_.sink({"unit-without-text", text::Severity::warning, {options_.file}, {unit.id}});
        }
        for (const std::string_view column : property_columns) fields.push_back(property_value(unit, column));
        fields.push_back(joined_notes(unit));
        fields.push_back(normalise(unit.changed_by));
        fields.push_back(unit.changed_when ? date_text(*unit.changed_when) : "");
        output_(row(fields));
    }

    void finish() override {
        assert(!finished_);
        finished_ = true;
    }

  private:
    void write_header() {
        std::vector<std::string> fields = {"id", tag_or_undetermined(options_.source_language),
                                           tag_or_undetermined(options_.target_language)};
        fields.insert(fields.end(), property_columns.begin(), property_columns.end());
        fields.insert(fields.end(), {"notes", "reviewer", "reviewed"});
        output_(row(fields));
    }

    WriterOptions options_;
    Output output_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tsv_writer(Output output, WriterOptions options) {
    return std::make_unique<TsvWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
