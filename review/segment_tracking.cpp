// SPDX-License-Identifier: Apache-2.0
// Owns the four ways in which a segment is found again.
#include "review/segment_tracking.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/difference.h"
#include "text/unicode.h"

namespace tongwen::review {
namespace {

constexpr std::size_t shingle_size = 4;  // words
constexpr std::uint32_t none = ~std::uint32_t{0};

std::string without_space(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!text::is_space(text::next_code_point(text, at))) result += text.substr(begin, at - begin);
    }
    return result;
}

/// Numbers texts from 0, equal ones alike.
class Numbering {
  public:
    std::uint32_t operator()(std::string_view text) {
        return numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(numbers_.size()))
            .first->second;
    }

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// The words of a text: runs of letters and digits of ASCII, else single characters.
std::vector<std::uint32_t> words_of(std::string_view text, Numbering& numbering) {
    const auto in_word = [&](std::size_t at) {
        const auto c = static_cast<unsigned char>(text[at]);
        return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    };
    std::vector<std::uint32_t> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(text, at);
        if (text::is_space(c)) continue;
        if (in_word(begin)) {
            while (at < text.size() && in_word(at)) ++at;
        }
        words.push_back(numbering(text.substr(begin, at - begin)));
    }
    return words;
}

class Tracking {
  public:
    Tracking(const corpus::Document& before, const corpus::Document& after)
        : before_(before), after_(after), taken_(after.segments.size(), false) {
        tracks_.resize(before.segments.size());
    }

    std::vector<Track> run() {
        Numbering numbering;
        number(before_, numbering, before_texts_);
        number(after_, numbering, after_texts_);
        const std::vector<text::Match> in_order = text::compare(before_texts_, after_texts_);
        for (const text::Match& match : in_order) take(match);
        find_moved();
        find_words_between(in_order);
        find_moved_words();
        return std::move(tracks_);
    }

  private:
    static void number(const corpus::Document& document, Numbering& numbering,
                       std::vector<std::uint32_t>& texts) {
        for (std::size_t k = 0; k < document.segments.size(); ++k)
            texts.push_back(numbering(without_space(document.segment_text(k))));
    }

    void take(const text::Match& match) {
        tracks_[match.before] = {{match.after}, true};
        taken_[match.after] = true;
    }

    /// Equal texts elsewhere: behind what stood before it, if that is there, else the first that is left.
    void find_moved() {
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> places;  // by text, last first
        for (std::size_t k = after_texts_.size(); k-- > 0;)
            if (!taken_[k]) places[after_texts_[k]].push_back(static_cast<std::uint32_t>(k));
        for (std::uint32_t k = 0; k < tracks_.size(); ++k) {
            if (tracks_[k].whole) continue;
            const std::uint32_t behind =
                k > 0 && tracks_[k - 1].whole ? tracks_[k - 1].segments[0] + 1 : none;
            if (behind < taken_.size() && !taken_[behind] && after_texts_[behind] == before_texts_[k]) {
                take({k, behind});
                continue;
            }
            const auto found = places.find(before_texts_[k]);
            if (found == places.end()) continue;
            std::vector<std::uint32_t>& left = found->second;
            while (!left.empty() && taken_[left.back()]) left.pop_back();
            if (!left.empty()) take({k, left.back()});
        }
    }

    /// The words of segments that nothing is known of, and the segment of each.
    struct Words {
        std::vector<std::uint32_t> words;
        std::vector<std::uint32_t> segments;
        std::map<std::uint32_t, std::size_t> counts;  ///< by segment
    };

    template <class IsFree>
    Words gather(const corpus::Document& document, std::uint32_t begin, std::uint32_t end, IsFree is_free) {
        Words gathered;
        for (std::uint32_t k = begin; k < end; ++k) {
            if (!is_free(k)) continue;
            const std::vector<std::uint32_t> words = words_of(document.segment_text(k), numbering_);
            gathered.words.insert(gathered.words.end(), words.begin(), words.end());
            gathered.segments.resize(gathered.words.size(), k);
            gathered.counts[k] = words.size();
        }
        return gathered;
    }

