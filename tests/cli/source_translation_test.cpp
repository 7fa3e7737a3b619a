// SPDX-License-Identifier: Apache-2.0
// Tests which line of a translation belongs to which segment.
#include "cli/source_translation.h"

#include "corpus/readers.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

struct Case {
    std::string format;
    std::string source;
    std::string translation;
    std::string expected;  ///< "one|two", or what is refused
};

std::string read(const Case& c) {
    const ScratchFolder folder;
    const text::DiagnosticSink sink = [](const text::Diagnostic&) {};
    corpus::ReadOptions options;
    options.format = c.format;
    options.language = text::Language::parse("zh");
    const corpus::Document source = corpus::make_document(c.source, "source", options, sink);
    const auto english = text::Language::parse("en").value();
    try {
        const corpus::Document document =
            read_source_translation(folder.add("mt", c.translation), source, english, sink);
        CHECK(document.language == english);
        REQUIRE(document.segments.size() == source.segments.size());
        std::string lines;
        for (std::size_t i = 0; i < document.segments.size(); ++i)
            lines += (i > 0 ? "|" : "") + std::string(document.segment_text(i));
        return lines;
    } catch (const text::InputError& error) {
        std::string refusal = error.diagnostic().id + " at " + std::to_string(error.diagnostic().where.line);
        for (const std::string& argument : error.diagnostic().arguments) refusal += " " + argument;
        return refusal;
    }
}

TEST_CASE("line n translates line n, or segment n") {
    const std::vector<Case> cases = {
        {"segmented", "一。\n二。\n", "one\ntwo\n", "one|two"},
        {"segmented", "一。\n二。", "one\ntwo", "one|two"},
        {"segmented", "一。\r\n二。\r\n", "one\r\ntwo\r\n", "one|two"},
        {"segmented", "一。\n\n二。\n", "one\n\ntwo\n", "one|two"},
        {"segmented", "\n一。\n二。\n", "\none\ntwo\n", "one|two"},
        {"segmented", "一。\n二。\n", "\ntwo\n", "|two"},
        {"text", "一。二。\n\n三。\n", "one\ntwo\nthree\n", "one|two|three"},
        {"segmented", "一。\n二。\n", "one\n", "translation-lines at 2 1 2"},
        {"segmented", "一。\n二。\n", "one\ntwo\nthree\nfour\n", "translation-lines at 3 4 2"},
        {"segmented", "一。\n\n二。\n", "one\ntwo\n", "translation-lines at 3 2 3"},
        {"text", "一。二。\n\n三。\n", "one two\nthree\n", "translation-lines at 3 2 3"},
    };
    for (const Case& c : cases) {
        INFO(c.source << "\n" << c.translation);
        CHECK(read(c) == c.expected);
    }
}

}  // namespace
}  // namespace tongwen::cli
