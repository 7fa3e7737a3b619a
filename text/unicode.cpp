// SPDX-License-Identifier: Apache-2.0
// Owns what one character is: ranges and ASCII answer first, ICU's property tries the rest.
#include "text/unicode.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace tongwen::text {
namespace {

constexpr char32_t byte_order_mark = 0xFEFF;
constexpr char32_t replacement = 0xFFFD;

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c - first <= last - first; }

constexpr bool is_ascii_letter(char32_t c) { return within(c | 0x20, U'a', U'z'); }

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]);
}

constexpr bool is_trail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// How many bytes a character has that begins with this one; 0 when none does. Unicode 15, table 3-7.
constexpr int sequence_size(unsigned char first) {
    if (first < 0xC2 || first > 0xF4) return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// Neither overlong forms, nor surrogates, nor code points above U+10FFFF. Unicode 15, table 3-7.
constexpr bool can_be_second(unsigned char first, unsigned char second) {
    switch (first) {
        case 0xE0:
            return within(second, 0xA0, 0xBF);
        case 0xED:
            return within(second, 0x80, 0x9F);
        case 0xF0:
            return within(second, 0x90, 0xBF);
        case 0xF4:
            return within(second, 0x80, 0x8F);
        default:
            return is_trail(second);
    }
}

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

/// How many bytes at the beginning are ASCII; looks at eight at a time.
std::size_t ascii_prefix(std::string_view bytes) {
    std::size_t size = 0;
    for (std::uint64_t word = 0; size + sizeof word <= bytes.size(); size += sizeof word) {
        std::memcpy(&word, bytes.data() + size, sizeof word);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    while (size < bytes.size() && static_cast<unsigned char>(bytes[size]) < 0x80) ++size;
    return size;
}

/// The bytes with U+FFFD for what is ill-formed.
std::string well_formed(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t offset = 0; offset < utf8.size();) append_utf8(out, next_code_point(utf8, offset));
    return out;
}

std::string normalize(const icu::Normalizer2& form, std::string_view utf8) {
    if (ascii_prefix(utf8) == utf8.size()) return std::string(utf8);
    const std::string input = is_valid_utf8(utf8) ? std::string(utf8) : well_formed(utf8);
    if (input.size() > INT32_MAX) throw std::length_error("a text to normalise is longer than 2 GiB");
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(input.size()));
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, input, sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return out;
}

/// Width 0: combining marks, format and control characters, and the Jamo that stack onto a leading one.
bool takes_no_column(char32_t c) {
    constexpr std::uint32_t widthless = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
    return (U_GET_GC_MASK(icu(c)) & widthless) != 0 || within(c, 0x1160, 0x11FF);
}

}  // namespace

char32_t next_beyond_ascii(std::string_view utf8, std::size_t& offset) {
    const auto first = static_cast<unsigned char>(utf8[offset++]);
    const int size = sequence_size(first);
    if (size == 0 || offset == utf8.size() || !can_be_second(first, byte_at(utf8, offset)))
        return replacement;
    char32_t c = first & (0x7FU >> size);
    for (int left = size - 1; left > 0; --left, ++offset) {
        if (offset == utf8.size() || !is_trail(byte_at(utf8, offset))) return replacement;
        c = c << 6 | (byte_at(utf8, offset) & 0x3FU);
    }
    return c;
}

char32_t previous_code_point(std::string_view utf8, std::size_t& offset) {
    const std::size_t end = offset;
    // The nearest byte that could begin a character; it counts only when its character ends exactly here.
    for (std::size_t size = 1; size <= 4 && size <= end; ++size) {
        std::size_t next = end - size;
        if (is_trail(byte_at(utf8, next))) continue;
        const char32_t c = next_code_point(utf8.substr(0, end), next);
        if (next != end) break;
        offset = end - size;
        return c;
    }
    --offset;
    return replacement;
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point < 0x80) {
        out.push_back(static_cast<char>(code_point));
        return;
    }
    if (code_point > 0x10FFFF || within(code_point, 0xD800, 0xDFFF)) code_point = replacement;
    const auto trail = [code_point](int shift) {
        return static_cast<char>(0x80U | (code_point >> shift & 0x3FU));
    };
    if (code_point < 0x800) {
        out.append({static_cast<char>(0xC0U | code_point >> 6), trail(0)});
    } else if (code_point < 0x10000) {
        out.append({static_cast<char>(0xE0U | code_point >> 12), trail(6), trail(0)});
    } else {
        out.append({static_cast<char>(0xF0U | code_point >> 18), trail(12), trail(6), trail(0)});
    }
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t offset = ascii_prefix(bytes); offset < bytes.size();) {
        const std::size_t begin = offset;
        // A true U+FFFD takes three bytes that begin with EF; everything else that gives it is ill-formed.
        if (next_code_point(bytes, offset) == replacement &&
            bytes.substr(begin, offset - begin) != "\xEF\xBF\xBD")
            return false;
        if (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80)
            offset += ascii_prefix(bytes.substr(offset));
    }
    return true;
}

