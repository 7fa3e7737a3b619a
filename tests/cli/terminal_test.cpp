// SPDX-License-Identifier: Apache-2.0
// Tests what is decided from the environment: colours, size, character set, pager, language.
#include "cli/terminal.h"

#include <map>

#include "cli/pager.h"
#include "cli/words.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

Environment environment_of(Variables variables) {
    return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
    };
}

TEST_CASE("colours: the option, NO_COLOR, CLICOLOR_FORCE, CLICOLOR, the terminal, in this order") {
    struct Case {
        ColourChoice choice;
        Variables variables;
        bool interactive;
        bool wanted;
    };
    constexpr auto automatic = ColourChoice::automatic;
    const std::vector<Case> cases = {
        {automatic, {{"TERM", "xterm"}}, true, true},
        {automatic, {{"TERM", "xterm"}}, false, false},
        {automatic, {{"TERM", "dumb"}}, true, false},
        {automatic, {}, true, false},
        {automatic, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, true, false},
        {automatic, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true, true},
        {automatic, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, true, false},
        {automatic, {{"CLICOLOR_FORCE", "1"}}, false, true},
        {automatic, {{"CLICOLOR_FORCE", "0"}}, false, false},
        {automatic, {{"CLICOLOR_FORCE", "1"}, {"CLICOLOR", "0"}}, false, true},
        {automatic, {{"TERM", "xterm"}, {"CLICOLOR", "0"}}, true, false},
        {automatic, {{"TERM", "xterm"}, {"CLICOLOR", "1"}}, false, false},
        {ColourChoice::always, {{"NO_COLOR", "1"}}, false, true},
        {ColourChoice::never, {{"CLICOLOR_FORCE", "1"}}, true, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.variables, c.interactive);
        CHECK(wants_colour(c.choice, environment_of(c.variables), c.interactive) == c.wanted);
    }
}

TEST_CASE("the character set is that of the locale") {
    CHECK(has_utf8_locale(environment_of({{"LANG", "zh_CN.UTF-8"}})));
    CHECK(has_utf8_locale(environment_of({{"LANG", "C"}, {"LC_CTYPE", "C.utf8"}})));
    CHECK_FALSE(has_utf8_locale(environment_of({{"LANG", "en_US.UTF-8"}, {"LC_ALL", "C"}})));
    CHECK(has_utf8_locale(environment_of({{"LANG", "en_US.UTF-8"}, {"LC_ALL", ""}})));
    CHECK_FALSE(has_utf8_locale(environment_of({})));
}

TEST_CASE("without a terminal the size comes from COLUMNS and LINES") {
    constexpr int no_descriptor = -1;
    const auto look = [](Variables variables) {
        return look_at_terminal(no_descriptor, environment_of(std::move(variables)), ColourChoice::automatic);
    };
    CHECK(look({}).width == 80);
    CHECK(look({}).height == 24);
    CHECK(look({{"COLUMNS", "123"}, {"LINES", "50"}}).width == 123);
    CHECK(look({{"COLUMNS", "123"}, {"LINES", "50"}}).height == 50);
    for (const char* const nonsense : {"0", "-5", "12x", "", "99999999999999999999", "4000000000"})
        CHECK(look({{"COLUMNS", nonsense}}).width == 80);
    CHECK_FALSE(look({}).interactive);
}

TEST_CASE("the pager is $PAGER, or less; nothing and cat mean none") {
    CHECK(pager_command(environment_of({})) == "less");
    CHECK(pager_command(environment_of({{"PAGER", "more -d"}})) == "more -d");
    CHECK(pager_command(environment_of({{"PAGER", ""}})).empty());
    CHECK(pager_command(environment_of({{"PAGER", "cat"}})).empty());
}

TEST_CASE("the language is found as gettext finds it") {
    struct Case {
        Variables variables;
        std::string language;
    };
    const std::vector<Case> cases = {
        {{}, "en"},
        {{{"LANG", "zh_CN.UTF-8"}}, "zh"},
        {{{"LANG", "zh_TW.UTF-8"}}, "zh"},
        {{{"LANG", "zh_CN"}}, "zh"},
        {{{"LANG", "zh_CN.GB18030@pinyin"}}, "zh"},
        {{{"LANG", "de_DE.UTF-8"}}, "en"},
        {{{"LANG", "C"}, {"LANGUAGE", "zh_CN"}}, "en"},
        {{{"LANG", "C.UTF-8"}, {"LANGUAGE", "zh_CN:en"}}, "zh"},
        {{{"LANG", "zh_CN.UTF-8"}, {"LANGUAGE", "en:zh_CN"}}, "en"},
        {{{"LANG", "zh_CN.UTF-8"}, {"LC_MESSAGES", "en_US.UTF-8"}}, "en"},
        {{{"LANG", "en_US.UTF-8"}, {"LC_MESSAGES", "en_US.UTF-8"}, {"LC_ALL", "zh_SG.UTF-8"}}, "zh"},
        {{{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", "C"}}, "en"},
        {{{"LANG", "!?"}}, "en"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.variables);
        CHECK(ui_language(environment_of(c.variables)) == c.language);
    }
}

}  // namespace
}  // namespace tongwen::cli
