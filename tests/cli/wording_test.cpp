// SPDX-License-Identifier: Apache-2.0
// Tests that everything that has an id has words.
#include "cli/wording.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "cli/words.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

/// The ids in a source file: a kebab-case string that begins a braced Diagnostic, or that a function which
/// throws or reports one takes first.
std::set<std::string> ids_in(const std::string& source) {
    static const std::regex use(
        R"re((?:Diagnostic\s*\{|InputError\(\s*\{|\b(?:refuse|fail|fail_with|warn|sink_?|show)\(\{?)\s*(?:\.id\s*=\s*)?"([a-z]+(?:-[a-z]+)+)")re");
    std::set<std::string> ids;
    for (std::sregex_iterator i(source.begin(), source.end(), use), end; i != end; ++i) ids.insert((*i)[1]);
    return ids;
}

TEST_CASE("every diagnostic id of the sources has its wording") {
    std::set<std::string> ids;
    for (const char* const folder : {"text", "corpus", "align", "tmx", "check", "review", "cli"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(TONGWEN_SOURCE_DIR) / folder))
            if (entry.path().extension() == ".cpp") ids.merge(ids_in(content_of(entry.path())));
    }
    // What the expression above must at least see; otherwise it went blind and this test with it.
    for (const char* const known :
         {"file-not-found", "empty-file", "undecodable-bytes", "srx-missing", "bad-regex", "long-segment",
          "missing-partner", "unknown-option", "out-of-memory", "bad-weights"})
        CHECK(ids.contains(known));
    for (const std::string& id : ids) {
        INFO(id);
        CHECK(has_wording(id));
    }
}

TEST_CASE("every check has its wording") {
    for (const check::Check& check : check::checks()) {
        INFO(check.id);
        CHECK(has_wording(check.id));
    }
}

TEST_CASE("arguments take their places, words among them are translated, names are not") {
    speak("zh-CN");
    CHECK(word(check::Finding{"missing-target", text::Severity::warning, 0, {"heading", "1"}}) ==
          "缺译（标题：1）");
    CHECK(word(text::Diagnostic{"missing-partner", text::Severity::error, {}, {"target"}}) ==
          "在 target 中没有对应的文件");
    CHECK(word(text::Diagnostic{"cannot-read", text::Severity::error, {}, {"something unheard of"}}) ==
          "无法读取：something unheard of");
    speak("en");
    CHECK(word(text::Diagnostic{"unknown-option", text::Severity::error, {}, {"--{2}"}}) ==
          "unknown option: --{2} (see --help)");
    CHECK(word(text::Diagnostic{"unknown-option", text::Severity::error, {}, {"\033]0;x"}}) ==
          "unknown option: \uFFFD]0;x (see --help)");
}

TEST_CASE("an id without wording is shown as it is") {
    CHECK_FALSE(has_wording("no-such-id"));
    CHECK(word(text::Diagnostic{"no-such-id", text::Severity::error, {}, {"1", "2"}}) == "no-such-id 1 2");
}

TEST_CASE("standard input has a name, other paths are shown safely") {
    speak("en");
    CHECK(word_path("-") == "standard input");
    CHECK(word_path("/dev/stdout") == "standard output");
    CHECK(word_path("source") == "source");
    CHECK(word_path("a\nb") == "a b");
}

}  // namespace
}  // namespace tongwen::cli
