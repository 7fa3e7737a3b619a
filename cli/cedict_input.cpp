// SPDX-License-Identifier: Apache-2.0
// Owns the reading of CC-CEDICT's two spellings.
#include "cli/cedict_input.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "align/cedict.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::string_view module_beginning = "export default";

/// Receives the package's JSON piece by piece: as a tree it would take a hundred megabytes.
class JsonRows final : public nlohmann::json_sax<nlohmann::json> {
  public:
    explicit JsonRows(align::RenderingWriter& writer) : writer_(writer) {}

    [[nodiscard]] CedictCount count() const { return count_; }
    [[nodiscard]] std::size_t error_position() const { return error_position_; }

    bool null() override { return scalar(); }
    bool boolean(bool) override { return scalar(); }
    bool number_integer(number_integer_t) override { return scalar(); }
    bool number_unsigned(number_unsigned_t) override { return scalar(); }
    bool number_float(number_float_t, const string_t&) override { return scalar(); }
    bool binary(binary_t&) override { return scalar(); }
    bool string(string_t& value) override {
        if (depth_ == in_row && member_ == 0) traditional_ = value;
        if (depth_ == in_row && member_ == 1) simplified_ = value;
        if (depth_ >= in_row && member_ == 3) glosses_.push_back(value);
        return scalar();
    }
    bool start_object(std::size_t) override { return open(false); }
    bool key(string_t& name) override {
        if (depth_ == in_root) wanted_ = name == "all";
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        error_position_ = position;
        return false;
    }

  private:
    // How many brackets are open there.
    static constexpr std::size_t in_root = 1;
    static constexpr std::size_t in_rows = 2;
    static constexpr std::size_t in_row = 3;

    bool scalar() {
        if (wanted_ && depth_ == in_rows) ++count_.bad_rows;
        if (depth_ == in_row) ++member_;
        return true;
    }

    bool open(bool array) {
        ++depth_;
        if (depth_ != in_row) return true;
        row_is_array_ = array;
        member_ = 0;
        traditional_.clear();
        simplified_.clear();
        glosses_.clear();
        return true;
    }

    bool close() {
        if (wanted_ && depth_ == in_row) finish_row();
        --depth_;
        if (depth_ == in_row) ++member_;
        return true;
    }

    void finish_row() {
        const bool whole =
            row_is_array_ && !traditional_.empty() && !simplified_.empty() && !glosses_.empty();
        ++(whole ? count_.rows : count_.bad_rows);
        if (!whole) return;
        const std::vector<std::string_view> glosses(glosses_.begin(), glosses_.end());
        align::add_cedict_row({traditional_, simplified_, glosses}, writer_);
    }

    align::RenderingWriter& writer_;
    CedictCount count_;
    std::size_t error_position_ = 0;  // from 1
    std::size_t depth_ = 0;
    std::size_t member_ = 0;  // of the row
    bool wanted_ = false;     // in the member "all"
    bool row_is_array_ = false;
    std::string traditional_;
    std::string simplified_;
    std::vector<std::string> glosses_;
};

[[noreturn]] void refuse(std::string id, text::Location where) {
    throw text::InputError({std::move(id), text::Severity::error, std::move(where), {}});
}

text::Location place_of(std::string_view text, std::size_t offset, const std::string& file) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    text::Location where{file, 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')), 1};
    for (std::size_t at = line_begin; at < before.size(); ++where.column) text::next_code_point(before, at);
    return where;
}

CedictCount read_json(std::string_view text, std::string_view json, const std::string& file,
                      align::RenderingWriter& writer) {
    JsonRows rows(writer);
    if (!nlohmann::json::sax_parse(json.begin(), json.end(), &rows)) {
        const auto begin = static_cast<std::size_t>(json.data() - text.data());
        const std::size_t read = std::clamp<std::size_t>(rows.error_position(), 1, json.size() + 1) - 1;
        refuse("bad-json", place_of(text, begin + read, file));
    }
    return rows.count();
}

CedictCount read_lines(std::string_view bytes, align::RenderingWriter& writer) {
    std::size_t lines = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = text::trim(rest.substr(0, end));
        if (!line.empty() && !line.starts_with('#')) ++lines;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::size_t rows = align::add_cedict(bytes, writer);
    return {rows, lines - std::min(lines, rows)};
}

}  // namespace

align::LexiconInfo cedict_info() {
    return {*text::Language::parse("zh"), *text::Language::parse("en"), "CC-CEDICT", "CC BY-SA 4.0",
            "CC-CEDICT, community maintained, published by MDBG, https://cc-cedict.org"};
}

CedictCount read_cedict(std::string_view bytes, const std::string& file, align::RenderingWriter& writer) {
    std::string_view text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string_view json = text::trim(text);
    if (json.starts_with(module_beginning)) json = text::trim(json.substr(module_beginning.size()));
    if (json.ends_with(';')) json.remove_suffix(1);
    const CedictCount count =
        json.starts_with('{') ? read_json(text, json, file, writer) : read_lines(text, writer);
    if (count.rows == 0) refuse("no-cedict-rows", {file});
    return count;
}

}  // namespace tongwen::cli
