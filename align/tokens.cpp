// SPDX-License-Identifier: Apache-2.0
// Owns the tokenizer: words, numbers, names and Han characters of a segment, and their statistics.
#include "align/tokens.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/numbers.h"
#include "text/pinyin.h"
#include "text/romanizer.h"
#include "text/stemmer.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr float han_weight = 0.5F;  // a character says about half of what a word does
constexpr float han_length = 2.5F;  // Latin letters to a Han character, in translations into English
constexpr float word_part = 0.6F;   // a headword inside a longer one
constexpr float character_part = 0.3F;
constexpr std::size_t longest_headword = 8;
constexpr std::size_t name_limit = 3;  // Han characters in a name that is spelt as one word

bool ends_clause(char32_t c) {
    return std::u32string_view(U",;:，；：。！？!?—“”\"…").find(c) != std::u32string_view::npos;
}

template <class Is>
bool all_of(std::string_view text, Is is) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is(text::next_code_point(text, at))) return false;
    }
    return true;
}

bool is_all_kana(std::string_view text) { return all_of(text, text::is_kana); }

bool is_all_katakana(std::string_view text) {
    return all_of(text, [](char32_t c) { return c >= U'ァ' && c <= U'ー'; });
}

bool is_word_letter(char32_t c) { return text::is_letter(c) && !text::is_han(c); }

/// The end of the word of letters at `begin`: the first character that is none.
std::size_t word_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size()) {
        std::size_t next = end;
        if (!is_word_letter(text::next_code_point(text, next))) break;
        end = next;
    }
    return end;
}

/// Calls `visit(begin, end)` for every word of letters other than Han.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        if (is_word_letter(text::next_code_point(text, next))) {
            next = word_end(text, at);
            visit(at, next);
        }
        at = next;
    }
}

bool is_capitalised(std::string_view word) {
    std::size_t at = 0;
    return text::is_upper(text::next_code_point(word, at));
}

/// What the names of the other side sound like, and the tokens that they are there.
class NameSounds {
  public:
    explicit NameSounds(const TokenSide& other) {
        const text::Stemmer stemmer(other.document.language);
        for (const std::string& name : other.names) {
            if (name.size() < 2 || !std::all_of(name.begin(), name.end(), is_ascii_letter)) continue;
            const std::string token = '=' + std::string(stemmer.stem(name));
            spelt_.emplace(name, token);
            if (std::string key = text::consonants_of(name); key.size() >= 3)
                by_consonants_.try_emplace(std::move(key), token);
        }
    }

    [[nodiscard]] bool empty() const { return spelt_.empty(); }

    /// The token of the name that is spelt so, or null.
    [[nodiscard]] const std::string* spelt(const std::string& romanized) const {
        return find(spelt_, romanized);
    }
    /// The token of the name that sounds so, or null.
    [[nodiscard]] const std::string* sounding(const std::string& romanized) const {
        if (const std::string* name = spelt(romanized)) return name;
        return find(by_consonants_, text::consonants_of(romanized));
    }

  private:
    using Map = std::unordered_map<std::string, std::string>;
    static bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
    static const std::string* find(const Map& map, const std::string& key) {
        const auto found = map.find(key);
        return found == map.end() ? nullptr : &found->second;
    }
    Map spelt_;
    Map by_consonants_;
};

/// Makes the tokens of a document, segment by segment.
class Tokenizer {
  public:
    Tokenizer(const TokenSide& side, const TokenSide& other)
        : document_(side.document),
          own_names_(side.names),
          lexicon_(side.lexicon),
          by_words_(lexicon_.has_dictionary()),
          cuts_kana_(by_words_ && side.document.language.primary() == "ja"),
          places_(side.places),
          sounds_(other),
          stemmer_(side.document.language) {}

    TokenTable run() {
        table_.first.push_back(0);
        table_.first_clause.push_back(0);
        for (std::size_t i = 0; i < document_.segments.size(); ++i) segment(document_.segment_text(i));
        table_.clause_first.push_back(static_cast<std::uint32_t>(table_.tokens.size()));
        return std::move(table_);
    }

  private:
    void segment(std::string_view text) {
        length_ = 0;
        table_.clause_first.push_back(static_cast<std::uint32_t>(table_.tokens.size()));
        std::size_t at = 0;
        for (const text::Number& number : text::find_numbers(text)) {
            words(text.substr(at, number.span.begin - at));
            add_number(number, number.span.of(text));
            measure(number.span.of(text));
            at = number.span.end;
        }
        words(text.substr(at));
        table_.length.push_back(length_);
        table_.first.push_back(static_cast<std::uint32_t>(table_.tokens.size()));
        table_.first_clause.push_back(static_cast<std::uint32_t>(table_.clause_first.size()));
    }

