// SPDX-License-Identifier: Apache-2.0
// Owns how several lexicons answer as one.
#include "align/lexicon_set.h"

#include <algorithm>
#include <string>

namespace tongwen::align {

bool LexiconView::has_dictionary() const {
    return std::ranges::any_of(lexicons_, [](const Lexicon* lexicon) {
        const std::string source = lexicon->info().source.primary();
        return lexicon->info().kind == LexiconKind::dictionary && (source == "zh" || source == "ja");
    });
}

bool LexiconView::contains(std::string_view headword) const {
    return std::ranges::any_of(lexicons_,
                               [&](const Lexicon* lexicon) { return lexicon->contains(headword); });
}

std::uint32_t LexiconView::lengths_beginning(std::string_view prefix) const {
    std::uint32_t lengths = 0;
    for (const Lexicon* lexicon : lexicons_) lengths |= lexicon->lengths_beginning(prefix);
    return lengths;
}

std::vector<Rendering> LexiconView::find(std::string_view headword) const {
    std::vector<Rendering> all;
    for (const Lexicon* lexicon : lexicons_) {
        std::vector<Rendering> found = lexicon->find(headword);
        const bool ends = lexicon->info().kind == LexiconKind::glossary && !found.empty() &&
                          found.front().strength >= whole_term;
        if (all.empty()) {
            all = std::move(found);
        } else {
            for (const Rendering& rendering : found) {
                const auto known = std::ranges::find(all, rendering.word, &Rendering::word);
                if (known == all.end()) {
                    all.push_back(rendering);
                } else {
                    known->strength = std::max(known->strength, rendering.strength);
                }
            }
        }
        if (ends) break;
    }
    return all;
}

LexiconView LexiconSet::between(const text::Language& from, const text::Language& to) const {
    std::vector<const Lexicon*> chosen;
    for (const auto& lexicon : lexicons_) {
        if (lexicon->info().source.primary() == from.primary() &&
            lexicon->info().target.primary() == to.primary()) {
            chosen.push_back(lexicon.get());
        }
    }
    return LexiconView(std::move(chosen));
}

}  // namespace tongwen::align