bool is_han(char32_t c) {
    if (c < 0x3005) return false;
    return within(c, 0x4E00, 0x9FFF) || within(c, 0x3400, 0x4DBF) || within(c, 0x20000, 0x323AF) ||
           within(c, 0xF900, 0xFAD9) || c == 0x3005 || c == 0x3007 || within(c, 0x3021, 0x3029) ||
           within(c, 0x3038, 0x303B);
}

bool is_kana(char32_t c) {
    if (c < 0x3041) return false;
    return within(c, 0x3041, 0x3096) || within(c, 0x309D, 0x309F) || within(c, 0x30A1, 0x30FA) ||
           within(c, 0x30FC, 0x30FF) || within(c, 0x31F0, 0x31FF) || within(c, 0xFF66, 0xFF9D) ||
           within(c, 0x1AFF0, 0x1B16F);
}

bool is_hangul(char32_t c) {
    if (c < 0x1100) return false;
    return within(c, 0xAC00, 0xD7A3) || within(c, 0x1100, 0x11FF) || within(c, 0x3131, 0x318E) ||
           within(c, 0xA960, 0xA97C) || within(c, 0xD7B0, 0xD7FB) || within(c, 0xFFA0, 0xFFDC);
}

bool is_cyrillic(char32_t c) {
    if (c < 0x400) return false;
    return within(c, 0x400, 0x52F) || within(c, 0x1C80, 0x1C88) || within(c, 0x2DE0, 0x2DFF) ||
           within(c, 0xA640, 0xA69F);
}

bool is_latin(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c);
    if (within(c, 0xC0, 0x24F)) return c != 0xD7 && c != 0xF7;
    if (within(c, 0x370, 0x1CFF) || within(c, 0x2E80, 0xA6FF) || within(c, 0xAC00, 0xFAFF)) return false;
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(icu(c), &status) == USCRIPT_LATIN;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c);
    return within(c, 0x4E00, 0x9FFF) || u_isalpha(icu(c)) != 0;
}

bool is_digit(char32_t c) { return c < 0x80 ? within(c, U'0', U'9') : u_isdigit(icu(c)) != 0; }

bool is_space(char32_t c) {
    if (c < 0x80) return c == U' ' || within(c, 0x09, 0x0D);
    return c == 0x3000 || c == 0xA0 || c == 0x85 || within(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x1680;
}

bool is_upper(char32_t c) { return c < 0x80 ? within(c, U'A', U'Z') : u_isupper(icu(c)) != 0; }

bool is_punctuation(char32_t c) { return u_ispunct(icu(c)) != 0; }

bool is_mark(char32_t c) { return c >= 0x300 && (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0; }

int digit_value(char32_t c) {
    if (c < 0x80) return within(c, U'0', U'9') ? static_cast<int>(c - U'0') : -1;
    return u_charDigitValue(icu(c));
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return within(c, U'A', U'Z') ? c + 0x20 : c;
    return static_cast<char32_t>(u_tolower(icu(c)));
}

std::string to_lower(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t offset = 0; offset < utf8.size();)
        append_utf8(out, to_lower(next_code_point(utf8, offset)));
    return out;
}

std::string to_nfc(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return normalize(*form, utf8);
}

std::string to_nfkc(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return normalize(*form, utf8);
}

int display_width(char32_t c, int ambiguous) {
    if (c < 0x7F) return c < 0x20 ? 0 : 1;
    if (within(c, 0x3400, 0x9FFF) && !within(c, 0x4DC0, 0x4DFF)) return 2;
    if (takes_no_column(c)) return 0;
    switch (u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_WIDE:
        case U_EA_FULLWIDTH:
            return 2;
        case U_EA_AMBIGUOUS:
            return ambiguous;
        default:
            return 1;  // Regional indicators are here too: a pair of them is one flag of two columns.
    }
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::size_t display_width(std::string_view utf8, int ambiguous) {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < utf8.size();)
        width += static_cast<std::size_t>(display_width(next_code_point(utf8, offset), ambiguous));
    return width;
}

std::string_view trim(std::string_view utf8) {
    const auto is_blank = [](char32_t c) { return is_space(c) || c == byte_order_mark; };
    std::size_t begin = 0;
    for (std::size_t next = 0; next < utf8.size() && is_blank(next_code_point(utf8, next));) begin = next;
    std::size_t end = utf8.size();
    for (std::size_t last = end; last > begin && is_blank(previous_code_point(utf8, last));) end = last;
    return utf8.substr(begin, end - begin);
}

}  // namespace tongwen::text
