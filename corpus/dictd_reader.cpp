// SPDX-License-Identifier: Apache-2.0
// Owns the index of a dictd dictionary.
#include "corpus/dictd_reader.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <tuple>

#include "text/diagnostic.h"
#include "text/files.h"
#include "text/gzip.h"

namespace tongwen::corpus {
namespace {

constexpr std::size_t size_limit = std::size_t{1} << 30;  // bytes; the largest of FreeDict has a tenth of it

/// A number in base 64, most significant digit first, without padding.
std::optional<std::size_t> number(std::string_view digits) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    std::size_t value = 0;
    for (const char c : digits) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        value = value * 64 + digit;
    }
    return value;
}

struct IndexLine {
    std::string_view headword;
    std::size_t offset;
    std::size_t size;
};

/// Fields behind the third (the headword as it is spelt in the text) are passed over.
std::optional<IndexLine> read_line(std::string_view line) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const std::size_t third = std::min(line.find('\t', second + 1), line.size());
    const auto offset = number(line.substr(first + 1, second - first - 1));
    const auto size = number(line.substr(second + 1, third - second - 1));
    if (!offset || !size) return std::nullopt;
    return IndexLine{line.substr(0, first), *offset, *size};
}

bool is_about_itself(std::string_view headword) {
    return headword.starts_with("00database") || headword.starts_with("00-database");
}

std::vector<IndexLine> read_index(std::string_view index, const std::string& file) {
    std::vector<IndexLine> lines;
    for (std::size_t number = 1; !index.empty(); ++number) {
        std::string_view line = index.substr(0, index.find('\n'));
        index.remove_prefix(std::min(line.size() + 1, index.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        const auto read = read_line(line);
        if (!read) throw text::InputError({"bad-dictd-index", text::Severity::error, {file, number, 1}, {}});
        if (!read->headword.empty() && !is_about_itself(read->headword)) lines.push_back(*read);
    }
    std::ranges::stable_sort(lines, [](const IndexLine& one, const IndexLine& other) {
        return std::tuple(one.offset, one.size) < std::tuple(other.offset, other.size);
    });
    return lines;
}

std::string read_text(const std::filesystem::path& index) {
    const std::filesystem::path file = dictd_text_of(index);
    if (file.empty())
        throw text::InputError({"file-not-found",
                                text::Severity::error,
                                {std::filesystem::path(index).replace_extension(".dict.dz").string()},
                                {}});
    std::string bytes = text::read_file(file, size_limit);
    return file.extension() == ".dz" ? text::gunzip(bytes, size_limit, file.string()) : bytes;
}

}  // namespace

std::filesystem::path dictd_text_of(const std::filesystem::path& index) {
    std::error_code ignored;  // what cannot be looked at is not there
    for (const char* const suffix : {".dict.dz", ".dict"}) {
        std::filesystem::path file = index;
        file.replace_extension(suffix);
        if (std::filesystem::exists(file, ignored)) return file;
    }
    return {};
}

DictdDictionary::DictdDictionary(const std::filesystem::path& index)
    : index_(text::read_file(index, size_limit)) {
    const std::vector<IndexLine> lines = read_index(index_, index.string());
    text_ = read_text(index);
    const std::string_view text = text_;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const IndexLine& line : lines) {
        const bool same = line.offset == begin && line.offset + line.size == end;
        if (line.size > text.size() || line.offset > text.size() - line.size) continue;
        if (!same && line.offset < end) continue;
        begin = line.offset;
        end = begin + line.size;
        entries_.push_back({line.headword, text.substr(begin, line.size)});
    }
}

}  // namespace tongwen::corpus
