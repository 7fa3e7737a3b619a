// SPDX-License-Identifier: Apache-2.0
// Owns the cutting of tables into rows and cells, and what their columns mean.
#include "corpus/glossary_table.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/encoding.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

struct Cell {
    std::string text;
    text::Location where;
};

using Row = std::vector<Cell>;

/// Walks through a table, character by character, counting lines and columns.
class TableCutter {
  public:
    TableCutter(std::string_view text, const std::string& file) : text_(text), file_(file) {}
    virtual ~TableCutter() = default;
    TableCutter(const TableCutter&) = delete;
    TableCutter& operator=(const TableCutter&) = delete;

    /// The next line that is a row; nothing at the end.
    std::optional<Row> next_row() {
        while (at_ < text_.size()) {
            if (text_[at_] != '#' && text_[at_] != '\n') return read_row();
            while (at_ < text_.size() && text_[at_] != '\n') ++at_;
            if (at_ < text_.size()) advance();
        }
        return std::nullopt;
    }

    [[noreturn]] static void fail(std::string id, text::Location where) {
        throw text::InputError({std::move(id), text::Severity::error, std::move(where), {}});
    }

  protected:
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek() const { return text_[at_]; }
    [[nodiscard]] text::Location here() const { return {file_, line_, column_}; }

    /// The bytes of the character here, which is left behind.
    std::string_view advance() {
        const std::size_t begin = at_;
        if (text::next_code_point(text_, at_) == U'\n') {
            ++line_;
            column_ = 1;
        } else {
            ++column_;
        }
        return text_.substr(begin, at_ - begin);
    }

    /// Reads a cell; leaves what ends it.
    virtual Cell read_cell() = 0;
    [[nodiscard]] virtual char separator() const = 0;

    /// The characters up to the end of the cell.
    void read_plain(std::string& text) {
        while (!at_end() && peek() != separator() && peek() != '\n') text += advance();
    }

