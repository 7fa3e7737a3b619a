// SPDX-License-Identifier: Apache-2.0
// Owns what the actions of `tongwen lexicon` share.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/actions.h"

namespace tongwen::cli {

/// `tongwen lexicon build` and `import`: lexicon_make.cpp. Each returns an ExitCode; throws text::InputError.
int run_lexicon_build(const std::vector<std::string>& arguments);
int run_lexicon_import(const std::vector<std::string>& arguments);
/// `tongwen lexicon show` and `info`: lexicon_show.cpp.
int run_lexicon_show(const std::vector<std::string>& arguments);
int run_lexicon_info(const std::vector<std::string>& arguments);

/// `tongwen lexicon learn`: lexicon_learn.cpp.
int run_lexicon_learn(const std::vector<std::string>& arguments);

/// A file of this name where 'tongwen align' finds it; makes the folder. Throws text::InputError:
/// missing-argument where there is no home, cannot-write {reason}.
std::filesystem::path own_lexicon_file(const std::string& name);

}  // namespace tongwen::cli
