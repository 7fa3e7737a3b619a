// SPDX-License-Identifier: Apache-2.0
// Owns what the tests of the writers share: units in, a string and the diagnostics out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "text/language.h"
#include "tmx/writers.h"

namespace tongwen::tmx {

struct Written {
    std::string bytes;
    std::vector<text::Diagnostic> diagnostics;
};

inline TranslationUnit unit(std::string id, std::string source, std::string target) {
    return {std::move(id),
            {},
            {},
            {*text::Language::parse("zh-CN"), std::move(source)},
            {*text::Language::parse("en"), std::move(target)}};
}

inline WriterOptions chinese_to_english() {
    WriterOptions options;
    options.source_language = *text::Language::parse("zh-CN");
    options.target_language = *text::Language::parse("en");
    options.created =
        std::chrono::sys_seconds(std::chrono::seconds(1'720'000'000));  // 2024-07-03 09:46:40 UTC
    options.tool_version = "0.1.0";
    options.file = "out.tmx";
    return options;
}

inline Written write_all(std::string_view format, const std::vector<TranslationUnit>& units,
                         WriterOptions options = chinese_to_english()) {
    Written written;
    options.sink = [&written](const text::Diagnostic& one) { written.diagnostics.push_back(one); };
    const auto writer =
        find_writer(format)->make([&written](std::string_view bytes) { written.bytes += bytes; }, options);
    for (const TranslationUnit& one : units) writer->write(one);
    writer->finish();
    return written;
}

}  // namespace tongwen::tmx
