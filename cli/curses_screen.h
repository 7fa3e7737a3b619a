// SPDX-License-Identifier: Apache-2.0
// Owns CursesScreen: the terminal as ncurses has it, for one screen of cells at a time.
#pragma once

#include <memory>
#include <optional>

#include "cli/cells.h"
#include "cli/review_keys.h"

namespace tongwen::cli {

class CursesScreen {
  public:
    /// Takes the terminal of standard input and output over; texts are UTF-8 whatever the locale says. Ctrl-C
    /// is a key, Ctrl-Z stops the program. Throws text::InputError unknown-terminal when the terminal's kind
    /// is not known.
    explicit CursesScreen(int ambiguous);
    /// Gives it back as it was.
    ~CursesScreen();
    CursesScreen(const CursesScreen&) = delete;
    CursesScreen& operator=(const CursesScreen&) = delete;

    [[nodiscard]] ScreenSize size() const;
    /// Shows the cells, and the cursor where there is one.
    void show(const Cells& cells, std::optional<Place> cursor);
    /// The next key that was typed already, if any. `resized` is told by `take_resized`.
    std::optional<Key> read_key();
    /// Whether the terminal's size has changed since this was asked last.
    bool take_resized();

    /// Gives the terminal to another program for a while; then everything is to be shown again.
    void lend();
    void take_back();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace tongwen::cli