  private:
    Row read_row() {
        Row row;
        while (true) {
            row.push_back(read_cell());
            const bool more = !at_end() && peek() == separator();
            if (!at_end()) advance();
            if (!more) return row;
        }
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

class TsvCutter final : public TableCutter {
  public:
    using TableCutter::TableCutter;

  private:
    [[nodiscard]] char separator() const override { return '\t'; }
    Cell read_cell() override {
        Cell cell{{}, here()};
        read_plain(cell.text);
        return cell;
    }
};

class CsvCutter final : public TableCutter {
  public:
    using TableCutter::TableCutter;

  private:
    [[nodiscard]] char separator() const override { return ','; }
    Cell read_cell() override {
        Cell cell{{}, here()};
        if (at_end() || peek() != '"') {
            read_plain(cell.text);
            return cell;
        }
        advance();
        read_quoted(cell);
        if (!at_end() && peek() != separator() && peek() != '\n') fail("glossary-after-quote", here());
        return cell;
    }

    void read_quoted(Cell& cell) {
        while (!at_end()) {
            const bool quote = peek() == '"';
            const std::string_view character = advance();
            if (quote && (at_end() || peek() != '"')) return;
            if (quote) advance();
            cell.text += character;
        }
        fail("glossary-open-quote", cell.where);
    }
};

enum class ColumnKind { ignored, terms, note };

struct Column {
    ColumnKind kind = ColumnKind::ignored;
    text::Language language = {};
};

std::string name_of(const Cell& cell) { return text::to_lower(text::trim(cell.text)); }

bool names_note(const std::string& name) {
    constexpr std::array<std::string_view, 8> names = {"note",    "notes",       "comment",    "comments",
                                                       "remarks", "description", "definition", "备注"};
    return std::ranges::find(names, name) != names.end();
}

std::optional<Column> column_named(const Cell& cell, const GlossaryLanguages& languages) {
    const std::string name = name_of(cell);
    if (name == "source") return Column{ColumnKind::terms, languages.first};
    if (name == "target") return Column{ColumnKind::terms, languages.second};
    if (const auto language = text::Language::parse(name)) return Column{ColumnKind::terms, *language};
    return std::nullopt;
}

/// What the first row says the columns are; nothing when it is a row like the others.
std::optional<std::vector<Column>> read_header(const Row& row, const GlossaryLanguages& languages) {
    std::vector<Column> columns;
    for (const Cell& cell : row) {
        const auto column = column_named(cell, languages);
        if (!column && columns.size() < 2) return std::nullopt;
        if (names_note(name_of(cell))) {
            columns.push_back({ColumnKind::note});
        } else {
            columns.push_back(column.value_or(Column{}));
        }
    }
    if (columns.size() < 2 || columns[0].language.primary() == columns[1].language.primary())
        return std::nullopt;
    return columns;
}

bool is_east_asian(const text::Language& language) {
    return language.primary() == "zh" || language.primary() == "ja";
}

/// How many of the first rows have Han or kana in a column, less those that have it in the other.
int count_east_asian(const std::vector<Row>& rows, std::size_t column, std::size_t other) {
    const auto has_han = [](const Row& row, std::size_t k) {
        if (k >= row.size()) return false;
        for (std::size_t at = 0; at < row[k].text.size();) {
            const char32_t c = text::next_code_point(row[k].text, at);
            if (text::is_han(c) || text::is_kana(c)) return true;
        }
        return false;
    };
    int count = 0;
    for (const Row& row : rows) count += int{has_han(row, column)} - int{has_han(row, other)};
    return count;
}

std::vector<Column> guess_columns(const std::vector<Row>& rows, GlossaryLanguages languages) {
    const int more_in_first = count_east_asian(rows, 0, 1);
    if (is_east_asian(languages.first) != is_east_asian(languages.second) && more_in_first != 0 &&
        is_east_asian(languages.first) != (more_in_first > 0))
        std::swap(languages.first, languages.second);
    return {{ColumnKind::terms, languages.first}, {ColumnKind::terms, languages.second}, {ColumnKind::note}};
}

/// The terms of a cell: what stands between ; ； and |.
void add_terms(const Cell& cell, const text::Language& language, std::vector<GlossaryTerm>& terms) {
    const std::string_view text = cell.text;
    const auto add = [&](std::string_view term) {
        term = text::trim(term);
        if (!term.empty()) terms.push_back({language, std::string(term)});
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = at;
        const char32_t c = text::next_code_point(text, at);
        if (c != U';' && c != U'；' && c != U'|') continue;
        add(text.substr(begin, end - begin));
        begin = at;
    }
    add(text.substr(begin));
}

void add_note(const Cell& cell, std::string& note) {
    const std::string_view text = text::trim(cell.text);
    if (!note.empty() && !text.empty()) note += "; ";
    note += text;
}

GlossaryConcept read_row(const Row& row, const std::vector<Column>& columns) {
    GlossaryConcept meaning{{}, {}, row.front().where};
    for (std::size_t k = 0; k < std::min(row.size(), columns.size()); ++k) {
        if (columns[k].kind == ColumnKind::terms) add_terms(row[k], columns[k].language, meaning.terms);
        if (columns[k].kind == ColumnKind::note) add_note(row[k], meaning.note);
    }
    return meaning;
}

bool is_blank(const Row& row) {
    return std::ranges::all_of(row, [](const Cell& cell) { return text::trim(cell.text).empty(); });
}

Glossary read_table(TableCutter& cutter, const std::string& file, const GlossaryLanguages& languages) {
    std::vector<Row> rows;
    while (auto row = cutter.next_row()) {
        if (is_blank(*row)) continue;
        if (row->size() < 2) TableCutter::fail("glossary-no-target", row->front().where);
        rows.push_back(std::move(*row));
    }
    Glossary glossary{file, {}};
    if (rows.empty()) return glossary;
    const auto header = read_header(rows.front(), languages);
    const std::vector<Column> columns = header ? *header : guess_columns(rows, languages);
    for (const Row& row : std::span(rows).subspan(header ? 1 : 0))
        glossary.concepts.push_back(read_row(row, columns));
    return glossary;
}

std::string decode_table(std::string_view bytes, const std::string& file) {
    return decode(bytes, {}, file, [](const text::Diagnostic&) {}).text;
}

}  // namespace

Glossary read_tsv_glossary(std::string_view bytes, const std::string& file,
                           const GlossaryLanguages& languages) {
    const std::string text = decode_table(bytes, file);
    TsvCutter cutter(text, file);
    return read_table(cutter, file, languages);
}

Glossary read_csv_glossary(std::string_view bytes, const std::string& file,
                           const GlossaryLanguages& languages) {
    const std::string text = decode_table(bytes, file);
    CsvCutter cutter(text, file);
    return read_table(cutter, file, languages);
}

}  // namespace tongwen::corpus
