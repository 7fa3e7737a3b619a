// SPDX-License-Identifier: Apache-2.0
// Owns what the actions of `tongwen tm` share.
#pragma once

#include <string>
#include <vector>

#include "cli/actions.h"

namespace tongwen::cli {

/// `tongwen tm merge`: tm_merge.cpp. Each returns an ExitCode; throws text::InputError.
int run_tm_merge(const std::vector<std::string>& arguments);
/// tm_clean.cpp, tm_diff.cpp, tm_stats.cpp, tm_split.cpp; convert and sample: tm_convert.cpp.
int run_tm_clean(const std::vector<std::string>& arguments);
int run_tm_convert(const std::vector<std::string>& arguments);
int run_tm_diff(const std::vector<std::string>& arguments);
int run_tm_sample(const std::vector<std::string>& arguments);
int run_tm_split(const std::vector<std::string>& arguments);
int run_tm_stats(const std::vector<std::string>& arguments);

/// `tongwen tm search`: tm_search.cpp; `tongwen tm leverage`: tm_leverage.cpp.
int run_tm_search(const std::vector<std::string>& arguments);
int run_tm_leverage(const std::vector<std::string>& arguments);

/// `tongwen tm validate`: tm_validate.cpp.
int run_tm_validate(const std::vector<std::string>& arguments);

}  // namespace tongwen::cli
