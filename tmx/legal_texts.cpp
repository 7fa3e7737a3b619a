// SPDX-License-Identifier: Apache-2.0
// Owns the counting of characters that XML does not allow.
#include "tmx/legal_texts.h"

#include <utility>

#include "text/unicode.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {

// Characters go first: what is left may compose anew.
std::string LegalTexts::drop(std::string_view utf8, const std::string& unit) {
    LegalText legal = drop_illegal_characters(utf8);
    if (legal.dropped > 0 && dropped_ == 0) first_ = unit;
    dropped_ += legal.dropped;
    return std::move(legal.text);
}

std::string LegalTexts::whole(std::string_view utf8, const std::string& unit) {
    std::string legal = drop(utf8, unit);
    return verbatim_ ? legal : normalise(legal);
}

std::string LegalTexts::piece(std::string_view utf8, const std::string& unit) {
    std::string legal = drop(utf8, unit);
    return verbatim_ ? legal : text::to_nfc(legal);
}

void LegalTexts::tell(const WriterOptions& options) const {
    if (dropped_ == 0) return;
    options.sink({"illegal-characters-dropped",
                  text::Severity::warning,
                  {options.file},
                  {std::to_string(dropped_), first_}});
}

}  // namespace tongwen::tmx
