// SPDX-License-Identifier: Apache-2.0
// Tests what glosses mean. The rows are our own, in the dictionary's manner.
#include "align/cedict.h"

#include <cmath>

#include "tests/support/catch.h"

namespace tongwen::align {
namespace {

const LexiconInfo chinese_english{*text::Language::parse("zh"), *text::Language::parse("en"), "", "", "",
                                  LexiconKind::dictionary};

/// The renderings of a headword in a lexicon of these lines, as "word*percent".
std::string rendered(std::string_view lines, std::string_view headword) {
    LexiconBuilder builder(chinese_english);
    RenderingWriter writer(builder);
    add_cedict(lines, writer);
    const Lexicon lexicon(builder.compile(), "memory");
    std::string result;
    for (const Rendering& rendering : lexicon.find(headword)) {
        if (!result.empty()) result += ' ';
        result += std::string(rendering.word) + '*' + std::to_string(std::lround(rendering.strength * 100));
    }
    return result;
}

TEST_CASE("a gloss's content words share the headword") {
    struct Row {
        std::string_view line, headword, words;
    };
    const auto row = GENERATE(values<Row>({
        {"橋 桥 [qiao2] /bridge/", "桥", "bridg*100"},
        {"橋 桥 [qiao2] /bridge/", "橋", "bridg*100"},
        {"石橋 石桥 [shi2 qiao2] /stone bridge/", "石桥", "bridg*50 stone*50"},
        {"過 过 [guo4] /to cross; to pass (time)/", "过", "cross*100 pass*100"},
        {"過 过 [guo4] /to cross, to pass, to spend/", "过", "cross*100 pass*100 spend*100"},
        {"座 座 [zuo4] /seat/CL:個|个[ge4]/", "座", "seat*100"},
        {"臺 台 [tai2] /variant of 檯|台[tai2]/terrace/", "台", "terrac*100"},
        {"喬 乔 [Qiao2] /surname Qiao/tall/", "乔", "tall*100 qiao*30"},
        {"是 是 [shi4] /to be/", "是", "be*50 to*50"},
        {"空 空 [kong1] //", "空", ""},
    }));
    INFO(row.line);
    CHECK(rendered(row.line, row.headword) == row.words);
}

TEST_CASE("lines that are no rows are passed over") {
    LexiconBuilder builder(chinese_english);
    RenderingWriter writer(builder);
    CHECK(add_cedict("# a comment / with slashes /\n\n橋 桥 [qiao2] /bridge/\r\nno row\n/\n", writer) == 1);
    CHECK(builder.size() == 2);
}

}  // namespace
}  // namespace tongwen::align
