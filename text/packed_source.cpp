// SPDX-License-Identifier: Apache-2.0
// Owns unpacking of gzip files and zip archives as streams: the calls into zlib's inflate and libzip.
#include <array>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <zip.h>
#include <zlib.h>

#include "text/byte_source.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

/// Gives back first what was read to see which kind of file it is.
class Rejoined final : public ByteSource {
  public:
    Rejoined(std::string begin, std::unique_ptr<ByteSource> rest)
        : begin_(bytes_of(std::move(begin))), rest_(std::move(rest)) {}

    std::size_t read(char* into, std::size_t most) override {
        const std::size_t count = begin_ ? begin_->read(into, most) : 0;
        if (count > 0) return count;
        begin_.reset();
        return rest_->read(into, most);
    }

  private:
    std::unique_ptr<ByteSource> begin_;
    std::unique_ptr<ByteSource> rest_;
};

/// All members of a gzip file, one after the other.
class Gunzipped final : public ByteSource {
  public:
    Gunzipped(std::unique_ptr<ByteSource> packed, std::filesystem::path path)
        : packed_(std::move(packed)), path_(std::move(path)), input_(piece_size, '\0') {
        constexpr int gzip_only = 16;  // as inflateInit2 wants it, added to the window's size
        if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) refuse_file("bad-gzip", path_);
    }
    ~Gunzipped() override { inflateEnd(&stream_); }

    std::size_t read(char* into, std::size_t most) override {
        std::size_t count = 0;
        while (count == 0 && feed()) {
            most = std::min(most, std::size_t{1} << 30);  // zlib counts in 32 bits
            stream_.next_out = reinterpret_cast<Bytef*>(into);
            stream_.avail_out = static_cast<uInt>(most);
            const int status = inflate(&stream_, Z_NO_FLUSH);
            count = most - stream_.avail_out;
            within_member_ = status != Z_STREAM_END;
            // Z_BUF_ERROR: it wants more input, which it gets.
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) fail();
            if (status == Z_STREAM_END && inflateReset(&stream_) != Z_OK) fail();
        }
        return count;
    }

  private:
    [[noreturn]] void fail() const { refuse_file("bad-gzip", path_); }

    /// False at the end of the last member.
    bool feed() {
        if (stream_.avail_in > 0) return true;
        const std::size_t count = packed_->read(input_.data(), input_.size());
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(count);
        if (count == 0 && within_member_) fail();
        return count > 0;
    }

    std::unique_ptr<ByteSource> packed_;
    std::filesystem::path path_;
    std::string input_;
    z_stream stream_{};
    bool within_member_ = true;
};

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Member = std::unique_ptr<zip_file_t, CloseMember>;

std::string reason_of(zip_error_t* error) { return zip_error_strerror(error); }

Archive open_archive(const std::filesystem::path& path) {
    int code = 0;
    Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (archive) return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = reason_of(&error);
    zip_error_fini(&error);
    refuse_file("bad-zip", path, {reason});
}

/// The one member with that suffix; what some systems add for themselves (__MACOSX/._memory.tmx) is none.
zip_uint64_t wanted_member(zip_t* archive, const std::filesystem::path& path, std::string_view suffix) {
    std::vector<zip_uint64_t> found;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* const name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (name == nullptr || std::string_view(name).starts_with("__MACOSX/")) continue;
        if (to_lower(name).ends_with(suffix)) found.push_back(static_cast<zip_uint64_t>(i));
    }
    if (found.size() != 1) refuse_file("zip-members", path, {std::to_string(found.size())});
    return found.front();
}

/// A member of a zip archive.
class Unzipped final : public ByteSource {
  public:
    Unzipped(const std::filesystem::path& path, std::string_view suffix)
        : path_(path), archive_(open_archive(path)) {
        const zip_uint64_t index = wanted_member(archive_.get(), path_, to_lower(suffix));
        member_.reset(zip_fopen_index(archive_.get(), index, 0));
        if (!member_) refuse_file("bad-zip", path_, {reason_of(zip_get_error(archive_.get()))});
    }

    std::size_t read(char* into, std::size_t most) override {
        const zip_int64_t count = zip_fread(member_.get(), into, most);
        if (count < 0) refuse_file("bad-zip", path_, {reason_of(zip_file_get_error(member_.get()))});
        return static_cast<std::size_t>(count);
    }

  private:
    std::filesystem::path path_;
    Archive archive_;
    Member member_;
};

/// At most four bytes.
std::string first_bytes(ByteSource& source) {
    std::array<char, 4> bytes{};
    std::size_t size = 0;
    for (std::size_t count = 1; count > 0 && size < bytes.size(); size += count)
        count = source.read(bytes.data() + size, bytes.size() - size);
    return {bytes.data(), size};
}

}  // namespace

std::unique_ptr<ByteSource> open_unpacked(const std::filesystem::path& path, std::string_view wanted_suffix) {
    using namespace std::string_view_literals;
    auto file = open_plain(path);
    std::string begin = first_bytes(*file);
    // The second: an archive without members.
    if (begin == "PK\3\4"sv || begin == "PK\5\6"sv) return std::make_unique<Unzipped>(path, wanted_suffix);
    const bool is_gzip = begin.starts_with("\x1F\x8B");
    auto whole = std::make_unique<Rejoined>(std::move(begin), std::move(file));
    if (is_gzip) return std::make_unique<Gunzipped>(std::move(whole), path);
    return whole;
}

}  // namespace tongwen::text
