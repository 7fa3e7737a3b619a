// SPDX-License-Identifier: Apache-2.0
// Tests that the manual page and the help text speak of the same options.
#include <array>
#include <cstdio>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "cli/commands.h"
#include "cli/outputs.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

std::string manual() {
    std::ostringstream out;
    out << std::ifstream(TONGWEN_SOURCE_DIR "/docs/tongwen.1").rdbuf();
    return out.str();
}

std::string help_of(const std::string& arguments) {
    const std::string command = "LC_ALL=C COLUMNS=1000 '" TONGWEN_PROGRAM "' " + arguments;
    FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> buffer = {};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        text.append(buffer.data(), count);
    REQUIRE(::pclose(pipe) == 0);
    return text;
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator i(text.begin(), text.end(), pattern), end; i != end; ++i) found.insert((*i)[1]);
    return found;
}

/// In mdoc an option is "Fl Fl name"; in help it begins a line.
std::set<std::string> options_of_manual() {
    return matches(manual(), std::regex(R"(\.It[^\n]*Fl Fl ([a-z-]+))"));
}
std::set<std::string> options_of_help(const std::string& help) {
    return matches(help, std::regex(R"(\n  (?:    |-[a-zA-Z], )--([a-z-]+))"));
}

TEST_CASE("every option of every command is in the manual, and no other") {
    std::set<std::string> options = options_of_help(help_of("--help"));
    for (const Command& command : commands()) {
        const std::set<std::string> more = options_of_help(help_of(std::string(command.name) + " --help"));
        CHECK(more.contains("help"));
        options.insert(more.begin(), more.end());
    }
    for (const char* const action : {"build", "import", "learn", "show", "info"})
        options.merge(options_of_help(help_of(std::string("lexicon ") + action + " --help")));
    for (const char* const action :
         {"leverage", "search", "merge", "clean", "diff", "convert", "stats", "sample", "split", "validate"})
        options.merge(options_of_help(help_of(std::string("tm ") + action + " --help")));
    CHECK(options.size() > 15);
    CHECK(options == options_of_manual());
}

TEST_CASE("every command and every output format is in the manual") {
    for (const Command& command : commands())
        CHECK(manual().find(".Cm " + std::string(command.name)) != std::string::npos);
    for (const Output& output : outputs())
        CHECK(manual().find(".It Cm " + std::string(output.name)) != std::string::npos);
}

TEST_CASE("the -- before a page stands alone: on one line mdoc would write --page") {
    CHECK(manual().find("Fl Fl Ar") == std::string::npos);
}

}  // namespace
}  // namespace tongwen::cli
