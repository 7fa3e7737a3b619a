// SPDX-License-Identifier: Apache-2.0
// Owns the rules of line breaking: a short form of UAX #14 for the scripts at hand and the prohibition rules
// of GB/T 15834 and JIS X 4051.
#include "cli/line_breaking.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace tongwen::cli {
namespace {

constexpr std::u32string_view never_first =
    U"，。、！？；：．）》」』】〕〗〉〞”’…·‧～％‰℃々〻ー゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.!?;:)]"
    U"}%";
constexpr std::u32string_view never_last = U"（《「『【〔〖〈〝“‘([{¥￥＄$№";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// Embeddings, overrides and isolates (UAX #9): they would turn the rest of the line around.
bool is_direction_control(char32_t c) {
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

struct Neighbours {
    char32_t before;
    char32_t after;
    bool spaced;
};

bool may_break(const Neighbours& at) {
    if (contains(never_first, at.after) || contains(never_last, at.before)) return false;
    if (at.spaced) return true;
    const bool one_sign = at.before == at.after && (at.before == U'—' || at.before == U'…');
    return !one_sign && (text::display_width(at.before) == 2 || text::display_width(at.after) == 2);
}

/// A run of characters that stays together, and whether a space stood before it.
struct Chunk {
    std::string_view text;
    std::size_t width = 0;
    bool spaced = false;
};

class ChunkReader {
  public:
    ChunkReader(std::string_view text, int ambiguous) : text_(text), ambiguous_(ambiguous) {
        spaced_ = skip_spaces();
    }

    [[nodiscard]] bool done() const { return offset_ == text_.size(); }

    Chunk next() {
        const std::size_t begin = offset_;
        Chunk chunk{{}, 0, spaced_};
        char32_t before = step(chunk);
        std::size_t end = offset_;
        while (true) {
            spaced_ = skip_spaces();
            if (done()) break;
            std::size_t ahead = offset_;
            const char32_t after = text::next_code_point(text_, ahead);
            const bool combining = !spaced_ && text::display_width(after) == 0;
            if (!combining && may_break({before, after, spaced_})) break;
            chunk.width += spaced_ ? 1 : 0;
            const char32_t taken = step(chunk);
            before = combining ? before : taken;
            end = offset_;
        }
        chunk.text = text_.substr(begin, end - begin);
        return chunk;
    }

  private:
    bool skip_spaces() {
        const std::size_t begin = offset_;
        while (offset_ < text_.size() && text_[offset_] == ' ') ++offset_;
        return offset_ != begin;
    }

    char32_t step(Chunk& chunk) {
        const char32_t c = text::next_code_point(text_, offset_);
        chunk.width += static_cast<std::size_t>(text::display_width(c, ambiguous_));
        return c;
    }

    std::string_view text_;
    int ambiguous_;
    std::size_t offset_ = 0;
    bool spaced_ = false;
};

class LineFiller {
  public:
    LineFiller(std::size_t width, int ambiguous)
        : width_(std::max<std::size_t>(width, 2)), ambiguous_(ambiguous) {}

    void add(const Chunk& chunk) {
        const std::size_t gap = chunk.spaced && !line_.empty() ? 1 : 0;
        if (used_ + gap + chunk.width > width_) end_line();
        if (chunk.width > width_) return add_piecewise(chunk.text);
        if (gap == 1 && !line_.empty()) put(" ", 1);
        put(chunk.text, chunk.width);
    }

    std::vector<std::string> finish() {
        end_line();
        return std::move(lines_);
    }

  private:
    void put(std::string_view text, std::size_t columns) {
        line_ += text;
        used_ += columns;
    }

    void add_piecewise(std::string_view text) {
        for (std::size_t offset = 0; offset < text.size();) {
            const std::size_t begin = offset;
            const auto columns = static_cast<std::size_t>(
                text::display_width(text::next_code_point(text, offset), ambiguous_));
            if (used_ + columns > width_) end_line();
            const bool leading_space = line_.empty() && text[begin] == ' ';
            if (!leading_space) put(text.substr(begin, offset - begin), columns);
        }
    }

    void end_line() {
        line_.erase(line_.find_last_not_of(' ') + 1);
        if (!line_.empty()) lines_.push_back(std::exchange(line_, {}));
        used_ = 0;
    }

    std::size_t width_;
    int ambiguous_;
    std::string line_;
    std::size_t used_ = 0;
    std::vector<std::string> lines_;
};

/// The longest beginning that takes at most `room` columns.
std::string_view beginning(std::string_view utf8, std::size_t room, int ambiguous) {
    std::size_t used = 0;
    std::size_t end = 0;
    for (std::size_t offset = 0; offset < utf8.size(); end = offset) {
        used += static_cast<std::size_t>(text::display_width(text::next_code_point(utf8, offset), ambiguous));
        if (used > room) break;
    }
    return utf8.substr(0, end);
}

/// The longest ending that takes at most `room` columns and begins with a character of its own: a combining
/// one would go onto what stands before it.
std::string_view ending(std::string_view utf8, std::size_t room, int ambiguous) {
    std::size_t used = 0;
    std::size_t begin = utf8.size();
    for (std::size_t offset = utf8.size(); offset > 0;) {
        const auto columns =
            static_cast<std::size_t>(text::display_width(text::previous_code_point(utf8, offset), ambiguous));
        used += columns;
        if (used > room) break;
        if (columns > 0) begin = offset;
    }
    return utf8.substr(begin);
}

}  // namespace

std::string legible(std::string_view utf8) {
    std::string out;
    bool space = false;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, offset);
        if (text::is_space(c)) {
            space = !out.empty();
        } else if (!is_direction_control(c)) {
            if (std::exchange(space, false)) out += ' ';
            text::append_utf8(out, is_control(c) ? 0xFFFD : c);
        }
    }
    return out;
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t width, int ambiguous) {
    ChunkReader reader(utf8, ambiguous);
    LineFiller filler(width, ambiguous);
    while (!reader.done()) filler.add(reader.next());
    return filler.finish();
}

std::string pad(std::string_view utf8, std::size_t width, int ambiguous) {
    std::string out(utf8);
    const std::size_t used = text::display_width(utf8, ambiguous);
    if (used < width) out.append(width - used, ' ');
    return out;
}

std::string shorten(std::string_view utf8, std::size_t width, bool unicode, int ambiguous) {
    if (text::display_width(utf8, ambiguous) <= width) return std::string(utf8);
    const std::string_view rest = unicode ? "…" : "...";
    const std::size_t room = width - std::min(width, text::display_width(rest, ambiguous));
    return std::string(beginning(utf8, room, ambiguous)).append(rest);
}

std::string shorten_middle(std::string_view utf8, std::size_t width, bool unicode, int ambiguous) {
    if (text::display_width(utf8, ambiguous) <= width) return std::string(utf8);
    const std::string_view rest = unicode ? "…" : "...";
    const std::size_t room = width - std::min(width, text::display_width(rest, ambiguous));
    const std::string_view end = ending(utf8, room / 2, ambiguous);
    const std::size_t left = room - text::display_width(end, ambiguous);
    return std::string(beginning(utf8, left, ambiguous)).append(rest).append(end);
}

}  // namespace tongwen::cli
