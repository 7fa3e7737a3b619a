// SPDX-License-Identifier: Apache-2.0
// Owns the comparison of texts without capitals and line ends.
#include "cli/text_search.h"

#include "text/unicode.h"

namespace tongwen::cli {
namespace {

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r'; }

unsigned char first_byte(char32_t c) {
    std::string bytes;
    text::append_utf8(bytes, c);
    return static_cast<unsigned char>(bytes.front());
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = at;
        if (!text::is_space(text::next_code_point(text, next))) break;
        at = next;
    }
    return at;
}

/// Behind line ends (and the spaces beside them) at `at`, if there are any.
std::size_t skip_line_ends(std::string_view text, std::size_t at) {
    const std::size_t end = skip_space(text, at);
    return text.substr(at, end - at).find_first_of("\r\n") == std::string_view::npos ? at : end;
}

}  // namespace

TextSearch::TextSearch(std::string_view wanted) {
    const std::string_view trimmed = text::trim(wanted);
    for (std::size_t at = 0; at < trimmed.size();) {
        const char32_t c = text::next_code_point(trimmed, at);
        const bool space = text::is_space(c) || is_line_end(c);
        if (space && wanted_.back() == U' ') continue;
        wanted_.push_back(space ? U' ' : text::to_lower(c));
    }
    if (wanted_.empty()) return;
    // Few code points have another lower case in another block; those who type them find them by it.
    first_bytes_[first_byte(wanted_.front())] = true;
    for (char32_t c = 0; c < 0x2000; ++c)
        if (text::to_lower(c) == wanted_.front()) first_bytes_[first_byte(c)] = true;
}

std::optional<std::size_t> TextSearch::match(std::string_view text, std::size_t at) const {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (wanted_[i] == U' ') {
            const std::size_t end = skip_space(text, at);
            if (end == at) return std::nullopt;
            at = end;
            continue;
        }
        if (i > 0 && wanted_[i - 1] != U' ') at = skip_line_ends(text, at);
        if (at >= text.size() || text::to_lower(text::next_code_point(text, at)) != wanted_[i])
            return std::nullopt;
    }
    return at;
}

std::optional<text::ByteSpan> TextSearch::find(std::string_view text, std::size_t from) const {
    if (wanted_.empty()) return std::nullopt;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!first_bytes_[static_cast<unsigned char>(text[at])]) continue;
        if (const auto end = match(text, at)) return text::ByteSpan{at, *end};
    }
    return std::nullopt;
}

}  // namespace tongwen::cli
