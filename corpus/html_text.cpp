// SPDX-License-Identifier: Apache-2.0
// Owns the visible text of raw HTML: a small state machine over tags, and the entities that people type.
#include "corpus/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Elements that begin and end a block of text of their own.
constexpr auto block_elements = std::to_array<std::string_view>(
    {"address", "article", "aside",  "blockquote", "body",   "caption",  "center",     "dd",
     "details", "dialog",  "div",    "dl",         "dt",     "fieldset", "figcaption", "figure",
     "footer",  "form",    "h1",     "h2",         "h3",     "h4",       "h5",         "h6",
     "head",    "header",  "hr",     "html",       "legend", "li",       "main",       "menu",
     "nav",     "ol",      "option", "p",          "pre",    "section",  "summary",    "table",
     "tbody",   "td",      "tfoot",  "th",         "thead",  "title",    "tr",         "ul"});

struct Entity {
    std::string_view name;
    char32_t character;
};
constexpr auto entities = std::to_array<Entity>({
    {"amp", U'&'},     {"lt", U'<'},      {"gt", U'>'},       {"quot", U'"'},     {"apos", U'\''},
    {"nbsp", 0xA0},    {"ensp", 0x2002},  {"emsp", 0x2003},   {"thinsp", 0x2009}, {"shy", 0xAD},
    {"zwj", 0x200D},   {"zwnj", 0x200C},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"bdquo", 0x201E}, {"sbquo", 0x201A},  {"laquo", 0xAB},    {"raquo", 0xBB},
    {"mdash", 0x2014}, {"ndash", 0x2013}, {"hellip", 0x2026}, {"middot", 0xB7},   {"bull", 0x2022},
    {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122},  {"deg", 0xB0},      {"plusmn", 0xB1},
    {"times", 0xD7},   {"divide", 0xF7},  {"micro", 0xB5},    {"para", 0xB6},     {"sect", 0xA7},
    {"cent", 0xA2},    {"pound", 0xA3},   {"yen", 0xA5},      {"euro", 0x20AC},   {"permil", 0x2030},
    {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},   {"sup2", 0xB2},     {"sup3", 0xB3},
    {"larr", 0x2190},  {"uarr", 0x2191},  {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},
    {"le", 0x2264},    {"ge", 0x2265},    {"ne", 0x2260},     {"asymp", 0x2248},  {"infin", 0x221E},
    {"agrave", 0xE0},  {"aacute", 0xE1},  {"acirc", 0xE2},    {"atilde", 0xE3},   {"auml", 0xE4},
    {"aring", 0xE5},   {"aelig", 0xE6},   {"ccedil", 0xE7},   {"egrave", 0xE8},   {"eacute", 0xE9},
    {"ecirc", 0xEA},   {"euml", 0xEB},    {"igrave", 0xEC},   {"iacute", 0xED},   {"icirc", 0xEE},
    {"iuml", 0xEF},    {"ntilde", 0xF1},  {"ograve", 0xF2},   {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"otilde", 0xF5},  {"ouml", 0xF6},    {"oslash", 0xF8},   {"ugrave", 0xF9},   {"uacute", 0xFA},
    {"ucirc", 0xFB},   {"uuml", 0xFC},    {"szlig", 0xDF},    {"Agrave", 0xC0},   {"Aacute", 0xC1},
    {"Acirc", 0xC2},   {"Auml", 0xC4},    {"Aring", 0xC5},    {"AElig", 0xC6},    {"Ccedil", 0xC7},
    {"Egrave", 0xC8},  {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Ntilde", 0xD1},   {"Ouml", 0xD6},
    {"Oslash", 0xD8},  {"Uuml", 0xDC},    {"oelig", 0x153},   {"OElig", 0x152},
});

/// The code point of "#20013" or "#x4E2D"; U+FFFD for what is none, as HTML has it.
char32_t numeric_character(std::string_view reference) {
    const bool is_hexadecimal = reference.size() > 1 && (reference[1] == 'x' || reference[1] == 'X');
    reference.remove_prefix(is_hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto parsed = std::from_chars(reference.data(), reference.data() + reference.size(), number,
                                        is_hexadecimal ? 16 : 10);
    return parsed.ec != std::errc{} || number == 0 ? 0xFFFD : number;
}

/// "br" for "<BR/>", "/td" for "</td>".
std::string element_name(std::string_view tag) {
    const std::size_t begin = tag.starts_with('/') ? 1 : 0;
    std::size_t end = begin;
    while (end < tag.size() && (is_ascii_letter(tag[end]) || is_ascii_digit(tag[end]))) ++end;
    return text::to_lower(tag.substr(0, end));
}

bool is_end_tag(std::string_view text, std::string_view element) {
    return text.starts_with("</") && text::to_lower(text.substr(2, element.size())) == element;
}

bool begins_tag(std::string_view text) {
    if (text.size() < 2) return false;
    const char c = text[1];
    return is_ascii_letter(c) || c == '!' || c == '?' ||
           (c == '/' && text.size() > 2 && is_ascii_letter(text[2]));
}

}  // namespace

