// SPDX-License-Identifier: Apache-2.0
// Owns the warnings about units that some reader of exchange files will refuse or that a person should see
// first.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "text/diagnostic.h"
#include "tmx/translation_unit.h"

namespace tongwen::tmx {

/// Looks at the units of one bitext as they pass and warns (the diagnostics of make_units).
/// Remembers a hash of each source text; texts themselves are not kept.
class UnitWarnings {
  public:
    UnitWarnings(std::string file, text::DiagnosticSink sink);

    /// `segments` names the place of the unit in the source ("12" or "12-14").
    void look_at(const TranslationUnit& unit, const std::string& segments);

  private:
    struct Earlier {
        std::size_t target_hash;
        std::string segments;
    };

    void warn(std::string id, std::vector<std::string> arguments) const;
    void look_at_length(const std::string& text, const std::string& segments) const;
    void look_at_equality(const TranslationUnit& unit, const std::string& segments) const;
    void look_for_other_target(const TranslationUnit& unit, const std::string& segments);
    void look_for_han(const Variant& target, const std::string& segments) const;

    std::string file_;
    text::DiagnosticSink sink_;
    std::unordered_map<std::size_t, Earlier> seen_;  // by hash of the source text
};

}  // namespace tongwen::tmx
