// SPDX-License-Identifier: Apache-2.0
// Owns invented translation units: any number of them, the same on every machine, with the statistics of real
// ones.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode.h"

namespace tongwen {

struct InventedUnit {
    std::string source;
    std::string target;
};

/// Chinese sentences of 8 to 50 characters with English ones, of words whose frequencies follow Zipf's law.
/// One in three is like an earlier one but for a word or two and a number.
class InventedUnits {
  public:
    explicit InventedUnits(std::uint64_t seed = 1) : state_(seed * 2 + 1) {
        make_words();
        double sum = 0;
        for (std::size_t rank = 0; rank < words_.size(); ++rank)
            sums_.push_back(sum += 1 / (static_cast<double>(rank) + 2.7));
    }

    InventedUnit next() {
        if (sentences_.size() > 100 && random() % 3 == 0)
            vary();
        else
            invent();
        return spell();
    }

    /// A sentence of its own, which is kept nowhere.
    InventedUnit fresh() {
        sentence_ = sentence();
        return spell();
    }

    std::uint64_t random() {  // splitmix64
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9U;
        z = (z ^ z >> 27U) * 0x94D049BB133111EBU;
        return z ^ z >> 31U;
    }

  private:
    struct Word {
        std::string source;
        std::string target;
    };
    using Sentence = std::vector<std::uint32_t>;
    static constexpr std::uint32_t comma = 0xFFFFFFFF;
    static constexpr std::uint32_t number = 0xFFFFFFFE;

    void make_words() {
        constexpr std::string_view consonants = "bcdfglmnprstv";
        constexpr std::string_view vowels = "aeiou";
        for (std::size_t i = 0; i < 40'000; ++i) {
            Word word;
            // The most frequent words are single characters, most others have two.
            const std::size_t length = i < 60 ? 1 : random() % 8 == 0 ? 3 : 2;
            for (std::size_t k = 0; k < length; ++k) {
                const double share = static_cast<double>(random() % 1'000'000) / 1e6;
                text::append_utf8(word.source, 0x4E00 + static_cast<char32_t>(3500 * share * share) * 5 +
                                                   static_cast<char32_t>(i < 60 ? 3 : 0));
            }
            const std::size_t syllables = i < 60 ? 1 : 2 + random() % 3;
            for (std::size_t k = 0; k < syllables; ++k) {
                word.target += consonants[random() % consonants.size()];
                word.target += vowels[random() % vowels.size()];
            }
            if (i >= 60 && random() % 3 == 0) word.target += random() % 2 == 0 ? "s" : "ing";
            words_.push_back(word);
        }
    }

    std::uint32_t word() {
        const double at = static_cast<double>(random() % (1ULL << 40U)) / static_cast<double>(1ULL << 40U);
        return static_cast<std::uint32_t>(std::ranges::lower_bound(sums_, at * sums_.back()) - sums_.begin());
    }

    Sentence sentence() {
        Sentence made;
        for (std::size_t left = 5 + random() % 22; left > 0; --left) {
            made.push_back(random() % 60 == 0 ? number : word());
            if (left > 2 && random() % 9 == 0) made.push_back(comma);
        }
        return made;
    }

    void invent() {
        sentence_ = sentence();
        if (sentences_.size() < 20'000)
            sentences_.push_back(sentence_);
        else
            sentences_[random() % sentences_.size()] = sentence_;
    }

    void vary() {
        sentence_ = sentences_[random() % sentences_.size()];
        for (std::uint64_t changes = random() % 4; changes > 0; --changes)
            sentence_[random() % sentence_.size()] = word();
    }

    InventedUnit spell() {
        InventedUnit unit;
        for (const std::uint32_t id : sentence_) {
            if (id == comma) {
                unit.source += "，";
                unit.target += ",";
                continue;
            }
            const std::string digits = std::to_string(random() % 10'000);
            if (!unit.target.empty()) unit.target += ' ';
            unit.source += id == number ? digits : words_[id].source;
            unit.target += id == number ? digits : words_[id].target;
        }
        unit.source += "。";
        unit.target += ".";
        unit.target[0] = static_cast<char>(unit.target[0] - (unit.target[0] >= 'a' ? 32 : 0));
        return unit;
    }

    std::uint64_t state_;
    std::vector<Word> words_;
    std::vector<double> sums_;
    std::vector<Sentence> sentences_;
    Sentence sentence_;
};

}  // namespace tongwen
