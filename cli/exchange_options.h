// SPDX-License-Identifier: Apache-2.0
// Owns what commands that write exchange formats share: their options, and the look at a file before it gets
// its name.
#pragma once

#include <string>

#include "cli/align_options.h"
#include "cli/command_line.h"

namespace tongwen::cli {

/// The options as people wrote them.
struct ExchangeOptions {
    std::string preset;
    bool utf16 = false;
};
void declare_exchange(CommandLine& line, ExchangeOptions& options);
/// Throws text::InputError bad-option-value.
void take_exchange(const ExchangeOptions& options, AlignRequest& request);

/// Throws text::InputError export-not-valid {id of the first finding} when a TMX file that we are about to
/// finish is not one that every tool reads: then it is our fault, and nobody shall have it.
void require_valid_tmx(std::string bytes, const std::string& file);

}  // namespace tongwen::cli
