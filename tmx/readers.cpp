// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the table of import formats, and which of them a path's name asks for.
#include "tmx/readers.h"

#include <algorithm>
#include <array>

#include "text/packed_output.h"
#include "text/unicode.h"
#include "tmx/jsonl_reader.h"
#include "tmx/po_reader.h"
#include "tmx/separated_rows.h"
#include "tmx/tmx_reader.h"
#include "tmx/xliff_reader.h"
#include "tmx/xlsx_reader.h"

namespace tongwen::tmx {
namespace {

constexpr auto jsonl_suffixes = std::to_array<std::string_view>({".jsonl", ".ndjson"});
constexpr auto po_suffixes = std::to_array<std::string_view>({".po", ".pot"});
constexpr auto tmx_suffixes = std::to_array<std::string_view>({".tmx"});
constexpr auto csv_suffixes = std::to_array<std::string_view>({".csv"});
constexpr auto tsv_suffixes = std::to_array<std::string_view>({".tsv", ".tab"});
constexpr auto xliff_suffixes = std::to_array<std::string_view>({".xlf", ".xliff", ".xlf2"});
constexpr auto xlsx_suffixes = std::to_array<std::string_view>({".xlsx"});

constexpr auto rows = std::to_array<Reader>({
    {"tmx", tmx_suffixes, make_tmx_reader},
    {"tsv", tsv_suffixes, make_tsv_reader},
    {"xliff", xliff_suffixes, make_xliff_reader},
    {"csv", csv_suffixes, make_csv_reader},
    {"xlsx", xlsx_suffixes, make_xlsx_reader, true},
    {"po", po_suffixes, make_po_reader},
    {"jsonl", jsonl_suffixes, make_jsonl_reader},
});

const Reader* first_row(auto matches) {
    const auto row = std::find_if(rows.begin(), rows.end(), matches);
    return row == rows.end() ? nullptr : &*row;
}

/// The suffix that tells the format: of "memory.TMX.gz", ".tmx".
std::string format_suffix(const std::filesystem::path& path) {
    return text::to_lower(text::unpacked_name(path).extension().string());
}

}  // namespace

std::span<const Reader> readers() { return rows; }

const Reader* find_reader(std::string_view name) {
    return first_row([name](const Reader& row) { return row.name == name; });
}

const Reader* reader_for(const std::filesystem::path& path) {
    const std::string suffix = format_suffix(path);
    return first_row([&suffix](const Reader& row) {
        return std::ranges::find(row.suffixes, suffix) != row.suffixes.end();
    });
}

std::unique_ptr<UnitReader> open_units(const std::filesystem::path& path, ReaderOptions options,
                                       std::string_view format) {
    const Reader* const reader = format.empty() ? reader_for(path) : find_reader(format);
    if (reader == nullptr)
        text::refuse_file("unknown-format", path,
                          {format.empty() ? path.extension().string() : std::string(format)});
    const std::string suffix = format_suffix(path);
    const bool is_own = std::ranges::find(reader->suffixes, suffix) != reader->suffixes.end();
    if (options.file.empty()) options.file = path.string();
    if (reader->is_archive) return reader->make(text::open_plain(path), std::move(options));
    return reader->make(text::open_unpacked(path, is_own ? suffix : reader->suffixes.front()),
                        std::move(options));
}

}  // namespace tongwen::tmx
