// SPDX-License-Identifier: Apache-2.0
// Owns RenderingWriter: how a rendering that a dictionary spells out becomes words of a lexicon.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/lexicon.h"
#include "align/wordnet.h"
#include "text/language.h"
#include "text/stemmer.h"

namespace tongwen::align {

/// Lower-case words of letters, without those of one ASCII letter; a stop inside one is left out ("U.S." is
/// "us").
std::vector<std::string> words_of(std::string_view text);

/// The words of a text that say something: without articles, prepositions and a dictionary's abbreviations,
/// unless nothing else is there.
std::vector<std::string> content_words_of(std::string_view text, const text::Language& language);

/// How strongly a rendering's words stand for its headword.
struct RenderingShare {
    float whole = 1;  ///< of the rendering as a whole, above 0 to 1
    float least = 0;  ///< of the whole, what a word gets at least however many there are
};

/// Adds renderings to a lexicon, as stems of its target language. Outlives neither builder nor WordNet.
class RenderingWriter {
  public:
    /// With a WordNet, words of a strength of .3 and more bring their synonyms along, and all words their
    /// irregular forms; for English only.
    explicit RenderingWriter(LexiconBuilder& builder, const WordNet* wordnet = nullptr);

    /// Each of the n content words of `rendering` stands for each headword with whole · max(1/n, least).
    void add(std::span<const std::string_view> headwords, std::string_view rendering,
             const RenderingShare& share = {});

  private:
    struct Word {
        std::string stem;
        std::vector<RelatedWord> related;  // stems
    };
    const Word& look_up(const std::string& word);

    LexiconBuilder& builder_;
    const WordNet* wordnet_;
    text::Language language_;
    text::Stemmer stemmer_;
    std::unordered_map<std::string, Word> known_;
};

}  // namespace tongwen::align
