// SPDX-License-Identifier: Apache-2.0
// Owns the parts of a workbook: which sheet, its shared strings, its cells.
#include "tmx/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>
#include <zip.h>

#include "text/unicode.h"
#include "tmx/table_reader.h"
#include "tmx/xml_trees.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t file_limit = std::size_t{1} << 30;  // bytes, packed
constexpr std::size_t text_limit = std::size_t{1} << 30;  // bytes of the shared strings
constexpr std::size_t column_limit = 1000;

std::string read_all(text::ByteSource& bytes, const std::string& file) {
    constexpr std::size_t piece_size = std::size_t{1} << 18;
    std::string all;
    for (std::size_t count = 1; count > 0;) {
        if (all.size() > file_limit)
            text::refuse_file("xlsx-too-large", file, {std::to_string(file_limit >> 20)});
        const std::size_t size = all.size();
        all.resize(size + piece_size);
        count = bytes.read(all.data() + size, piece_size);
        all.resize(size + count);
    }
    return all;
}

/// A zip archive in memory.
class Archive {
  public:
    Archive(std::string bytes, std::string file) : bytes_(std::move(bytes)), file_(std::move(file)) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* const source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
        archive_ = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (archive_ == nullptr && source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
        if (archive_ == nullptr) text::refuse_file("xlsx-not-xlsx", file_);
    }
    ~Archive() { zip_discard(archive_); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// A member as a stream, which must not outlive the archive; null when there is none.
    std::unique_ptr<text::ByteSource> open(const std::string& name);
    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    std::string bytes_;
    std::string file_;
    zip_t* archive_ = nullptr;
};

class Member final : public text::ByteSource {
  public:
    Member(zip_file_t* member, std::string file) : member_(member), file_(std::move(file)) {}
    ~Member() override { zip_fclose(member_); }
    std::size_t read(char* into, std::size_t most) override {
        const zip_int64_t count = zip_fread(member_, into, most);
        if (count < 0) text::refuse_file("bad-zip", file_, {zip_error_strerror(zip_file_get_error(member_))});
        return static_cast<std::size_t>(count);
    }

  private:
    zip_file_t* member_;
    std::string file_;
};

std::unique_ptr<text::ByteSource> Archive::open(const std::string& name) {
    zip_file_t* const member = zip_fopen(archive_, name.c_str(), ZIP_FL_NOCASE);
    if (member == nullptr) return nullptr;
    return std::make_unique<Member>(member, file_);
}

/// Hands on the elements of a small part of the workbook that have a name.
void for_each_element(Archive& archive, const std::string& member, std::string_view name, Oddities& oddities,
                      auto receive) {
    auto bytes = archive.open(member);
    if (!bytes) return;
    XmlTrees trees(std::move(bytes), {name}, archive.file(), oddities);
    for (;;) {
        const XmlPiece::Kind kind = trees.next(0).kind;
        if (kind == XmlPiece::Kind::end) return;
        if (kind == XmlPiece::Kind::element) receive(trees.tree(0));
    }
}

/// An attribute, whatever its prefix.
std::string attribute_of(const pugi::xml_node& element, std::string_view name) {
    for (const pugi::xml_attribute& attribute : element.attributes())
        if (without_prefix(attribute.name()) == name) return attribute.value();
    return {};
}

/// The member that holds the sheet: the one called "tongwen", else the first.
std::string find_sheet(Archive& archive, Oddities& oddities) {
    std::string relation;
    for_each_element(archive, "xl/workbook.xml", "sheet", oddities, [&](const pugi::xml_node& sheet) {
        if (!relation.empty() && std::string_view(sheet.attribute("name").value()) != "tongwen") return;
        for (const pugi::xml_attribute& attribute : sheet.attributes())
            if (std::string_view(attribute.name()).ends_with(":id")) relation = attribute.value();
    });
    std::string member = "xl/worksheets/sheet1.xml";
    for_each_element(archive, "xl/_rels/workbook.xml.rels", "Relationship", oddities,
                     [&](const pugi::xml_node& one) {
                         if (attribute_of(one, "Id") != relation) return;
                         const std::string target = attribute_of(one, "Target");
                         member = target.starts_with('/') ? target.substr(1) : "xl/" + target;
                     });
    return member;
}

/// Characters that XML has no room for are written _x0007_ (ECMA-376, ST_Xstring).
std::string unescape(std::string text) {
    std::size_t at = text.find("_x");
    if (at == std::string::npos) return text;
    std::string out = text.substr(0, at);
    while (at < text.size()) {
        constexpr std::size_t size = 7;
        std::uint32_t value = 0;
        const bool is_escape = text.compare(at, 2, "_x") == 0 && at + size <= text.size() &&
                               text[at + size - 1] == '_' &&
                               std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16).ptr ==
                                   text.data() + at + 6;
        if (is_escape) {
            text::append_utf8(out, value >= 0xD800 && value <= 0xDFFF ? 0xFFFD : value);
            at += size;
        } else {
            out += text[at++];
        }
    }
    return out;
}

