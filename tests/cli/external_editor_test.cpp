// SPDX-License-Identifier: Apache-2.0
// Tests editing in another program.
#include "cli/external_editor.h"

#include <filesystem>
#include <string>

#include "tests/cli/made_up_environment.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the editor is $VISUAL, else $EDITOR, else vi") {
    CHECK(editor_command(environment_of({{"VISUAL", "a -b"}, {"EDITOR", "c"}})) == "a -b");
    CHECK(editor_command(environment_of({{"VISUAL", ""}, {"EDITOR", "c"}})) == "c");
    CHECK(editor_command(environment_of({})) == "vi");
}

TEST_CASE("what the editor leaves is the text; its file goes") {
    const ScratchFolder folder;
    const Environment environment = environment_of({{"TMPDIR", folder.path().string()}});
    struct Row {
        const char* command;
        const char* edited;
    };
    const auto row = GENERATE(values<Row>({
        {"true", "Ünchanged text."},
        {"sed -i s/text/words/", "Ünchanged words."},
        {"sh -c 'printf \"one\\ntwo\\n\\n\" > \"$1\"' sh", "one\ntwo"},
        {"sh -c ': > \"$1\"' sh", ""},
        {"sh -c 'test \"$(stat -c %a \"$1\")\" = 600' sh", "Ünchanged text."},
    }));
    CAPTURE(row.command);
    CHECK(edit_text("Ünchanged text.", row.command, environment) == row.edited);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("an editor that fails, is missing or takes the file away is told of") {
    const ScratchFolder folder;
    const auto refusal = [](const std::string& command, const std::string& temporary) {
        try {
            edit_text("x", command, environment_of({{"TMPDIR", temporary}}));
        } catch (const text::InputError& error) {
            return error.diagnostic().id;
        }
        return std::string();
    };
    CHECK(refusal("false", folder.path().string()) == "editor-failed");
    CHECK(refusal("no-such-editor-anywhere 2>/dev/null", folder.path().string()) == "editor-failed");
    CHECK(refusal("rm", folder.path().string()) == "file-not-found");
    CHECK(refusal("true", (folder.path() / "missing").string()) == "cannot-write");
    CHECK(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace tongwen::cli
