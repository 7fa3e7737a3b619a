// SPDX-License-Identifier: Apache-2.0
// Owns the calls of zlib's deflate and the records of a zip archive with one member (PKWARE's APPNOTE 6.3).
#include "text/packed_output.h"

#include <array>
#include <cstdint>
#include <new>
#include <string>
#include <utility>

#include <zlib.h>

#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

constexpr int gzip_window = MAX_WBITS + 16;  // as deflateInit2 wants them: with gzip's header,
constexpr int raw_window = -MAX_WBITS;       // without any

class Deflater {
  public:
    explicit Deflater(int window) {
        constexpr int memory_level = 8;  // zlib's default
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, memory_level,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void put(std::string_view bytes, bool last, const ByteOutput& output) {
        constexpr std::size_t most = std::size_t{1} << 30;  // zlib counts in 32 bits
        for (; bytes.size() > most; bytes.remove_prefix(most)) put(bytes.substr(0, most), false, output);
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
            stream_.avail_out = static_cast<uInt>(piece_.size());
            deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
            output({piece_.data(), piece_.size() - stream_.avail_out});
        } while (stream_.avail_out == 0);
    }

  private:
    z_stream stream_{};
    std::array<char, 1 << 16> piece_{};
};

class Plain final : public PackedOutput {
  public:
    explicit Plain(ByteOutput output) : output_(std::move(output)) {}
    void write(std::string_view bytes) override { output_(bytes); }
    void finish() override {}

  private:
    ByteOutput output_;
};

class Gzip final : public PackedOutput {
  public:
    explicit Gzip(ByteOutput output) : output_(std::move(output)) {}
    void write(std::string_view bytes) override { deflater_.put(bytes, false, output_); }
    void finish() override { deflater_.put({}, true, output_); }

  private:
    ByteOutput output_;
    Deflater deflater_{gzip_window};
};

/// Records of a zip archive: numbers are little-endian.
class Record {
  public:
    Record& two(std::uint32_t number) { return bytes(number, 2); }
    Record& four(std::uint32_t number) { return bytes(number, 4); }
    Record& text(std::string_view text) {
        bytes_ += text;
        return *this;
    }
    [[nodiscard]] const std::string& str() const { return bytes_; }

  private:
    Record& bytes(std::uint32_t number, int count) {
        for (int i = 0; i < count; ++i) bytes_ += static_cast<char>((number >> (8 * i)) & 0xFF);
        return *this;
    }
    std::string bytes_;
};

class Zip final : public PackedOutput {
  public:
    Zip(std::string member, ByteOutput output) : member_(std::move(member)), output_(std::move(output)) {
        counted_ = [this](std::string_view bytes) { put(bytes); };
        Record local;
        local.four(0x04034B50);
        add_common(local, 0, 0, 0).two(0).text(member_);
        put(local.str());
        data_begin_ = position_;
    }

    void write(std::string_view bytes) override {
        size_ += bytes.size();
        check();
        crc_ = crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
        deflater_.put(bytes, false, counted_);
    }

    void finish() override {
        deflater_.put({}, true, counted_);
        check();
        const auto crc = static_cast<std::uint32_t>(crc_);
        const auto packed = static_cast<std::uint32_t>(position_ - data_begin_);
        const auto size = static_cast<std::uint32_t>(size_);
        put(Record().four(0x08074B50).four(crc).four(packed).four(size).str());
        const auto directory = static_cast<std::uint32_t>(position_);
        Record entry;
        entry.four(0x02014B50).two(unix_version);
        add_common(entry, crc, packed, size).two(0).two(0).two(0).two(0);
        entry.four(std::uint32_t{0100644} << 16).four(0).text(member_);
        put(entry.str());
        const auto directory_size = static_cast<std::uint32_t>(position_ - directory);
        put(Record()
                .four(0x06054B50)
                .two(0)
                .two(0)
                .two(1)
                .two(1)
                .four(directory_size)
                .four(directory)
                .two(0)
                .str());
    }

  private:
    static constexpr std::uint32_t unix_version = (3U << 8) | 20;

    /// From "version needed" to the length of the name; sizes of 0 tell that they follow the data.
    Record& add_common(Record& record, std::uint32_t crc, std::uint32_t packed, std::uint32_t size) const {
        constexpr std::uint32_t sizes_follow = 1U << 3;
        constexpr std::uint32_t name_is_utf8 = 1U << 11;
        constexpr std::uint32_t first_of_1980 = (1U << 5) | 1;
        record.two(20).two(sizes_follow | name_is_utf8).two(Z_DEFLATED).two(0).two(first_of_1980);
        return record.four(crc).four(packed).four(size).two(static_cast<std::uint32_t>(member_.size()));
    }

    void put(std::string_view bytes) {
        position_ += bytes.size();
        output_(bytes);
    }

    void check() const {
        constexpr std::uint64_t most = 0xFFFF0000;  // room for the records at the end
        if (size_ > most || position_ > most) refuse("zip-too-large");
    }

    std::string member_;
    ByteOutput output_;
    ByteOutput counted_;
    Deflater deflater_{raw_window};
    std::uint64_t position_ = 0;
    std::uint64_t data_begin_ = 0;
    std::uint64_t size_ = 0;
    uLong crc_ = 0;
};

}  // namespace

std::filesystem::path unpacked_name(const std::filesystem::path& path) {
    const std::string suffix = to_lower(path.extension().string());
    if (suffix != ".gz" && suffix != ".zip") return path;
    return path.parent_path() / path.stem();
}

std::unique_ptr<PackedOutput> pack_for(const std::filesystem::path& path, ByteOutput output) {
    const std::string suffix = to_lower(path.extension().string());
    if (suffix == ".gz") return std::make_unique<Gzip>(std::move(output));
    if (suffix == ".zip") return std::make_unique<Zip>(path.stem().string(), std::move(output));
    return std::make_unique<Plain>(std::move(output));
}

}  // namespace tongwen::text
