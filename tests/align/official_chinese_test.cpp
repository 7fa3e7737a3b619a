// SPDX-License-Identifier: Apache-2.0
// Walks the project's glossary of official Chinese, and looks words up in the lexicon made from it.
#include <algorithm>
#include <set>

#include "align/built_in_lexicons.h"
#include "align/lexicon.h"
#include "corpus/glossary.h"
#include "tests/support/catch.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

const std::string file = TONGWEN_SOURCE_DIR "/align/glossary/official_chinese.tsv";

const text::Language chinese = *text::Language::parse("zh");
const text::Language english = *text::Language::parse("en");

std::vector<corpus::GlossaryEntry> entries() {
    return corpus::entries_between(corpus::read_glossary(file, {chinese, english}), chinese, english);
}

/// Han characters, and what names and dates in Chinese text have besides.
bool is_term(std::string_view term) {
    bool has_han = false;
    for (std::size_t at = 0; at < term.size();) {
        const char32_t c = text::next_code_point(term, at);
        has_han = has_han || text::is_han(c);
        if (!text::is_han(c) && c != U'·' && c != U'〇' &&
            !(c < 0x80 && (text::is_letter(c) || text::is_digit(c))))
            return false;
    }
    return has_han;
}

bool is_rendering(std::string_view rendering) {
    for (std::size_t at = 0; at < rendering.size();) {
        const char32_t c = text::next_code_point(rendering, at);
        if (c >= 0x80 && !text::is_latin(c)) return false;  // "communiqué" yes, full width no
    }
    const std::string lower = text::to_lower(rendering);
    const bool ends_sentence =
        lower.ends_with('.') && lower.find('.') + 1 == lower.size();  // "a.i." does not
    return !lower.starts_with("the ") && !lower.starts_with("a ") && !ends_sentence &&
           rendering.find("  ") == std::string_view::npos;
}

TEST_CASE("the glossary has its form: sorted, no term twice, renderings to be used as they are") {
    const auto all = entries();
    REQUIRE(all.size() >= 1'500);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].where.line << ": " << all[i].source);
        CHECK(is_term(all[i].source));
        CHECK((i == 0 || all[i - 1].source < all[i].source));
        CHECK(all[i].note.empty());
        CHECK(std::set(all[i].targets.begin(), all[i].targets.end()).size() == all[i].targets.size());
        CHECK(std::ranges::all_of(all[i].targets, is_rendering));
    }
}

TEST_CASE("its lines are written in one way") {
    const std::string bytes = text::read_file(file);
    CHECK(bytes.starts_with("zh-CN\ten\n"));
    CHECK(bytes.ends_with('\n'));
    for (const char* const wrong : {"\r", " \t", "\t ", " ;", ";;", ";\n", " \n", "\n\n", "|", "；"}) {
        INFO(wrong);
        CHECK(bytes.find(wrong) == std::string::npos);
    }
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
    CHECK(lines == entries().size() + 1);
}

TEST_CASE("the program's lexicon holds every term, in both scripts, as a supplement") {
    const Lexicon lexicon(std::string(official_chinese()), "official Chinese");
    CHECK(lexicon.info().source == chinese);
    CHECK(lexicon.info().target == english);
    CHECK(lexicon.info().licence == "CC0 1.0");
    CHECK(lexicon.info().kind == LexiconKind::supplement);
    for (const corpus::GlossaryEntry& entry : entries()) {
        INFO(entry.source);
        CHECK_FALSE(lexicon.find(entry.source).empty());
    }
    CHECK(lexicon.contains("人类命运共同体"));
    CHECK(lexicon.contains("人類命運共同體"));
}

}  // namespace
}  // namespace tongwen::align
