// SPDX-License-Identifier: Apache-2.0
// Owns a WordNet of a few words, in the files' real form but with words of our own choice.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "tests/support/scratch_folder.h"

namespace tongwen::align {

/// One part of speech: synsets, and the lemmas with their synsets by rank.
struct TinyPart {
    std::vector<std::string> synsets;  ///< "child 0 kid 1": words with their lex ids
    std::map<std::string, std::vector<std::size_t>> lemmas;
    std::string exceptions;
};

inline void write_part(const ScratchFolder& folder, const std::string& name, const TinyPart& part) {
    const std::string licence = "  1 This is a licence.  \n  2 It has two lines.  \n";
    std::string data = licence;
    std::vector<std::string> offsets;
    for (const std::string& words : part.synsets) {
        char offset[9];
        char count[3];
        std::snprintf(offset, sizeof offset, "%08zu", data.size());
        const auto blanks = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
        std::snprintf(count, sizeof count, "%02zx", (blanks + 1) / 2 % 256);
        offsets.emplace_back(offset);
        data += offsets.back() + " 03 n " + count + ' ' + words + " 001 @ 00000000 n 0000 | gloss  \n";
    }
    std::string index = licence;
    for (const auto& [lemma, senses] : part.lemmas) {
        const std::string count = std::to_string(senses.size());
        index += lemma + " n " + count + " 2 @ ~ " + count + " 1";
        for (const std::size_t sense : senses) index += ' ' + offsets.at(sense);
        index += "  \n";
    }
    folder.add("index." + name, index);
    folder.add("data." + name, data);
    folder.add(name + ".exc", part.exceptions);
}

/// go, went, gone; travel, move; child, children, kid; bridge, span.
inline void write_tiny_wordnet(const ScratchFolder& folder) {
    write_part(folder, "noun",
               {{"child 0 kid 0 small_fry 0", "bridge 0 span 1", "child 0 Babe(p) 2", "saw 0"},
                {{"child", {0, 2}}, {"kid", {0}}, {"bridge", {1}}, {"saw", {3}}},
                "children child\nsmall_fries small_fry\n"});
    write_part(folder, "verb",
               {{"go 1 travel 0 move 0", "go 0 depart 2", "run 0 go 4", "go 5 see 0", "go 6 perish 0"},
                {{"go", {0, 1, 2, 3, 4}}, {"travel", {0}}, {"see", {3}}},
                "went go\ngone go\nran run\nsaw see\n"});
    write_part(folder, "adj", {});
    write_part(folder, "adv", {});
}

}  // namespace tongwen::align