std::size_t entity_size(std::string_view text) {
    constexpr std::size_t longest = 32;
    if (!text.starts_with('&')) return 0;
    const std::size_t end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    const std::string_view inside = text.substr(1, end - 1);
    const bool plain = std::all_of(inside.begin() + 1, inside.end(),
                                   [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
    const bool begins = inside.front() == '#' ? inside.size() > 1 : is_ascii_letter(inside.front());
    return plain && begins ? end + 1 : 0;
}

std::string decode_entity(std::string_view entity) {
    if (entity_size(entity) != entity.size()) return std::string(entity);
    const std::string_view inside = entity.substr(1, entity.size() - 2);
    std::string out;
    if (inside.front() == '#') {
        text::append_utf8(out, numeric_character(inside));
        return out;
    }
    const auto* const known = std::find_if(entities.begin(), entities.end(),
                                           [inside](const Entity& e) { return e.name == inside; });
    if (known == entities.end()) return std::string(entity);
    text::append_utf8(out, known->character);
    return out;
}

std::vector<HtmlPiece> HtmlText::feed(std::string_view chunk) {
    std::vector<HtmlPiece> pieces;
    while (!chunk.empty())
        chunk.remove_prefix(state_ == State::text ? feed_text(chunk, pieces) : feed_tag(chunk, pieces));
    return pieces;
}

std::size_t HtmlText::feed_text(std::string_view rest, std::vector<HtmlPiece>& pieces) {
    if (begins_tag(rest) && rest.front() == '<') {
        state_ = rest.starts_with("<!--") ? State::comment : State::tag;
        tag_.clear();
        return state_ == State::comment ? 4 : 1;
    }
    if (const std::size_t size = entity_size(rest); size != 0) {
        pieces.push_back({HtmlPiece::What::entity, rest.substr(0, size)});
        return size;
    }
    const std::size_t size = std::min(rest.find_first_of("<&", 1), rest.size());
    pieces.push_back({HtmlPiece::What::text, rest.substr(0, size)});
    return size;
}

std::size_t HtmlText::feed_tag(std::string_view rest, std::vector<HtmlPiece>& pieces) {
    const auto skip_past = [&](std::string_view end) {
        const std::size_t found = rest.find(end);
        if (found != std::string_view::npos) state_ = State::text;
        return found == std::string_view::npos ? rest.size() : found + end.size();
    };
    switch (state_) {
        case State::comment:
            return skip_past("-->");
        case State::hidden:  // a script or a style: to its own end tag, which is then read as a tag
            if (!is_end_tag(rest, hidden_)) return std::min(rest.find('<', 1), rest.size());
            state_ = State::text;
            return 0;
        case State::quoted:
            if (rest.front() == quote_) state_ = State::tag;
            return 1;
        default:
            break;
    }
    constexpr std::size_t longest_name = 32;
    const char c = rest.front();
    if (c == '>') {
        finish_tag(pieces);
    } else if ((c == '"' || c == '\'') && tag_.ends_with('=')) {
        state_ = State::quoted;
        quote_ = c;
    }
    if (tag_.size() >= longest_name) tag_.erase(longest_name / 2, 1);  // the name, and the last bytes
    tag_.push_back(c);
    return 1;
}

void HtmlText::finish_tag(std::vector<HtmlPiece>& pieces) {
    const std::string element = element_name(tag_);
    const bool hides = element == "script" || element == "style";
    state_ = hides ? State::hidden : State::text;
    if (hides) hidden_ = element;
    const std::string_view bare = std::string_view(element).substr(element.starts_with('/') ? 1 : 0);
    if (bare == "br") {
        pieces.push_back({HtmlPiece::What::line_break});
    } else if (std::find(block_elements.begin(), block_elements.end(), bare) != block_elements.end()) {
        pieces.push_back({HtmlPiece::What::block_break});
    }
}

}  // namespace tongwen::corpus
