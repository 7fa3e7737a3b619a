// SPDX-License-Identifier: Apache-2.0
// Owns the reading of WordNet's files (wndb(5WN), morphy(7WN)).
#include "align/wordnet.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "text/diagnostic.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr std::size_t sense_limit = 4;
constexpr float synonym_share = 0.3F;
constexpr std::size_t form_limit =
    8;  // irregular forms of a lemma, and lemmas of a form; of real ones up to 4

/// What is left of a line, field by field.
class Fields {
  public:
    explicit Fields(std::string_view line) : rest_(line) {}

    /// Empty at the end.
    std::string_view next() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
        const std::string_view field = rest_.substr(0, rest_.find(' '));
        rest_.remove_prefix(field.size());
        return field;
    }
    /// 0 for what is no number.
    std::size_t number(int base = 10) {
        const std::string_view field = next();
        std::size_t value = 0;
        std::from_chars(field.data(), field.data() + field.size(), value, base);
        return value;
    }
    void skip(std::size_t fields) {
        while (fields-- > 0 && !next().empty()) continue;
    }

  private:
    std::string_view rest_;
};

std::string_view line_at(std::string_view bytes, std::size_t offset) {
    if (offset >= bytes.size()) return {};
    bytes.remove_prefix(offset);
    return bytes.substr(0, bytes.find('\n'));
}

template <class Visit>
void for_each_line(std::string_view bytes, Visit visit) {
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        visit(line);
        bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    }
}

void keep(std::vector<std::string>& forms, std::string_view form) {
    if (forms.size() < form_limit) forms.emplace_back(form);
}

/// Words of our tokens: no "ice_cream", no "3-d".
bool is_plain_word(std::string_view word) {
    if (word.empty()) return false;
    for (std::size_t at = 0; at < word.size();) {
        if (!text::is_letter(text::next_code_point(word, at))) return false;
    }
    return true;
}

/// The words of one synset, lower-case; without those of several words.
std::vector<std::string> words_of_synset(std::string_view line) {
    Fields fields(line);
    fields.skip(3);  // offset, file, type
    const std::size_t count = std::min<std::size_t>(fields.number(16), 0xFF);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) {
        std::string_view word = fields.next();
        word = word.substr(0, word.find('('));  // the place that an adjective takes: "galore(ip)"
        fields.skip(1);
        if (is_plain_word(word)) words.push_back(text::to_lower(word));
    }
    return words;
}

/// The offsets of the first senses, by rank.
std::vector<std::size_t> first_senses(std::string_view index_line) {
    Fields fields(index_line);
    fields.skip(2);  // lemma, part of speech
    const std::size_t senses = std::min(fields.number(), sense_limit);
    fields.skip(fields.number() + 2);  // pointer symbols, then two counts
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < senses; ++i) offsets.push_back(fields.number());
    return offsets;
}

struct Ending {
    std::string_view regular;
    std::string_view lemma;
};

/// Regular endings and what stands in their place in the lemma (the rules of morphy).
constexpr std::array<Ending, 14> endings = {{{"ses", "s"},
                                             {"xes", "x"},
                                             {"zes", "z"},
                                             {"ches", "ch"},
                                             {"shes", "sh"},
                                             {"ies", "y"},
                                             {"s", ""},
                                             {"es", "e"},
                                             {"es", ""},
                                             {"ed", "e"},
                                             {"ed", ""},
                                             {"ing", "e"},
                                             {"ing", ""},
                                             {"men", "man"}}};

}  // namespace

/// Gathers related words, each once.
class WordNet::Collector {
  public:
    Collector(const WordNet& words, std::string_view without) : words_(words), without_(without) {}

    /// A word and its irregular forms.
    void add(const std::string& lemma, float share) {
        keep(lemma, share);
        const auto forms = words_.irregular_.find(lemma);
        if (forms == words_.irregular_.end()) return;
        for (const std::string& form : forms->second) keep(form, share);
    }

    void add_synonyms(const std::string& lemma) {
        for (const Part& part : words_.parts_) {
            const auto line = part.lines.find(lemma);
            if (line == part.lines.end()) continue;
            float rank = 0;
            for (const std::size_t offset : first_senses(line->second)) {
                const float share = synonym_share / (1 + rank / 2);
                for (const std::string& word : words_of_synset(line_at(part.data.bytes(), offset)))
                    add(word, share);
                ++rank;
            }
        }
    }

    [[nodiscard]] std::vector<RelatedWord> list() const {
        std::vector<RelatedWord> list;
        for (const auto& [word, share] : shares_) list.push_back({word, share});
        return list;
    }

  private:
    void keep(const std::string& word, float share) {
        if (word == without_) return;
        float& known = shares_[word];
        known = std::max(known, share);
    }

    const WordNet& words_;
    std::string_view without_;
    std::map<std::string, float> shares_;
};

WordNet::Part::Part(const std::filesystem::path& folder, const std::string& name)
    : index(folder / ("index." + name)), data(folder / ("data." + name)) {
    for_each_line(index.bytes(), [&](std::string_view line) {
        // The licence stands before the words, each of its lines behind blanks.
        const std::string_view lemma = line.substr(0, line.find(' '));
        if (!lemma.empty()) lines.try_emplace(lemma, line);
    });
}

WordNet::WordNet(const std::filesystem::path& folder) {
    for (const char* const name : {"noun", "verb", "adj", "adv"}) {
        parts_.emplace_back(folder, name);
        read_exceptions(folder / (std::string(name) + ".exc"));
    }
    if (std::ranges::all_of(parts_, [](const Part& part) { return part.lines.empty(); }))
        throw text::InputError({"bad-wordnet", text::Severity::error, {folder.string()}, {}});
}

void WordNet::read_exceptions(const std::filesystem::path& file) {
    const std::string bytes = text::read_file(file);
    for_each_line(bytes, [&](std::string_view line) {
        Fields fields(line);
        const std::string_view form = fields.next();
        for (std::string_view base = fields.next(); !base.empty(); base = fields.next()) {
            if (!is_plain_word(form) || !is_plain_word(base)) continue;
            keep(irregular_[std::string(base)], form);
            keep(bases_[std::string(form)], base);
        }
    });
}

bool WordNet::is_lemma(const std::string& word) const {
    return std::ranges::any_of(parts_, [&](const Part& part) { return part.lines.contains(word); });
}

std::vector<std::string> WordNet::lemmas_of(const std::string& word) const {
    if (is_lemma(word))
        return {word};  // "saw" is the tool, not what somebody saw: dictionaries use base forms
    if (const auto bases = bases_.find(word); bases != bases_.end()) return bases->second;
    for (const Ending& ending : endings) {
        if (!word.ends_with(ending.regular)) continue;
        std::string lemma = word.substr(0, word.size() - ending.regular.size());
        lemma += ending.lemma;
        if (is_lemma(lemma)) return {std::move(lemma)};
    }
    return {};
}

const std::vector<RelatedWord>& WordNet::related(const std::string& word) const {
    const auto [found, fresh] = remembered_.try_emplace(word);
    if (fresh) {
        Collector collector(*this, word);
        for (const std::string& lemma : lemmas_of(word)) {
            collector.add(lemma, 1);
            collector.add_synonyms(lemma);
        }
        found->second = collector.list();
    }
    return found->second;
}

}  // namespace tongwen::align
