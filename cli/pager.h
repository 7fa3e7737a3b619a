// SPDX-License-Identifier: Apache-2.0
// Owns showing a long text: through the person's pager on a terminal, straight everywhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.h"
#include "cli/terminal.h"

namespace tongwen::cli {

/// The command line of the pager for `/bin/sh`: $PAGER, or "less" when it is not set. Empty when none is
/// wanted: PAGER set to nothing or to "cat".
std::string pager_command(const Environment& environment);

/// Writes lines to standard output; on a terminal, when they are more than fit on it and `command` is not
/// empty, into that command, with LESS=FRX, LESSCHARSET=utf-8 and LV=-c unless they are set. A pager that is
/// closed early is no error; when it cannot be started, the lines are written straight.
void show(const std::vector<std::string>& lines, const Terminal& terminal, const std::string& command);

}  // namespace tongwen::cli
