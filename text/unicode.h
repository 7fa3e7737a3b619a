// SPDX-License-Identifier: Apache-2.0
// Owns what one character is: stepping through UTF-8, scripts and classes, normal form, display width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongwen::text {

/// The code point at `offset`, which is moved behind it. Ill-formed bytes give U+FFFD and move on by at least
/// one byte. `offset` must be smaller than `utf8.size()`.
inline char32_t next_code_point(std::string_view utf8, std::size_t& offset);
/// The same where the first byte is not ASCII.
char32_t next_beyond_ascii(std::string_view utf8, std::size_t& offset);

/// The code point that ends at `offset`, which is moved to its beginning. `offset` must be greater than 0.
char32_t previous_code_point(std::string_view utf8, std::size_t& offset);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view bytes);

bool is_han(char32_t c);   ///< Script=Han, ideographs only (not 、 or 。)
bool is_kana(char32_t c);  ///< Hiragana or Katakana, and ー
bool is_hangul(char32_t c);
bool is_cyrillic(char32_t c);
bool is_latin(char32_t c);
bool is_letter(char32_t c);  ///< general category L
bool is_digit(char32_t c);   ///< general category Nd, so fullwidth digits too
bool is_space(char32_t c);   ///< White_Space, so U+3000 too
bool is_upper(char32_t c);
bool is_punctuation(char32_t c);
bool is_mark(char32_t c);     ///< general category M: combining, spacing or not
int digit_value(char32_t c);  ///< 0 to 9, or -1

/// Simple lower case, as one code point.
char32_t to_lower(char32_t c);
std::string to_lower(std::string_view utf8);

/// Canonical composition (NFC) / compatibility composition (NFKC). Ill-formed bytes become U+FFFD.
std::string to_nfc(std::string_view utf8);
std::string to_nfkc(std::string_view utf8);

/// How many code points there are in well-formed UTF-8.
std::size_t count_characters(std::string_view utf8);

/// How many terminal columns a character takes: 2 for East Asian Wide and Fullwidth and emoji, 0 for
/// combining marks, format and control characters, else 1 (Ambiguous counts as `ambiguous`). UAX #11.
int display_width(char32_t c, int ambiguous = 1);
std::size_t display_width(std::string_view utf8, int ambiguous = 1);

/// The span without White_Space (and BOM) at its ends.
std::string_view trim(std::string_view utf8);

inline char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
    const auto first = static_cast<unsigned char>(utf8[offset]);
    if (first >= 0x80) return next_beyond_ascii(utf8, offset);
    ++offset;
    return first;
}

}  // namespace tongwen::text
