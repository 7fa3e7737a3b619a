// SPDX-License-Identifier: Apache-2.0
// Owns the table of actions with their default keys, and the table of the names of keys.
#include "cli/review_keys.h"

#include <algorithm>
#include <array>

#include "cli/words.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

const std::vector<ActionRow>& rows() {
    static const std::vector<ActionRow> table = {
        {Action::next_row, "next-row", mark("next row"), {U'j', keys::down}},
        {Action::previous_row, "previous-row", mark("previous row"), {U'k', keys::up}},
        {Action::next_page, "next-page", mark("next page"), {keys::page_down}},
        {Action::previous_page, "previous-page", mark("previous page"), {keys::page_up}},
        {Action::first_row, "first-row", mark("first row"), {keys::home}},
        {Action::last_row, "last-row", mark("last row"), {keys::end, U'G'}},
        {Action::accept_and_next, "accept-and-next", mark("accept, and go on"), {keys::space}},
        {Action::accept, "accept", mark("accept"), {U'a'}},
        {Action::needs_work, "needs-work", mark("needs work"), {U'r'}},
        {Action::drop, "drop", mark("drop from export"), {U'd'}},
        {Action::clear, "clear", mark("undecided again"), {U'x'}},
        {Action::merge, "merge", mark("merge with the next"), {U'm'}},
        {Action::split, "split", mark("split in two"), {U's'}},
        {Action::source_shorter, "source-shorter", mark("give last source segment"), {U'['}},
        {Action::source_longer, "source-longer", mark("take next source segment"), {U']'}},
        {Action::target_shorter, "target-shorter", mark("give last target segment"), {U'{'}},
        {Action::target_longer, "target-longer", mark("take next target segment"), {U'}'}},
        {Action::pin, "pin", mark("pin against re-aligning"), {U'p'}},
        {Action::anchor_source, "anchor-source", mark("keep source boundaries"), {U'S'}},
        {Action::realign, "realign", mark("re-align what is open"), {U'R'}},
        {Action::edit, "edit", mark("edit the target's text"), {U'e'}},
        {Action::comment, "comment", mark("comment"), {U'c'}},
        {Action::bookmark, "bookmark", mark("bookmark"), {U'b'}},
        {Action::undo, "undo", mark("undo"), {U'u'}},
        {Action::redo, "redo", mark("redo"), {keys::ctrl('R')}},
        {Action::next_doubtful, "next-doubtful", mark("next doubtful (least sure)"), {U'n'}},
        {Action::next_uneven, "next-not-1-1", mark("next that is not 1-1"), {U'N'}},
        {Action::next_finding, "next-finding", mark("next with a finding"), {U'w'}},
        {Action::next_bookmark, "next-bookmark", mark("next bookmark"), {U'B'}},
        {Action::search, "search", mark("search both sides"), {U'/'}},
        {Action::go_to, "go-to", mark("go to a number"), {U'g'}},
        {Action::why, "why", mark("why this row"), {keys::enter, U'y'}},
        {Action::next_queue, "next-queue", mark("next queue"), {keys::tab}},
        {Action::previous_queue, "previous-queue", mark("previous queue"), {keys::back_tab}},
        {Action::sample, "sample", mark("random sample, judge all"), {U't'}},
        {Action::help, "help", mark("help"), {U'?'}},
        {Action::quit, "quit", mark("quit (all is saved)"), {U'q'}},
    };
    return table;
}

struct NamedKey {
    Key key;
    std::string_view name;
    std::string_view sign = {};
};

constexpr auto named_keys = std::to_array<NamedKey>({
    {keys::tab, "Tab"},
    {keys::enter, "Enter"},
    {keys::escape, "Esc"},
    {keys::space, "Space"},
    {keys::backspace, "Backspace"},
    {keys::up, "Up", "↑"},
    {keys::down, "Down", "↓"},
    {keys::left, "Left", "←"},
    {keys::right, "Right", "→"},
    {keys::page_up, "PageUp"},
    {keys::page_down, "PageDown"},
    {keys::home, "Home"},
    {keys::end, "End"},
    {keys::back_tab, "Shift-Tab"},
    {keys::del, "Delete"},
});

bool is_control(Key key) { return key < 0x20; }

/// The key that "ctrl-x" names, or nothing; Ctrl-C is not to be bound.
std::optional<Key> parse_control(std::string_view lower_name) {
    constexpr std::string_view prefix = "ctrl-";
    if (!lower_name.starts_with(prefix) || lower_name.size() != prefix.size() + 1) return std::nullopt;
    const char letter = lower_name.back();
    if (letter < 'a' || letter > 'z' || letter == 'c') return std::nullopt;
    return keys::ctrl(letter);
}

}  // namespace

std::span<const ActionRow> action_rows() { return rows(); }

const ActionRow* find_action(std::string_view name) {
    const auto found = std::ranges::find(rows(), name, &ActionRow::name);
    return found == rows().end() ? nullptr : &*found;
}

KeyBindings default_key_bindings() {
    KeyBindings bindings;
    for (const ActionRow& row : rows())
        for (const Key key : row.keys) bindings.emplace(key, row.action);
    return bindings;
}

std::vector<Key> keys_of(const KeyBindings& bindings, Action action) {
    std::vector<Key> found;
    for (const Key key : std::ranges::find(rows(), action, &ActionRow::action)->keys)
        if (const auto bound = bindings.find(key); bound != bindings.end() && bound->second == action)
            found.push_back(key);
    for (const auto& [key, does] : bindings)
        if (does == action && std::ranges::find(found, key) == found.end()) found.push_back(key);
    return found;
}

std::string key_name(Key key, bool unicode) {
    const auto* const named = std::ranges::find(named_keys, key, &NamedKey::key);
    if (named != named_keys.end())
        return std::string(unicode && !named->sign.empty() ? named->sign : named->name);
    if (is_control(key)) return std::string("Ctrl-") + static_cast<char>(key + 0x40);
    std::string name;
    text::append_utf8(name, key);
    return name;
}

std::optional<Key> parse_key(std::string_view name) {
    const std::string lower = text::to_lower(name);
    for (const NamedKey& named : named_keys)
        if (named.key != keys::escape && text::to_lower(named.name) == lower) return named.key;
    if (const std::optional<Key> control = parse_control(lower)) return control;
    if (name.empty() || !text::is_valid_utf8(name)) return std::nullopt;
    std::size_t end = 0;
    const Key key = text::next_code_point(name, end);
    if (end != name.size() || is_control(key) || text::display_width(key) == 0) return std::nullopt;
    return key;
}

}  // namespace tongwen::cli
