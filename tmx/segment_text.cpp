// SPDX-License-Identifier: Apache-2.0
// Owns the rules of XML 1.0 for characters and escapes, and the step to UTF-16.
#include "tmx/segment_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/unicode.h"

namespace tongwen::tmx {
namespace {

void append_utf16le(std::string& out, char32_t unit) {
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
}

std::string as_utf16le(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size() * 2);
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        if (c < 0x10000) {
            append_utf16le(out, c);
        } else {
            append_utf16le(out, 0xD800 + ((c - 0x10000) >> 10));
            append_utf16le(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

// A reader turns a bare carriage return into a line feed, and white space in an attribute into spaces:
// references survive.
std::string_view reference_for(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '\r':
            return "&#13;";
        case '"':
            return "&quot;";
        case '\n':
            return "&#10;";
        default:
            return "&#9;";
    }
}

// Most properties are: they need neither ICU nor a look at each character's class.
bool is_printable_ascii(std::string_view utf8) {
    return std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string escape(std::string_view legal, bool in_attribute) {
    const std::string_view special = in_attribute ? "&<>\r\"\n\t" : "&<>\r";
    std::string out;
    out.reserve(legal.size());
    while (!legal.empty()) {
        const std::size_t plain = std::min(legal.find_first_of(special), legal.size());
        out += legal.substr(0, plain);
        if (plain == legal.size()) break;
        out += reference_for(legal[plain]);
        legal.remove_prefix(plain + 1);
    }
    return out;
}

}  // namespace

bool is_xml_character(char32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

// Passes without branches, which the compiler makes wide.
bool has_illegal_characters(std::string_view utf8) {
    unsigned found = 0;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(utf8.data());
    const std::size_t size = utf8.size();
    for (std::size_t i = 0; i < size; ++i) {
        const unsigned char c = bytes[i];
        found |= static_cast<unsigned>(c < 0x20) & static_cast<unsigned>(c != '\t') &
                 static_cast<unsigned>(c != '\n') & static_cast<unsigned>(c != '\r');
    }
    if (found != 0) return true;
    for (std::size_t i = 0; i + 2 < size; ++i)
        found |= static_cast<unsigned>(bytes[i] == 0xEF) & static_cast<unsigned>(bytes[i + 1] == 0xBF) &
                 static_cast<unsigned>(bytes[i + 2] >= 0xBE);
    return found != 0;
}

LegalText drop_illegal_characters(std::string_view utf8) {
    if (!has_illegal_characters(utf8) && text::is_valid_utf8(utf8)) return {std::string(utf8), 0};
    LegalText legal;
    legal.text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, at);
        if (is_xml_character(c)) {
            text::append_utf8(legal.text, c);
        } else {
            ++legal.dropped;
        }
    }
    return legal;
}

std::string normalise(std::string_view utf8) {
    return std::string(text::trim(is_printable_ascii(utf8) ? std::string(utf8) : text::to_nfc(utf8)));
}

std::string escape_content(std::string_view legal) { return escape(legal, false); }
std::string escape_attribute(std::string_view legal) { return escape(legal, true); }

Output to_utf16(Output output) {
    return [output = std::move(output), begun = false](std::string_view utf8) mutable {
        output(std::exchange(begun, true) ? as_utf16le(utf8) : "\xFF\xFE" + as_utf16le(utf8));
    };
}

std::string tag_or_undetermined(const text::Language& language) {
    return language.known() ? language.tag() : "und";
}

std::string date_text(std::chrono::sys_seconds when) {
    using namespace std::chrono;
    constexpr sys_seconds latest =
        sys_days(year(9999) / December / 31) + hours(23) + minutes(59) + seconds(59);
    const sys_seconds clamped = std::clamp(when, sys_seconds{}, latest);
    const sys_days day = floor<days>(clamped);
    const year_month_day date(day);
    const hh_mm_ss time(clamped - day);
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace tongwen::tmx
