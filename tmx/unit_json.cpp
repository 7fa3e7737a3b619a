// SPDX-License-Identifier: Apache-2.0
// Owns a translation unit as a JSON object. Written by hand, for it is the inner loop of large conversions;
// read by the library.
#include "tmx/unit_json.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "text/diagnostic.h"
#include "text/json_string.h"
#include "tmx/date.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

using Json = nlohmann::ordered_json;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<std::string_view, 7> kind_names = {"bpt", "ept", "ph", "it", "hi", "hi-close", "ut"};

// Writing.

/// An object, member by member; what is empty is left out.
class ObjectText {
  public:
    explicit ObjectText(std::string& out) : out_(out) { out_ += '{'; }
    void close() { out_ += '}'; }

    void key(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        text::append_json_string(out_, name);
        out_ += ':';
    }
    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        text::append_json_string(out_, value);
    }
    void list(std::string_view name, const std::vector<std::string>& values) {
        if (values.empty()) return;
        key(name);
        out_ += '[';
        for (const std::string& value : values) {
            if (&value != &values.front()) out_ += ',';
            text::append_json_string(out_, value);
        }
        out_ += ']';
    }
    void pairs(std::string_view name, const Pairs& values) {
        if (values.empty()) return;
        key(name);
        out_ += '[';
        for (const auto& [first, second] : values) {
            out_ += &first == &values.front().first ? "[" : ",[";
            text::append_json_string(out_, first);
            out_ += ',';
            text::append_json_string(out_, second);
            out_ += ']';
        }
        out_ += ']';
    }

  private:
    std::string& out_;
};

void append_codes(std::string& out, const std::vector<InlineCode>& codes) {
    out += '[';
    for (const InlineCode& code : codes) {
        if (&code != &codes.front()) out += ',';
        ObjectText object(out);
        object.text("kind", kind_names[static_cast<std::size_t>(code.kind)]);
        object.key("at");
        out += std::to_string(code.at);
        object.pairs("attributes", code.attributes);
        object.text("content", code.content);
        object.close();
    }
    out += ']';
}

void append_variant(std::string& out, const Variant& variant) {
    ObjectText object(out);
    object.text("lang", variant.language.tag());
    object.key("text");
    text::append_json_string(out, variant.text);
    if (!variant.codes.empty()) {
        object.key("codes");
        append_codes(out, variant.codes);
    }
    object.list("notes", variant.notes);
    object.pairs("properties", variant.properties);
    object.pairs("attributes", variant.attributes);
    object.close();
}

/// RFC 3339: "2026-11-24T09:30:00Z", of "20261124T093000Z".
std::string spell(std::chrono::sys_seconds when) {
    std::string time = date_text(when);
    for (const auto& [place, sign] : {std::pair(13, ":"), {11, ":"}, {6, "-"}, {4, "-"}})
        time.insert(static_cast<std::size_t>(place), sign);
    return time;
}

// Reading.

[[noreturn]] void refuse_value(const std::string& key) { text::refuse("bad-json-value", {key}); }

const Json* member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string string_of(const Json& object, const char* key) {
    const Json* const value = member(object, key);
    if (value == nullptr) return {};
    if (!value->is_string()) refuse_value(key);
    return value->get<std::string>();
}

std::vector<std::string> list_of(const Json& object, const char* key) {
    const Json* const values = member(object, key);
    if (values == nullptr) return {};
    if (!values->is_array()) refuse_value(key);
    std::vector<std::string> list;
    for (const Json& value : *values) {
        if (!value.is_string()) refuse_value(key);
        list.push_back(value.get<std::string>());
    }
    return list;
}

/// A list of pairs, or an object of texts.
Pairs pairs_of(const Json& object, const char* key) {
    const Json* const values = member(object, key);
    Pairs pairs;
    if (values == nullptr) return pairs;
    if (!values->is_structured()) refuse_value(key);
    for (const auto& [name, value] : values->items()) {
        if (values->is_object() && value.is_string()) {
            pairs.emplace_back(name, value.get<std::string>());
        } else if (value.is_array() && value.size() == 2 && value[0].is_string() && value[1].is_string()) {
            pairs.emplace_back(value[0].get<std::string>(), value[1].get<std::string>());
        } else {
            refuse_value(key);
        }
    }
    return pairs;
}

text::Language language_of(const std::string& tag) {
    if (tag.empty()) return {};
    const auto language = text::Language::parse(tag);
    if (!language) text::refuse("bad-language", {tag});
    return *language;
}

std::optional<std::chrono::sys_seconds> time_of(const Json& object, const char* key) {
    const std::string written = string_of(object, key);
    if (written.empty()) return std::nullopt;
    const auto time = parse_date(written);
    if (!time) refuse_value(key);
    return time;
}

InlineCode code_of(const Json& json, std::size_t text_size) {
    if (!json.is_object()) refuse_value("codes");
    const auto kind = std::ranges::find(kind_names, string_of(json, "kind"));
    if (kind == kind_names.end()) refuse_value("kind");
    const Json* const at = member(json, "at");
    if (at == nullptr || !at->is_number_unsigned() || at->get<std::size_t>() > text_size) refuse_value("at");
    return {static_cast<CodeKind>(kind - kind_names.begin()), at->get<std::size_t>(),
            pairs_of(json, "attributes"), string_of(json, "content")};
}

