// SPDX-License-Identifier: Apache-2.0
// Owns the options of `tongwen train`: as people write them, and checked.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/lexicons.h"

namespace tongwen::cli {

/// A gold set to learn from.
struct GoldWish {
    std::string folder;
    std::string name;  ///< the folder's own; no two sets of a request share one
    double weight = 1;
};

/// What `tongwen train` was asked to do.
struct TrainRequest {
    std::vector<GoldWish> sets;
    LexiconWish lexicon;
    std::string output;  ///< a path, or "-" for standard output; empty: no weights are wanted
    std::string prior;   ///< files of weights, empty when not given
    std::string start;
    double regularisation = 1;
    std::vector<bool> without;  ///< by feature
    bool cross = false;
    std::set<std::string> by_document;  ///< names of sets
    std::string beads;                  ///< a folder, or empty
    bool json = false;
    bool quiet = false;
    bool help = false;
    std::string help_text;
};

/// Looks at folders only to tell a '=' of their names from that of a weight. Throws text::InputError: those
/// of CommandLine::parse, missing-argument, bad-option-value, bad-gold-weight {weight}, gold-named-twice
/// {name}, option-needs-option {option, other}, report-and-weights.
TrainRequest parse_train_request(const std::vector<std::string>& arguments, std::size_t help_width);

/// The features that a list names: kinds of evidence, features, or their beginnings with '*', separated by
/// commas. Throws text::InputError bad-option-value {--without, name, "features"} for a name of none.
std::vector<bool> parse_features(const std::string& list);

}  // namespace tongwen::cli
