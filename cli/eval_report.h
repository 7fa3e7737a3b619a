// SPDX-License-Identifier: Apache-2.0
// Owns the reports of `tongwen eval` and of cross-validation, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "align/cross_validation.h"
#include "align/evaluation.h"
#include "align/paired_bootstrap.h"

namespace tongwen::cli {

struct JudgedDocument {
    std::string name;
    align::Evaluation evaluation;
};

/// Alignments and the gold that they were judged by.
struct JudgedPair {
    std::string gold;  ///< the paths as people wrote them
    std::string found;
    std::string other = {};  ///< empty when there is nothing to compare with
    std::size_t documents = 0;
    align::Evaluation evaluation = {};
};

struct EvalReport {
    std::vector<JudgedPair> pairs;  ///< at least one
    align::Evaluation total;        ///< of all pairs
    std::size_t documents = 0;
    bool with_texts = false;                       ///< lengths of segments are known
    std::vector<JudgedDocument> by_document = {};  ///< empty when it was not asked for
    std::optional<align::Comparison> comparison = {};
    align::BootstrapOptions bootstrap = {};
};

/// Tables, in the person's language.
std::string write_eval_text(const EvalReport& report);

/// docs/formats/eval.md.
std::string write_eval_json(const EvalReport& report);

/// A gold set, judged by what was learned without it.
struct JudgedSet {
    std::string name;
    align::Judgement judgement;
};

/// The report of `tongwen train --cross`.
struct CrossReport {
    std::vector<JudgedSet> sets;
    align::Judgement total;
};

std::string write_cross_text(const CrossReport& report);

/// docs/formats/weights.md.
std::string write_cross_json(const CrossReport& report);

}  // namespace tongwen::cli
