// SPDX-License-Identifier: Apache-2.0
// Owns LineInput: a line of text that is being typed.
#pragma once

#include <cstddef>
#include <string>

#include "cli/review_keys.h"

namespace tongwen::cli {

/// A line of text and where the next character goes. Characters are whole: a combining mark goes with its
/// letter.
struct LineInput {
    std::string text = {};
    std::size_t cursor = 0;  ///< byte offset, between characters

    /// Text to begin with; the cursor is behind it.
    static LineInput with(std::string text);

    /// Types a character or obeys arrows, Home, End, Backspace, Delete, Ctrl-U (all away) and Ctrl-W (the
    /// last word away); other keys do nothing.
    void press(Key key);

    friend bool operator==(const LineInput&, const LineInput&) = default;

  private:
    [[nodiscard]] std::size_t before() const;
    [[nodiscard]] std::size_t after() const;
    void erase(std::size_t begin, std::size_t end);
    void erase_word();
};

}  // namespace tongwen::cli
