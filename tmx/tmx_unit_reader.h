// SPDX-License-Identifier: Apache-2.0
// Owns the way from a `tu` or `header` element to a TranslationUnit or a MemoryHeader.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "tmx/oddities.h"
#include "tmx/readers.h"

namespace pugi {
class xml_node;
class xml_attribute;
}  // namespace pugi

namespace tongwen::tmx {

/// Makes units of elements; says what is odd about them. Languages are parsed once a tag.
class TmxUnitReader {
  public:
    /// Which variants are wanted; see make_tmx_reader.
    TmxUnitReader(text::Language source, text::Language target, Oddities& oddities);

    /// Sets where oddities are said to be.
    void at(std::size_t line, std::size_t unit);

    MemoryHeader header(const pugi::xml_node& header);
    TranslationUnit unit(const pugi::xml_node& tu, const MemoryHeader& header);

  private:
    /// How well a language is what is wanted: the very tag, language and script, language, not at all.
    enum class Fit : std::uint8_t { tag, script, language, none };
    struct Tag {
        text::Language language;
        Fit as_source = Fit::none;
        Fit as_target = Fit::none;
    };

    static Fit fit(const text::Language& language, const text::Language& wanted);
    const Tag& tag_of(std::string_view tag);
    text::Language source_named_by(std::string_view srclang);
    void odd(const std::string& id, std::vector<std::string> arguments);
    void read_unit_attribute(const pugi::xml_attribute& attribute, TranslationUnit& unit);
    bool is_usable(const pugi::xml_attribute& attribute, std::string_view element);
    void drop(const pugi::xml_attribute& attribute, std::string_view element);
    Variant variant(const pugi::xml_node& tuv, const Tag*& tag);
    void read_segments(const pugi::xml_node& tuv, Variant& variant);
    void place(std::vector<Variant> variants, const std::vector<const Tag*>& tags,
               const text::Language& srclang, TranslationUnit& unit) const;
    std::pair<std::string, std::string> property(const pugi::xml_node& prop);
    std::string note(const pugi::xml_node& note);

    text::Language source_;
    text::Language target_;
    Oddities& oddities_;
    std::map<std::string, Tag, std::less<>> tags_;
    std::size_t line_ = 0;
    std::size_t unit_ = 0;
};

}  // namespace tongwen::tmx
