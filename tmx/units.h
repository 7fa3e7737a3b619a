// SPDX-License-Identifier: Apache-2.0
// Owns the way from a Bitext to translation units.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "text/diagnostic.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// What a person said of a bead.
struct UnitDecision {
    std::string status = "unreviewed";  ///< its stable name; "accepted", "needs-work"…
    std::string note = {};
    std::optional<std::string> target = {};  ///< the target's text as a person corrected it
    std::string who = {};
    std::optional<std::chrono::sys_seconds> when = {};
    bool left_out = false;  ///< it makes no unit
    friend bool operator==(const UnitDecision&, const UnitDecision&) = default;
};

struct UnitOptions {
    double min_confidence = 0.0;               ///< 0 to 1; beads below it make no unit
    text::Language source_language;            ///< of the units; when not known, the document's
    text::Language target_language;            ///< of the units; when not known, the document's
    bool one_sided = false;                    ///< beads with an empty side make units with an empty text
    std::vector<UnitDecision> decisions = {};  ///< of the alignment's beads, in their order; or none at all
    std::string entry = {};  ///< what the decisions include: the ledger's state; empty: there is no ledger
};

/// The id of a bead's unit: a hash of both documents' content, the bead's place and its texts in the
/// documents.
std::string unit_id(const align::Bitext& bitext, const align::Bead& bead);

/// Why a bead made no unit.
enum class Omission { no_source, no_target, low_confidence, left_out };
/// The reason's stable name: "no-source", "no-target", "low-confidence", "left-out".
std::string_view name(Omission reason);

struct OmittedBead {
    std::size_t bead = 0;  ///< index into align::beads_in_source_order
    Omission reason = Omission::no_source;
    friend bool operator==(const OmittedBead&, const OmittedBead&) = default;
};

/// What became of the beads: the side report of an export.
struct UnitReport {
    std::size_t made = 0;
    std::vector<OmittedBead> omitted;  ///< in the order of the source
    friend bool operator==(const UnitReport&, const UnitReport&) = default;
};

using UnitReceiver = std::function<void(const TranslationUnit&)>;

/// Makes a unit of every linked bead, of others too where `one_sided` asks for it, and hands it on at once,
/// in the order of the source; of what was moved, both sides are one unit.
///
/// Texts are one line (see one_line). The id is that of unit_id: the same two files give the same ids
/// wherever they lie, and no two units of a bitext share one. Properties, in this order: x-ConfirmationLevel
/// (Draft: nobody has decided; ApprovedTranslation: accepted; RejectedTranslation: needs-work), x-Origin
/// (Alignment), x-tongwen-confidence ("0.97"), -shape ("1-2"), -status ("unreviewed", or the decision's),
/// -source-file (the name without folders), -source-segments and -target-segments ("12" or "12-14", from 1,
/// the last one included; empty for an empty side; as the whole file counts, also where the target is an
/// excerpt of a page), and of moved beads -moved (the number of their block, from 1), and -entry, if the
/// options have one.
///
/// A decision's note is a note of the unit, its person and time who changed it and when, and its text of the
/// target goes before the document's. Of what was moved, the decision of the source's bead counts, or where
/// it says nothing, the target's; either can leave the unit out.
///
/// Diagnostics about linked beads, all with the source file as place and the source segments as first
/// argument: long-segment {segments, characters, limit}: over 2,000 characters, which cloud systems refuse;
/// target-equals-source {segments}: and it has letters;
/// source-with-other-target {segments, segments of the first such unit}: the same source text was translated
/// differently before; han-in-target {segments, the first Han character}: in a target whose language is not
/// written with Han. Memory for the third is about 100 bytes a unit; nothing else grows.
UnitReport make_units(const align::Bitext& bitext, const UnitOptions& options,
                      const text::DiagnosticSink& sink, const UnitReceiver& receive);

/// A text on one line: white space that holds a line end becomes one space, or nothing where the language's
/// separator (see align::separator_of) is empty and a Han character, kana or other wide sign stands on either
/// side. Other spaces stay as they are, for a translation memory finds a segment only by its exact text.
/// White space at the ends goes.
std::string one_line(std::string_view utf8, const text::Language& language);

}  // namespace tongwen::tmx
