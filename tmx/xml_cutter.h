// SPDX-License-Identifier: Apache-2.0
// Owns XmlCutter: a large XML file as a stream of small pieces, each of which a tree parser can take.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/decoded_source.h"

namespace tongwen::tmx {

/// A piece of an XML file.
struct XmlPiece {
    enum class Kind { start_tag, end_tag, element, doctype, text, end };
    Kind kind = Kind::end;
    std::string_view name = {};   ///< of the tag or the element
    std::string_view bytes = {};  ///< the tag, the element from its start tag to its end tag, the DOCTYPE, or
                                  ///< text that is more than white space
    std::size_t line = 0;         ///< where it begins, from 1
};

struct XmlCutterOptions {
    std::vector<std::string_view> elements = {};  ///< which elements are cut out whole; the others' tags come
                                                  ///< one by one
    std::size_t element_limit = std::size_t{16} << 20;  ///< bytes; what is larger is refused
    std::string file = {};                              ///< for diagnostics only
};

/// Cuts along tags, aware of comments, CDATA sections, processing instructions, quotes and the internal
/// subset of a DOCTYPE, and checks that tags outside the elements cut out are balanced. Comments and
/// processing instructions outside of them are passed over. What is inside an element is not looked at.
/// Memory: the largest element, and 256 KB.
class XmlCutter {
  public:
    XmlCutter(std::unique_ptr<text::DecodedSource> source, XmlCutterOptions options);

    /// The next piece; its views last until the next call. An element without content is an element, too; any
    /// other tag that ends in "/>" is a start tag and then an end tag. Throws InputError, with file and line:
    /// xml-truncated {element or markup that is not closed, its line}, xml-end-tag {found, expected},
    /// xml-too-large {element, limit in MB}, xml-not-closed {element}: it begins again within itself,
    /// xml-bad-tag {}, xml-after-root {}; those of the source.
    const XmlPiece& next();

    /// Sequences of bytes in the pieces up to here, and a little beyond, that could not be decoded.
    [[nodiscard]] std::size_t bad_count() const { return source_->bad_count(); }
    [[nodiscard]] const std::string& charset() const { return source_->charset(); }

  private:
    bool more();
    bool have(std::size_t bytes);
    std::size_t find(std::string_view wanted, std::size_t from, std::string_view within);
    std::size_t tag_end(std::size_t from);
    std::size_t doctype_end(std::size_t from);
    std::size_t element_end(std::size_t from, std::string_view name);
    bool pass_over(std::string_view opening, std::string_view closing);
    const XmlPiece& give(XmlPiece::Kind kind, std::size_t size);
    const XmlPiece& cut_text();
    const XmlPiece& cut_tag();
    const XmlPiece& cut_end_tag();
    const XmlPiece& cut_end();
    void check_size(std::size_t end, std::string_view name);
    std::size_t line_at(std::size_t offset);
    [[noreturn]] void fail(std::string id, std::size_t offset, std::vector<std::string> arguments);
    [[noreturn]] void fail_truncated(std::string_view what, std::size_t line);

    std::unique_ptr<text::DecodedSource> source_;
    XmlCutterOptions options_;
    std::string buffer_;       // the bytes from `at_` on were not given yet
    std::size_t at_ = 0;       // what is before it can go
    std::size_t counted_ = 0;  // up to where line ends were counted
    std::size_t line_ = 1;     // at `counted_`
    struct Open {
        std::string name;
        std::size_t line;
    };
    std::vector<Open> open_;
    std::string pending_end_;  // of a tag that ended in "/>"
    bool root_seen_ = false;
    bool at_end_ = false;
    XmlPiece piece_;
};

}  // namespace tongwen::tmx
