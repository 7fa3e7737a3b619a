// SPDX-License-Identifier: Apache-2.0
// Owns PresetUnits: what units become for one tool's taste.
#pragma once

#include <functional>
#include <optional>

#include "tmx/preset.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// Takes units and gives them on as the tool of a preset wants them:
/// generic: as they are. omegat: notes and properties of a variant, which OmegaT drops, are the unit's.
/// trados: names of properties begin with "x-". memoq: properties x-context-pre and x-context-post of the
/// source, where the segment before or behind it in the document is the unit before or behind it. phrase: one
/// variant a language, further ones make units of their own. xtm: a property x-xtm-status, "approved" or
/// "not approved".
class PresetUnits {
  public:
    using Receiver = std::function<void(const TranslationUnit&)>;
    PresetUnits(Preset preset, Receiver receive);

    /// memoq holds one unit back.
    void take(const TranslationUnit& unit);
    void finish();

  private:
    void take_with_context(const TranslationUnit& unit);
    void take_languages_once(const TranslationUnit& unit);

    Preset preset_;
    Receiver receive_;
    std::optional<TranslationUnit> held_ = {};
};

}  // namespace tongwen::tmx
