// SPDX-License-Identifier: Apache-2.0
// Owns the search for the ends of tags and elements in a buffer that moves along the file.
#include "tmx/xml_cutter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/diagnostic.h"

namespace tongwen::tmx {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 18;
constexpr std::size_t depth_limit = 1000;
constexpr std::string_view spaces = " \t\r\n";

bool ends_name(char c) { return c == '>' || c == '/' || spaces.find(c) != std::string_view::npos; }

/// Whether the tag at the beginning of `bytes` (behind its "<" or "</") has that name.
bool has_name(std::string_view bytes, std::string_view name) {
    return bytes.size() > name.size() && bytes.starts_with(name) && ends_name(bytes[name.size()]);
}

std::string_view name_of(std::string_view tag) {
    return tag.substr(0, std::min(tag.find_first_of(" \t\r\n/>"), tag.size()));
}

}  // namespace

XmlCutter::XmlCutter(std::unique_ptr<text::DecodedSource> source, XmlCutterOptions options)
    : source_(std::move(source)), options_(std::move(options)) {}

/// Moves what was not given yet to the front of the buffer, and reads on; offsets into the buffer change by
/// what `at_` changes.
bool XmlCutter::more() {
    if (at_end_) return false;
    if (at_ >= piece_size || at_ > buffer_.size() / 2) {
        line_at(at_);
        buffer_.erase(0, at_);
        counted_ -= at_;
        at_ = 0;
    }
    const std::size_t size = buffer_.size();
    buffer_.resize(size + piece_size);
    const std::size_t count = source_->read(buffer_.data() + size, piece_size);
    buffer_.resize(size + count);
    at_end_ = count == 0;
    return !at_end_;
}

/// Whether there are so many bytes from `at_` on.
bool XmlCutter::have(std::size_t bytes) {
    while (buffer_.size() - at_ < bytes)
        if (!more()) return false;
    return true;
}

std::size_t XmlCutter::line_at(std::size_t offset) {
    if (offset < counted_) {
        const auto between = buffer_.begin() + static_cast<std::ptrdiff_t>(offset);
        const auto end = buffer_.begin() + static_cast<std::ptrdiff_t>(counted_);
        return line_ - static_cast<std::size_t>(std::count(between, end, '\n'));
    }
    line_ +=
        static_cast<std::size_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                            buffer_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
}

void XmlCutter::fail(std::string id, std::size_t offset, std::vector<std::string> arguments) {
    throw text::InputError(
        {std::move(id), text::Severity::error, {options_.file, line_at(offset)}, std::move(arguments)});
}

void XmlCutter::fail_truncated(std::string_view what, std::size_t line) {
    fail("xml-truncated", buffer_.size(), {std::string(what), std::to_string(line)});
}

void XmlCutter::check_size(std::size_t end, std::string_view name) {
    if (end <= options_.element_limit) return;
    line_at(at_);
    throw text::InputError({"xml-too-large",
                            text::Severity::error,
                            {options_.file, line_},
                            {std::string(name), std::to_string(options_.element_limit >> 20)}});
}

/// All searches below take and give offsets from `at_`, for the buffer may move. This one: behind `wanted`.
std::size_t XmlCutter::find(std::string_view wanted, std::size_t from, std::string_view within) {
    for (;;) {
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        const std::size_t found = rest.find(wanted, from);
        if (found != std::string_view::npos) return found + wanted.size();
        from = std::max(from, rest.size() - std::min(rest.size(), wanted.size() - 1));
        check_size(rest.size(), within);
        if (!more()) fail_truncated(within, line_at(at_));
    }
}

/// Behind the ">" of a tag that begins before `from`; one in quotes does not count.
std::size_t XmlCutter::tag_end(std::size_t from) {
    for (char quote = 0;;) {
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        for (; from < rest.size(); ++from) {
            const char c = rest[from];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '>') {
                return from + 1;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                fail("xml-bad-tag", at_, {});
            }
        }
        check_size(rest.size(), name_of(rest.substr(1, 100)));
        if (!more()) fail_truncated("<", line_at(at_));
    }
}

/// Behind a DOCTYPE, with its internal subset.
std::size_t XmlCutter::doctype_end(std::size_t from) {
    std::size_t depth = 0;  // of brackets and of declarations
    for (;;) {
        have(from + 4);
        const std::string_view rest = std::string_view(buffer_).substr(at_ + from);
        if (rest.empty()) fail_truncated("<!DOCTYPE", line_at(at_));
        if (rest.starts_with("<!--")) {
            from = find("-->", from + 4, "<!--");
        } else if (rest.starts_with("<?")) {
            from = find("?>", from + 2, "<?");
        } else if (rest[0] == '"' || rest[0] == '\'') {
            from = find(rest.substr(0, 1) == "\"" ? "\"" : "'", from + 1, "<!DOCTYPE");
        } else if (rest[0] == '>' && depth == 0) {
            return from + 1;
        } else {
            if (rest[0] == '<' || rest[0] == '[') ++depth;
            if ((rest[0] == '>' || rest[0] == ']') && depth > 0) --depth;
            ++from;
        }
    }
}

