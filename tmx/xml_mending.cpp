// SPDX-License-Identifier: Apache-2.0
// Owns the rules of references (XML 1.0, section 4) and of legal characters for pieces of XML.
#include "tmx/xml_mending.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

#include "text/diagnostic.h"
#include "text/unicode.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t entity_count_limit = 1000;
constexpr std::size_t entity_size_limit = 4096;
constexpr std::size_t expansion_limit = std::size_t{64} << 10;
constexpr std::size_t all_expansions_limit = std::size_t{256} << 20;
constexpr std::size_t growth_limit = std::size_t{1} << 20;
constexpr std::size_t depth_limit = 16;
constexpr std::string_view spaces = " \t\r\n";

constexpr std::array<std::string_view, 5> own_entities = {"amp", "lt", "gt", "quot", "apos"};

bool is_own_entity(std::string_view name) {
    return std::ranges::find(own_entities, name) != own_entities.end();
}

/// What an "&" begins.
struct Reference {
    enum class Kind { own, character, illegal_character, entity, none };
    Kind kind = Kind::none;
    std::size_t size = 1;        // with "&" and ";"
    std::string_view name = {};  // of an entity
};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

/// The number of "#65" or "#x41"; nothing when it is none, 0 when it is too large for any character.
std::optional<char32_t> reference_number(std::string_view body) {
    const bool is_hexadecimal = body.starts_with("#x");
    body.remove_prefix(is_hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto parsed =
        std::from_chars(body.data(), body.data() + body.size(), number, is_hexadecimal ? 16 : 10);
    if (body.empty() || parsed.ptr != body.data() + body.size()) return std::nullopt;
    return parsed.ec == std::errc{} ? static_cast<char32_t>(number) : 0;
}

/// `xml` begins with "&".
Reference read_reference(std::string_view xml) {
    constexpr std::size_t longest_name = 100;
    const std::size_t end = xml.substr(0, longest_name).find(';');
    if (end == std::string_view::npos || end < 2) return {};
    const std::string_view body = xml.substr(1, end - 1);
    if (body[0] == '#') {
        const auto number = reference_number(body);
        if (!number) return {};
        return {is_xml_character(*number) ? Reference::Kind::character : Reference::Kind::illegal_character,
                end + 1};
    }
    if (is_own_entity(body)) return {Reference::Kind::own, end + 1};
    const bool is_name = std::ranges::all_of(body, is_name_character) && body[0] != '-' && body[0] != '.' &&
                         !(body[0] >= '0' && body[0] <= '9');
    return is_name ? Reference{Reference::Kind::entity, end + 1, body} : Reference{};
}

/// The size of a comment, CDATA section or processing instruction at the beginning; 0 when there is none.
std::size_t opaque_size(std::string_view xml) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds = {
        {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (const auto& [opening, closing] : kinds) {
        if (!xml.starts_with(opening)) continue;
        const std::size_t end = xml.find(closing, opening.size());
        return end == std::string_view::npos ? xml.size() : end + closing.size();
    }
    return 0;
}

void append_legal(std::string_view xml, std::string& out, XmlMends& mends) {
    if (!has_illegal_characters(xml)) {
        out += xml;
        return;
    }
    LegalText legal = drop_illegal_characters(xml);
    out += legal.text;
    mends.illegal_characters += legal.dropped;
}

void append_reference(std::string_view xml, const Reference& reference, XmlEntities& entities,
                      std::string& out, XmlMends& mends) {
    switch (reference.kind) {
        case Reference::Kind::own:
        case Reference::Kind::character:
            out += xml.substr(0, reference.size);
            return;
        case Reference::Kind::illegal_character:
            ++mends.illegal_characters;
            return;
        case Reference::Kind::entity:
            if (entities.append(reference.name, out)) return;
            mends.unknown_entities.emplace_back(reference.name);
            out.append("&amp;").append(xml.substr(1, reference.size - 1));
            return;
        case Reference::Kind::none:
            ++mends.bare_ampersands;
            out += "&amp;";
    }
}

std::string_view without_spaces(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text;
}

}  // namespace

XmlEntities::XmlEntities(std::string_view doctype) {
    for (std::size_t at = doctype.find('['); at < doctype.size() && texts_.size() < entity_count_limit;) {
        const std::string_view rest = doctype.substr(at);
        if (const std::size_t size = opaque_size(rest); size > 0) {
            at += size;
        } else if (rest[0] == '"' || rest[0] == '\'') {
            at = std::min(doctype.find(rest[0], at + 1), doctype.size() - 1) + 1;
        } else if (rest.starts_with("<!ENTITY")) {
            declare(rest.substr(8));
            at += 8;
        } else {
            ++at;
        }
    }
}

void XmlEntities::declare(std::string_view declaration) {
    declaration = without_spaces(declaration);
    const std::string_view name =
        declaration.substr(0, std::min(declaration.find_first_of(" \t\r\n\"'>"), declaration.size()));
    declaration = without_spaces(declaration.substr(name.size()));
    if (name.empty() || name == "%" || declaration.empty()) return;
    const char quote = declaration[0];
    const std::size_t end = declaration.find(quote, 1);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos || end > entity_size_limit) return;
    texts_.try_emplace(std::string(name), declaration.substr(1, end - 1));  // the first declaration counts
}

