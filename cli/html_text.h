// SPDX-License-Identifier: Apache-2.0
// Owns how text gets into an HTML page: harmless, on one line, and with the way from its bytes to the page's
// characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "corpus/document.h"
#include "text/language.h"

namespace tongwen::cli {

/// The text for an element's content or a quoted attribute: & < > " and ' are escaped.
std::string escape_html(std::string_view utf8);

/// A segment as a page shows it: on one line (see tmx::one_line) and legible (see line_breaking.h).
class ShownText {
  public:
    ShownText(std::string_view utf8, const text::Language& language);

    /// Not escaped.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// Where the byte at `offset` of the segment (its size at most) stands in `text()`, in UTF-16 units, as
    /// JavaScript counts.
    [[nodiscard]] std::size_t place_of(std::size_t offset) const { return places_[offset]; }
    /// The UTF-16 units of `text()`.
    [[nodiscard]] std::size_t size() const { return places_.back(); }

  private:
    std::string text_;
    std::vector<std::uint32_t> places_;  // by byte, and one for the end
};

/// The attributes of an element whose text is in that language: ` lang="ar" dir="rtl"`; empty when the
/// language is not known.
std::string language_attributes(const text::Language& language);

/// The language tag of the page's own words.
std::string interface_language();

/// A segment's text as a page shows it, escaped.
std::string segment_html(const corpus::Document& document, std::size_t segment);

/// The number of a segment, from 1, as its file counts: a target may be an excerpt of a page.
std::size_t number_in_file(const align::Bitext& bitext, align::SourcePosition at);
std::size_t number_in_file(const align::Bitext& bitext, align::TargetPosition at);

/// A link to the row of a bead of the alignment; `text` is not escaped any more.
std::string link_to_bead(std::size_t index, const std::string& text);

}  // namespace tongwen::cli
