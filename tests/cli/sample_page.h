// SPDX-License-Identifier: Apache-2.0
// Owns a page for the tests of the screen and of the report: two originals, of which one is in it.
#pragma once

#include "cli/page_job.h"
#include "tests/cli/sample_bitext.h"

namespace tongwen::cli {

/// Five segments on seven lines: an editor's line, a letter of three segments, a comment.
inline AlignedPage page_with_letter() {
    AlignedPage result;
    result.page = document_of("page.en.txt", "en",
                              {{"# News of the river"},
                               {"Hello.", "It rains.", "Bye."},
                               {"A fine letter, this, and a long way from the sea!"}});
    result.page.provenance.content_hash = "xxh3-128:02";
    PageOriginal letter{"zh/letter.zh.txt", "letter", {}};
    letter.pair.bitext.source = document_of("zh/letter.zh.txt", "zh-CN", {{"你好。", "下雨了。", "再见。"}});
    letter.pair.bitext.source.provenance.content_hash = "xxh3-128:01";
    letter.pair.bitext.target = document_of("page.en.txt", "en", {{"Hello.", "It rains.", "Bye."}});
    letter.pair.bitext.alignment = align::parse_alignment("1-1 1-1 1-1");
    letter.pair.bitext.page = align::PagePlace{align::make_run<align::Target>(1, 4), 5};
    letter.pair.verdict = {align::Parallelness::parallel, 1.0 / 3};
    letter.place = {align::make_run<align::Target>(1, 4), {21, 43}, 3, 5};
    PageOriginal report{"zh/report.zh.txt", "report", {}};
    report.pair.bitext.source = document_of("zh/report.zh.txt", "zh-CN", {{"报告。"}});
    report.pair.bitext.alignment = align::parse_alignment("1-0");
    report.pair.bitext.page = align::PagePlace{{}, 5};
    result.originals.push_back(std::move(letter));
    result.originals.push_back(std::move(report));
    result.editorial = {{align::make_run<align::Target>(0, 1), {0, 19}, 1, 1},
                        {align::make_run<align::Target>(4, 5), {45, 65}, 7, 7}};
    return result;
}

}  // namespace tongwen::cli
