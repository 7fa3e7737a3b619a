// SPDX-License-Identifier: Apache-2.0
// Tests our own evidence for East Asian encodings on short lines, where detectors fail.
#include "corpus/charset_evidence.h"

#include "tests/corpus/encoded.h"
#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("a short line tells its encoding") {
    struct Row {
        std::string charset, text;
    };
    const auto row = GENERATE(values<Row>({
        {"GB18030", "会议明天上午召开"},
        {"GB18030", "本法自公布之日起施行。"},
        {"GB18030", "同意"},
        {"GB18030", "人民有言論及出版之自由。"},  // traditional, as GBK can hold it
        {"Big5", "本法自公布日施行。"},
        {"Big5", "會議明天上午召開"},
        {"Shift_JIS", "会議は明日です"},
        {"EUC-JP", "会議は明日の朝に始まります。"},
        {"EUC-KR", "회의는 내일 아침에 시작합니다"},
        {"UTF-16LE", "会议明天上午召开"},
        {"UTF-16BE", "會議明天上午召開"},
    }));
    CAPTURE(row.charset, row.text);
    const auto guess = guess_by_characters(encoded(row.charset, row.text));
    REQUIRE(guess);
    CHECK(guess->name == row.charset);
    CHECK(guess->confidence >= 5);
    CHECK(guess->confidence <= 100);
}

TEST_CASE("western bytes are no East Asian text") {
    const auto row = GENERATE(values<std::pair<std::string, std::string>>({
        {"windows-1252", "Ein Café in Zürich, geöffnet bis fünf; naïve Gäste früh"},
        {"windows-1251", "Завтра утром поезд отходит отсюда и не ждёт"},
        {"KOI8-R", "Завтра утром поезд отходит отсюда"},
        {"windows-1253", "Αύριο το πρωί το τρένο φεύγει"},
    }));
    CAPTURE(row.first);
    CHECK_FALSE(guess_by_characters(encoded(row.first, row.second)));
}

TEST_CASE("nothing tells nothing") { CHECK_FALSE(guess_by_characters("")); }

}  // namespace
}  // namespace tongwen::corpus