/// The text of `si` or `is`: its own, or that of its runs; not what says how Japanese is read.
std::string text_of(const pugi::xml_node& item) {
    std::string text;
    for (const pugi::xml_node& child : item.children()) {
        const std::string_view name = without_prefix(child.name());
        if (name == "t") text += child.text().get();
        if (name == "r") text += child_of(child, "t").text().get();
    }
    return unescape(std::move(text));
}

/// The texts that cells name by number.
class SharedStrings {
  public:
    SharedStrings(Archive& archive, Oddities& oddities) {
        auto bytes = archive.open("xl/sharedStrings.xml");
        if (!bytes) return;
        XmlTrees trees(std::move(bytes), {"si"}, archive.file(), oddities);
        for (;;) {
            const XmlPiece::Kind kind = trees.next(0).kind;
            if (kind == XmlPiece::Kind::end) return;
            if (kind != XmlPiece::Kind::element) continue;
            texts_ += text_of(trees.tree(0));
            ends_.push_back(texts_.size());
            if (texts_.size() + ends_.size() * sizeof(std::size_t) > text_limit)
                text::refuse_file("xlsx-too-large", archive.file(), {std::to_string(text_limit >> 20)});
        }
    }

    [[nodiscard]] std::string at(std::string_view number) const {
        std::size_t index = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), index);
        if (read.ec != std::errc{} || index >= ends_.size()) return {};
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return texts_.substr(begin, ends_[index] - begin);
    }

  private:
    std::string texts_;
    std::vector<std::size_t> ends_;
};

/// The column that a cell's name ("AB12") says, from 0.
std::optional<std::size_t> column_of(std::string_view name) {
    std::size_t column = 0;
    for (const char c : name.substr(0, 4)) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

class SheetRows final : public RowSource {
  public:
    SheetRows(std::unique_ptr<text::ByteSource> bytes, const ReaderOptions& options)
        : oddities_(options.file, options.sink),
          archive_(read_all(*bytes, options.file), options.file),
          strings_(archive_, oddities_) {
        auto sheet = archive_.open(find_sheet(archive_, oddities_));
        if (!sheet) text::refuse_file("xlsx-not-xlsx", options.file);
        trees_ = std::make_unique<XmlTrees>(std::move(sheet), std::vector<std::string_view>{"row"},
                                            options.file, oddities_);
    }

    [[nodiscard]] std::size_t line() const override { return number_; }

    bool next(Fields& row, std::size_t) override {
        for (;;) {
            const XmlPiece::Kind kind = trees_->next(number_).kind;
            if (kind == XmlPiece::Kind::end) {
                oddities_.finish();
                return false;
            }
            if (kind != XmlPiece::Kind::element) continue;
            read_row(trees_->tree(number_), row);
            return true;
        }
    }

  private:
    void read_row(const pugi::xml_node& element, Fields& row) {
        row.clear();
        const std::size_t number = element.attribute("r").as_uint();
        number_ = number > number_ ? number : number_ + 1;
        std::size_t column = 0;
        for (const pugi::xml_node& cell : element.children()) {
            if (without_prefix(cell.name()) != "c") continue;
            const char* const name = cell.attribute("r").value();
            column = column_of(name).value_or(column);
            if (column >= column_limit) {
                oddities_.say("xlsx-far-cell", number_, 0, {name});
                return;
            }
            if (row.size() <= column) row.resize(column + 1);
            row[column] = value_of(cell);
            ++column;
        }
    }

    std::string value_of(const pugi::xml_node& cell) {
        const std::string_view type = cell.attribute("t").value();
        if (child_of(cell, "f")) oddities_.say("xlsx-formula", number_, 0, {cell.attribute("r").value()});
        if (type == "inlineStr") return text_of(child_of(cell, "is"));
        const std::string value = child_of(cell, "v").text().get();
        if (type == "s") return strings_.at(value);
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        return type == "str" ? unescape(value) : value;
    }

    Oddities oddities_;
    Archive archive_;
    SharedStrings strings_;
    std::unique_ptr<XmlTrees> trees_;
    std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_xlsx_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options) {
    return std::make_unique<TableReader>(std::make_unique<SheetRows>(std::move(bytes), options), options);
}

}  // namespace tongwen::tmx
