// SPDX-License-Identifier: Apache-2.0
// Owns the tokenizer: words, numbers, names and Han characters of a segment, and their statistics.
#include "align/tokens.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

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

bool is_ascii_letter(char32_t c) { return (c | 0x20) - U'a' < 26; }

bool is_word_letter(char32_t c) {
    return is_ascii_letter(c) || (c >= 0x80 && text::is_letter(c) && !text::is_han(c));
}

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
            if (name.size() < 2 || !std::all_of(name.begin(), name.end(), is_small_letter)) continue;
            const std::string token = '=' + std::string(stemmer.stem(name));
            spelt_.emplace_back(name, token);
            if (std::string key = text::consonants_of(name); key.size() >= 3)
                by_consonants_.try_emplace(std::move(key), token);
        }
        std::ranges::sort(spelt_);
    }

    [[nodiscard]] bool empty() const { return spelt_.empty(); }

    /// The names that begin with the same letters, `size` of them: [first, last) of all in their order.
    struct Beginning {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t size = 0;
        [[nodiscard]] bool empty() const { return first == last; }
    };
    [[nodiscard]] Beginning any() const { return {0, spelt_.size(), 0}; }
    /// Those of them that go on with a syllable.
    [[nodiscard]] Beginning with(const Beginning& names, std::string_view syllable) const {
        const auto letters = [&](const Spelt& name) {
            return std::string_view(name.first).substr(names.size, syllable.size());
        };
        const auto all = std::span(spelt_).subspan(names.first, names.last - names.first);
        // Two searches: clang 14 cannot compile libstdc++'s ranges::equal_range.
        const auto first = std::ranges::lower_bound(all, syllable, {}, letters) - all.begin();
        const auto last = std::ranges::upper_bound(all, syllable, {}, letters) - all.begin();
        return {names.first + static_cast<std::size_t>(first), names.first + static_cast<std::size_t>(last),
                names.size + syllable.size()};
    }
    /// The token of the name that has no more letters than these, or null.
    [[nodiscard]] const std::string* spelt(const Beginning& names) const {
        const bool whole = !names.empty() && spelt_[names.first].first.size() == names.size;
        return whole ? &spelt_[names.first].second : nullptr;
    }

    /// The token of the name that sounds so, or null.
    [[nodiscard]] const std::string* sounding(const std::string& romanized) const {
        if (const std::string* name = spelt(with(any(), romanized))) return name;
        const auto found = by_consonants_.find(text::consonants_of(romanized));
        return found == by_consonants_.end() ? nullptr : &found->second;
    }

  private:
    using Spelt = std::pair<std::string, std::string>;  // name, token
    static bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
    std::vector<Spelt> spelt_;  // by name
    std::unordered_map<std::string, std::string> by_consonants_;
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

    /// A token at its place in the document.
    struct Part {
        std::uint32_t id;
        float weight;
        std::string_view characters;
    };

    /// Adds a piece and returns its index within the segment.
    std::uint32_t add(const Part& piece) {
        const auto index = static_cast<std::uint32_t>(table_.tokens.size()) - table_.first.back();
        add_part(piece, index);
        return index;
    }

    /// Adds a part of a piece.
    void add_part(const Part& part, std::uint32_t piece) {
        table_.tokens.push_back({part.id, part.weight, piece});
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
        add({table_.vocabulary.add(token, TokenKind::number), 1, characters});
    }

    /// Adds to the length: letters and digits, a Han character or kana as many Latin letters as it is worth.
    void measure(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = text::next_code_point(text, at);
            if (is_ascii_letter(c)) {
                length_ += 1;
            } else if (text::is_han(c)) {
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
            if (c == U' ') {
                // nothing, and the most frequent
            } else if (is_cut(c)) {
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

    /// The tokens of a word as it is spelt.
    struct Word {
        std::uint32_t piece = none;
        std::uint32_t name = none;  ///< of the other side, which it sounds like
    };

    void word(std::string_view word) {
        const auto [spelling, fresh] = spellings_.add(word);
        if (fresh) words_.push_back(read_word(word));
        const Word& known = words_[spelling];
        if (known.piece == none) return;
        const std::uint32_t piece = add({known.piece, 1, word});
        if (known.name != none) add_part({known.name, 1, word}, piece);
    }

    Word read_word(std::string_view word) {
        const std::string lower = text::to_lower(word);
        if (lower.size() == 1) return {};  // the s of 's, the t of n't, list markers
        const bool capital = is_capitalised(word);
        const bool name = capital && own_names_.contains(lower);
        Word read;
        read.piece = table_.vocabulary.add(stemmer_.stem(lower), name ? TokenKind::name : TokenKind::word);
        const bool foreign = static_cast<unsigned char>(word.front()) >= 0x80;
        if (!capital || !foreign || sounds_.empty()) return read;
        if (const std::string* sounding = sounds_.sounding(romanizer().romanize(lower)))
            read.name = table_.vocabulary.add(*sounding, TokenKind::name);
        return read;
    }

    const text::Romanizer& romanizer() {
        if (!romanizer_) romanizer_.emplace();
        return *romanizer_;
    }

    void han(std::string_view run) {
        run_ = run;
        ends_.assign(1, 0);
        for (std::size_t at = 0; at < run.size();) {
            text::next_code_point(run, at);
            ends_.push_back(at);
        }
        const std::size_t size = ends_.size() - 1;
        lengths_.assign(size, 0);
        if (!lexicon_.empty())
            for (std::size_t k = 0; k + 1 < size; ++k) lengths_[k] = lengths_of(characters(k, 2));
        cut_run();
        piece_of_.assign(size, 0);
        for (std::size_t begin = 0; begin < size; begin += cut_[begin]) add_piece(begin, cut_[begin]);
        if (sounds_.empty()) return;
        for (std::size_t begin = 0; begin < size; ++begin) add_names(begin);
    }

    /// Of the run.
    [[nodiscard]] std::string_view characters(std::size_t begin, std::size_t count) const {
        return run_.substr(ends_[begin], ends_[begin + count] - ends_[begin]);
    }

    /// The lengths of words that begin with these two characters, as Lexicon::lengths_beginning has them.
    std::uint32_t lengths_of(std::string_view two) {
        const auto [pair, fresh] = pairs_.add(two);
        if (fresh) {
            const bool katakana = cuts_kana_ && is_all_katakana(two);
            pair_lengths_.push_back(katakana ? ~std::uint32_t{0} : lexicon_.lengths_beginning(two));
        }
        return pair_lengths_[pair];
    }

    /// Whether characters of the run, two at least, are a word: a headword, or katakana, which foreign words
    /// are written with.
    [[nodiscard]] bool is_word(std::size_t begin, std::size_t count) const {
        if ((lengths_[begin] >> count & 1) == 0) return false;
        const std::string_view part = characters(begin, count);
        return count == 2 || lexicon_.contains(part) || (cuts_kana_ && is_all_katakana(part));
    }

    /// By character: the length of the word that begins there on the cheapest path to the run's end; words
    /// are headwords, or single characters. A word costs 100 less its length, a character that is no word
    /// 100: fewest words first, then the longest.
    void cut_run() {
        const std::size_t size = ends_.size() - 1;
        costs_.assign(size + 1, 0);
        cut_.assign(size, 1);
        for (std::size_t begin = size; begin-- > 0;) {
            costs_[begin] = costs_[begin + 1] + 100;
            const std::size_t longest = std::min(longest_headword, size - begin);
            for (std::size_t n = 2; n <= longest && lengths_[begin] >> n != 0; ++n) {
                const std::size_t cost = costs_[begin + n] + 100 - n;
                if (cost < costs_[begin] && is_word(begin, n)) {
                    costs_[begin] = cost;
                    cut_[begin] = n;
                }
            }
        }
    }

    /// A piece of a Han run as it was found first: its token, and the parts of it, of which the `characters`
    /// are those of that place.
    struct Piece {
        std::uint32_t id;
        std::string_view characters;
        std::vector<Part> parts;
    };

    void add_piece(std::size_t begin, std::size_t n) {
        const std::string_view here = characters(begin, n);
        if (n == 1 && is_all_kana(here)) return;  // a particle, or an ending that says nothing
        const auto [number, fresh] = headwords_.add(here);
        if (fresh) pieces_.push_back(read_piece(begin, n));
        const Piece& known = pieces_[number];
        const std::uint32_t piece = add({known.id, by_words_ || n > 1 ? 1 : han_weight, here});
        std::fill_n(piece_of_.begin() + static_cast<std::ptrdiff_t>(begin), n, piece);
        for (const Part& part : known.parts) {
            const auto from = static_cast<std::size_t>(part.characters.data() - known.characters.data());
            add_part({part.id, part.weight, here.substr(from, part.characters.size())}, piece);
        }
    }

    Piece read_piece(std::size_t begin, std::size_t n) {
        const auto token = [&](std::string_view headword) {
            return table_.vocabulary.add(headword, TokenKind::word);
        };
        Piece piece{token(characters(begin, n)), characters(begin, n), {}};
        for (std::size_t size = 1; size < n; ++size) {
            for (std::size_t from = begin; from + size <= begin + n; ++from) {
                const std::string_view headword = characters(from, size);
                const bool one = size == 1;
                if (one ? !is_all_kana(headword) : is_part(from, size))
                    piece.parts.push_back({token(headword), one ? character_part : word_part, headword});
            }
        }
        return piece;
    }

    /// Whether characters of the run, two at least, are a headword.
    [[nodiscard]] bool is_part(std::size_t begin, std::size_t count) const {
        return (lengths_[begin] >> count & 1) != 0 && lexicon_.contains(characters(begin, count));
    }

    /// Names of up to three characters that begin at one: their syllables, joined, spell a name of the other
    /// side.
    void add_names(std::size_t begin) {
        if (is_all_kana(characters(begin, 1))) return;
        NameSounds::Beginning names = beginning_of(characters(begin, 1));
        const std::size_t longest = std::min(name_limit, ends_.size() - 1 - begin);
        for (std::size_t n = 1; !names.empty(); ++n) {
            if (const std::string* name = sounds_.spelt(names)) {
                // One syllable is often chance: "She" is 社, 射, 蛇.
                const float weight = n == 1 ? character_part : 1.0F;
                add_part({table_.vocabulary.add(*name, TokenKind::name), weight, characters(begin, n)},
                         piece_of_[begin]);
            }
            if (n == longest) return;
            names = sounds_.with(names, reading(characters(begin + n, 1)));
        }
    }

    static std::string_view reading(std::string_view character) {
        std::size_t at = 0;
        return text::pinyin_of(text::next_code_point(character, at));
    }

    /// The names that begin as a character is read.
    const NameSounds::Beginning& beginning_of(std::string_view character) {
        const auto [syllable, fresh] = syllables_.add(reading(character));
        if (fresh) beginnings_.push_back(sounds_.with(sounds_.any(), reading(character)));
        return beginnings_[syllable];
    }

    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    const corpus::Document& document_;
    const std::unordered_set<std::string>& own_names_;
    LexiconView lexicon_;
    bool by_words_;   ///< Han runs are cut into words
    bool cuts_kana_;  ///< kana belong to these runs
    bool places_;     ///< spans are recorded
    NameSounds sounds_;
    text::Stemmer stemmer_;
    std::optional<text::Romanizer> romanizer_;
    StringIndex spellings_;      // of words in the document
    std::vector<Word> words_;    // by spelling
    StringIndex headwords_;      // pieces of Han runs
    std::vector<Piece> pieces_;  // by headword
    StringIndex pairs_;          // of characters that stand next to each other
    std::vector<std::uint32_t> pair_lengths_;
    StringIndex syllables_;
    std::vector<NameSounds::Beginning> beginnings_;  // by syllable
    // Of the run of Han characters at hand, by character:
    std::string_view run_;
    std::vector<std::size_t> ends_;  // its end after so many of them
    std::vector<std::uint32_t> lengths_;
    std::vector<std::size_t> costs_;
    std::vector<std::size_t> cut_;
    std::vector<std::uint32_t> piece_of_;
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
    const auto [id, fresh] = ids_.add(token);
    if (!fresh) return id;
    ids_.relocate(id, texts_.emplace_back(token));
    kinds_.push_back(kind);
    return id;
}

std::unordered_set<std::string> names_of(const corpus::Document& document) {
    std::unordered_set<std::string> capitalised;
    std::unordered_set<std::string> plain;
    StringIndex spellings;
    for (std::size_t i = 0; i < document.segments.size(); ++i) {
        const std::string_view text = document.segment_text(i);
        for_each_word(text, [&](std::size_t begin, std::size_t end) {
            const std::string_view word = text.substr(begin, end - begin);
            if (!spellings.add(word).second) return;
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
