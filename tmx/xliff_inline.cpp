// SPDX-License-Identifier: Apache-2.0
// Owns the elements that codes are in XLIFF 1.2 and 2.1.
#include "tmx/xliff_inline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "text/unicode.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

/// How a highlight of TMX is marked: our own kind of annotation.
constexpr std::string_view highlight12 = "x-tongwen-hi";
constexpr std::string_view highlight21 = "tongwen:hi";

std::string_view attribute(const Attributes& attributes, std::string_view name) {
    const auto found =
        std::ranges::find(attributes, name, [](const auto& one) { return std::string_view(one.first); });
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

/// The ids of a text's codes: `x` where it has one, for it matches across languages, else their number.
class CodeIds {
  public:
    std::string of(const InlineCode& code) {
        const std::string_view x = attribute(code.attributes, "x");
        ++number_;
        return x.empty() ? fmt::format("c{}", number_) : fmt::format("{}{}", prefix(code.kind), x);
    }

  private:
    /// The two ends of a pair have the same `x`, but no two elements may have the same id.
    static std::string_view prefix(CodeKind kind) { return kind == CodeKind::ept ? "e" : ""; }
    std::size_t number_ = 0;
};

std::string type_attribute(const InlineCode& code, std::string_view name) {
    const std::string_view type = code.kind == CodeKind::ut ? "ut" : attribute(code.attributes, "type");
    return type.empty() ? "" : fmt::format(" {}=\"x-{}\"", name, escape_attribute(type));
}

std::string code12(const InlineCode& code, const std::string& id) {
    const auto element = [&](std::string_view name, std::string_view more) {
        return fmt::format("<{0} id=\"{1}\"{2}{3}>{4}</{0}>", name, escape_attribute(id), more,
                           type_attribute(code, "ctype"), code.content);
    };
    const std::string rid = fmt::format(" rid=\"{}\"", escape_attribute(attribute(code.attributes, "i")));
    switch (code.kind) {
        case CodeKind::bpt:
            return element("bpt", rid);
        case CodeKind::ept:
            return element("ept", rid);
        case CodeKind::it:
            return element("it",
                           attribute(code.attributes, "pos") == "end" ? " pos=\"close\"" : " pos=\"open\"");
        case CodeKind::hi_start:
            return fmt::format("<mrk mtype=\"{}\">", highlight12);
        case CodeKind::hi_end:
            return "</mrk>";
        case CodeKind::ph:
        case CodeKind::ut:
            break;
    }
    return element("ph", "");
}

/// XLIFF 2 keeps native codes apart, and knows no elements in them.
std::string data_reference(const InlineCode& code, OriginalData& data) {
    if (code.content.empty()) return {};
    data.push_back(code.content.find('<') == std::string::npos ? code.content : escape_content(code.content));
    return fmt::format(" dataRef=\"d{}\"", data.size());
}

std::string code21(const InlineCode& code, const std::string& id, std::map<std::string, std::string>& starts,
                   OriginalData& data) {
    const std::string rest = data_reference(code, data);
    const std::string type = code.kind == CodeKind::ut ? " type=\"other\" subType=\"tongwen:ut\"" : "";
    const std::string i(attribute(code.attributes, "i"));
    switch (code.kind) {
        case CodeKind::bpt:
            starts[i] = id;
            return fmt::format("<sc id=\"{}\"{}/>", escape_attribute(id), rest);
        case CodeKind::ept:
            if (const auto start = starts.find(i); start != starts.end())
                return fmt::format("<ec startRef=\"{}\"{}/>", escape_attribute(start->second), rest);
            return fmt::format("<ec id=\"{}\" isolated=\"yes\"{}/>", escape_attribute(id), rest);
        case CodeKind::it:
            return fmt::format("<{} id=\"{}\" isolated=\"yes\"{}/>",
                               attribute(code.attributes, "pos") == "end" ? "ec" : "sc", escape_attribute(id),
                               rest);
        case CodeKind::hi_start:
            return fmt::format("<mrk id=\"{}\" type=\"{}\">", escape_attribute(id), highlight21);
        case CodeKind::hi_end:
            return "</mrk>";
        case CodeKind::ph:
        case CodeKind::ut:
            break;
    }
    return fmt::format("<ph id=\"{}\"{}{}/>", escape_attribute(id), type, rest);
}

/// The text between the codes, escaped, and what `spell` makes of each of them.
std::string with_codes(const Variant& variant, LegalTexts& texts, const std::string& unit, auto spell) {
    if (variant.codes.empty()) return escape_content(texts.whole(variant.text, unit));
    std::string out;
    std::size_t at = 0;
    const std::string_view text = variant.text;
    for (const InlineCode& code : variant.codes) {
        const std::size_t until = std::min(std::max(code.at, at), text.size());
        out += escape_content(texts.piece(text.substr(at, until - at), unit));
        out += spell(code);
        at = until;
    }
    return out += escape_content(texts.piece(text.substr(at), unit));
}

class Receiver final : public pugi::xml_writer {
  public:
    explicit Receiver(std::string& out) : out_(out) {}
    void write(const void* data, std::size_t size) override {
        out_.append(static_cast<const char*>(data), size);
    }

  private:
    std::string& out_;
};

/// The content of an element as XML.
std::string inner_xml(const pugi::xml_node& element) {
    std::string xml;
    Receiver receiver(xml);
    for (const pugi::xml_node& child : element.children())
        child.print(receiver, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return xml;
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

/// Walks through the content and fills a variant.
class InlineReading {
  public:
    InlineReading(const pugi::xml_node& data, Variant& variant) : data_(data), variant_(variant) {}

    void read(const pugi::xml_node& parent, std::size_t depth = 0) {
        constexpr std::size_t deepest = 100;
        for (const pugi::xml_node& child : parent.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                variant_.text += child.value();
            else if (child.type() == pugi::node_element && depth < deepest)
                read_element(child, local_name(child), depth + 1);
        }
    }

  private:
    void read_element(const pugi::xml_node& element, std::string_view name, std::size_t depth) {
        if (name == "g" || name == "pc") return read_pair(element, name == "pc", depth);
        if (name == "mrk") return read_mark(element, depth);
        if (name == "cp") return read_code_point(element);
        if (name == "bpt" || name == "bx")
            return add(CodeKind::bpt, element, {{"i", number_of(pair_id(element))}});
        if (name == "ept" || name == "ex")
            return add(CodeKind::ept, element, {{"i", number_of(pair_id(element))}});
        if (name == "it")
            return add(
                CodeKind::it, element,
                {{"pos", std::string_view(element.attribute("pos").value()) == "close" ? "end" : "begin"}});
        if (name == "sc" || name == "ec") return read_end_of_pair(element, name == "sc");
        if (name == "x" || name == "ph")
            return add(is_unknown_tag(element) ? CodeKind::ut : CodeKind::ph, element, {});
        read(element, depth);  // of another vocabulary: its text counts
    }

    static bool is_unknown_tag(const pugi::xml_node& element) {
        return std::string_view(element.attribute("ctype").value()) == "x-ut" ||
               std::string_view(element.attribute("subType").value()) == "tongwen:ut";
    }

    static std::string pair_id(const pugi::xml_node& element) {
        const pugi::xml_attribute rid = element.attribute("rid");
        return rid ? rid.value() : element.attribute("id").value();
    }

    /// TMX counts pairs; ids that are numbers stay.
    std::string number_of(const std::string& id) {
        const auto known = numbers_.find(id);
        if (known != numbers_.end()) return known->second;
        const bool is_number =
            !id.empty() && id.size() < 10 && id.find_first_not_of("0123456789") == std::string::npos;
        return numbers_[id] = is_number ? id : std::to_string(numbers_.size() + 1);
    }

    /// `x` is what ids are across languages; those that we made ourselves say nothing.
    static void add_x(const pugi::xml_node& element, bool is_end, Attributes& attributes) {
        std::string_view id = element.attribute("id").value();
        if (is_end && id.starts_with('e')) id.remove_prefix(1);
        if (!id.empty() && id.find_first_not_of("0123456789") == std::string_view::npos)
            attributes.emplace_back("x", id);
    }

    static void add_type(const pugi::xml_node& element, Attributes& attributes) {
        std::string_view type = element.attribute("ctype").value();
        if (type.starts_with("x-")) type.remove_prefix(2);
        if (!type.empty() && type != "ut") attributes.emplace_back("type", type);
    }

    std::string native_code(const pugi::xml_node& element, const char* reference_name) const {
        const char* const reference = element.attribute(reference_name).value();
        if (*reference == '\0') return inner_xml(element);
        return inner_xml(data_.find_child_by_attribute("id", reference));
    }

    void add(CodeKind kind, const pugi::xml_node& element, Attributes attributes) {
        if (kind != CodeKind::it) add_x(element, kind == CodeKind::ept, attributes);
        add_type(element, attributes);
        variant_.codes.push_back(
            {kind, variant_.text.size(), std::move(attributes), native_code(element, "dataRef")});
    }

    void read_pair(const pugi::xml_node& element, bool version2, std::size_t depth) {
        const std::string i = number_of(element.attribute("id").value());
        Attributes attributes = {{"i", i}};
        add_type(element, attributes);
        const auto code = [&](const char* reference) {
            return version2 ? native_code(element, reference) : std::string();
        };
        const auto content_of = [&](const char* reference) {
            return *element.attribute(reference).value() == '\0' ? std::string() : code(reference);
        };
        variant_.codes.push_back(
            {CodeKind::bpt, variant_.text.size(), attributes, content_of("dataRefStart")});
        read(element, depth);
        variant_.codes.push_back({CodeKind::ept, variant_.text.size(), {{"i", i}}, content_of("dataRefEnd")});
    }

    void read_end_of_pair(const pugi::xml_node& element, bool starts) {
        if (std::string_view(element.attribute("isolated").value()) == "yes")
            return add(CodeKind::it, element, {{"pos", starts ? "begin" : "end"}});
        const char* const id = element.attribute(starts ? "id" : "startRef").value();
        add(starts ? CodeKind::bpt : CodeKind::ept, element, {{"i", number_of(id)}});
    }

    void read_mark(const pugi::xml_node& element, std::size_t depth) {
        const bool highlights = element.attribute("mtype").value() == highlight12 ||
                                element.attribute("type").value() == highlight21;
        if (highlights) variant_.codes.push_back({CodeKind::hi_start, variant_.text.size()});
        read(element, depth);
        if (highlights) variant_.codes.push_back({CodeKind::hi_end, variant_.text.size()});
    }

    /// A character that XML does not allow: it would be refused elsewhere, too.
    void read_code_point(const pugi::xml_node& element) {
        const std::string_view hex = element.attribute("hex").value();
        std::uint32_t code_point = 0;
        const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), code_point, 16);
        if (read.ec == std::errc{} && is_xml_character(code_point))
            text::append_utf8(variant_.text, code_point);
    }

    const pugi::xml_node& data_;
    Variant& variant_;
    std::map<std::string, std::string> numbers_;
};

}  // namespace

std::string inline12(const Variant& variant, LegalTexts& texts, const std::string& unit) {
    CodeIds ids;
    return with_codes(variant, texts, unit,
                      [&ids](const InlineCode& code) { return code12(code, ids.of(code)); });
}

std::string inline21(const Variant& variant, LegalTexts& texts, const std::string& unit, OriginalData& data) {
    CodeIds ids;
    std::map<std::string, std::string> starts;
    return with_codes(variant, texts, unit,
                      [&](const InlineCode& code) { return code21(code, ids.of(code), starts, data); });
}

void read_inline(const pugi::xml_node& content, const pugi::xml_node& data, Variant& variant) {
    InlineReading(data, variant).read(content);
}

}  // namespace tongwen::tmx
