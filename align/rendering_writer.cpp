// SPDX-License-Identifier: Apache-2.0
// Owns which words of a rendering count, and how much.
#include "align/rendering_writer.h"

#include <algorithm>
#include <unordered_set>

#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr float least_for_synonyms = 0.3F;  // a word that is one of many says too little for its synonyms

using StopWords = std::unordered_set<std::string_view>;

/// Words that a rendering has for grammar's sake, by primary language.
const StopWords& stop_words(const text::Language& language) {
    static const StopWords none;
    static const std::unordered_map<std::string, StopWords> all = {
        {"en", {"a",   "an",   "and",  "as",  "at",    "be", "by",  "for",  "from", "have",
                "in",  "into", "is",   "it",  "of",    "on", "one", "ones", "or",   "sb",
                "sth", "so",   "that", "the", "their", "to", "up",  "with", "etc",  "esp",
                "eg",  "ie",   "lit",  "fig", "get",   "do", "its", "are",  "not",  "out"}},
        {"de", {"der",  "die",  "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "eines",
                "und",  "oder", "zu",  "von", "im",  "in",  "an",  "auf",  "am",    "mit",   "für",
                "sich", "sein", "etw", "jdn", "jdm", "jds", "usw", "zum",  "zur",   "etwas", "jemanden"}},
        {"fr", {"le", "la", "les", "l",  "un", "une", "des", "de",   "d",    "du",  "et",  "ou",
                "à",  "au", "aux", "en", "se", "s",   "qqn", "qqch", "pour", "par", "sur", "être"}},
        {"es", {"el", "la", "los", "las", "un", "una", "de", "del", "y", "o", "a", "al", "en", "se", "con"}},
        {"it",
         {"il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "della", "e", "o", "a", "in",
          "si", "con"}}};
    const auto found = all.find(language.primary());
    return found == all.end() ? none : found->second;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (word.size() > 1) words.push_back(text::to_lower(word));  // as in a document's tokens
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (text::is_letter(c)) {
            text::append_utf8(word, c);
        } else if (c != U'.') {
            end_word();
        }
    }
    end_word();
    return words;
}

std::vector<std::string> content_words_of(std::string_view text, const text::Language& language) {
    std::vector<std::string> words = words_of(text);
    std::vector<std::string> content;
    const StopWords& stops = stop_words(language);
    std::ranges::copy_if(words, std::back_inserter(content),
                         [&](const std::string& word) { return !stops.contains(word); });
    return content.empty() ? words : content;
}

RenderingWriter::RenderingWriter(LexiconBuilder& builder, const WordNet* wordnet)
    : builder_(builder),
      wordnet_(builder.info().target.primary() == "en" ? wordnet : nullptr),
      language_(builder.info().target),
      stemmer_(language_) {}

const RenderingWriter::Word& RenderingWriter::look_up(const std::string& word) {
    const auto [found, fresh] = known_.try_emplace(word);
    if (!fresh) return found->second;
    Word& known = found->second;
    known.stem = stemmer_.stem(word);
    if (wordnet_ == nullptr) return known;
    for (const RelatedWord& related : wordnet_->related(word)) {
        std::string stem(stemmer_.stem(related.word));
        if (related.word.size() > 1 && stem != known.stem && !stop_words(language_).contains(related.word))
            known.related.push_back({std::move(stem), related.share});
    }
    return known;
}

void RenderingWriter::add(std::span<const std::string_view> headwords, std::string_view rendering,
                          const RenderingShare& share) {
    const std::vector<std::string> words = content_words_of(rendering, language_);
    const float strength =
        share.whole * std::max(1 / static_cast<float>(std::max<std::size_t>(words.size(), 1)), share.least);
    for (const std::string& word : words) {
        const Word& known = look_up(word);
        for (const std::string_view headword : headwords) {
            builder_.add(headword, known.stem, strength);
            for (const RelatedWord& related : known.related) {
                if (related.share == 1 || strength >= least_for_synonyms)
                    builder_.add(headword, related.word, strength * related.share);
            }
        }
    }
}

}  // namespace tongwen::align
