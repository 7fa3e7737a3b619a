// SPDX-License-Identifier: Apache-2.0
// Owns the way from pieces of bytes to lines.
#include "tmx/line_stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/diagnostic.h"

namespace tongwen::tmx {
namespace {
constexpr std::size_t piece = std::size_t{1} << 17;
}

LineStream::LineStream(std::unique_ptr<text::ByteSource> bytes, std::string file, std::size_t most)
    : source_(text::decode_text(std::move(bytes))), file_(std::move(file)), most_(most) {}

/// More text behind what is there; false when there is none.
bool LineStream::fill() {
    if (at_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
        end_ -= at_;
        at_ = 0;
    }
    if (end_ > most_)
        throw text::InputError(
            {"line-too-long", text::Severity::error, {file_, number_ + 1}, {std::to_string(most_)}});
    if (buffer_.size() - end_ < piece) buffer_.resize(std::max(buffer_.size() * 2, 2 * piece));
    const std::size_t count = source_->read(buffer_.data() + end_, buffer_.size() - end_);
    end_ += count;
    return count > 0;
}

bool LineStream::next(std::string_view& line) {
    std::size_t searched = 0;  // behind at_
    for (;;) {
        const std::string_view rest(buffer_.data() + at_ + searched, end_ - at_ - searched);
        const std::size_t end = rest.find('\n');
        if (end != std::string_view::npos) {
            line = std::string_view(buffer_.data() + at_, searched + end);
            at_ += searched + end + 1;
            break;
        }
        searched += rest.size();
        if (fill()) continue;
        if (at_ == end_) return false;
        line = std::string_view(buffer_.data() + at_, end_ - at_);
        at_ = end_;
        break;
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number_;
    return true;
}

}  // namespace tongwen::tmx
