// SPDX-License-Identifier: Apache-2.0
// Tests the reading of files of beads, and that bad ones are told by their place.
#include "align/bead_file.h"

#include "tests/align/listed_beads.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::align {
namespace {

using Beads = std::vector<ListedBead>;

TEST_CASE("beads are read as people and programs write them") {
    struct Case {
        std::string text;
        Beads beads;
    };
    const std::vector<Case> cases = {
        {"", {}},
        {"\n \t\n", {}},
        {"[0]:[0]", {{{0}, {0}}}},
        {"[0, 1]:[2]\n[]:[3]\n[2]:[]\n", {{{0, 1}, {2}}, {{}, {3}}, {{2}, {}}}},
        {"[0,1]:[2,3]\n\n", {{{0, 1}, {2, 3}}}},
        {" [ 0 , 1 ] : [ 2 ] \r\n[3]:[3]\r\n", {{{0, 1}, {2}}, {{3}, {3}}}},
        {"[0]:[0]\r[1]:[1]\r", {{{0}, {0}}, {{1}, {1}}}},
        {"\xEF\xBB\xBF[0]:[0]\n", {{{0}, {0}}}},
        {"[0 1,,2,]:[007]", {{{0, 1, 2}, {7}}}},
        {"[]:[]", {{{}, {}}}},
        {"[4, 2, 2]:[9, 0]", {{{4, 2, 2}, {9, 0}}}},
        {"[4294967295]:[0]", {{{4294967295}, {0}}}},
        {"[0]:[0]:0.93", {{{0}, {0}, 0.93}}},
        {"[0]:[0] : 1 : more\n[1]:[1]:0", {{{0}, {0}, 1.0}, {{1}, {1}, 0.0}}},
        {"[0]:[0]:0.5\n[1]:[1]", {{{0}, {0}, 0.5}, {{1}, {1}}}},
        {"[0]:[0] and more", {{{0}, {0}}}},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(parse_beads(c.text, "beads") == c.beads);
    }
}

TEST_CASE("third fields are costs when one of them is no number from 0 to 1") {
    for (const char* const field : {"1.01", "-0.1", "nan", "inf", "1e999", "", "x"}) {
        INFO(field);
        CHECK(parse_beads("[0]:[0]:0.5\n[1]:[1]:" + std::string(field), "beads") ==
              Beads{{{0}, {0}}, {{1}, {1}}});
    }
}

text::Diagnostic error_of(const std::string& text) {
    try {
        parse_beads(text, "a.beads");
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST_CASE("what is no bead is told with its place") {
    struct Case {
        std::string line;
        std::size_t column;
    };
    const std::vector<Case> cases = {
        {"x", 1},
        {"[", 2},
        {"[0", 3},
        {"[0]", 4},
        {"[0]:", 5},
        {"[0]:[", 6},
        {"[0][0]", 4},
        {"[0]:0", 5},
        {"[-1]:[0]", 2},
        {"[0]:[1.5]", 7},
        {"[0;1]:[0]", 3},
        {"  (0):(0)", 3},
        {"0:0", 1},
        {"[0]:[4294967296]", 6},
        {"[99999999999999999999999]:[0]", 2},
        {"[一]:[0]", 2},
    };
    for (const Case& c : cases) {
        INFO(c.line);
        CHECK(error_of("[0]:[0]\n\n" + c.line + "\n[1]:[1]\n") ==
              text::Diagnostic{"bad-bead", text::Severity::error, {"a.beads", 3, c.column, c.line}, {}});
    }
}

TEST_CASE("every beginning of a line is a bead or an error with a place inside it") {
    const std::string line = "[0, 1]:[2, 30]:0.75";
    const std::size_t whole = line.find("30]") + 3;
    for (std::size_t size = 1; size <= line.size(); ++size) {
        const std::string text = line.substr(0, size);
        INFO(text);
        const text::Diagnostic error = error_of(text);
        CHECK(error.id == (size < whole ? "bad-bead" : ""));
        // Where the line ends: behind its last character that is no blank.
        CHECK(error.where.column == (size < whole ? text.find_last_not_of(' ') + 2 : 0));
    }
}

TEST_CASE("a long line is not repeated in its error") {
    const text::Diagnostic error = error_of("[0]" + std::string(5000, 'x'));
    CHECK(error.where == text::Location{"a.beads", 1, 4, ""});
}

/// One line for each bead, all of which hold segment 7.
std::string crowd(std::size_t count, bool on_source) {
    std::string text;
    for (std::size_t b = 0; b < count; ++b) {
        const std::string other = "[" + std::to_string(b) + "]";
        text += on_source ? "[7, 7]:" + other + "\n" : other + ":[7]\n";
    }
    return text;
}

TEST_CASE("a segment may stand in a hundred beads, not in more") {
    for (const bool on_source : {true, false}) {
        CHECK(error_of(crowd(most_beads_of_segment, on_source)).id.empty());
        const text::Diagnostic error = error_of(crowd(most_beads_of_segment + 5, on_source));
        CHECK(error.id == "too-many-beads");
        CHECK(error.arguments == std::vector<std::string>{"7", "100"});
        CHECK(error.where.line == most_beads_of_segment + 1);
    }
}

TEST_CASE("a file is read; one that is not there is an error") {
    const ScratchFolder folder;
    CHECK(read_beads(folder.add("a.beads", "[0]:[0, 1]:0.25\n")) == Beads{{{0}, {0, 1}, 0.25}});
    CHECK_THROWS_AS(read_beads(folder.path() / "b.beads"), text::InputError);
}

TEST_CASE("what was written is read back, and no bytes crash the parser") {
    REQUIRE(rc::check([] {
        const Beads beads = *any_beads();
        std::string text;
        const auto spell = [&text](const std::vector<std::uint32_t>& side) {
            text += "[";
            for (std::size_t k = 0; k < side.size(); ++k)
                text += (k > 0 ? ", " : "") + std::to_string(side[k]);
            text += "]:";
        };
        for (const ListedBead& bead : beads) {
            spell(bead.source);
            spell(bead.target);
            if (!bead.confidence) text.pop_back();
            if (bead.confidence) text += std::to_string(*bead.confidence);
            text += "\n";
        }
        RC_ASSERT(parse_beads(text, "beads") == beads);
    }));
    REQUIRE(rc::check([] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("[]:,0 9\n\r\t.x\xE4\0", 15)));
        const text::Diagnostic error = error_of(text);
        RC_ASSERT(error.id.empty() || error.where.line > 0);
    }));
}

}  // namespace
}  // namespace tongwen::align
