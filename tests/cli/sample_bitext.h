// SPDX-License-Identifier: Apache-2.0
// Owns small bitexts for the tests of the screen: one paragraph a line, segments split by "|", kinds by a
// sign in front.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"

namespace tongwen::cli {

/// "# " begins a heading, "@ " an editors' note.
inline corpus::Document document_of(std::string_view path, std::string_view language,
                                    const std::vector<std::vector<std::string>>& paragraphs) {
    corpus::Document document;
    document.language = *text::Language::parse(language);
    document.provenance.path = path;
    document.provenance.format = "text";
    document.provenance.language_how = "detected";
    for (const auto& segments : paragraphs) {
        const auto index = static_cast<std::uint32_t>(document.paragraphs.size());
        const auto first = static_cast<std::uint32_t>(document.segments.size());
        const std::size_t begin = document.text.size();
        for (const std::string& segment : segments) {
            const bool heading = segment.starts_with("# ");
            const bool note = segment.starts_with("@ ");
            const std::string text = heading || note ? segment.substr(2) : segment;
            const std::size_t at = document.text.size();
            document.text += text + "\n";
            const corpus::Kind kind =
                heading ? corpus::Kind::heading : (note ? corpus::Kind::note : corpus::Kind::body);
            document.segments.push_back({{at, at + text.size()}, index, kind});
        }
        const auto last = static_cast<std::uint32_t>(document.segments.size());
        document.paragraphs.push_back(
            {{begin, document.text.size() - 1}, corpus::Kind::body, 0, first, last});
    }
    return document;
}

/// A speech of six segments with a dropped heading, a dropped sentence, an added one and a doubtful bead.
inline align::Bitext speech() {
    align::Bitext bitext;
    bitext.source = document_of(
        "speech.zh.txt", "zh-CN",
        {{"# 开幕致辞"},
         {"各位来宾，女士们、先生们：大家好！", "今天是2024年7月4日。", "我们来到河湾市（“花园之城”）。"},
         {"谢谢大家。"}});
    bitext.target = document_of("speech.en.txt", "en",
                                {{"Distinguished guests, ladies and gentlemen, good morning!",
                                  "We have come to Hewan City, the “City of Gardens”."},
                                 {"@ [Applause.]"},
                                 {"Thank you.", "Thank you all."}});
    std::vector<align::Bead> beads = {
        {align::make_run<align::Source>(0, 1), align::make_run<align::Target>(0, 0), 0.91},
        {align::make_run<align::Source>(1, 2), align::make_run<align::Target>(0, 1), 0.985},
        {align::make_run<align::Source>(2, 3), align::make_run<align::Target>(1, 1), 0.72},
        {align::make_run<align::Source>(3, 4), align::make_run<align::Target>(1, 2), 0.41},
        {align::make_run<align::Source>(4, 4), align::make_run<align::Target>(2, 3), 0.8},
        {align::make_run<align::Source>(4, 5), align::make_run<align::Target>(3, 5), 1.0}};
    bitext.alignment = align::Alignment(std::move(beads), 5, 5);
    return bitext;
}

/// A letter of which two sentences were moved behind the others; one was dropped, one added.
inline align::Bitext letter() {
    align::Bitext bitext;
    bitext.source =
        document_of("letter.zh.txt", "zh-CN", {{"你好。", "我在河湾。", "这里下雨。", "谢谢。", "再见。"}});
    bitext.target = document_of("letter.en.txt", "en",
                                {{"Hello.", "Bye.", "I am in Hewan.", "It is raining here.", "P.S."}});
    bitext.alignment = align::parse_alignment("1-1 1-0 1-0 1-0 1-1 0-1 0-1 0-1");
    bitext.moved = {{align::make_run<align::Source>(1, 3),
                     align::make_run<align::Target>(2, 4),
                     {{align::make_run<align::Source>(1, 2), align::make_run<align::Target>(2, 3), 0.9},
                      {align::make_run<align::Source>(2, 3), align::make_run<align::Target>(3, 4), 0.85}}}};
    return bitext;
}

}  // namespace tongwen::cli
