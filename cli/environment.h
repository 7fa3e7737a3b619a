// SPDX-License-Identifier: Apache-2.0
// Owns Environment: the variables of the process, as a value that tests can make up.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tongwen::cli {

/// The value of a variable; nothing when it is not set.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;

/// The variables of this process.
Environment process_environment();

/// The value of a variable, empty too when it is not set.
std::string value_of(const Environment& environment, std::string_view name);

/// The locale for a category ("LC_MESSAGES", "LC_CTYPE"): the first of LC_ALL, the category and LANG that is
/// set and not empty; "C" when none is. POSIX.1-2017, 8.2.
std::string locale_name(const Environment& environment, std::string_view category);

}  // namespace tongwen::cli
