// SPDX-License-Identifier: Apache-2.0
// Tests the way from bytes to lines.
#include "corpus/line_index.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace tongwen::corpus {
namespace {

using std::string_literals::operator""s;

struct Row {
    std::string what;
    std::string bytes;
    std::string encoding;
    std::vector<std::size_t> lines;  // of each byte, and of the place behind the last
};

TEST_CASE("every byte has its line, whatever the encoding and the line ends") {
    const auto row = GENERATE(values<Row>({
        {"nothing", "", "", {1}},
        {"one line", "ab", "", {1, 1, 1}},
        {"line feeds", "a\n\nb\n", "", {1, 1, 2, 3, 3, 4}},
        {"the ends of other systems", "a\r\nb\rc", "", {1, 1, 1, 2, 2, 3, 3}},
        {"a byte-order mark",
         "\xEF\xBB\xBF"
         "a\nb",
         "",
         {1, 1, 1, 1, 1, 2, 2}},
        {"GB18030", "\xB5\xC6\n\xCB\xFE", "GB18030", {1, 1, 1, 2, 2, 2}},
        {"U+0A0A, half of which looks like a line end",
         "\x0A\x0A\x0A\x00\x62\x00"s,
         "UTF-16LE",
         {1, 1, 1, 1, 2, 2, 2}},
    }));
    INFO(row.what);
    const LineIndex index(row.bytes, row.encoding);
    for (std::size_t at = 0; at < row.lines.size(); ++at) {
        INFO(at);
        CHECK(index.line_of(at) == row.lines[at]);
    }
}

TEST_CASE("bytes that the encoding cannot hold are refused, as they are elsewhere") {
    CHECK_THROWS_AS(LineIndex("\xFF\xFF\n", "UTF-8"), text::InputError);
}

}  // namespace
}  // namespace tongwen::corpus
