// SPDX-License-Identifier: Apache-2.0
// Owns reading lines as they come: whoever writes a script may wait for an answer before the next line.
#pragma once

#include <optional>
#include <string>

namespace tongwen::cli {

/// The lines of a file, or of standard input ("-").
class ScriptLines {
  public:
    /// Throws text::InputError: file-not-found, cannot-read {reason}.
    explicit ScriptLines(const std::string& path);
    ~ScriptLines();
    ScriptLines(const ScriptLines&) = delete;
    ScriptLines& operator=(const ScriptLines&) = delete;

    /// The next line without its line end; nothing at the end. Waits for one. Throws cannot-read {reason}.
    std::optional<std::string> next();

  private:
    std::string path_;
    int descriptor_;
    std::string read_;    // and not handed out
    std::size_t at_ = 0;  // what of it was
    bool ended_ = false;
};

}  // namespace tongwen::cli
