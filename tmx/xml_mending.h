// SPDX-License-Identifier: Apache-2.0
// Owns what a tree parser must not see: characters that XML forbids, references to nothing, entities to
// expand.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::tmx {

/// The general entities that a DOCTYPE's internal subset declares.
class XmlEntities {
  public:
    XmlEntities() = default;
    /// Reads `<!ENTITY name "text">`; parameter entities are passed over. What is declared with SYSTEM or
    /// PUBLIC stands outside of the file and is not known here, ever. At most 1,000 count, of at most 4 KB
    /// each.
    explicit XmlEntities(std::string_view doctype);

    /// Appends the text of an entity, its own references resolved; false when it is not known. Throws
    /// InputError, without a place: xml-entity-bomb {name} when more than 64 KB would come of it, more than
    /// 256 MB came of all, or it holds itself.
    bool append(std::string_view name, std::string& out);

  private:
    void declare(std::string_view declaration);
    void append(std::string_view name, std::string& out, std::size_t depth);
    void count_step(std::string_view name);

    std::map<std::string, std::string, std::less<>> texts_;
    std::size_t steps_ = 0;      // of the reference that is being resolved; empty texts cost time, too
    std::size_t all_steps_ = 0;  // of all before it
};

/// What had to be mended in a piece of XML.
struct XmlMends {
    std::size_t illegal_characters = 0;              ///< dropped, written as such or as references
    std::size_t bare_ampersands = 0;                 ///< taken as text
    std::vector<std::string> unknown_entities = {};  ///< taken as text; each use
    friend bool operator==(const XmlMends&, const XmlMends&) = default;
};

/// Whether a piece of well-formed UTF-8 holds nothing to mend and no entities but XML's own five. Fast.
bool is_clean_xml(std::string_view xml);

/// The piece as a tree parser can take it: without characters outside of XML 1.0's Char, entities expanded,
/// every other "&" escaped. Comments, CDATA sections and processing instructions only lose characters. Throws
/// InputError xml-entity-bomb {name}, too, when it grows by more than 1 MB.
std::string mend_xml(std::string_view xml, XmlEntities& entities, XmlMends& mends);

}  // namespace tongwen::tmx
