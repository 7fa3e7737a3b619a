// SPDX-License-Identifier: Apache-2.0
// Reads every TMX file of a folder, writes it, reads that, and prints a table: what was read, mended or
// refused, and why, and whether nothing was lost. With a table of the expected numbers of units
// (tab-separated, with a header that names the columns "file" and "tu"), these are checked too. Exit code 1
// when something differs. Usage: tmx_files FOLDER [NOTES.tsv]
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tmx/readers.h"
#include "tmx/writers.h"

using namespace tongwen;

namespace {

struct Content {
    tmx::MemoryHeader header;
    std::vector<tmx::TranslationUnit> units;
    std::map<std::string, std::size_t> oddities;  // by id
    std::string refused;                          // why, empty when all was read
};

Content read_all(auto open) {
    Content content;
    tmx::ReaderOptions options;
    options.sink = [&content](const text::Diagnostic& one) { ++content.oddities[one.id]; };
    try {
        const auto reader = open(options);
        content.header = reader->header();
        while (auto unit = reader->next()) content.units.push_back(std::move(*unit));
    } catch (const text::InputError& error) {
        content.refused = error.diagnostic().id + " (line " + std::to_string(error.diagnostic().where.line);
        for (const std::string& argument : error.diagnostic().arguments) content.refused += ", " + argument;
        content.refused += ")";
    }
    return content;
}

std::string write_all(const Content& content) {
    std::string bytes;
    tmx::WriterOptions options;
    options.verbatim = true;
    options.source_language = content.header.source_language;
    options.header = content.header;
    const auto writer =
        tmx::find_writer("tmx")->make([&bytes](std::string_view piece) { bytes += piece; }, options);
    for (const tmx::TranslationUnit& unit : content.units) writer->write(unit);
    writer->finish();
    return bytes;
}

/// How many units of the file are not the same after writing and reading.
std::size_t count_lost(const Content& content) {
    const std::string bytes = write_all(content);
    const Content again = read_all([&bytes](const tmx::ReaderOptions& options) {
        return tmx::find_reader("tmx")->make(text::bytes_of(bytes), options);
    });
    std::size_t lost = std::max(content.units.size(), again.units.size());
    for (std::size_t i = 0; i < std::min(content.units.size(), again.units.size()); ++i)
        if (content.units[i] == again.units[i]) --lost;
    return lost;
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) out.push_back(cell);
    return out;
}

std::map<std::string, std::size_t> expected_units(const std::filesystem::path& table) {
    std::ifstream stream(table);
    std::string line;
    std::getline(stream, line);
    const std::vector<std::string> names = cells(line);
    const auto column = [&names](const char* name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    const std::size_t file = column("file");
    const std::size_t units = column("tu");
    std::map<std::string, std::size_t> expected;
    while (std::getline(stream, line)) {
        const std::vector<std::string> row = cells(line);
        expected[row.at(file)] = std::stoul(row.at(units));
    }
    return expected;
}

std::string joined(const std::map<std::string, std::size_t>& oddities) {
    std::string out;
    for (const auto& [id, count] : oddities)
        out += (out.empty() ? "" : ", ") + id + " " + std::to_string(count);
    return out;
}

struct Totals {
    std::size_t read = 0, mended = 0, refused = 0, units = 0, wrong = 0, lost = 0;
};

void look_at(const std::filesystem::path& path, const std::string& name, std::optional<std::size_t> expected,
             Totals& totals) {
    const Content content = read_all(
        [&path](const tmx::ReaderOptions& options) { return tmx::open_units(path, options, "tmx"); });
    const std::size_t lost = count_lost(content);
    const bool wrong = content.refused.empty() && expected && *expected != content.units.size();
    const char* const state = !content.refused.empty()   ? "refused"
                              : content.oddities.empty() ? "read"
                                                         : "mended";
    ++(!content.refused.empty() ? totals.refused : content.oddities.empty() ? totals.read : totals.mended);
    totals.units += content.units.size();
    totals.wrong += wrong ? 1 : 0;
    totals.lost += lost;
    std::cout << name << '\t' << content.units.size() << (wrong ? " (wrong)" : "") << '\t' << state << '\t'
              << (lost == 0 ? "equal" : std::to_string(lost) + " differ") << '\t' << content.refused
              << (content.refused.empty() ? "" : " ") << joined(content.oddities) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "usage: tmx_files FOLDER [NOTES.tsv]\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::map<std::string, std::size_t> expected;
    if (count > 2) expected = expected_units(arguments[2]);
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (tmx::reader_for(entry.path()) == tmx::find_reader("tmx")) files.insert(entry.path());
    Totals totals;
    std::cout << "file\tunits\tstate\tread, written, read\tremarks\n";
    for (const std::filesystem::path& file : files) {
        const std::string name = file.lexically_relative(folder).string();
        const auto row = expected.find(name);
        look_at(file, name, row == expected.end() ? std::nullopt : std::optional(row->second), totals);
    }
    std::cout << "# files: " << files.size() << ", read: " << totals.read << ", mended: " << totals.mended
              << ", refused: " << totals.refused << ", units: " << totals.units
              << ", with another number of units than expected: " << totals.wrong
              << ", units lost or changed: " << totals.lost << '\n';
    return totals.wrong + totals.lost == 0 ? 0 : 1;
}
