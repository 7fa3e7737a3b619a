// SPDX-License-Identifier: Apache-2.0
// Owns the visible text of raw HTML inside another format: what is text, what is an entity, where a line or a
// block ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::corpus {

/// A part of raw HTML that can be seen.
struct HtmlPiece {
    enum class What : std::uint8_t { text, entity, line_break, block_break };
    What what = What::text;
    std::string_view source = {};  ///< for text and entity: the bytes as they were given
};

/// Takes tags, comments, scripts and styles out of HTML that comes in chunks. Lenient: a `<` that begins no
/// tag is text.
class HtmlText {
  public:
    /// The visible pieces of the next chunk, as views into it.
    std::vector<HtmlPiece> feed(std::string_view chunk);

  private:
    enum class State : std::uint8_t { text, tag, quoted, comment, hidden };

    std::size_t feed_text(std::string_view rest, std::vector<HtmlPiece>& pieces);
    std::size_t feed_tag(std::string_view rest, std::vector<HtmlPiece>& pieces);
    void finish_tag(std::vector<HtmlPiece>& pieces);

    State state_ = State::text;
    char quote_ = '"';
    std::string hidden_;  ///< the element whose end tag `State::hidden` waits for
    std::string tag_;     ///< the tag's inside so far, bounded
};

/// What an entity ("&amp;", "&#20013;", "&#x4E2D;") stands for; the entity itself when we do not know it.
std::string decode_entity(std::string_view entity);

/// The bytes of a well-formed entity at the very beginning of `text`, 0 when there is none.
std::size_t entity_size(std::string_view text);

}  // namespace tongwen::corpus
