// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the table of export formats.
#include "tmx/writers.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"
#include "tmx/tmx_writer.h"
#include "tmx/tsv_writer.h"

namespace tongwen::tmx {
namespace {

constexpr std::array<std::string_view, 1> tmx_suffixes = {".tmx"};
constexpr std::array<std::string_view, 2> tsv_suffixes = {".tsv", ".tab"};

constexpr std::array<Writer, 2> rows = {{
    {"tmx", tmx_suffixes, make_tmx_writer, false},
    {"tsv", tsv_suffixes, make_tsv_writer, true},
}};

const Writer* first_row(auto matches) {
    const auto row = std::find_if(rows.begin(), rows.end(), matches);
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace

std::span<const Writer> writers() { return rows; }

const Writer* find_writer(std::string_view name) {
    return first_row([name](const Writer& row) { return row.name == name; });
}

const Writer* writer_for(const std::filesystem::path& path) {
    const std::string suffix = text::to_lower(path.extension().string());
    return first_row([&suffix](const Writer& row) {
        return std::find(row.suffixes.begin(), row.suffixes.end(), suffix) != row.suffixes.end();
    });
}

}  // namespace tongwen::tmx
