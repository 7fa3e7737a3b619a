// SPDX-License-Identifier: Apache-2.0
// Owns which rows are the head, units, nothing.
#include "tmx/table_reader.h"

#include <algorithm>
#include <utility>

namespace tongwen::tmx {
namespace {

bool is_blank(const Fields& row) {
    return std::ranges::all_of(row, [](const std::string& cell) { return cell.empty(); });
}

}  // namespace

TableReader::TableReader(std::unique_ptr<RowSource> rows, const ReaderOptions& options,
                         std::string (*unescape)(std::string&&))
    : rows_(std::move(rows)), oddities_(options.file, options.sink), unescape_(unescape) {
    Fields row;
    if (!next_row(row)) return;
    if (auto head = read_head(row)) {
        head_ = *std::move(head);
    } else {
        oddities_.say("table-no-head", rows_->line(), 0);
        head_ = assumed_head(row.size());
        held_ = std::move(row);
        held_line_ = rows_->line();
    }
    if (!head_.has(Column::id)) unescape_ = nullptr;
    if (!head_.source_language.known()) head_.source_language = options.source_language;
    if (!head_.target_language.known()) head_.target_language = options.target_language;
    header_.source_language = head_.source_language;
    header_.target_language = head_.target_language;
}

bool TableReader::next_row(Fields& row) {
    while (rows_->next(row, head_.columns.size()))
        if (!is_blank(row)) return true;
    return false;
}

std::optional<TranslationUnit> TableReader::next() {
    Fields row;
    line_ = held_line_;
    if (held_) {
        row = *std::exchange(held_, std::nullopt);
    } else if (next_row(row)) {
        line_ = rows_->line();
    } else {
        if (!std::exchange(finished_, true)) oddities_.finish();
        return std::nullopt;
    }
    ++number_;
    if (unescape_ != nullptr)
        for (std::string& cell : row) cell = unescape_(std::move(cell));
    if (row.size() > head_.columns.size() &&
        !is_blank({row.begin() + static_cast<std::ptrdiff_t>(head_.columns.size()), row.end()}))
        oddities_.say("table-more-cells", line_, number_,
                      {std::to_string(row.size()), std::to_string(head_.columns.size())});
    return unit_of(head_, std::move(row));
}

}  // namespace tongwen::tmx
