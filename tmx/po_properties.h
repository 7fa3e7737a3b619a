// SPDX-License-Identifier: Apache-2.0
// Owns the names of the properties that keep what only gettext's PO files have.
#pragma once

#include <string_view>

namespace tongwen::tmx {

inline constexpr std::string_view po_context = "x-po-context";           ///< msgctxt
inline constexpr std::string_view po_reference = "x-po-reference";       ///< "#:", a line each
inline constexpr std::string_view po_extracted = "x-po-extracted";       ///< "#.", the programmer's comment
inline constexpr std::string_view po_flags = "x-po-flags";               ///< "#," but fuzzy: "c-format"
inline constexpr std::string_view po_msgid = "x-po-msgid";               ///< of plurals: msgid
inline constexpr std::string_view po_plural = "x-po-msgid-plural";       ///< of plurals: msgid_plural
inline constexpr std::string_view po_form = "x-po-form";                 ///< of plurals: which msgstr, from 0
inline constexpr std::string_view confirmation = "x-ConfirmationLevel";  ///< Draft: fuzzy

}  // namespace tongwen::tmx
