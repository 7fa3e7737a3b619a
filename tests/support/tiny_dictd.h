// SPDX-License-Identifier: Apache-2.0
// Owns a dictionary for dictd of entries of our own, in the layout of FreeDict's.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/gzipped.h"
#include "tests/support/scratch_folder.h"

namespace tongwen {

/// A number in dictd's base 64.
inline std::string dictd_number(std::size_t value) {
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string digits;
    do {
        digits.insert(digits.begin(), alphabet[value % 64]);
        value /= 64;
    } while (value > 0);
    return digits;
}

/// Headwords, each with the text about it.
using DictdEntries = std::vector<std::pair<std::string, std::string>>;

/// Writes NAME.index and NAME.dict.dz; returns the index.
inline std::filesystem::path write_dictd(const ScratchFolder& folder, const std::string& name,
                                         const DictdEntries& entries) {
    std::string index;
    std::string text;
    for (const auto& [headword, body] : entries) {
        index += headword + '\t' + dictd_number(text.size()) + '\t' + dictd_number(body.size()) + '\n';
        text += body;
    }
    folder.add(name + ".dict.dz", gzipped(text));
    return folder.add(name + ".index", index);
}

/// Three German words.
inline std::filesystem::path write_tiny_freedict(const ScratchFolder& folder) {
    return write_dictd(folder, "freedict-deu-eng",
                       {{"00databaseshort", "00-database-short\nGerman-English\n"},
                        {"brücke", "Brücke /b/ <fem, n, sg>\n [constr.] bridge <n>\n"},
                        {"fluss", "Fluss /f/\nriver <n>, stream <n>\n"},
                        {"sich bewegen", "sich bewegen\nmove\n"}});
}

}  // namespace tongwen
