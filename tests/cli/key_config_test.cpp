// SPDX-License-Identifier: Apache-2.0
// Tests the section [keys] of the configuration file, and the names of keys.
#include "cli/key_config.h"

#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/made_up_environment.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

text::Diagnostic refusal_of(const std::string& toml) {
    try {
        parse_key_bindings(toml, "c.toml");
    } catch (const text::InputError& error) {
        return error.diagnostic();
    }
    return {};
}

TEST_CASE("every action has a name, a meaning and a key of its own by default") {
    std::set<std::string_view> names;
    std::size_t keys = 0;
    for (const ActionRow& row : action_rows()) {
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.keys.empty());
        keys += row.keys.size();
        CHECK(find_action(row.name)->action == row.action);
        CHECK(keys_of(default_key_bindings(), row.action) == row.keys);
    }
    CHECK(names.size() == static_cast<std::size_t>(Action::quit) + 1);
    CHECK(default_key_bindings().size() == keys);
}

TEST_CASE("every action is in the manual") {
    std::ostringstream out;
    out << std::ifstream(TONGWEN_SOURCE_DIR "/docs/tongwen.1").rdbuf();
    const std::string manual = out.str();
    for (const ActionRow& row : action_rows()) {
        CAPTURE(row.name);
        const std::string name(row.name);
        CHECK(std::regex_search(manual, std::regex("\n\\.It Cm ([a-z0-9-]+ , )?" + name + " ")));
    }
}

TEST_CASE("keys have names, and names have keys") {
    for (const auto& [key, action] : default_key_bindings()) CHECK(parse_key(key_name(key)) == key);
    CHECK(parse_key("space") == keys::space);
    CHECK(parse_key("CTRL-r") == keys::ctrl('R'));
    CHECK(parse_key("é") == U'é');
    CHECK(key_name(keys::up, true) == "↑");
    for (const char* const name :
         {"", "ab", "Esc", "Ctrl-C", "Ctrl-", "Ctrl-1", "\xFF", "\x01", "\xCC\x81"}) {
        CAPTURE(name);
        CHECK_FALSE(parse_key(name));
    }
}

TEST_CASE("an action that is named has the keys that are named, and no other") {
    const KeyBindings bindings = parse_key_bindings(
        "# mine\n[keys]\naccept = \"y\"\nwhy = 'Enter'\nnext-row = [\"Down\", \"Ctrl-N\"]\n", "c");
    CHECK(keys_of(bindings, Action::accept) == std::vector<Key>{U'y'});
    CHECK(keys_of(bindings, Action::next_row) == std::vector<Key>{keys::down, keys::ctrl('N')});
    CHECK_FALSE(bindings.contains(U'a'));
    CHECK_FALSE(bindings.contains(U'j'));
    CHECK(keys_of(bindings, Action::drop) == std::vector<Key>{U'd'});
    CHECK(parse_key_bindings("", "c") == default_key_bindings());
    CHECK(parse_key_bindings("[keys]\naccept = 'r'\nneeds-work = 'a'\n", "c").at(U'r') == Action::accept);
}

TEST_CASE("what cannot be is told with its place") {
    struct Row {
        const char* toml;
        const char* id;
        std::vector<std::string> arguments;
        std::size_t line;
        std::size_t column;
    };
    const auto row = GENERATE(values<Row>({
        {"[keys]\nacept = \"a\"\n", "unknown-action", {"acept"}, 2, 1},
        {"[keys]\naccept = \"Foo\"\n", "bad-key", {"Foo"}, 2, 10},
        {"[keys]\naccept = 1\n", "key-needed", {"accept"}, 2, 10},
        {"[keys]\naccept = []\n", "key-needed", {"accept"}, 2, 10},
        {"[keys]\naccept = [\"a\", 2]\n", "key-needed", {"accept"}, 2, 16},
        {"[keys]\naccept = \"r\"\n", "key-bound-twice", {"r", "needs-work"}, 2, 10},
        {"[keys]\naccept = \"y\"\ndrop = \"y\"\nwhy=\"i\"", "key-bound-twice", {"y", "accept"}, 3, 8},
        {"[colours]\nred = 1\n", "unknown-setting", {"colours"}, 1, 2},
        {"keys = 1\n", "unknown-setting", {"keys"}, 1, 1},
    }));
    CAPTURE(row.toml);
    const text::Diagnostic refusal = refusal_of(row.toml);
    CHECK(refusal.id == row.id);
    CHECK(refusal.arguments == row.arguments);
    CHECK(refusal.where.file == "c.toml");
    CHECK(refusal.where.line == row.line);
    CHECK(refusal.where.column == row.column);
}

TEST_CASE("what is no TOML is told with its line") {
    const text::Diagnostic refusal = refusal_of("[keys]\naccept = \"a\n");
    CHECK(refusal.id == "bad-config");
    CHECK(refusal.where.line == 2);
    CHECK(refusal.where.excerpt == "accept = \"a");
    for (const std::string bytes : {"[", "\xFF\xFE", "a", "[keys]\n[keys]\n", "\"\\u12\"=1",
                                    "["
                                    "keys]\naccept=\"\\"})
        CHECK(refusal_of(bytes).id == "bad-config");
}

TEST_CASE("the file is looked for where the XDG Base Directory Specification says") {
    const ScratchFolder folder;
    folder.add("config/tongwen/config.toml", "[keys]\naccept = \"Y\"\n");
    folder.add("home/.config/tongwen/config.toml", "[keys]\naccept = \"Z\"\n");
    const std::string config = (folder.path() / "config").string();
    const std::string home = (folder.path() / "home").string();
    const auto key = [](const Environment& environment) {
        return keys_of(read_key_bindings(environment), Action::accept).front();
    };
    CHECK(key(environment_of({{"XDG_CONFIG_HOME", config}, {"HOME", home}})) == U'Y');
    CHECK(key(environment_of({{"HOME", home}})) == U'Z');
    CHECK(key(environment_of({{"XDG_CONFIG_HOME", "relative"}, {"HOME", home}})) == U'Z');
    CHECK(key(environment_of({{"XDG_CONFIG_HOME", home}})) == U'a');
    CHECK(key(environment_of({})) == U'a');
}

}  // namespace
}  // namespace tongwen::cli
