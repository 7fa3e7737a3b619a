// SPDX-License-Identifier: Apache-2.0
// Owns XmlTrees: the pieces of a large XML file as trees, mended where that takes it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_source.h"
#include "tmx/oddities.h"
#include "tmx/xml_cutter.h"
#include "tmx/xml_mending.h"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace tongwen::tmx {

/// Goes through an XML file piece by piece.
class XmlTrees {
  public:
    static constexpr std::size_t element_limit = std::size_t{16} << 20;  ///< bytes of an element

    /// `elements` are cut out whole, whatever their prefix ("x:row" of "row"). Oddities are said in
    /// `oddities`, which must live as long.
    XmlTrees(std::unique_ptr<text::ByteSource> bytes, const std::vector<std::string_view>& elements,
             std::string file, Oddities& oddities);
    ~XmlTrees();
    XmlTrees(const XmlTrees&) = delete;
    XmlTrees& operator=(const XmlTrees&) = delete;

    /// The next piece; see XmlCutter::next. DOCTYPEs are read and passed over. `unit` is the number of the
    /// unit that comes, for oddities.
    const XmlPiece& next(std::size_t unit);
    /// The DOCTYPE as it stands in the file; empty when none came yet. Nothing that it names is ever read.
    [[nodiscard]] const std::string& doctype() const { return doctype_; }
    /// The piece's name without its prefix.
    [[nodiscard]] std::string_view name() const;
    /// The piece as a tree: an element, or a start tag as an element without content. It lasts until the next
    /// call. Says, with the unit's number, xml-illegal-characters {unit, count}, xml-bare-ampersand {unit},
    /// xml-unknown-entity {unit, name}. Throws InputError xml-bad-markup {element, reason, unit},
    /// xml-entity-bomb {entity}.
    pugi::xml_node tree(std::size_t unit);

  private:
    std::string mended(std::size_t unit);
    [[noreturn]] void fail(std::string id, std::vector<std::string> arguments) const;

    std::string file_;
    Oddities& oddities_;
    std::vector<std::string> names_;
    XmlCutter cutter_;
    XmlEntities entities_;
    std::string doctype_;
    std::unique_ptr<pugi::xml_document> tree_;
    std::string xml_;  // what the tree points into
    const XmlPiece* piece_ = nullptr;
    std::size_t unit_ = 0;  // of the tree
    std::size_t said_bad_ = 0;
};

/// A name without its prefix.
std::string_view without_prefix(std::string_view name);
/// The first child of that name, whatever its prefix.
pugi::xml_node child_of(const pugi::xml_node& parent, std::string_view name);

}  // namespace tongwen::tmx
