// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of two translation memories: which units were added, removed, changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "memory/language_pairs.h"
#include "memory/unit_input.h"

#include "text/diagnostic.h"

namespace tongwen::memory {

enum class Change : std::uint8_t { removed, added, changed };
/// "removed", "added", "changed".
std::string_view name(Change change);

/// A unit and where it was read.
struct PlacedUnit {
    std::size_t line = 0;
    std::uint64_t number = 0;  ///< from 1
    tmx::TranslationUnit unit = {};
};

struct ChangedUnit {
    Change change;
    PlacedUnit before;  ///< of what was added nothing
    PlacedUnit after;   ///< of what was removed nothing
};

struct DifferenceSummary {
    std::uint64_t before = 0;  ///< units of the old memory
    std::uint64_t after = 0;   ///< and of the new one
    std::uint64_t equal = 0;
    std::uint64_t removed = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
};

/// A comparison in two passes: making it reads both memories once, `list` again. Memory does not grow with
/// the number of units, but for units that all have the same source.
///
/// A unit of one memory goes with one of the other that has the same languages and the same source, codes
/// too: with one of the same content first, then with one of the same id, then in their order; units that
/// are left go with those of the same id, whose source was changed. It is changed when its source, target, a
/// further variant, a note or a property differs; ids, dates and people alone are no change.
class Difference {
  public:
    /// Throws text::InputError: those of the inputs. Memories without units are good.
    Difference(const UnitInput& before, const UnitInput& after, const text::DiagnosticSink& sink);
    ~Difference();
    Difference(const Difference&) = delete;
    Difference& operator=(const Difference&) = delete;

    [[nodiscard]] const DifferenceSummary& summary() const;
    /// Of the new memory.
    [[nodiscard]] const tmx::MemoryHeader& header() const;
    [[nodiscard]] const LanguagePairs& languages() const;

    /// What was removed, in the order of the old memory; then what was added and changed, in that of the new
    /// one. Once only. Throws file-changed {}.
    void list(const std::function<void(const ChangedUnit&)>& receive);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tongwen::memory
