// SPDX-License-Identifier: Apache-2.0
// Owns what becomes of texts and codes that no file could hold as they are.
#include "tmx/tmx_segment_writer.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "text/unicode.h"
#include "tmx/segment_text.h"
#include "tmx/tmx_vocabulary.h"
#include "tmx/xml_mending.h"

namespace tongwen::tmx {
namespace {

std::string legal(std::string_view utf8, std::size_t& dropped) {
    LegalText text = drop_illegal_characters(utf8);
    dropped += text.dropped;
    return std::move(text.text);
}

std::string_view attribute_of(const InlineCode& code, std::string_view name) {
    const auto found = std::ranges::find(code.attributes, name, &Attributes::value_type::first);
    return found == code.attributes.end() ? std::string_view() : std::string_view(found->second);
}

/// The content of a code as it may stand in XML.
std::string content_xml(const std::string& content, std::size_t& dropped) {
    std::string xml = legal(content, dropped);
    if (xml.find_first_of("<&>") == std::string::npos) return xml;
    pugi::xml_document tree;
    const bool is_xml = is_clean_xml(xml) && tree.load_string(("<x>" + xml + "</x>").c_str());
    const bool is_one = is_xml && !tree.first_child().next_sibling();
    return is_one ? xml : escape_content(xml);
}

/// Which codes are a `bpt` and the `ept` that follows with the same number.
std::vector<bool> paired_codes(const std::vector<InlineCode>& codes) {
    std::vector<bool> paired(codes.size(), false);
    std::unordered_map<std::string_view, std::size_t> open;  // by number
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string_view number = attribute_of(codes[i], "i");
        if (number.empty()) continue;
        if (codes[i].kind == CodeKind::bpt) open.insert_or_assign(number, i);
        if (codes[i].kind != CodeKind::ept) continue;
        const auto begin = open.extract(number);
        if (begin) paired[i] = paired[begin.mapped()] = true;
    }
    return paired;
}

/// Turns codes whose partner is missing into `it`.
std::vector<InlineCode> balanced(std::vector<InlineCode> codes) {
    const std::vector<bool> paired = paired_codes(codes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        InlineCode& code = codes[i];
        if (paired[i] || (code.kind != CodeKind::bpt && code.kind != CodeKind::ept)) continue;
        const bool begins = code.kind == CodeKind::bpt;
        code.kind = CodeKind::it;
        std::erase_if(code.attributes, [](const auto& attribute) { return attribute.first == "i"; });
        code.attributes.insert(code.attributes.begin(), {"pos", begins ? "begin" : "end"});
    }
    return codes;
}

/// The text between the codes: one piece more than there are codes.
std::vector<std::string> pieces_of(std::string_view text, const std::vector<InlineCode>& codes,
                                   std::size_t& dropped) {
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    for (const InlineCode& code : codes) {
        const std::size_t end = std::clamp(code.at, begin, text.size());
        pieces.push_back(legal(text.substr(begin, end - begin), dropped));
        begin = end;
    }
    pieces.push_back(legal(text.substr(begin), dropped));
    return pieces;
}

/// Puts the pieces in NFC, and takes away white space at both ends of the whole.
void tidy(std::vector<std::string>& pieces) {
    for (std::string& piece : pieces) piece = text::to_nfc(piece);
    for (std::string& piece : pieces) {
        const std::string_view kept = text::trim(piece);
        piece.erase(0, kept.empty() ? piece.size() : static_cast<std::size_t>(kept.data() - piece.data()));
        if (!piece.empty()) break;
    }
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        const std::string_view kept = text::trim(*piece);
        piece->resize(kept.empty() ? 0 : static_cast<std::size_t>(kept.data() - piece->data()) + kept.size());
        if (!piece->empty()) break;
    }
}

/// Writes the tags of codes.
class CodeWriter {
  public:
    explicit CodeWriter(SegmentXml& out) : out_(out) {}

    void write(const InlineCode& code) {
        if (code.kind == CodeKind::hi_end) return close();
        const std::string_view name = element_name(code.kind);
        out_.xml.append("<").append(name);
        for (const auto& [attribute, value] : code.attributes) {
            if (!has_attribute(*find_element(name), attribute)) continue;
            out_.xml.append(" ").append(attribute).append("=\"");
            out_.xml.append(escape_attribute(legal(value, out_.dropped))).append("\"");
        }
        out_.xml += '>';
        if (code.kind == CodeKind::hi_start) {
            ++open_;
        } else {
            out_.xml += content_xml(code.content, out_.dropped);
            out_.xml.append("</").append(name).append(">");
        }
    }

    void finish() {
        while (open_ > 0) close();
    }

  private:
    void close() {
        if (open_ == 0) return;
        --open_;
        out_.xml += "</hi>";
    }

    SegmentXml& out_;
    std::size_t open_ = 0;  // `hi`
};

}  // namespace

SegmentXml segment_xml(const Variant& variant, bool verbatim) {
    SegmentXml out;
    if (variant.codes.empty()) {
        std::string text = legal(variant.text, out.dropped);
        if (!verbatim) text = normalise(text);
        out.has_text = !text.empty();
        out.xml = escape_content(text);
        return out;
    }
    const std::vector<InlineCode> codes = verbatim ? variant.codes : balanced(variant.codes);
    std::vector<std::string> pieces = pieces_of(variant.text, codes, out.dropped);
    if (!verbatim) tidy(pieces);
    CodeWriter writer(out);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        out.has_text = out.has_text || !pieces[i].empty();
        out.xml += escape_content(pieces[i]);
        if (i < codes.size()) writer.write(codes[i]);
    }
    writer.finish();
    return out;
}

}  // namespace tongwen::tmx