    /// A new clause, unless the last one is empty.
    void end_clause() {
        const auto here = static_cast<std::uint32_t>(table_.tokens.size());
        if (table_.clause_first.back() != here) table_.clause_first.push_back(here);
    }

    /// Adds a piece, which stands at `characters` of the document, and returns its index within the segment.
    std::uint32_t add(std::string_view token, TokenKind kind, float weight, std::string_view characters) {
        const auto index = static_cast<std::uint32_t>(table_.tokens.size()) - table_.first.back();
        add_part({token, kind, weight, characters}, index);
        return index;
    }

    /// A token that is a part of a piece.
    struct Part {
        std::string_view token;
        TokenKind kind;
        float weight;
        std::string_view characters;  ///< where it stands in the document
    };
    void add_part(const Part& part, std::uint32_t parent) {
        table_.tokens.push_back({table_.vocabulary.add(part.token, part.kind), part.weight, parent});
        if (!places_) return;
        const auto begin = static_cast<std::size_t>(part.characters.data() - document_.text.data());
        table_.spans.push_back({begin, begin + part.characters.size()});
    }

    void add_number(const text::Number& number, std::string_view characters) {
        const bool month = number.kind == text::NumberKind::month;
        std::string token = month ? "#m" : "#";
        // Values are equal when they are to six decimals.
        const auto whole = static_cast<long long>(std::min(number.value, 9e18));
        token += std::to_string(whole);
        if (const double rest = number.value - static_cast<double>(whole);
            rest > 1e-9 && number.value < 1e9) {
            token += '.' + std::to_string(static_cast<long long>(std::lround(rest * 1e6)));
        }
        add(token, TokenKind::number, 1, characters);
    }

