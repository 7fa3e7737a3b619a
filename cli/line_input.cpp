// SPDX-License-Identifier: Apache-2.0
// Owns the editing of a line.
#include "cli/line_input.h"

#include <utility>

#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t longest = 4096;  // bytes; more is no line

bool is_typed(Key key) {
    return key >= keys::space && key < keys::up && key != keys::backspace && (key < 0x80 || key >= 0xA0);
}

}  // namespace

LineInput LineInput::with(std::string text) {
    LineInput input{std::move(text), 0};
    input.cursor = input.text.size();
    return input;
}

std::size_t LineInput::before() const {
    std::size_t at = cursor;
    while (at > 0)
        if (text::display_width(text::previous_code_point(text, at)) > 0) break;
    return at;
}

std::size_t LineInput::after() const {
    std::size_t at = cursor;
    if (at < text.size()) text::next_code_point(text, at);
    for (std::size_t end = at; end < text.size(); at = end)
        if (text::display_width(text::next_code_point(text, end)) > 0) break;
    return at;
}

void LineInput::erase(std::size_t begin, std::size_t end) {
    text.erase(begin, end - begin);
    cursor = begin;
}

void LineInput::erase_word() {
    std::size_t begin = cursor;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    while (begin > 0 && text[begin - 1] != ' ') --begin;
    erase(begin, cursor);
}

void LineInput::press(Key key) {
    switch (key) {
        case keys::left:
            cursor = before();
            return;
        case keys::right:
            cursor = after();
            return;
        case keys::home:
            cursor = 0;
            return;
        case keys::end:
            cursor = text.size();
            return;
        case keys::backspace:
        case keys::ctrl('H'):
            return erase(before(), cursor);
        case keys::del:
            return erase(cursor, after());
        case keys::ctrl('U'):
            return erase(0, text.size());
        case keys::ctrl('W'):
            return erase_word();
        default:
            break;
    }
    if (!is_typed(key) || text.size() >= longest) return;
    std::string character;
    text::append_utf8(character, key);
    text.insert(cursor, character);
    cursor += character.size();
}

}  // namespace tongwen::cli
