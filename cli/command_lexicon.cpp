// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon`: the table of its actions, and what they share.
#include <array>
#include <system_error>

#include "cli/commands.h"
#include "cli/lexicon_actions.h"
#include "cli/lexicon_files.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

constexpr auto actions = std::to_array<Action>({
    {"build", mark("Makes a lexicon from CC-CEDICT, a dictionary from Chinese to English."),
     run_lexicon_build},
    {"import", mark("Makes a lexicon from a dictionary of FreeDict, a glossary or CC-CEDICT."),
     run_lexicon_import},
    {"learn", mark("Makes a lexicon of what documents and their translations teach."), run_lexicon_learn},
    {"show", mark("Shows what lexicons know of words."), run_lexicon_show},
    {"info", mark("Shows which lexicons are used, and what they say of themselves."), run_lexicon_info},
});

}  // namespace

std::filesystem::path own_lexicon_file(const std::string& name) {
    const std::filesystem::path folder = own_lexicon_folder(process_environment());
    if (folder.empty()) text::refuse("missing-argument", {"--output"});
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) text::refuse_file("cannot-write", folder, {error.message()});
    return folder / name;
}

int run_lexicon(const std::vector<std::string>& arguments) {
    return run_family(
        {"lexicon", tr("tongwen lexicon [OPTIONS] COMMAND ..."),
         tr("A lexicon holds words and how they are rendered in another language; 'tongwen align' "
            "uses those that it finds: in the folders of TONGWEN_LEXICONS, else in the data folder "
            "of your home, beside the program, and where the program was installed; and where there "
            "is no dictionary, one of FreeDict when it is installed."),
         actions},
        arguments);
}

}  // namespace tongwen::cli