    /// Adds to the length: letters and digits, a Han character or kana as many Latin letters as it is worth.
    void measure(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = text::next_code_point(text, at);
            if (text::is_han(c)) {
                length_ += han_length;
            } else if (text::is_letter(c) || text::is_digit(c)) {
                length_ += text::is_kana(c) || text::is_hangul(c) ? han_length / 2 : 1;
            }
        }
    }

    void words(std::string_view text) {
        measure(text);
        for (std::size_t at = 0; at < text.size();) {
            std::size_t next = at;
            const char32_t c = text::next_code_point(text, next);
            if (is_cut(c)) {
                next = run_end(text, at);
                han(text.substr(at, next - at));
            } else if (is_word_letter(c)) {
                next = word_end(text, at);
                word(text.substr(at, next - at));
            } else if (ends_clause(c)) {
                end_clause();
            }
            at = next;
        }
    }

    /// Whether a run of such characters is cut into words: of Han, and of Japanese kana too.
    [[nodiscard]] bool is_cut(char32_t c) const {
        return text::is_han(c) || (cuts_kana_ && text::is_kana(c));
    }

    [[nodiscard]] std::size_t run_end(std::string_view text, std::size_t at) const {
        for (std::size_t next = at; at < text.size(); at = next) {
            if (!is_cut(text::next_code_point(text, next))) break;
        }
        return at;
    }

    void word(std::string_view word) {
        const std::string lower = text::to_lower(word);
        if (lower.size() == 1) return;  // the s of 's, the t of n't, list markers
        const bool capital = is_capitalised(word);
        const bool name = capital && own_names_.contains(lower);
        const std::uint32_t piece = add(stem(lower), name ? TokenKind::name : TokenKind::word, 1, word);
        if (capital && static_cast<unsigned char>(word.front()) >= 0x80) add_sounding(lower, piece, word);
    }

    const std::string& stem(const std::string& lower) {
        const auto [found, fresh] = stems_.try_emplace(lower);
        if (fresh) found->second = stemmer_.stem(lower);
        return found->second;
    }

    void add_sounding(const std::string& lower, std::uint32_t piece, std::string_view characters) {
        if (sounds_.empty()) return;
        if (const std::string* name = sounds_.sounding(romanize(lower)))
            add_part({*name, TokenKind::name, 1, characters}, piece);
    }

    const std::string& romanize(std::string_view text) {
        const auto [found, fresh] = romanized_.try_emplace(std::string(text));
        if (fresh) found->second = romanizer().romanize(text);
        return found->second;
    }

    const text::Romanizer& romanizer() {
        if (!romanizer_) romanizer_.emplace();
        return *romanizer_;
    }

    void han(std::string_view run) {
        std::vector<std::size_t> ends = {0};
        for (std::size_t at = 0; at < run.size();) {
            text::next_code_point(run, at);
            ends.push_back(at);
        }
        const std::size_t size = ends.size() - 1;
        std::vector<std::uint32_t> piece_of(size);
        reach_.assign(size, 1);
        if (!lexicon_.empty()) {
            for (std::size_t k = 0; k + 1 < size; ++k)
                reach_[k] = reach_of(run.substr(ends[k], ends[k + 2] - ends[k]));
        }
        const std::vector<std::size_t> cut = cut_run(run, ends);
        for (std::size_t begin = 0; begin < size; begin += cut[begin])
            add_piece(run, ends, begin, cut[begin], piece_of);
        if (sounds_.empty()) return;
        for (std::size_t begin = 0; begin < size; ++begin) add_names(run, ends, begin, piece_of[begin]);
    }

    /// How long words are that begin with these two characters, at most.
    std::size_t reach_of(std::string_view two) {
        const auto [found, fresh] = reaches_.try_emplace(two, 1);
        if (fresh) {
            const bool katakana = cuts_kana_ && is_all_katakana(two);
            found->second =
                katakana ? longest_headword
                         : std::clamp(lexicon_.longest_beginning(two), std::size_t{1}, longest_headword);
        }
        return found->second;
    }

    /// By character: the length of the word that begins there on the cheapest path to the run's end; words
    /// are headwords, or single characters. A word costs 100 less its length, a character that is no word
    /// 100: fewest words first, then the longest.
    std::vector<std::size_t> cut_run(std::string_view run, const std::vector<std::size_t>& ends) const {
        const std::size_t size = ends.size() - 1;
        std::vector<std::size_t> best(size + 1, 0);
        std::vector<std::size_t> length(size, 1);
        for (std::size_t begin = size; begin-- > 0;) {
            best[begin] = best[begin + 1] + 100;
            for (std::size_t n = 2; n <= std::min(reach_[begin], size - begin); ++n) {
                const std::size_t cost = best[begin + n] + 100 - n;
                if (cost < best[begin] && is_word(run.substr(ends[begin], ends[begin + n] - ends[begin]))) {
                    best[begin] = cost;
                    length[begin] = n;
                }
            }
        }
        return length;
    }

    /// A headword, or katakana, which foreign words are written with.
    [[nodiscard]] bool is_word(std::string_view part) const {
        return lexicon_.contains(part) || (cuts_kana_ && is_all_katakana(part));
    }

    void add_piece(std::string_view run, const std::vector<std::size_t>& ends, std::size_t begin,
                   std::size_t n, std::vector<std::uint32_t>& piece_of) {
        const auto part = [&](std::size_t from, std::size_t size) {
            return run.substr(ends[from], ends[from + size] - ends[from]);
        };
        if (n == 1 && is_all_kana(part(begin, 1))) return;  // a particle, or an ending that says nothing
        const std::uint32_t piece =
            add(part(begin, n), TokenKind::word, by_words_ || n > 1 ? 1 : han_weight, part(begin, n));
        for (std::size_t k = begin; k < begin + n; ++k) piece_of[k] = piece;
        if (n == 1) return;
        for (std::size_t size = 1; size < n; ++size) {
            for (std::size_t from = begin; from + size <= begin + n; ++from) {
                if (size > reach_[from]) continue;
                const std::string_view headword = part(from, size);
                if (size == 1 ? !is_all_kana(headword) : lexicon_.contains(headword)) {
                    const float weight = size == 1 ? character_part : word_part;
                    add_part({headword, TokenKind::word, weight, headword}, piece);
                }
            }
        }
    }

    /// Names of up to three characters that begin at one: their syllables, joined, spell a name of the other
    /// side.
    void add_names(std::string_view run, const std::vector<std::size_t>& ends, std::size_t begin,
                   std::uint32_t piece) {
        std::string spelling;
        if (is_all_kana(run.substr(ends[begin], ends[begin + 1] - ends[begin]))) return;
        for (std::size_t k = begin; k < std::min(begin + name_limit, ends.size() - 1); ++k) {
            std::size_t at = ends[k];
            spelling += text::pinyin_of(text::next_code_point(run, at));
            if (const std::string* name = sounds_.spelt(spelling)) {
                // One syllable is often chance: "She" is 社, 射, 蛇.
                const float weight = k == begin ? character_part : 1.0F;
                add_part({*name, TokenKind::name, weight, run.substr(ends[begin], ends[k + 1] - ends[begin])},
                         piece);
            }
        }
    }

    const corpus::Document& document_;
    const std::unordered_set<std::string>& own_names_;
    LexiconView lexicon_;
    bool by_words_;   ///< Han runs are cut into words
    bool cuts_kana_;  ///< kana belong to these runs
    bool places_;     ///< spans are recorded
    NameSounds sounds_;
    text::Stemmer stemmer_;
    std::optional<text::Romanizer> romanizer_;
    std::unordered_map<std::string, std::string> stems_;
    std::unordered_map<std::string, std::string> romanized_;
    std::unordered_map<std::string_view, std::size_t> reaches_;  // by two characters of the document
    std::vector<std::size_t> reach_;                             // of the run, by character
    TokenTable table_;
    float length_ = 0;
};