bool stands_in_a_character(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::vector<InlineCode> codes_of(const Json& json, const std::string& text) {
    std::vector<InlineCode> codes;
    const Json* const list = member(json, "codes");
    if (list == nullptr) return codes;
    if (!list->is_array()) refuse_value("codes");
    for (const Json& one : *list) {
        codes.push_back(code_of(one, text.size()));
        const std::size_t at = codes.back().at;
        if (stands_in_a_character(text, at) || (codes.size() > 1 && at < codes[codes.size() - 2].at))
            refuse_value("at");
    }
    return codes;
}

Variant variant_of(const Json& json, const char* key) {
    if (json.is_string()) return {{}, json.get<std::string>()};
    if (!json.is_object()) refuse_value(key);
    Variant variant = {language_of(string_of(json, "lang")), string_of(json, "text")};
    variant.codes = codes_of(json, variant.text);
    variant.notes = list_of(json, "notes");
    variant.properties = pairs_of(json, "properties");
    variant.attributes = pairs_of(json, "attributes");
    return variant;
}

std::vector<Variant> variants_of(const Json& json) {
    std::vector<Variant> variants;
    const Json* const list = member(json, "further");
    if (list == nullptr) return variants;
    if (!list->is_array()) refuse_value("further");
    for (const Json& one : *list) variants.push_back(variant_of(one, "further"));
    return variants;
}

/// {"translation": {"zh": "…", "en": "…"}}
std::vector<Variant> variants_by_language(const Json& object) {
    const Json* const texts = member(object, "translation");
    std::vector<Variant> variants;
    if (texts == nullptr) return variants;
    if (!texts->is_object()) refuse_value("translation");
    for (const auto& [tag, value] : texts->items()) {
        if (!value.is_string()) refuse_value("translation");
        variants.push_back({language_of(tag), value.get<std::string>()});
    }
    return variants;
}

/// Takes out the variant of that language, or the first.
Variant take_variant(std::vector<Variant>& variants, const text::Language& wanted) {
    if (variants.empty()) return {};
    auto found = std::ranges::find(variants, wanted, &Variant::language);
    if (found == variants.end()) found = variants.begin();
    Variant variant = std::move(*found);
    variants.erase(found);
    return variant;
}

Variant side_of(const Json& object, const char* key, const char* language_key,
                const text::Language& language) {
    const Json* const json = member(object, key);
    Variant variant = json == nullptr ? Variant() : variant_of(*json, key);
    if (!variant.language.known()) variant.language = language_of(string_of(object, language_key));
    if (!variant.language.known()) variant.language = language;
    return variant;
}

Json parse(std::string_view line) {
    Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) text::refuse("not-json");
    if (!json.is_object()) text::refuse("no-unit-object");
    return json;
}

constexpr std::string_view header_mark = "{\"tongwen-units\":";

}  // namespace

std::string unit_to_json(const TranslationUnit& unit) {
    std::string out;
    out.reserve(unit.source.text.size() + unit.target.text.size() + 160);
    ObjectText object(out);
    object.text("id", unit.id);
    object.key("source");
    append_variant(out, unit.source);
    object.key("target");
    append_variant(out, unit.target);
    if (!unit.further.empty()) {
        object.key("further");
        out += '[';
        for (const Variant& variant : unit.further) {
            if (&variant != &unit.further.front()) out += ',';
            append_variant(out, variant);
        }
        out += ']';
    }
    object.list("notes", unit.notes);
    object.pairs("properties", unit.properties);
    object.pairs("attributes", unit.attributes);
    object.text("changed_by", unit.changed_by);
    if (unit.changed_when) object.text("changed", spell(*unit.changed_when));
    if (unit.created_when) object.text("created", spell(*unit.created_when));
    object.close();
    return out;
}

std::string header_to_json(const MemoryHeader& header) {
    std::string out;
    ObjectText object(out);
    object.key("tongwen-units");
    out += '1';
    object.text("source_lang", header.source_language.tag());
    object.text("target_lang", header.target_language.tag());
    object.list("notes", header.notes);
    object.pairs("properties", header.properties);
    object.pairs("attributes", header.attributes);
    object.close();
    return out;
}

std::optional<MemoryHeader> header_from_json(std::string_view line) {
    if (!line.starts_with(header_mark)) return std::nullopt;
    const Json json = parse(line);
    return MemoryHeader{language_of(string_of(json, "source_lang")),
                        language_of(string_of(json, "target_lang")), pairs_of(json, "attributes"),
                        list_of(json, "notes"), pairs_of(json, "properties")};
}

TranslationUnit unit_from_json(std::string_view line, const JsonLanguages& languages) {
    const Json json = parse(line);
    TranslationUnit unit;
    unit.id = string_of(json, "id");
    unit.notes = list_of(json, "notes");
    unit.properties = pairs_of(json, "properties");
    unit.attributes = pairs_of(json, "attributes");
    unit.changed_by = string_of(json, "changed_by");
    unit.changed_when = time_of(json, "changed");
    unit.created_when = time_of(json, "created");
    if (std::vector<Variant> variants = variants_by_language(json); !variants.empty()) {
        unit.source = take_variant(variants, languages.source);
        unit.target = take_variant(variants, languages.target);
        unit.further = std::move(variants);
        return unit;
    }
    if (member(json, "source") == nullptr && member(json, "target") == nullptr)
        text::refuse("no-unit-object");
    unit.source = side_of(json, "source", "source_lang", languages.source);
    unit.target = side_of(json, "target", "target_lang", languages.target);
    unit.further = variants_of(json);
    return unit;
}

}  // namespace tongwen::tmx
