// SPDX-License-Identifier: Apache-2.0
// Owns the walk through the inline elements of a segment.
#include "tmx/tmx_segment.h"

#include <string>

#include <pugixml.hpp>

#include "tmx/segment_text.h"
#include "tmx/tmx_vocabulary.h"

namespace tongwen::tmx {
namespace {

bool is_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// Visits what is below `root`, depth first: `enter` tells whether to visit the children, `leave` is called
/// for elements whose children were visited.
void walk(const pugi::xml_node& root, auto enter, auto leave) {
    pugi::xml_node node = root.first_child();
    while (node) {
        if (enter(node)) {
            if (const pugi::xml_node child = node.first_child()) {
                node = child;
                continue;
            }
            leave(node);
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            if (node != root) leave(node);
        }
        if (node == root) return;
        node = node.next_sibling();
    }
}

/// What a code holds, as XML.
class ContentText {
  public:
    explicit ContentText(const SegmentOddities& oddities) : oddities_(oddities) {}

    std::string of(const pugi::xml_node& code) {
        out_.clear();
        walk(
            code, [this](const pugi::xml_node& node) { return enter(node); },
            [this](const pugi::xml_node& node) { leave(node); });
        return std::move(out_);
    }

  private:
    bool enter(const pugi::xml_node& node) {
        if (is_text(node)) out_ += escape_content(node.value());
        if (node.type() != pugi::node_element) return false;
        const vocabulary::Element* const element = inline_element(node.name());
        if (element == nullptr) {
            oddities_.unknown_element(node.name());
            return true;
        }
        out_.append("<").append(element->name);
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (!has_attribute(*element, attribute.name())) {
                oddities_.unknown_attribute(element->name, attribute.name());
                continue;
            }
            out_.append(" ").append(attribute.name()).append("=\"");
            out_.append(escape_attribute(attribute.value())).append("\"");
        }
        out_ += node.first_child() ? ">" : "/>";
        return true;
    }

    void leave(const pugi::xml_node& node) {
        if (!node.first_child()) return;
        if (const vocabulary::Element* const element = inline_element(node.name()))
            out_.append("</").append(element->name).append(">");
    }

    static const vocabulary::Element* inline_element(std::string_view name) {
        return name == "sub" || code_kind(name) ? find_element(name) : nullptr;
    }

    const SegmentOddities& oddities_;
    std::string out_;
};

class SegmentReader {
  public:
    SegmentReader(Variant& variant, const SegmentOddities& oddities)
        : variant_(variant), oddities_(oddities) {}

    bool enter(const pugi::xml_node& node) {
        if (is_text(node)) variant_.text += node.value();
        if (node.type() != pugi::node_element) return false;
        const auto kind = code_kind(node.name());
        if (!kind) {
            oddities_.unknown_element(node.name());
            return true;
        }
        const bool covers_text = *kind == CodeKind::hi_start;
        variant_.codes.push_back({*kind, variant_.text.size(), attributes_of(node),
                                  covers_text ? std::string() : ContentText(oddities_).of(node)});
        return covers_text;
    }

    void leave(const pugi::xml_node& node) {
        if (code_kind(node.name()) == CodeKind::hi_start)
            variant_.codes.push_back({CodeKind::hi_end, variant_.text.size()});
    }

  private:
    [[nodiscard]] Attributes attributes_of(const pugi::xml_node& node) const {
        Attributes attributes;
        const vocabulary::Element* const element = find_element(node.name());
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (has_attribute(*element, attribute.name())) {
                attributes.emplace_back(attribute.name(), attribute.value());
            } else {
                oddities_.unknown_attribute(element->name, attribute.name());
            }
        }
        return attributes;
    }

    Variant& variant_;
    const SegmentOddities& oddities_;
};

}  // namespace

void read_segment(const pugi::xml_node& seg, Variant& variant, const SegmentOddities& oddities) {
    SegmentReader reader(variant, oddities);
    walk(
        seg, [&reader](const pugi::xml_node& node) { return reader.enter(node); },
        [&reader](const pugi::xml_node& node) { reader.leave(node); });
}

std::string plain_text(const pugi::xml_node& element) {
    std::string text;
    walk(
        element,
        [&text](const pugi::xml_node& node) {
            if (is_text(node)) text += node.value();
            return node.type() == pugi::node_element;
        },
        [](const pugi::xml_node&) {});
    return text;
}

}  // namespace tongwen::tmx
