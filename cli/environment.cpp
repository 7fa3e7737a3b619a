// SPDX-License-Identifier: Apache-2.0
// Owns the reading of environment variables.
#include "cli/environment.h"

#include <cstdlib>

namespace tongwen::cli {

Environment process_environment() {
    return [](std::string_view name) -> std::optional<std::string> {
        const char* const value = std::getenv(std::string(name).c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
}

std::string value_of(const Environment& environment, std::string_view name) {
    return environment(name).value_or("");
}

std::string locale_name(const Environment& environment, std::string_view category) {
    for (const std::string_view variable : {std::string_view("LC_ALL"), category, std::string_view("LANG")}) {
        if (std::string value = value_of(environment, variable); !value.empty()) return value;
    }
    return "C";
}

}  // namespace tongwen::cli
