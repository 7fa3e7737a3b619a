// SPDX-License-Identifier: Apache-2.0
// Owns every call of ncurses.
#include "cli/curses_screen.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr int escape_delay = 25;  // milliseconds between Esc and what makes it a sequence

struct NamedCode {
    wint_t code;
    Key key;
};
constexpr auto codes = std::to_array<NamedCode>({
    {KEY_UP, keys::up},
    {KEY_DOWN, keys::down},
    {KEY_LEFT, keys::left},
    {KEY_RIGHT, keys::right},
    {KEY_PPAGE, keys::page_up},
    {KEY_NPAGE, keys::page_down},
    {KEY_HOME, keys::home},
    {KEY_END, keys::end},
    {KEY_BTAB, keys::back_tab},
    {KEY_DC, keys::del},
    {KEY_BACKSPACE, keys::backspace},
    {KEY_ENTER, keys::enter},
});

constexpr std::array<std::pair<Look, short>, 4> colours = {{{look::red, COLOR_RED},
                                                            {look::yellow, COLOR_YELLOW},
                                                            {look::green, COLOR_GREEN},
                                                            {look::cyan, COLOR_CYAN}}};

/// ncurses writes and measures characters by the locale; ours are UTF-8.
void use_utf8() {
    ::setlocale(LC_CTYPE, "");
    if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") ::setlocale(LC_CTYPE, "C.UTF-8");
}

void name_colours() {
    if (!::has_colors()) return;
    ::start_color();
    ::use_default_colors();
    short pair = 1;
    for (const auto& [flag, colour] : colours) ::init_pair(pair++, colour, -1);
}

attr_t attributes_of(Look look) {
    attr_t attributes = A_NORMAL;
    if ((look & look::bold) != 0) attributes |= A_BOLD;
    if ((look & look::dim) != 0) attributes |= A_DIM;
    if ((look & look::underline) != 0) attributes |= A_UNDERLINE;
    if ((look & look::reverse) != 0) attributes |= A_REVERSE;
    return attributes;
}

short pair_of(Look look) {
    if (!::has_colors()) return 0;
    for (std::size_t i = 0; i < colours.size(); ++i)
        if ((look & colours[i].first) != 0) return static_cast<short>(i + 1);
    return 0;
}

/// What ncurses would measure otherwise than we do is shown as question marks, so that the rest stands where
/// it should; but for ambiguous characters, which the terminal itself makes wide.
std::string text_of(const Cell& cell, int ambiguous) {
    if (cell.columns == 0) return "";
    std::size_t at = 0;
    const char32_t c = text::next_code_point(cell.text, at);
    const int width = ::wcwidth(static_cast<wchar_t>(c));
    if (width == cell.columns || (ambiguous == 2 && width == 1)) return cell.text;
    return std::string(cell.columns, '?');
}

/// Ctrl-C is a key like others from now on; Ctrl-Z is not.
void take_interrupt_key() {
    termios settings = {};
    if (::tcgetattr(STDIN_FILENO, &settings) != 0) return;
    settings.c_cc[VINTR] = _POSIX_VDISABLE;
    settings.c_cc[VQUIT] = _POSIX_VDISABLE;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
    ::def_prog_mode();
}

}  // namespace

struct CursesScreen::Parts {
    SCREEN* screen = nullptr;
    int ambiguous = 1;
    bool resized = false;
    std::string locale_before;
};

CursesScreen::CursesScreen(int ambiguous) : parts_(std::make_unique<Parts>()) {
    parts_->ambiguous = ambiguous;
    const char* const before = ::setlocale(LC_CTYPE, nullptr);
    parts_->locale_before = before == nullptr ? "C" : before;
    use_utf8();
    ::set_escdelay(escape_delay);
    parts_->screen = ::newterm(nullptr, stdout, stdin);
    if (parts_->screen == nullptr) {
        ::setlocale(LC_CTYPE, parts_->locale_before.c_str());
        throw text::InputError({"unknown-terminal", text::Severity::error, {}, {}});
    }
    ::cbreak();
    ::noecho();
    ::nodelay(stdscr, TRUE);
    ::keypad(stdscr, TRUE);
    name_colours();
    take_interrupt_key();
}

CursesScreen::~CursesScreen() {
    ::endwin();
    ::delscreen(parts_->screen);
    ::setlocale(LC_CTYPE, parts_->locale_before.c_str());
}

ScreenSize CursesScreen::size() const {
    return {static_cast<std::size_t>(std::max(getmaxx(stdscr), 1)),
            static_cast<std::size_t>(std::max(getmaxy(stdscr), 1))};
}

void CursesScreen::show(const Cells& cells, std::optional<Place> cursor) {
    ::werase(stdscr);
    for (std::size_t row = 0; row < cells.size().height; ++row) {
        ::wmove(stdscr, static_cast<int>(row), 0);
        std::string run;
        Look look = look::plain;
        const auto flush = [&run, &look] {
            ::wattr_set(stdscr, attributes_of(look), pair_of(look), nullptr);
            ::waddnstr(stdscr, run.c_str(), static_cast<int>(run.size()));
            run.clear();
        };
        for (std::size_t column = 0; column < cells.size().width; ++column) {
            const Cell& cell = cells.at({row, column});
            if (cell.look != look) flush();
            look = cell.look;
            run += text_of(cell, parts_->ambiguous);
        }
        flush();
    }
    ::curs_set(cursor ? 1 : 0);
    if (cursor) ::wmove(stdscr, static_cast<int>(cursor->row), static_cast<int>(cursor->column));
    // ncurses takes ambiguous characters for narrow: where they are not, it cannot know what is where.
    if (parts_->ambiguous == 2) ::redrawwin(stdscr);
    ::wrefresh(stdscr);
}

std::optional<Key> CursesScreen::read_key() {
    for (;;) {
        wint_t code = 0;
        const int kind = ::wget_wch(stdscr, &code);
        if (kind == ERR) return std::nullopt;
        if (kind == OK) return code == U'\r' ? keys::enter : (code == 0x08 ? keys::backspace : Key{code});
        if (code == KEY_RESIZE) parts_->resized = true;
        const auto* const found = std::ranges::find(codes, code, &NamedCode::code);
        if (found != codes.end()) return found->key;
    }
}

bool CursesScreen::take_resized() { return std::exchange(parts_->resized, false); }

void CursesScreen::lend() {
    ::def_prog_mode();
    ::endwin();
}

void CursesScreen::take_back() {
    ::reset_prog_mode();
    ::clearok(curscr, TRUE);
    ::wrefresh(stdscr);
    parts_->resized = true;
}

}  // namespace tongwen::cli
