// SPDX-License-Identifier: Apache-2.0
// Owns the merge of translation memories: of several units that ask for the same, one stays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "memory/language_pairs.h"
#include "memory/unit_input.h"

#include "text/diagnostic.h"

namespace tongwen::memory {

/// Which of several units stays: the one changed (else created) last, the one of the highest confidence, the
/// first, the last. Units without time or confidence go behind those that have it; among equals of
/// `confidence` the newest, then the first counts.
enum class Preference : std::uint8_t { newest, confidence, first, last };

struct MergeOptions {
    Preference prefer = Preference::newest;
    /// Units with the same source and another target stay, too: nothing is in conflict.
    bool keep_alternatives = false;
};

struct MergeInputCounts {
    std::string name;
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
};

struct MergeSummary {
    std::vector<MergeInputCounts> inputs;
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
    std::uint64_t duplicates = 0;   ///< units left out whose target is that of the unit that stays
    std::uint64_t overruled = 0;    ///< units left out whose target differs from it
    std::uint64_t conflicts = 0;    ///< sources with such units
    std::uint64_t ids_changed = 0;  ///< units whose id another unit in the result has
};

/// A unit that has a part in a conflict.
struct ConflictUnit {
    std::uint64_t conflict = 0;  ///< its number, from 1
    bool kept = false;
    std::string file;
    std::size_t line = 0;
    std::uint64_t number = 0;  ///< of the unit in its file, from 1
    tmx::TranslationUnit unit;
};

/// A merge in two passes: making it reads all inputs once and decides, `write` reads them again. The order is
/// that of the inputs. Two units are the same when they have the same languages and the same source, codes
/// too (see UnitHasher). Memory does not grow with the number of units; 40 to 120 bytes a unit go to
/// temporary files.
///
/// An id that two units of the result have stays with the first; the others get another one made of it and a
/// hash of the unit.
class Merge {
  public:
    /// Throws text::InputError: those of the inputs; no-units {}: an input without any.
    Merge(std::span<const UnitInput> inputs, const MergeOptions& options, const text::DiagnosticSink& sink);
    ~Merge();
    Merge(const Merge&) = delete;
    Merge& operator=(const Merge&) = delete;

    [[nodiscard]] const MergeSummary& summary() const;
    /// Of the inputs, in their order.
    [[nodiscard]] const std::vector<tmx::MemoryHeader>& headers() const;
    /// Of all units that were read.
    [[nodiscard]] const LanguagePairs& languages() const;

    /// Hands on the units that stay. Once only. With `wants_conflicts`, what `conflicts` needs is kept.
    /// Throws file-changed {}, also where an input has other numbers of units than before.
    void write(const std::function<void(const tmx::TranslationUnit&)>& receive, bool wants_conflicts);
    /// After `write`: all units of conflicts, conflict by conflict in the order of the units that stay, which
    /// go first.
    void list_conflicts(const std::function<void(const ConflictUnit&)>& receive);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tongwen::memory
