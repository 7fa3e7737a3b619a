// SPDX-License-Identifier: Apache-2.0
// Owns what the keys of the review screen do: the actions, the names of keys, and which key is bound to which
// action.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::cli {

/// A key: a character (control characters as they are, Ctrl-R is 0x12), or one of `keys` above Unicode.
using Key = char32_t;
namespace keys {
inline constexpr Key tab = 0x09;
inline constexpr Key enter = 0x0A;
inline constexpr Key escape = 0x1B;
inline constexpr Key space = 0x20;
inline constexpr Key backspace = 0x7F;
inline constexpr Key up = 0x110000;
inline constexpr Key down = 0x110001;
inline constexpr Key left = 0x110002;
inline constexpr Key right = 0x110003;
inline constexpr Key page_up = 0x110004;
inline constexpr Key page_down = 0x110005;
inline constexpr Key home = 0x110006;
inline constexpr Key end = 0x110007;
inline constexpr Key back_tab = 0x110008;
inline constexpr Key del = 0x110009;
/// Ctrl and a letter of the English alphabet.
constexpr Key ctrl(char letter) { return static_cast<Key>(letter & 0x1F); }
}  // namespace keys

/// What can be done in the list of beads.
enum class Action : std::uint8_t {
    next_row,
    previous_row,
    next_page,
    previous_page,
    first_row,
    last_row,
    accept,
    accept_and_next,
    needs_work,
    drop,
    clear,
    merge,
    split,
    source_shorter,  ///< the bead gives its last source segment to the next one
    source_longer,   ///< it takes the next one's first
    target_shorter,
    target_longer,
    pin,
    anchor_source,
    realign,
    edit,
    comment,
    bookmark,
    undo,
    redo,
    next_doubtful,
    next_uneven,
    next_finding,
    next_bookmark,
    search,
    go_to,
    why,
    next_queue,
    previous_queue,
    sample,
    help,
    quit
};

/// A row of the table of actions.
struct ActionRow {
    Action action;
    std::string_view name;  ///< in the configuration file: "accept", "needs-work"
    const char* meaning;    ///< for the help, marked for translation
    std::vector<Key> keys;  ///< by default
};

/// All actions, in the order in which help lists them.
std::span<const ActionRow> action_rows();
/// The row of that name, or null.
const ActionRow* find_action(std::string_view name);

/// Which key does what; a key does one thing.
using KeyBindings = std::map<Key, Action>;
KeyBindings default_key_bindings();
/// The keys of an action: its default ones first, then by their codes.
std::vector<Key> keys_of(const KeyBindings& bindings, Action action);

/// "a", "Space", "Ctrl-R", "PageDown"; with `unicode`, arrows are signs.
std::string key_name(Key key, bool unicode = false);
/// The key of such a name (letters of names in either case; one character is itself), or nothing: for a name
/// of no key, and for Esc and Ctrl-C, which always cancel and quit.
std::optional<Key> parse_key(std::string_view name);

}  // namespace tongwen::cli
