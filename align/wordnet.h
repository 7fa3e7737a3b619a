// SPDX-License-Identifier: Apache-2.0
// Owns WordNet: the synonyms and the irregular forms of English words, from the files of Princeton's
// database.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/mapped_file.h"

namespace tongwen::align {

/// A word that may stand where another was expected.
struct RelatedWord {
    std::string word;  ///< lower-case
    float share = 1;   ///< of the strength of the word that it stands for: 1 for a form of that word itself
    friend bool operator==(const RelatedWord&, const RelatedWord&) = default;
};

/// The database as released (wndb(5WN), version 3): index.*, data.* and *.exc of a folder, of which it maps
/// the first two. A damaged file gives wrong words or none.
class WordNet {
  public:
    /// Throws InputError: those of text::MappedFile; bad-wordnet {} when the folder's files hold no word.
    explicit WordNet(const std::filesystem::path& folder);

    /// The forms of a lower-case word that spelling rules would not give ("went" for "go", "go" for "went"),
    /// and its synonyms of one word with their irregular forms: of the first four senses k = 0 to 3 of each
    /// part of speech, with share .3 / (1 + k/2). Each word once, with its greatest share; the word itself is
    /// left out. Results are remembered: one object serves one thread.
    const std::vector<RelatedWord>& related(const std::string& word) const;

  private:
    /// A part of speech.
    struct Part {
        Part(const std::filesystem::path& folder, const std::string& name);
        text::MappedFile index;
        text::MappedFile data;
        std::unordered_map<std::string_view, std::string_view> lines;  // of the index, by lemma
    };
    using Forms = std::unordered_map<std::string, std::vector<std::string>>;
    class Collector;

    void read_exceptions(const std::filesystem::path& file);
    [[nodiscard]] bool is_lemma(const std::string& word) const;
    [[nodiscard]] std::vector<std::string> lemmas_of(const std::string& word) const;

    std::vector<Part> parts_;
    Forms irregular_;  // by lemma
    Forms bases_;      // by irregular form
    mutable std::unordered_map<std::string, std::vector<RelatedWord>> remembered_;
};

/// How to name WordNet, as its licence wants.
inline constexpr std::string_view wordnet_attribution =
    "synonyms from WordNet 3.0, Copyright 2006 by Princeton University, https://wordnet.princeton.edu";
inline constexpr std::string_view wordnet_licence = "WordNet 3.0 licence";

}  // namespace tongwen::align