bool XmlEntities::append(std::string_view name, std::string& out) {
    if (!texts_.contains(name)) return false;
    steps_ = 0;
    append(name, out, 0);
    all_steps_ += steps_;
    return true;
}

void XmlEntities::count_step(std::string_view name) {
    if (++steps_ > expansion_limit || all_steps_ + steps_ > all_expansions_limit)
        text::refuse("xml-entity-bomb", {std::string(name)});
}

void XmlEntities::append(std::string_view name, std::string& out, std::size_t depth) {
    if (depth == depth_limit) text::refuse("xml-entity-bomb", {std::string(name)});
    const std::string_view text = texts_.find(name)->second;
    const bool has_markup = text.find('<') != std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        count_step(name);
        const Reference reference = text[at] == '&' ? read_reference(text.substr(at)) : Reference{};
        if (reference.kind == Reference::Kind::entity && texts_.contains(reference.name)) {
            append(reference.name, out, depth + 1);
        } else if (reference.kind == Reference::Kind::own || reference.kind == Reference::Kind::character) {
            out += text.substr(at, reference.size);
        } else if (text[at] == '&') {
            out.append("&amp;").append(text.substr(at + 1, reference.size - 1));
        } else if (text[at] == '"' && !has_markup) {
            out += "&quot;";  // it may stand in an attribute
        } else {
            out += text[at];
        }
        at += reference.size;
    }
}

bool is_clean_xml(std::string_view xml) {
    if (has_illegal_characters(xml)) return false;
    for (std::size_t at = xml.find('&'); at != std::string_view::npos; at = xml.find('&', at + 1)) {
        const Reference::Kind kind = read_reference(xml.substr(at)).kind;
        if (kind != Reference::Kind::own && kind != Reference::Kind::character) return false;
    }
    return true;
}

std::string mend_xml(std::string_view xml, XmlEntities& entities, XmlMends& mends) {
    std::string out;
    out.reserve(xml.size() + 64);
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t stop = std::min(xml.find_first_of("&<", at), xml.size());
        append_legal(xml.substr(at, stop - at), out, mends);
        at = stop;
        if (at == xml.size()) break;
        const std::string_view rest = xml.substr(at);
        if (rest[0] == '&') {
            const Reference reference = read_reference(rest);
            append_reference(rest, reference, entities, out, mends);
            if (out.size() > xml.size() + growth_limit && reference.kind == Reference::Kind::entity)
                text::refuse("xml-entity-bomb", {std::string(reference.name)});
            at += reference.size;
        } else {
            const std::size_t size = std::max<std::size_t>(opaque_size(rest), 1);
            append_legal(rest.substr(0, size), out, mends);
            at += size;
        }
    }
    return out;
}

}  // namespace tongwen::tmx
