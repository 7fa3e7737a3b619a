// SPDX-License-Identifier: Apache-2.0
// Owns files of weights: their reading, and what stands above the weights (docs/formats/weights.md).
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "align/weights.h"

namespace tongwen::cli {

/// Throws text::InputError: those of text::read_file; bad-weights {line}.
align::WeightSet read_weights(const std::filesystem::path& path);

using LexiconNames = std::set<std::string>;

/// What weights were learned from.
struct WeightsOrigin {
    struct Set {
        std::string name;
        double weight = 1;
        std::size_t documents = 0;
    };
    std::vector<std::string> arguments;  ///< of `tongwen train`
    std::vector<Set> sets;
    LexiconNames lexicons;
};

/// Comment lines: the command as one can copy it, the sets, the lexicons, what the columns are. The same in
/// every language.
std::string weights_head(const WeightsOrigin& origin);

}  // namespace tongwen::cli
