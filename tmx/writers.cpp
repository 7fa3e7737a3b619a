// SPDX-License-Identifier: Apache-2.0
// Owns the rows of the table of export formats.
#include "tmx/writers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/packed_output.h"
#include "text/unicode.h"
#include "tmx/csv_writer.h"
#include "tmx/jsonl_writer.h"
#include "tmx/po_writer.h"
#include "tmx/tmx_writer.h"
#include "tmx/tsv_writer.h"
#include "tmx/xliff_writer.h"
#include "tmx/xlsx_writer.h"

namespace tongwen::tmx {
namespace {

constexpr std::array<std::string_view, 2> jsonl_suffixes = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> po_suffixes = {".po", ".pot"};
constexpr std::array<std::string_view, 1> tmx_suffixes = {".tmx"};
constexpr std::array<std::string_view, 2> tsv_suffixes = {".tsv", ".tab"};

// 1.2 is what every tool reads; 2.1 is asked for by name.
constexpr std::array<std::string_view, 2> xliff_suffixes = {".xlf", ".xliff"};
constexpr std::array<std::string_view, 1> xliff21_suffixes = {".xlf2"};
constexpr std::array<std::string_view, 1> csv_suffixes = {".csv"};
constexpr std::array<std::string_view, 1> xlsx_suffixes = {".xlsx"};

/// Packs what another writer writes.
class PackingWriter final : public UnitWriter {
  public:
    PackingWriter(Output output, WriterOptions options, auto make)
        : packed_(text::pack_for(options.file, std::move(output))),
          writer_(make([this](std::string_view bytes) { packed_->write(bytes); }, std::move(options))) {}

    void write(const TranslationUnit& unit) override { writer_->write(unit); }
    void finish() override {
        writer_->finish();
        packed_->finish();
    }

  private:
    std::unique_ptr<text::PackedOutput> packed_;
    std::unique_ptr<UnitWriter> writer_;
};

/// The maker of a writer whose output is packed where the file's name asks for that.
template <auto make>
std::unique_ptr<UnitWriter> packing(Output output, WriterOptions options) {
    const std::filesystem::path file(options.file);
    if (text::unpacked_name(file) == file) return make(std::move(output), std::move(options));
    return std::make_unique<PackingWriter>(std::move(output), std::move(options), make);
}

constexpr auto rows = std::to_array<Writer>({
    {"tmx", tmx_suffixes, packing<make_tmx_writer>, false},
    {"tsv", tsv_suffixes, packing<make_tsv_writer>, true},
    {"xliff", xliff_suffixes, packing<make_xliff12_writer>, false},
    {"xliff21", xliff21_suffixes, packing<make_xliff21_writer>, false},
    {"csv", csv_suffixes, packing<make_csv_writer>, true},
    {"xlsx", xlsx_suffixes, packing<make_xlsx_writer>, true},
    {"po", po_suffixes, packing<make_po_writer>, true},
    {"jsonl", jsonl_suffixes, packing<make_jsonl_writer>, true},
});

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
    const std::string suffix = text::to_lower(text::unpacked_name(path).extension().string());
    return first_row([&suffix](const Writer& row) {
        return std::find(row.suffixes.begin(), row.suffixes.end(), suffix) != row.suffixes.end();
    });
}

}  // namespace tongwen::tmx
