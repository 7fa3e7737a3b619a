// SPDX-License-Identifier: Apache-2.0
// Owns the calls into zlib.
#include "text/gzip.h"

#include <algorithm>
#include <array>

#include <zlib.h>

#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

/// An inflating stream of zlib's.
class Inflater {
  public:
    explicit Inflater(std::string_view bytes) : rest_(bytes) {
        constexpr int gzip_only = 16;  // as inflateInit2 wants it, added to the window's size
        good_ = inflateInit2(&stream_, MAX_WBITS + gzip_only) == Z_OK;
    }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Appends a piece of content; false when the bytes are damaged or end too early.
    bool append_piece(std::string& out) {
        std::array<char, 1 << 16> piece;  // NOLINT: zlib fills it
        feed();
        stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream_.avail_out = static_cast<uInt>(piece.size());
        const int status = good_ ? inflate(&stream_, Z_NO_FLUSH) : Z_STREAM_ERROR;
        if (status != Z_OK && status != Z_STREAM_END) return false;
        out.append(piece.data(), piece.size() - stream_.avail_out);
        if (status != Z_STREAM_END) return true;
        finished_ = stream_.avail_in == 0 && rest_.empty();
        return finished_ || inflateReset(&stream_) == Z_OK;
    }

    /// The last member has ended, and nothing is left.
    [[nodiscard]] bool finished() const { return finished_; }

  private:
    /// zlib counts in 32 bits.
    void feed() {
        if (stream_.avail_in > 0) return;
        const std::size_t size = std::min(rest_.size(), std::size_t{1} << 30);
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data()));
        stream_.avail_in = static_cast<uInt>(size);
        rest_.remove_prefix(size);
    }

    z_stream stream_{};
    std::string_view rest_;
    bool good_ = false;
    bool finished_ = false;
};

}  // namespace

std::string gunzip(std::string_view bytes, std::size_t max_bytes, const std::string& file) {
    std::string content;
    Inflater inflater(bytes);
    while (!inflater.finished()) {
        if (!inflater.append_piece(content)) throw InputError({"bad-gzip", Severity::error, {file}, {}});
        if (content.size() > max_bytes)
            throw InputError({"file-too-large", Severity::error, {file}, {std::to_string(max_bytes)}});
    }
    return content;
}

}  // namespace tongwen::text
