// SPDX-License-Identifier: Apache-2.0
// Owns documents that are edited at random, for the tests of updating.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "review/review.h"
#include "review/segment_tracking.h"
#include "tests/align/generated.h"
#include "tests/align/segments.h"

namespace tongwen::review {

/// Paragraphs of segments.
using Paragraphs = std::vector<std::vector<std::string>>;

inline corpus::Document document_of(const Paragraphs& paragraphs, std::string_view language) {
    std::vector<align::ParagraphText> texts;
    for (const auto& segments : paragraphs)
        if (!segments.empty()) texts.push_back({segments});
    return align::document_of(texts, language);
}

/// A source and a target in as many paragraphs, which begin together, and their beads.
struct Manuscript {
    Paragraphs source;
    Paragraphs target;
    align::Alignment alignment;

    [[nodiscard]] corpus::Document source_document() const { return document_of(source, "zh"); }
    [[nodiscard]] corpus::Document target_document() const { return document_of(target, "en"); }
    [[nodiscard]] Review review(std::vector<Decision> decisions = {}) const {
        return Review({source_document(), target_document(), alignment}, std::move(decisions));
    }
};

/// Of so many beads, so many a paragraph.
inline Manuscript generate_manuscript(std::size_t beads, std::size_t beads_of_paragraph, std::uint32_t seed) {
    const align::GeneratedBitext bitext = align::generate_bitext(beads, seed);
    Manuscript manuscript;
    manuscript.alignment = align::parse_alignment(bitext.shapes);
    std::size_t count = 0;
    for (const align::Bead& bead : manuscript.alignment.beads()) {
        if (count++ % beads_of_paragraph == 0) {
            manuscript.source.emplace_back();
            manuscript.target.emplace_back();
        }
        for (auto i = bead.source.begin.value; i < bead.source.end.value; ++i)
            manuscript.source.back().push_back(bitext.source[i]);
        for (auto j = bead.target.begin.value; j < bead.target.end.value; ++j)
            manuscript.target.back().push_back(bitext.target[j]);
    }
    return manuscript;
}

/// A number of [0, size).
inline std::size_t any_below(std::size_t size) { return *rc::gen::inRange<std::size_t>(0, size); }

inline void move_paragraph(Paragraphs& paragraphs, std::size_t from, std::size_t to) {
    const auto begin = paragraphs.begin();
    const auto at = [&](std::size_t k) { return begin + static_cast<std::ptrdiff_t>(k); };
    if (from < to) std::rotate(at(from), at(from + 1), at(to + 1));
    if (to < from) std::rotate(at(to), at(from), at(from + 1));
}

/// Cuts a segment in two at a character.
inline void split_segment(std::vector<std::string>& segments, std::size_t k) {
    std::string& text = segments[k];
    std::size_t at = 1 + any_below(text.size());
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    const std::string rest = text.substr(std::min(at, text.size()));
    if (rest.find_first_not_of(' ') == std::string::npos) return;
    text.resize(at);
    segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(k) + 1,
                    rest.substr(rest.find_first_not_of(' ')));
}

/// One edit within a paragraph.
inline void edit_paragraph(std::vector<std::string>& segments) {
    const std::size_t k = segments.empty() ? 0 : any_below(segments.size());
    const auto at = segments.begin() + static_cast<std::ptrdiff_t>(k);
    switch (segments.empty() ? 0 : any_below(5)) {
        case 0:
            segments.insert(at, "New " + std::to_string(*rc::gen::inRange(0, 1'000'000)) + " words.");
            break;
        case 1:
            segments.erase(at);
            break;
        case 2:
            split_segment(segments, k);
            break;
        case 3:
            if (k + 1 == segments.size()) break;
            *at += *(at + 1);
            segments.erase(at + 1);
            break;
        default:
            *at += "!";
    }
}

/// How often each text stands in a document.
inline std::map<std::string, std::size_t> count_texts(const corpus::Document& document) {
    std::map<std::string, std::size_t> counts;
    for (std::size_t k = 0; k < document.segments.size(); ++k) ++counts[text_of(document, k, k + 1)];
    return counts;
}

}  // namespace tongwen::review