/// Behind the end tag of the element whose start tag ends at `from`.
std::size_t XmlCutter::element_end(std::size_t from, std::string_view name) {
    for (;;) {
        const std::size_t longest = name.size() + 10;  // of all that is compared below
        const char* const begin = buffer_.data() + at_;
        const std::size_t size = buffer_.size() - at_;
        const void* const found = std::memchr(begin + from, '<', size - from);
        from = found == nullptr ? size : static_cast<std::size_t>(static_cast<const char*>(found) - begin);
        check_size(from, name);
        if (size - from < longest && more()) continue;
        const std::string_view rest = std::string_view(buffer_).substr(at_ + from);
        if (rest.empty()) fail_truncated(name, line_at(at_));
        if (rest.starts_with("</") && has_name(rest.substr(2), name)) {
            from = tag_end(from + 2);
            check_size(from, name);
            return from;
        }
        if (rest.starts_with("<!--")) {
            from = find("-->", from + 4, "<!--");
        } else if (rest.starts_with("<![CDATA[")) {
            from = find("]]>", from + 9, "<![CDATA[");
        } else if (rest.starts_with("<?")) {
            from = find("?>", from + 2, "<?");
        } else if (has_name(rest.substr(1), name)) {
            fail("xml-not-closed", at_, {std::string(name)});
        } else {
            ++from;
        }
    }
}

bool XmlCutter::pass_over(std::string_view opening, std::string_view closing) {
    if (!have(opening.size()) || !std::string_view(buffer_).substr(at_).starts_with(opening)) return false;
    at_ += find(closing, opening.size(), opening);
    return true;
}

/// The piece of that size at `at_`, which moves behind it.
const XmlPiece& XmlCutter::give(XmlPiece::Kind kind, std::size_t size) {
    const std::string_view bytes = std::string_view(buffer_).substr(at_, size);
    piece_ = {kind, {}, bytes, line_at(at_)};
    if (kind == XmlPiece::Kind::end_tag) {
        piece_.name = name_of(bytes.substr(2));
    } else if (kind == XmlPiece::Kind::start_tag || kind == XmlPiece::Kind::element) {
        piece_.name = name_of(bytes.substr(1));
    }
    at_ += size;
    return piece_;
}

const XmlPiece& XmlCutter::next() {
    if (!pending_end_.empty()) {
        piece_.kind = XmlPiece::Kind::end_tag;
        pending_end_.clear();
        return piece_;
    }
    for (;;) {
        if (!have(1)) return cut_end();
        if (spaces.find(buffer_[at_]) != std::string_view::npos) {
            ++at_;
        } else if (buffer_[at_] != '<') {
            return cut_text();
        } else if (pass_over("<!--", "-->") || pass_over("<?", "?>")) {
            continue;
        } else {
            return cut_tag();
        }
    }
}

const XmlPiece& XmlCutter::cut_end() {
    if (!open_.empty()) fail_truncated(open_.back().name, open_.back().line);
    if (!root_seen_) fail("empty-file", at_, {});
    return give(XmlPiece::Kind::end, 0);
}

const XmlPiece& XmlCutter::cut_text() {
    if (open_.empty()) fail(root_seen_ ? "xml-after-root" : "xml-bad-tag", at_, {});
    std::size_t size = 0;
    do {
        size = std::min(buffer_.find('<', at_ + size), buffer_.size()) - at_;
        check_size(size, open_.back().name);
    } while (at_ + size == buffer_.size() && more());
    return give(XmlPiece::Kind::text, size);
}

const XmlPiece& XmlCutter::cut_tag() {
    have(9);
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    if (rest.starts_with("<!DOCTYPE") && !root_seen_) return give(XmlPiece::Kind::doctype, doctype_end(9));
    if (rest.starts_with("<![CDATA[") && !open_.empty())
        return give(XmlPiece::Kind::text, find("]]>", 9, "<![CDATA["));
    if (rest.starts_with("</")) return cut_end_tag();
    if (rest.size() < 2) fail_truncated("<", line_at(at_));
    for (const std::string_view opening : {"<!--", "<!DOCTYPE", "<![CDATA["})
        if (opening.starts_with(rest)) fail_truncated(opening, line_at(at_));
    if (ends_name(rest[1]) || rest[1] == '!') fail("xml-bad-tag", at_, {});
    if (open_.empty() && std::exchange(root_seen_, true)) fail("xml-after-root", at_, {});
    line_at(at_);
    const std::size_t end = tag_end(1);
    const std::string_view tag = std::string_view(buffer_).substr(at_, end);
    const std::string_view name = name_of(tag.substr(1));
    const bool is_empty = tag[tag.size() - 2] == '/';
    const auto wanted = std::ranges::find(options_.elements, name);
    if (wanted != options_.elements.end())
        return give(XmlPiece::Kind::element, is_empty ? end : element_end(end, *wanted));
    if (is_empty) {
        pending_end_ = name;
    } else {
        if (open_.size() == depth_limit) fail("xml-bad-tag", at_, {});
        open_.push_back({std::string(name), line_});
    }
    return give(XmlPiece::Kind::start_tag, end);
}

const XmlPiece& XmlCutter::cut_end_tag() {
    const std::size_t end = tag_end(2);
    const std::string_view name = name_of(std::string_view(buffer_).substr(at_ + 2, end - 2));
    const std::string expected = open_.empty() ? "" : open_.back().name;
    if (name != expected) fail("xml-end-tag", at_, {std::string(name), expected});
    open_.pop_back();
    return give(XmlPiece::Kind::end_tag, end);
}

}  // namespace tongwen::tmx
