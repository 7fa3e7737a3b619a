// SPDX-License-Identifier: Apache-2.0
// Owns how associations are found and stored.
#include "align/associations.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include <tbb/parallel_invoke.h>
#include <tbb/parallel_sort.h>

#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr float identity_strength = 0.95F;
constexpr float month_as_number_strength = 0.5F;  // 04.07. against July
constexpr float prefix_strength = 0.4F;   // Konferenz, conference's cousin: often, not always, a cognate
constexpr std::size_t prefix_length = 5;  // code points
constexpr float missing_mass = 0.3F;      // what no entry accounts for
constexpr float second_witness = 0.3F;    // of the weaker of two strengths that agree

using Entries = std::vector<Associations::Entry>;

void add_identities(const Vocabulary& source, const Vocabulary& target, Entries& entries) {
    for (std::uint32_t id = 0; id < source.size(); ++id) {
        std::string_view token = source.text(id);
        if (token.starts_with('=')) token.remove_prefix(1);
        const std::uint32_t other = target.find(token);
        if (other < target.size()) entries.push_back({id, other, identity_strength});
    }
    for (std::uint32_t id = 0; id < target.size(); ++id) {
        const std::string_view token = target.text(id);
        if (!token.starts_with('=')) continue;
        const std::uint32_t other = source.find(token.substr(1));
        if (other < source.size()) entries.push_back({other, id, identity_strength});
    }
}

void add_months(const Vocabulary& source, const Vocabulary& target, Entries& entries) {
    for (int month = 1; month <= 12; ++month) {
        std::string number = "#";
        std::string named = "#m";
        number += std::to_string(month);
        named += std::to_string(month);
        for (const auto& [mine, theirs] : {std::pair{number, named}, std::pair{named, number}}) {
            const std::uint32_t id = source.find(mine);
            const std::uint32_t other = target.find(theirs);
            if (id < source.size() && other < target.size()) {
                entries.push_back({id, other, month_as_number_strength});
            }
        }
    }
}

/// The first letters of a word of an alphabet; empty for shorter words and for other tokens.
std::string_view prefix_of(std::string_view token) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < prefix_length; ++i) {
        if (at >= token.size() || !text::is_letter(text::next_code_point(token, at))) return {};
    }
    return token.substr(0, at);
}

void add_cognates(const Vocabulary& source, const Vocabulary& target, Entries& entries) {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> targets;
    for (std::uint32_t id = 0; id < target.size(); ++id) {
        const std::string_view prefix = prefix_of(target.text(id));
        if (!prefix.empty()) targets[prefix].push_back(id);
    }
    for (std::uint32_t id = 0; id < source.size(); ++id) {
        const auto found = targets.find(prefix_of(source.text(id)));
        if (found == targets.end() || found->second.size() > 20)
            continue;  // "inter…": says nothing, costs much
        for (const std::uint32_t other : found->second) entries.push_back({id, other, prefix_strength});
    }
}

void add_renderings(const Vocabulary& source, const Vocabulary& target, const LexiconView& lexicon,
                    bool forward, Entries& entries) {
    if (lexicon.empty()) return;
    const Vocabulary& headwords = forward ? source : target;
    const Vocabulary& words = forward ? target : source;
    for (std::uint32_t id = 0; id < headwords.size(); ++id) {
        for (const Rendering& rendering : lexicon.find(headwords.text(id))) {
            const std::uint32_t other = words.find(rendering.word);
            if (other == words.size()) continue;
            entries.push_back(forward ? Associations::Entry{id, other, rendering.strength}
                                      : Associations::Entry{other, id, rendering.strength});
        }
    }
}

void keep_strongest(Entries& entries) {
    tbb::parallel_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.source, a.target, -a.strength) < std::tuple(b.source, b.target, -b.strength);
    });
    const auto same = [](const auto& a, const auto& b) {
        return a.source == b.source && a.target == b.target;
    };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
}

}  // namespace

