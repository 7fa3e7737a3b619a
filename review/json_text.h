// SPDX-License-Identifier: Apache-2.0
// Owns writing JSON piece by piece, and the JSON of beads and decisions (docs/formats/alignment-file.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "review/decision.h"
#include "review/json_scanner.h"

namespace tongwen::review {

/// Appends a string in quotes. Ill-formed UTF-8 (paths may be) becomes U+FFFD.
void append_json(std::string& out, std::string_view text);
void append_json(std::string& out, std::uint64_t number);
void append_json(std::string& out, bool value);
/// With at most so many decimals, as short as that number can be written; what is no number is 0, what is
/// greater than a thousand million that.
void append_json(std::string& out, double number, int decimals);

/// Appends `"key":`, after a comma unless an object was just opened.
void append_key(std::string& out, std::string_view key);
template <class Value>
void append_member(std::string& out, std::string_view key, const Value& value) {
    append_key(out, key);
    append_json(out, value);
}

/// The members of a bead and its decision but for its runs; what says nothing is left out: a confidence of 1,
/// no reasons, a decision that nobody made.
void append_members(std::string& out, const ReviewedBead& bead);
/// Reads one of them; false when the key is none. Throws std::invalid_argument.
bool read_member(JsonScanner& scanner, std::string_view key, ReviewedBead& bead);

/// A bead with its runs, from 0, the end not included: {"source":[3,4],"target":[3,5],…}.
void append_json(std::string& out, const ReviewedBead& bead);
ReviewedBead read_bead(JsonScanner& scanner);

/// "key":[3,4].
template <class Side>
void append_member(std::string& out, std::string_view key, align::Run<Side> run) {
    append_key(out, key);
    out += '[';
    append_json(out, std::uint64_t{run.begin.value});
    out += ',';
    append_json(out, std::uint64_t{run.end.value});
    out += ']';
}
template <class Side>
align::Run<Side> read_run(JsonScanner& scanner);
extern template align::Run<align::Source> read_run(JsonScanner&);
extern template align::Run<align::Target> read_run(JsonScanner&);

}  // namespace tongwen::review
