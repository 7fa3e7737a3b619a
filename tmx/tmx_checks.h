// SPDX-License-Identifier: Apache-2.0
// Owns TmxChecks: what TMX 1.4b demands of the elements of a file, and what readers of it are known to
// refuse.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/language.h"

namespace pugi {
class xml_node;
}  // namespace pugi

namespace tongwen::tmx {

namespace vocabulary {
struct Element;
}
struct VariantView;

/// Looks at one element after the other and says to the sink what is wrong with it. The findings, each with
/// the unit as first argument; errors unless noted:
/// tmx-unknown-element {unit, element, parent}: not allowed there; tmx-unknown-attribute {unit, element,
/// attribute}; tmx-missing-attribute {unit, element, attribute}; tmx-bad-value {unit, attribute, value};
/// tmx-order {unit, element, element that it must precede}; tmx-no-languages {unit}; tmx-no-segment {unit};
/// tmx-second-segment {unit}; tmx-stray-text {unit}; tmx-bad-language {unit, tag};
/// tmx-language-form {unit, tag, better}: an underscore, for which OmegaT refuses the file;
/// tmx-no-source-variant {unit, srclang}; tmx-unpaired {unit, element, i}; tmx-differing-x {unit}.
/// Lints, warnings: tmx-empty-segment {unit, language}; tmx-same-text {unit}; tmx-long-segment {unit,
/// characters, limit}; tmx-repeated-language {unit, language}.
class TmxChecks {
  public:
    TmxChecks(std::string file, text::DiagnosticSink sink);

    /// The start tag of `tmx`. Also tmx-version {unit, version}: none of 1.1 to 1.4.
    void look_at_root(const pugi::xml_node& tmx, std::size_t line);
    void look_at_header(const pugi::xml_node& header, std::size_t line);
    void look_at_unit(const pugi::xml_node& tu, std::size_t line, std::size_t number);

    /// Says a finding at a place, as those above.
    void say(std::string id, text::Severity severity, std::vector<std::string> arguments = {}) const;
    void at(std::size_t line, std::size_t unit);

  private:
    enum class TagForm { good, underscore, bad };
    struct Tag {
        TagForm form = TagForm::bad;
        std::string canonical;
    };

    void error(std::string id, std::vector<std::string> arguments = {}) const {
        say(std::move(id), text::Severity::error, std::move(arguments));
    }
    void warn(std::string id, std::vector<std::string> arguments = {}) const {
        say(std::move(id), text::Severity::warning, std::move(arguments));
    }
    void look_below(const pugi::xml_node& root) const;
    void look_at_attribute(const vocabulary::Element& element, std::string_view name,
                           std::string_view value) const;
    void look_at_attributes(const pugi::xml_node& element) const;
    void look_at_other_child(const pugi::xml_node& child, std::string_view parent,
                             std::string_view behind) const;
    const Tag& tag_of(std::string_view tag);
    void look_at_language(std::string_view tag);
    VariantView look_at_variant(const pugi::xml_node& tuv);
    void look_at_source(const pugi::xml_node& tu, const std::vector<VariantView>& variants) const;
    void look_for_repeated_languages(const std::vector<VariantView>& variants) const;
    void look_at_codes(const std::vector<VariantView>& variants) const;
    void look_at_pairs(const pugi::xml_node& scope, std::vector<pugi::xml_node>& inner) const;
    void look_at_texts(const std::vector<VariantView>& variants) const;

    std::string file_;
    text::DiagnosticSink sink_;
    std::size_t line_ = 0;
    std::size_t unit_ = 0;
    std::string srclang_;
    std::map<std::string, Tag, std::less<>> tags_;
};

/// How many characters of a text cloud systems take.
inline constexpr std::size_t segment_limit = 2000;

}  // namespace tongwen::tmx
