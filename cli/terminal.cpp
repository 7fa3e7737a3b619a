// SPDX-License-Identifier: Apache-2.0
// Owns the questions to the terminal and to the environment about it.
#include "cli/terminal.h"

#include <cerrno>
#include <charconv>
#include <system_error>

#include <sys/ioctl.h>
#include <unistd.h>

#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

/// A number of columns or lines, or 0. Above a thousand it is a mistake, and would make our tables huge.
std::size_t size_from(const std::string& value) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc{} && end == value.data() + value.size() && number <= 1000 ? number : 0;
}

void measure(Terminal& terminal, int descriptor, const Environment& environment) {
    winsize size = {};
    const bool known = terminal.interactive && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0;
    const std::size_t columns =
        known && size.ws_col > 0 ? size.ws_col : size_from(value_of(environment, "COLUMNS"));
    const std::size_t lines =
        known && size.ws_row > 0 ? size.ws_row : size_from(value_of(environment, "LINES"));
    if (columns > 0) terminal.width = columns;
    if (lines > 0) terminal.height = lines;
}

bool is_dumb(const Environment& environment) {
    const std::string kind = value_of(environment, "TERM");
    return kind.empty() || kind == "dumb";
}

}  // namespace

bool wants_colour(ColourChoice choice, const Environment& environment, bool interactive) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    if (!value_of(environment, "NO_COLOR").empty()) return false;
    if (const std::string force = value_of(environment, "CLICOLOR_FORCE"); !force.empty() && force != "0")
        return true;
    if (value_of(environment, "CLICOLOR") == "0") return false;
    return interactive && !is_dumb(environment);
}

bool has_utf8_locale(const Environment& environment) {
    const std::string name = text::to_lower(locale_name(environment, "LC_CTYPE"));
    return name.find("utf-8") != std::string::npos || name.find("utf8") != std::string::npos;
}

Terminal look_at_terminal(int descriptor, const Environment& environment, ColourChoice choice) {
    Terminal terminal;
    terminal.interactive = ::isatty(descriptor) == 1;
    terminal.dumb = is_dumb(environment);
    terminal.colour = wants_colour(choice, environment, terminal.interactive);
    terminal.unicode = has_utf8_locale(environment);
    measure(terminal, descriptor, environment);
    return terminal;
}

void write_fully(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            const std::string reason = std::generic_category().message(errno);
            throw text::InputError({"cannot-write",
                                    text::Severity::error,
                                    {descriptor == STDERR_FILENO ? "/dev/stderr" : "/dev/stdout"},
                                    {reason}});
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace tongwen::cli
