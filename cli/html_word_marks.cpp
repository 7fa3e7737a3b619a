// SPDX-License-Identifier: Apache-2.0
// Owns the spelling of word matches.
#include "cli/html_word_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "cli/html_text.h"

namespace tongwen::cli {
namespace {

std::string base_36(std::size_t number) {
    std::array<char, 16> digits = {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 36).ptr;
    return {digits.data(), end};
}

/// The segments of one side of a bead, as shown, one behind the other.
class ShownSide {
  public:
    template <class Side>
    ShownSide(const corpus::Document& document, align::Run<Side> run) {
        std::size_t place = 0;
        for (std::uint32_t i = run.begin.value; i < run.end.value; ++i) {
            const text::ByteSpan span = document.segments[i].span;
            shown_.push_back({span, ShownText(span.of(document.text), document.language), place});
            place += shown_.back().text.size();
        }
    }

    /// Empty where the word is not shown.
    [[nodiscard]] std::string spell(text::ByteSpan word) const {
        const auto after = std::ranges::upper_bound(shown_, word.begin, {},
                                                    [](const Shown& shown) { return shown.span.begin; });
        if (after == shown_.begin()) return {};
        const Shown& shown = *std::prev(after);
        if (!shown.span.contains(word)) return {};
        const std::size_t begin = shown.text.place_of(word.begin - shown.span.begin);
        const std::size_t end = shown.text.place_of(word.end - shown.span.begin);
        return begin == end ? "" : base_36(shown.place + begin) + "." + base_36(end - begin);
    }

    [[nodiscard]] std::string spell(const std::vector<text::ByteSpan>& words) const {
        std::string list;
        for (const text::ByteSpan word : words) {
            const std::string spelled = spell(word);
            if (!spelled.empty()) list += (list.empty() ? "" : " ") + spelled;
        }
        return list;
    }

  private:
    struct Shown {
        text::ByteSpan span;
        ShownText text;
        std::size_t place;
    };
    std::vector<Shown> shown_;
};

std::string_view sign(align::TokenKind kind) {
    switch (kind) {
        case align::TokenKind::word:
            return "";
        case align::TokenKind::number:
            return "#";
        case align::TokenKind::name:
            return "@";
    }
    return "";
}

std::string attribute(std::string_view name, const std::string& value) {
    return value.empty() ? "" : " " + std::string(name) + "=\"" + value + "\"";
}

}  // namespace

std::string word_mark_attributes(const align::Bitext& bitext, const align::Bead& bead,
                                 const align::Explanation& explanation) {
    const ShownSide source(bitext.source, bead.source);
    const ShownSide target(bitext.target, bead.target);
    std::string matches;
    for (const align::WordMatch& match : explanation.matches) {
        const std::string from = source.spell(match.source);
        const std::string to = target.spell(match.target);
        if (from.empty() || to.empty()) continue;
        if (!matches.empty()) matches += " ";
        matches.append(sign(match.kind)).append(from).append(".").append(to);
    }
    return attribute("data-m", matches) + attribute("data-s", source.spell(explanation.source_unmatched)) +
           attribute("data-t", target.spell(explanation.target_unmatched));
}

}  // namespace tongwen::cli
