// SPDX-License-Identifier: Apache-2.0
// Owns the compiled lexicons of FreeDict's dictionaries, each made when it is first needed.
#pragma once

#include <filesystem>
#include <memory>

#include "align/lexicon.h"
#include "cli/messages.h"

namespace tongwen::cli {

/// A folder of lexicons made from dictd dictionaries; a name holds what its file was made from (paths, sizes,
/// times), so that a changed dictionary is compiled anew.
class FreedictCache {
  public:
    /// With an empty folder, or one that cannot be written, lexicons are made in memory each time. `wordnet`
    /// is WordNet's folder, or empty.
    FreedictCache(std::filesystem::path folder, std::filesystem::path wordnet, Messages& messages);

    /// The lexicon of a dictionary; when it has to be made first, that is said (note compiling-dictionary
    /// {name}). Throws text::InputError: those of make_freedict.
    std::shared_ptr<const align::Lexicon> open(const std::filesystem::path& index);

  private:
    [[nodiscard]] std::filesystem::path file_for(const std::filesystem::path& index) const;
    void keep(const std::filesystem::path& file, const std::filesystem::path& index,
              const std::string& bytes);

    std::filesystem::path folder_;
    std::filesystem::path wordnet_;
    Messages& messages_;
};

}  // namespace tongwen::cli
