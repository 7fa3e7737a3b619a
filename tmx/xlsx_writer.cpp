// SPDX-License-Identifier: Apache-2.0
// Owns the calls into libxlsxwriter.
#include "tmx/xlsx_writer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include <unistd.h>
#include <xlsxwriter.h>

#include "text/unicode.h"
#include "tmx/segment_text.h"
#include "tmx/table_writer.h"

namespace tongwen::tmx {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t row_limit = 1'048'576;     // of a sheet, the head included
constexpr std::size_t character_limit = 32'767;  // of a cell

/// A file that has a name until the object goes.
class TemporaryFile {
  public:
    TemporaryFile() : path_((fs::temp_directory_path() / "tongwen-XXXXXX.xlsx").string()) {
        constexpr int suffix_size = 5;
        const int descriptor = ::mkstemps(path_.data(), suffix_size);
        if (descriptor < 0) text::refuse_file("cannot-write", path_, {"No such file or directory"});
        ::close(descriptor);
    }
    ~TemporaryFile() { ::unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// How a column looks: its width in characters, whether people write in it, whether they see it.
struct Look {
    double width = 12;
    bool open = false;
    bool hidden = false;
};
constexpr std::array<Look, column_count> looks = {{{10},                 // id
                                                   {60},                 // source
                                                   {60, true},           // target
                                                   {11},                 // confidence
                                                   {7},                  // shape
                                                   {13, true},           // status
                                                   {16, false, true},    // source-file
                                                   {16, false, true},    // source-segments
                                                   {16, false, true},    // target-segments
                                                   {7, false, true},     // moved
                                                   {40, true},           // notes
                                                   {12},                 // reviewer
                                                   {18},                 // reviewed
                                                   {12, false, true}}};  // entry

/// How many characters a spreadsheet counts.
std::size_t utf16_size(const std::string& utf8) {
    if (utf8.size() <= character_limit) return utf8.size();  // at most
    std::size_t size = 0;
    for (std::size_t at = 0; at < utf8.size(); ++size)
        if (text::next_code_point(utf8, at) > 0xFFFF) ++size;
    return size;
}

bool is_hex(std::string_view text) {
    return text.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

/// "_x0041_" would be read as "A" (ECMA-376, ST_Xstring): its first sign is written so itself.
std::string escape_escapes(std::string text) {
    constexpr std::size_t size = 7;
    for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.size() < size || rest[size - 1] != '_' || !is_hex(rest.substr(2, 4))) continue;
        text.insert(at, "_x005F");
        at += size - 1;
    }
    return text;
}

constexpr std::size_t status_column = static_cast<std::size_t>(Column::status);

class XlsxWriter final : public TableWriter {
  public:
    XlsxWriter(Output output, WriterOptions asked)
        : TableWriter(std::move(asked)), output_(std::move(output)) {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        const std::string folder = fs::temp_directory_path().string();
        options.tmpdir = const_cast<char*>(folder.c_str());
        book_ = workbook_new_opt(file_.path().c_str(), &options);
        if (book_ == nullptr) text::refuse_file("cannot-write", file_.path(), {"Input/output error"});
        say_properties();
        sheet_ = workbook_add_worksheet(book_, "tongwen");
        lay_out();
        XlsxWriter::put(head());
    }
    ~XlsxWriter() override {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

  private:
    void say_properties() {
        // Without a time of our own, the same input would not give the same bytes.
        lxw_doc_properties properties = {};
        const std::string comments = "tongwen " + options().tool_version;
        properties.comments = const_cast<char*>(comments.c_str());
        properties.created = static_cast<time_t>(
            std::max<std::int64_t>(options().created.time_since_epoch().count(), 1));  // 0: the present
        workbook_set_properties(book_, &properties);
    }

    lxw_format* make_format(bool open) {
        lxw_format* const format = workbook_add_format(book_);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_num_format(format, "@");
        if (open) format_set_unlocked(format);
        return format;
    }

    void lay_out() {
        head_format_ = make_format(false);
        format_set_bold(head_format_);
        lxw_format* const locked = make_format(false);
        lxw_format* const open = make_format(true);
        for (std::size_t i = 0; i < column_count; ++i) {
            lxw_row_col_options hidden = {};
            hidden.hidden = looks[i].hidden ? LXW_TRUE : LXW_FALSE;
            formats_[i] = looks[i].open ? open : locked;
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column_opt(sheet_, column, column, looks[i].width, formats_[i], &hidden);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        lxw_protection protection = {};
        protection.format_cells = protection.format_columns = protection.format_rows = LXW_TRUE;
        protection.sort = protection.autofilter = LXW_TRUE;
        worksheet_protect(sheet_, nullptr, &protection);
    }

    void put(const Fields& row) override {
        if (rows_ == row_limit)
            text::refuse_file("too-many-rows", options().file, {std::to_string(row_limit)});
        Fields cells;
        for (const std::string& cell : row)
            cells.push_back(escape_escapes(drop_illegal_characters(cell).text));
        for (const std::string& cell : cells)
            if (const std::size_t size = utf16_size(cell); size > character_limit)
                return warn("cell-too-long", {row[0], std::to_string(size), std::to_string(character_limit)});
        for (std::size_t i = 0; i < cells.size(); ++i)
            worksheet_write_string(sheet_, static_cast<lxw_row_t>(rows_), static_cast<lxw_col_t>(i),
                                   cells[i].c_str(), rows_ == 0 ? head_format_ : formats_[i]);
        ++rows_;
    }

    void offer_statuses() {
        static const char* const statuses[] = {"unreviewed", "accepted", "needs-work",
                                               "changed",    "dropped",  nullptr};
        lxw_data_validation list = {};
        list.validate = LXW_VALIDATION_TYPE_LIST;
        list.value_list = const_cast<char**>(statuses);
        worksheet_data_validation_range(sheet_, 1, status_column, static_cast<lxw_row_t>(rows_ - 1),
                                        status_column, &list);
    }

    void end() override {
        if (rows_ > 1) offer_statuses();
        worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows_ - 1), column_count - 1);
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) text::refuse_file("cannot-write", options().file, {lxw_strerror(error)});
        std::ifstream in(file_.path(), std::ios::binary);
        std::string piece(std::size_t{1} << 16, '\0');
        while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
            output_(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    }

    Output output_;
    TemporaryFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* head_format_ = nullptr;
    std::array<lxw_format*, column_count> formats_ = {};
    std::size_t rows_ = 0;
};

}  // namespace

std::unique_ptr<UnitWriter> make_xlsx_writer(Output output, WriterOptions options) {
    return std::make_unique<XlsxWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
