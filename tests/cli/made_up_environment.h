// SPDX-License-Identifier: Apache-2.0
// Owns environments that tests make up.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "cli/environment.h"

namespace tongwen::cli {

using Variables = std::map<std::string, std::string>;

inline Environment environment_of(Variables variables) {
    return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(std::string(name));
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

}  // namespace tongwen::cli
