// SPDX-License-Identifier: Apache-2.0
// Tests the reading of CC-CEDICT's two spellings; the rows are ours.
#include "cli/cedict_input.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

struct Read {
    std::size_t rows;
    std::size_t bad_rows;
    std::size_t headwords;
    friend bool operator==(const Read&, const Read&) = default;
};

std::ostream& operator<<(std::ostream& out, const Read& read) {
    return out << read.rows << " rows, " << read.bad_rows << " bad, " << read.headwords << " headwords";
}

Read read(std::string_view bytes) {
    align::LexiconBuilder builder(cedict_info());
    align::RenderingWriter writer(builder);
    const CedictCount count = read_cedict(bytes, "in", writer);
    return {count.rows, count.bad_rows, builder.size()};
}

text::Diagnostic error_of(std::string_view bytes) {
    try {
        read(bytes);
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {"none"};
}

std::string compiled(std::string_view bytes) {
    align::LexiconBuilder builder(cedict_info());
    align::RenderingWriter writer(builder);
    read_cedict(bytes, "in", writer);
    return builder.compile();
}

TEST_CASE("lines: entries are counted, comments and empty lines are not, others are bad") {
    CHECK(read("橋 桥 [qiao2] /bridge/") == Read{1, 0, 2});
    CHECK(read("# about\n\n橋 桥 [qiao2] /bridge/\r\n\r\n河 河 [he2] /river/\n") == Read{2, 0, 3});
    CHECK(read("\xEF\xBB\xBF# a/b c d /e/\n河 河 [he2] /river/\n") == Read{1, 0, 1});
    CHECK(read("nothing\n河 河 [he2] /river/\n河河/\n") == Read{1, 2, 1});
}

TEST_CASE("json: rows of the member \"all\", whatever stands around them") {
    CHECK(read(R"(export default {"all":[["橋","桥","qiao2","bridge",[],[]]]})") == Read{1, 0, 2});
    CHECK(
        read("\xEF\xBB\xBF export default\n{\"all\":[[\"河\",\"河\",\"he2\",[\"river\",\"stream\"]]]} ;\n") ==
        Read{1, 0, 1});
    CHECK(
        read(
            R"({"other":[["甲","乙","","x"]],"all":[["河","河","","river"]],"more":{"all":[["甲","乙","","x"]]}})") ==
        Read{1, 0, 1});
}

TEST_CASE("json: rows that are none are counted") {
    const std::string good = R"(["河","河","he2","river"])";
    for (const char* const bad :
         {"1", "null", "\"河\"", "[]", "{}", R"(["河"])", R"(["河","河","he2"])", R"(["河","河","he2",[]])",
          R"(["","河","he2","river"])", R"(["河",7,"he2","river"])", R"([["河"],"河","he2","river"])",
          R"({"a":"河","b":"河","c":"he2","d":"river"})"}) {
        INFO(bad);
        CHECK(read("{\"all\":[" + good + "," + bad + "]}") == Read{1, 1, 1});
    }
}

TEST_CASE("both spellings give the same lexicon") {
    CHECK(
        compiled("橋 桥 [qiao2] /bridge/CL:座[zuo4]/\n謝謝 谢谢 [xie4 xie5] /to thank; thanks/\n") ==
        compiled(
            R"({"all":[["橋","桥","qiao2",["bridge","CL:座[zuo4]"]],["謝謝","谢谢","","to thank; thanks"]]})"));
}

TEST_CASE("broken json is refused at its place") {
    CHECK(error_of("export default\n {\"all\":[[\"半\",half]]}") ==
          text::Diagnostic{"bad-json", text::Severity::error, {"in", 2, 15}, {}});
    CHECK(error_of("{\"all\":[").id == "bad-json");
    CHECK(error_of("{}{}") == text::Diagnostic{"bad-json", text::Severity::error, {"in", 1, 3}, {}});
    CHECK(error_of("{\"all\":[[\"\xFF\"]]}").id == "bad-json");
    CHECK(error_of(std::string(100'000, '[').insert(0, "{\"all\":")).id == "bad-json");
}

TEST_CASE("a file without entries is refused") {
    const text::Diagnostic none{"no-cedict-rows", text::Severity::error, {"in"}, {}};
    for (const char* const bytes :
         {"", "\n", "# a\n", "text", "{}", "export default", "export default {\"all\":5}", R"({"all":[]})",
          R"([["河","河","he2","river"]])"}) {
        INFO(bytes);
        CHECK(error_of(bytes) == none);
    }
}

TEST_CASE("no bytes do harm") {
    const std::vector<std::string> pieces = {"{",
                                             "}",
                                             "[",
                                             "]",
                                             "\"all\":",
                                             "\"河\"",
                                             ",",
                                             "河",
                                             " ",
                                             "/",
                                             "\n",
                                             "[he2]",
                                             "\xFF",
                                             "#",
                                             "export default",
                                             "7",
                                             std::string(1, '\0')};
    REQUIRE(rc::check([&] {
        std::string bytes;
        for (const auto i :
             *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
            bytes += pieces[i];
        align::LexiconBuilder builder(cedict_info());
        align::RenderingWriter writer(builder);
        try {
            RC_ASSERT(read_cedict(bytes, "in", writer).rows > 0U);
        } catch (const text::InputError& error) {
            RC_ASSERT(error.diagnostic().where.file == "in");
        }
    }));
}

}  // namespace
}  // namespace tongwen::cli