Associations::Associations(std::vector<Entry> entries, std::size_t source_words, std::size_t target_words) {
    keep_strongest(entries);
    tbb::parallel_invoke([&] { forward_ = make_direction(entries, source_words, false); },
                         [&] { backward_ = make_direction(entries, target_words, true); });
}

Associations::Direction Associations::make_direction(const std::vector<Entry>& entries, std::size_t words,
                                                     bool backward) {
    Direction direction;
    std::vector<float> sums(words, missing_mass);
    direction.first.assign(words + 1, 0);
    for (const Entry& entry : entries) {
        const std::uint32_t id = backward ? entry.target : entry.source;
        sums[id] += entry.strength;
        ++direction.first[id + 1];
    }
    for (std::size_t id = 0; id < words; ++id) direction.first[id + 1] += direction.first[id];
    std::vector<std::uint32_t> next(direction.first.begin(), direction.first.end() - 1);
    direction.links.resize(entries.size());
    for (const Entry& entry : entries) {
        const std::uint32_t id = backward ? entry.target : entry.source;
        const std::uint32_t other = backward ? entry.source : entry.target;
        direction.links[next[id]++] = {other, entry.strength, entry.strength / sums[id]};
    }
    return direction;
}

Associations Associations::with(std::vector<Entry> learned) const {
    for (Entry& entry : learned) {
        const auto links = forward_.of(entry.source);
        const auto link = std::ranges::lower_bound(links, entry.target, {}, &Association::other);
        if (link == links.end() || link->other != entry.target) continue;
        const auto [less, more] = std::minmax(link->strength, entry.strength);
        entry.strength = std::min(more + second_witness * less, 1.0F);
    }
    const std::size_t source_words = forward_.first.size() - 1;
    for (std::uint32_t id = 0; id < source_words; ++id) {
        for (const Association& link : forward_.of(id)) learned.push_back({id, link.other, link.strength});
    }
    return {std::move(learned), source_words, backward_.first.size() - 1};
}

Associations Associations::strongest(std::size_t most) const {
    Associations trimmed;
    tbb::parallel_invoke([&] { trimmed.forward_ = strongest(forward_, most); },
                         [&] { trimmed.backward_ = strongest(backward_, most); });
    return trimmed;
}

Associations::Direction Associations::strongest(const Direction& direction, std::size_t most) {
    Direction trimmed;
    trimmed.first.reserve(direction.first.size());
    trimmed.first.push_back(0);
    std::vector<Association> links;
    for (std::uint32_t id = 0; id + 1 < direction.first.size(); ++id) {
        const auto all = direction.of(id);
        links.assign(all.begin(), all.end());
        if (links.size() > most) {
            const auto more_probable = [](const Association& a, const Association& b) {
                return std::tuple(b.probability, a.other) < std::tuple(a.probability, b.other);
            };
            std::ranges::nth_element(links, links.begin() + static_cast<std::ptrdiff_t>(most), more_probable);
            links.resize(most);
            std::ranges::sort(links, {}, &Association::other);
        }
        trimmed.links.insert(trimmed.links.end(), links.begin(), links.end());
        trimmed.first.push_back(static_cast<std::uint32_t>(trimmed.links.size()));
    }
    return trimmed;
}

Associations associate(const Vocabulary& source, const Vocabulary& target, const LexiconView& forward,
                       const LexiconView& backward) {
    Entries entries;
    Entries forwards;
    Entries backwards;
    tbb::parallel_invoke(
        [&] {
            add_identities(source, target, entries);
            add_months(source, target, entries);
            add_cognates(source, target, entries);
        },
        [&] { add_renderings(source, target, forward, true, forwards); },
        [&] { add_renderings(source, target, backward, false, backwards); });
    entries.insert(entries.end(), forwards.begin(), forwards.end());
    entries.insert(entries.end(), backwards.begin(), backwards.end());
    return {std::move(entries), source.size(), target.size()};
}

}  // namespace tongwen::align
