// SPDX-License-Identifier: Apache-2.0
// Owns reading of entries as FreeDict's conversion to dictd lays them out.
#include "align/freedict.h"

#include <algorithm>
#include <array>

#include "text/stemmer.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr std::size_t short_part = 3;  // words, as in CC-CEDICT
constexpr float reading_share = 0.3F;
constexpr std::size_t longest_headword = 128;  // bytes
constexpr std::string_view written_in_kana = "word usually written using kana alone";

/// What the Japanese dictionary's notes say; the conversion glued the rendering to their ends.
constexpr std::array<std::string_view, 22> notes = {"word usually written using kana alone",
                                                    "abbreviation",
                                                    "archaism",
                                                    "children's language",
                                                    "colloquialism",
                                                    "derogatory",
                                                    "familiar language",
                                                    "female term or language",
                                                    "honorific or respectful (sonkeigo) language",
                                                    "humble (kenjougo) language",
                                                    "idiomatic expression",
                                                    "jocular, humorous term",
                                                    "male term or language",
                                                    "obscure term",
                                                    "obsolete term",
                                                    "onomatopoeic or mimetic word",
                                                    "poetical term",
                                                    "polite (teineigo) language",
                                                    "proverb",
                                                    "slang",
                                                    "vulgar expression or word",
                                                    "yojijukugo"};

template <class Visit>
void split(std::string_view text, char separator, Visit visit) {
    while (true) {
        const std::size_t end = text.find(separator);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// Without what stands in brackets of any kind.
std::string without_brackets(std::string_view text) {
    std::string plain;
    int depth = 0;
    for (const char c : text) {
        if (std::string_view("([{<").find(c) != std::string_view::npos) ++depth;
        if (depth == 0) plain.push_back(c);
        if (std::string_view(")]}>").find(c) != std::string_view::npos && depth > 0) --depth;
    }
    return plain;
}

/// Without the number of a sense: "2. to step".
std::string_view without_number(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > 2 || digits == line.size() || line[digits] != '.') return line;
    return text::trim(line.substr(digits + 1));
}

/// What is left of a note: mostly nothing.
std::string_view after_note(std::string_view note) {
    const auto known = std::ranges::find_if(notes, [&](std::string_view n) { return note.starts_with(n); });
    return known == notes.end() ? std::string_view() : note.substr(known->size());
}

/// The part of a line that holds renderings.
std::string_view content_of(std::string_view line) {
    line = without_number(text::trim(line));
    constexpr std::array<std::string_view, 5> others = {
        "Synonym:", "Synonyms:", "Antonym:", "Antonyms:", "see:"};
    if (line.starts_with('"')) return {};  // an example
    if (std::ranges::any_of(others, [&](std::string_view o) { return line.starts_with(o); })) return {};
    constexpr std::string_view note = "Note:";
    return line.starts_with(note) ? after_note(text::trim(line.substr(note.size()))) : line;
}

void add_parts(std::string_view line, std::vector<std::string>& renderings) {
    const auto keep = [&](std::string_view part) {
        part = text::trim(part);
        if (!part.empty()) renderings.emplace_back(part);
    };
    split(line, ';', [&](std::string_view part) {
        bool all_short = true;
        split(part, ',',
              [&](std::string_view p) { all_short = all_short && words_of(p).size() <= short_part; });
        if (all_short) {
            split(part, ',', keep);
        } else {
            keep(part);
        }
    });
}

bool is_all_kana(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        if (!text::is_kana(text::next_code_point(word, at))) return false;
    }
    return true;
}

bool has_han(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text::is_han(text::next_code_point(text, at))) return true;
    }
    return false;
}

/// Whether a headword of kana is but how others of its entry are read.
bool is_reading(std::string_view headword, std::string_view body) {
    return is_all_kana(headword) && has_han(body.substr(0, body.find('\n'))) &&
           body.find(written_in_kana) == std::string_view::npos;
}

/// What a Japanese verb or adjective keeps in all its forms: 食べ of 食べる, 新し of 新しい; empty for other
/// words.
std::string_view inflection_stem(std::string_view headword, std::string_view body) {
    constexpr std::array<std::string_view, 3> inflecting = {"Ichidan verb", "Godan verb",
                                                            "adjective (keiyoushi)"};
    const bool inflected = std::ranges::any_of(
        inflecting, [&](std::string_view kind) { return body.find(kind) != std::string_view::npos; });
    if (!inflected || headword.empty()) return {};
    std::size_t end = headword.size();
    if (!text::is_kana(text::previous_code_point(headword, end))) return {};
    const std::string_view stem = headword.substr(0, end);
    return has_han(stem) ? stem : std::string_view();
}

/// What a text's token would be for this headword; empty for a phrase.
std::string token_of(std::string_view headword, const text::Language& language,
                     const text::Stemmer& stemmer) {
    if (headword.size() > longest_headword) return {};
    if (language.primary() == "ja" || language.primary() == "zh") return std::string(headword);
    const std::vector<std::string> words = content_words_of(headword, language);
    return words.size() == 1 ? std::string(stemmer.stem(words.front())) : std::string();
}

}  // namespace

std::vector<std::string> freedict_renderings(std::string_view body) {
    std::vector<std::string> renderings;
    const std::size_t headword_end = std::min(body.find('\n'), body.size());
    split(body.substr(headword_end), '\n',
          [&](std::string_view line) { add_parts(without_brackets(content_of(line)), renderings); });
    return renderings;
}

void add_freedict(const corpus::DictdDictionary& dictionary, RenderingWriter& writer,
                  const text::Language& from) {
    const text::Stemmer stemmer(from);
    const bool is_japanese = from.primary() == "ja";
    std::string_view body;
    std::vector<std::string> renderings;
    for (const corpus::DictdEntry& entry : dictionary.entries()) {
        const std::string token = token_of(entry.headword, from, stemmer);
        if (token.empty()) continue;
        if (entry.body.data() != body.data()) renderings = freedict_renderings(entry.body);
        body = entry.body;
        const RenderingShare share = {.whole = is_reading(entry.headword, body) ? reading_share : 1};
        std::vector<std::string_view> headwords = {token};
        if (const auto stem = is_japanese ? inflection_stem(token, body) : std::string_view(); !stem.empty())
            headwords.push_back(stem);
        for (const std::string& rendering : renderings) writer.add(headwords, rendering, share);
    }
}

}  // namespace tongwen::align
