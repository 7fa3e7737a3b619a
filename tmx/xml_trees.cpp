// SPDX-License-Identifier: Apache-2.0
// Owns the way from a piece of XML to a tree.
#include "tmx/xml_trees.h"

#include <utility>

#include <pugixml.hpp>

#include "text/decoded_source.h"

namespace tongwen::tmx {
namespace {

/// Prefixes that tools are known to write; a name space may have any other, but none was seen that does.
std::vector<std::string> with_prefixes(const std::vector<std::string_view>& elements) {
    std::vector<std::string> names;
    for (const std::string_view element : elements)
        for (const char* const prefix : {"", "x:", "xlf:", "xliff:", "ns0:", "ns1:"})
            names.push_back(prefix + std::string(element));
    return names;
}

XmlCutterOptions options_for(const std::vector<std::string>& names, const std::string& file) {
    return {{names.begin(), names.end()}, XmlTrees::element_limit, file};
}

}  // namespace

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& child : parent.children())
        if (without_prefix(child.name()) == name) return child;
    return {};
}

XmlTrees::XmlTrees(std::unique_ptr<text::ByteSource> bytes, const std::vector<std::string_view>& elements,
                   std::string file, Oddities& oddities)
    : file_(std::move(file)),
      oddities_(oddities),
      names_(with_prefixes(elements)),
      cutter_(text::decode_xml(std::move(bytes), file_), options_for(names_, file_)),
      tree_(std::make_unique<pugi::xml_document>()) {}

XmlTrees::~XmlTrees() = default;

const XmlPiece& XmlTrees::next(std::size_t unit) {
    for (;;) {
        piece_ = &cutter_.next();
        if (cutter_.bad_count() != said_bad_) {
            oddities_.say("undecodable-near-unit", piece_->line, unit,
                          {std::to_string(cutter_.bad_count() - said_bad_), cutter_.charset()});
            said_bad_ = cutter_.bad_count();
        }
        if (piece_->kind != XmlPiece::Kind::doctype) return *piece_;
        doctype_ = piece_->bytes;
        entities_ = XmlEntities(doctype_);
    }
}

std::string_view XmlTrees::name() const { return without_prefix(piece_->name); }

pugi::xml_node XmlTrees::tree(std::size_t unit) {
    unit_ = unit;
    if (is_clean_xml(piece_->bytes)) {
        xml_ = piece_->bytes;
    } else {
        xml_ = mended(unit);
    }
    if (piece_->kind == XmlPiece::Kind::start_tag && !xml_.ends_with("/>"))
        xml_.insert(xml_.size() - 1, 1, '/');
    const pugi::xml_parse_result result = tree_->load_buffer_inplace(
        xml_.data(), xml_.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!result)
        fail("xml-bad-markup", {std::string(piece_->name), result.description(), std::to_string(unit)});
    return tree_->document_element();
}

std::string XmlTrees::mended(std::size_t unit) try {
    XmlMends mends;
    std::string xml = mend_xml(piece_->bytes, entities_, mends);
    const auto say = [&](const std::string& id, std::vector<std::string> arguments) {
        oddities_.say(id, piece_->line, unit, std::move(arguments));
    };
    if (mends.illegal_characters > 0)
        say("xml-illegal-characters", {std::to_string(mends.illegal_characters)});
    if (mends.bare_ampersands > 0) say("xml-bare-ampersand", {});
    for (std::string& name : mends.unknown_entities) say("xml-unknown-entity", {std::move(name)});
    return xml;
} catch (const text::InputError& error) {
    fail(error.diagnostic().id, error.diagnostic().arguments);  // with its place
}

void XmlTrees::fail(std::string id, std::vector<std::string> arguments) const {
    throw text::InputError(
        {std::move(id), text::Severity::error, {file_, piece_->line, 0, {}, unit_}, std::move(arguments)});
}

}  // namespace tongwen::tmx
