// SPDX-License-Identifier: Apache-2.0
// Owns reading of comma- and tab-separated values into rows, and the readers of both.
#pragma once

#include <memory>

#include "tmx/readers.h"

namespace tongwen::tmx {

/// A reader of comma-separated values, as spreadsheets of any country write them: the separator is the comma,
/// the semicolon or the tab, whichever the first line has most of, or what a first line "sep=;" says; quoted
/// cells hold separators and line ends (RFC 4180). Guards (see guard_cell) go. The encoding is Unicode with a
/// byte-order mark, UTF-8, or what the text looks like (Excel in China writes GB18030), which is then told as
/// table-encoding {unit 0, name}.
///
/// Diagnostics as those of TableReader, and undecodable-near-unit {unit, count, encoding}. Throws InputError:
/// table-open-quote {} with its line, table-row-too-long {limit in MB}.
std::unique_ptr<UnitReader> make_csv_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

/// A reader of tab-separated values: those that `make_tsv_writer` writes (\t, \n, \r and \\ in a cell;
/// nothing is quoted), and those that a spreadsheet made of them. A cell is quoted where lines end with \r\n
/// (Excel writes so), or where its quotation marks are all doubled. In a file without a column "id", a
/// backslash is a backslash.
std::unique_ptr<UnitReader> make_tsv_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options);

}  // namespace tongwen::tmx
