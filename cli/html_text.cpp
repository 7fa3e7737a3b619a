// SPDX-License-Identifier: Apache-2.0
// Owns the escaping of text for HTML and its offsets.
#include "cli/html_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/line_breaking.h"
#include "cli/words.h"
#include "text/unicode.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint32_t utf16_units(char32_t c) { return c > 0xFFFF ? 2 : 1; }

/// Whether `shown` stands for `raw`; if not, `raw` was left out.
bool stands_for(char32_t shown, char32_t raw) {
    return shown == raw || shown == replacement || (shown == U' ' && text::is_space(raw));
}

/// Scripts that are written from right to left, as far as people translate from or into them.
bool is_right_to_left(std::string_view script) {
    constexpr std::array<std::string_view, 6> scripts = {"Arab", "Aran", "Hebr", "Nkoo", "Syrc", "Thaa"};
    return std::ranges::find(scripts, script) != scripts.end();
}

}  // namespace

std::string escape_html(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (const char c : utf8) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

ShownText::ShownText(std::string_view utf8, const text::Language& language)
    : text_(legible(tmx::one_line(utf8, language))) {
    places_.reserve(utf8.size() + 1);
    std::uint32_t place = 0;
    std::size_t shown = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const char32_t raw = text::next_code_point(utf8, offset);
        places_.resize(offset, place);
        if (shown == text_.size()) continue;
        std::size_t next = shown;
        const char32_t c = text::next_code_point(text_, next);
        if (!stands_for(c, raw)) continue;
        shown = next;
        place += utf16_units(c);
    }
    places_.push_back(place);
}

std::string language_attributes(const text::Language& language) {
    if (!language.known()) return {};
    const std::string lang = " lang=\"" + escape_html(language.tag()) + "\"";
    return is_right_to_left(language.script()) ? lang + " dir=\"rtl\"" : lang;
}

std::string interface_language() { return spoken_language() == "zh" ? "zh-CN" : "en"; }

std::string segment_html(const corpus::Document& document, std::size_t segment) {
    return escape_html(ShownText(document.segment_text(segment), document.language).text());
}

std::size_t number_in_file(const align::Bitext&, align::SourcePosition at) { return at.value + 1; }

std::size_t number_in_file(const align::Bitext& bitext, align::TargetPosition at) {
    return bitext.target_in_file(align::make_run<align::Target>(at.value, at.value + 1)).begin.value + 1;
}

std::string link_to_bead(std::size_t index, const std::string& text) {
    return fmt::format("<a href=\"#b{}\">{}</a>", index + 1, text);
}

}  // namespace tongwen::cli