void count_segments(TokenTable& table) {
    const std::size_t segments = table.length.size();
    std::vector<std::uint32_t> last(table.vocabulary.size(), 0);
    table.frequency.assign(table.vocabulary.size(), 0);
    for (std::size_t i = 0; i < segments; ++i) {
        for (std::size_t k = table.first[i]; k < table.first[i + 1]; ++k) {
            const std::uint32_t id = table.tokens[k].id;
            if (last[id] != i + 1) ++table.frequency[id];
            last[id] = static_cast<std::uint32_t>(i) + 1;
        }
    }
}

void weigh_tokens(TokenTable& table) {
    const std::size_t words = table.vocabulary.size();
    const auto segments = static_cast<float>(table.length.size());
    std::vector<float> counts(words, 0);
    for (const Token& token : table.tokens) counts[token.id] += 1;
    const float total = static_cast<float>(table.tokens.size()) + 0.5F * static_cast<float>(words);
    table.information.resize(words);
    table.unigram.resize(words);
    for (std::size_t id = 0; id < words; ++id) {
        const auto frequency = static_cast<float>(table.frequency[id]);
        table.information[id] = std::clamp(std::log((segments + 1) / frequency) / 4, 0.02F, 1.0F);
        table.unigram[id] = (counts[id] + 0.7F) / total;
    }
}

void weigh_segments(TokenTable& table) {
    const std::size_t segments = table.length.size();
    table.mass.assign(segments, 0);
    table.numbers.assign(segments, 0);
    table.names.assign(segments, 0);
    for (std::size_t i = 0; i < segments; ++i) {
        for (std::size_t k = table.first[i]; k < table.first[i + 1]; ++k) {
            const Token& token = table.tokens[k];
            if (token.parent == k - table.first[i])
                table.mass[i] += token.weight * table.information[token.id];
            const TokenKind kind = table.vocabulary.kind(token.id);
            if (kind == TokenKind::number) table.numbers[i] += token.weight;
            if (kind == TokenKind::name) table.names[i] += token.weight;
        }
    }
}

}  // namespace

std::uint32_t Vocabulary::add(std::string_view token, TokenKind kind) {
    if (const auto found = ids_.find(token); found != ids_.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(token);
    kinds_.push_back(kind);
    ids_.emplace(texts_.back(), id);
    return id;
}

std::uint32_t Vocabulary::find(std::string_view token) const {
    const auto found = ids_.find(token);
    return found == ids_.end() ? static_cast<std::uint32_t>(size()) : found->second;
}

std::unordered_set<std::string> names_of(const corpus::Document& document) {
    std::unordered_set<std::string> capitalised;
    std::unordered_set<std::string> plain;
    for (std::size_t i = 0; i < document.segments.size(); ++i) {
        const std::string_view text = document.segment_text(i);
        for_each_word(text, [&](std::size_t begin, std::size_t end) {
            const std::string_view word = text.substr(begin, end - begin);
            (is_capitalised(word) ? capitalised : plain).insert(text::to_lower(word));
        });
    }
    std::erase_if(capitalised, [&](const std::string& word) { return plain.contains(word); });
    return capitalised;
}

TokenTable make_tokens(const TokenSide& side, const TokenSide& other) {
    TokenTable table = Tokenizer(side, other).run();
    weigh(table);
    return table;
}

void weigh(TokenTable& table) {
    count_segments(table);
    weigh_tokens(table);
    weigh_segments(table);
}

}  // namespace tongwen::align
