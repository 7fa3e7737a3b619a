// SPDX-License-Identifier: Apache-2.0
// Owns the spelling of what weights were learned from.
#include "cli/weights_file.h"

#include <string_view>

#include <fmt/format.h>

#include "cli/line_breaking.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

/// A word as sh reads it.
std::string quoted(const std::string& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string out = "'";
    for (const char letter : word) out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return out + "'";
}

/// A comment ends with its line, whatever names of files hold.
std::string comment(const std::string& text) { return "# " + legible(text) + "\n"; }

}  // namespace

align::WeightSet read_weights(const std::filesystem::path& path) {
    constexpr std::size_t largest = std::size_t{1} << 20;
    return align::WeightSet::parse(text::read_file(path, largest), path.string());
}

std::string weights_head(const WeightsOrigin& origin) {
    std::string command = "tongwen train";
    for (const std::string& argument : origin.arguments) command += " " + quoted(argument);
    std::string head = comment(command);
    for (const WeightsOrigin::Set& set : origin.sets)
        head +=
            comment(fmt::format("gold: {}, documents: {}, weight: {}", set.name, set.documents, set.weight));
    for (const std::string& lexicon : origin.lexicons) head += comment("lexicon: " + lexicon);
    return head + comment("columns: feature, its weight in free translations, what literal ones add");
}

}  // namespace tongwen::cli