    /// Numbers of words from 0 again, so that comparing a few takes no memory for all.
    static void renumber(Words& before, Words& after) {
        std::unordered_map<std::uint32_t, std::uint32_t> numbers;
        for (Words* const side : {&before, &after}) {
            for (std::uint32_t& word : side->words)
                word = numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second;
        }
    }

    void find_words_between(const std::vector<text::Match>& in_order) {
        text::Match from{0, 0};
        for (const text::Match& match : in_order) {
            find_words(from, match);
            from = {match.before + 1, match.after + 1};
        }
        find_words(from,
                   {static_cast<std::uint32_t>(tracks_.size()), static_cast<std::uint32_t>(taken_.size())});
    }

    /// Between two places of both editions.
    void find_words(const text::Match& from, const text::Match& to) {
        if (from.before == to.before || from.after == to.after) return;
        Words before = gather(before_, from.before, to.before,
                              [this](std::uint32_t k) { return tracks_[k].segments.empty(); });
        Words after = gather(after_, from.after, to.after, [this](std::uint32_t k) { return !taken_[k]; });
        renumber(before, after);
        std::size_t shared = 0;
        const std::vector<text::Match> matches = text::compare(before.words, after.words);
        for (std::size_t k = 0; k < matches.size(); ++k) {
            const std::uint32_t segment = before.segments[matches[k].before];
            const std::uint32_t other = after.segments[matches[k].after];
            ++shared;
            const bool last = k + 1 == matches.size() || before.segments[matches[k + 1].before] != segment ||
                              after.segments[matches[k + 1].after] != other;
            if (!last) continue;
            if (2 * shared > std::min(before.counts[segment], after.counts[other]))
                tracks_[segment].segments.push_back(other);
            shared = 0;
        }
    }

    /// The four-word pieces of segments; of those that more than one has, the segment is `none`.
    struct Shingles {
        std::unordered_map<std::uint64_t, std::uint32_t> places;
        std::map<std::uint32_t, std::vector<std::uint64_t>> of;  ///< by segment
    };
    static Shingles shingles_of(const Words& words) {
        Shingles shingles;
        for (std::size_t k = 0; k + shingle_size <= words.words.size(); ++k) {
            const std::uint32_t segment = words.segments[k];
            if (words.segments[k + shingle_size - 1] != segment) continue;
            std::uint64_t hash = 0;
            for (std::size_t n = 0; n < shingle_size; ++n)
                hash = (hash ^ words.words[k + n]) * 0x9E3779B97F4A7C15U;
            shingles.of[segment].push_back(hash);
            const auto [place, is_new] = shingles.places.try_emplace(hash, segment);
            if (!is_new && place->second != segment) place->second = none;
        }
        return shingles;
    }

    /// What nothing is known of still, anywhere among what is new.
    void find_moved_words() {
        const Shingles before =
            shingles_of(gather(before_, 0, static_cast<std::uint32_t>(tracks_.size()),
                               [this](std::uint32_t k) { return tracks_[k].segments.empty(); }));
        if (before.of.empty()) return;
        const Shingles after = shingles_of(gather(after_, 0, static_cast<std::uint32_t>(taken_.size()),
                                                  [this](std::uint32_t k) { return !taken_[k]; }));
        for (const auto& [segment, hashes] : before.of) {
            std::map<std::uint32_t, std::size_t> votes;
            for (const std::uint64_t hash : hashes) {
                const auto place = after.places.find(hash);
                if (place != after.places.end() && place->second != none) ++votes[place->second];
            }
            for (const auto& [other, count] : votes) {
                if (3 * count >= std::min(hashes.size(), after.of.at(other).size()))
                    tracks_[segment].segments.push_back(other);
            }
        }
    }

    const corpus::Document& before_;
    const corpus::Document& after_;
    std::vector<std::uint32_t> before_texts_;  // by segment: the number of its text
    std::vector<std::uint32_t> after_texts_;
    std::vector<bool> taken_;  // by segment of `after`: it is the whole of one
    std::vector<Track> tracks_;
    Numbering numbering_;  // of words
};

}  // namespace

std::vector<Track> track_segments(const corpus::Document& before, const corpus::Document& after) {
    return Tracking(before, after).run();
}

std::string text_of(const corpus::Document& document, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t k = begin; k < end; ++k) text += without_space(document.segment_text(k));
    return text;
}

}  // namespace tongwen::review
