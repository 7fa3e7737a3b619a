// SPDX-License-Identifier: Apache-2.0
// Owns decoding of streams: which encoding, UTF-8 checked in place, the rest by ICU's converters.
#include "text/decoded_source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include "text/converter.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t piece_size = std::size_t{1} << 16;

/// How many bytes at the end are the beginning of a character: 0 to 3.
std::size_t unfinished_size(std::string_view utf8) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, utf8.size()); ++back) {
        const auto byte = static_cast<unsigned char>(utf8[utf8.size() - back]);
        if (byte < 0x80) return 0;
        if (byte < 0xC0) continue;
        const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return back < size ? back : 0;
    }
    return 0;
}

/// What both ways of decoding share: bytes come in pieces and stay in a buffer until they were handed on.
class BufferedSource : public DecodedSource {
  public:
    /// `begin` was read from `bytes` already.
    BufferedSource(std::string begin, std::unique_ptr<ByteSource> bytes, std::string charset)
        : raw_(std::move(begin)), bytes_(std::move(bytes)), charset_(std::move(charset)) {}

    std::size_t read(char* into, std::size_t most) final {
        while (position_ == decoded_.size() && !ended_) refill();
        const std::size_t count = std::min(most, decoded_.size() - position_);
        std::memcpy(into, decoded_.data() + position_, count);
        position_ += count;
        return count;
    }

    [[nodiscard]] const std::string& charset() const final { return charset_; }
    [[nodiscard]] std::size_t bad_count() const final { return bad_count_; }

  protected:
    /// Puts what `raw` decodes to into `out`, which may be done by swapping, and leaves in `raw` what has to
    /// wait for more; `last`: there will be no more.
    virtual void decode(std::string& raw, bool last, std::string& out) = 0;

    std::size_t bad_count_ = 0;

  private:
    void refill() {
        const std::size_t kept = raw_.size();
        raw_.resize(kept + piece_size);
        const std::size_t count = bytes_->read(raw_.data() + kept, piece_size);
        raw_.resize(kept + count);
        ended_ = count == 0;
        decoded_.clear();
        position_ = 0;
        decode(raw_, ended_, decoded_);
    }

    std::string raw_;
    std::unique_ptr<ByteSource> bytes_;
    std::string charset_;
    std::string decoded_;
    std::size_t position_ = 0;
    bool ended_ = false;
};

/// UTF-8, which is handed on as it is where it is well-formed.
class Utf8Source final : public BufferedSource {
  public:
    using BufferedSource::BufferedSource;

  private:
    void decode(std::string& raw, bool last, std::string& out) override {
        const std::size_t rest = last ? 0 : unfinished_size(raw);
        const std::string unfinished = raw.substr(raw.size() - rest);
        raw.resize(raw.size() - rest);
        if (is_valid_utf8(raw)) {
            out.swap(raw);
        } else {
            mend(raw, out);
        }
        raw = unfinished;
    }

    void mend(std::string_view raw, std::string& out) {
        for (std::size_t at = 0; at < raw.size();) {
            const std::size_t begin = at;
            const std::size_t written = out.size();
            append_utf8(out, next_code_point(raw, at));
            if (std::string_view(out).substr(written) != raw.substr(begin, at - begin)) ++bad_count_;
        }
    }
};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// ICU calls it for each sequence that it cannot decode.
void count_bad(const void* context, UConverterToUnicodeArgs* arguments, const char*, std::int32_t,
               UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
    *status = U_ZERO_ERROR;
    constexpr UChar mark = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &mark, 1, 0, status);
}

/// Any encoding that ICU knows; its converter keeps what is unfinished.
class ConvertedSource final : public BufferedSource {
  public:
    ConvertedSource(std::string begin, std::unique_ptr<ByteSource> bytes, const std::string& charset)
        : BufferedSource(std::move(begin), std::move(bytes), charset), units_(piece_size, 0) {
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(icu_name(charset), &status));
        if (U_FAILURE(status)) refuse("unknown-encoding", {charset});
        ucnv_setToUCallBack(converter_.get(), count_bad, &bad_count_, nullptr, nullptr, &status);
    }

  private:
    static const char* icu_name(const std::string& charset) {
        if (charset == "Big5") return "Big5-HKSCS";
        return charset == "EUC-KR" ? "windows-949" : charset.c_str();
    }

    void decode(std::string& raw, bool last, std::string& out) override {
        const char* next = raw.data();
        const char* const end = next + raw.size();
        bool more = true;
        while (more) {
            UErrorCode status = U_ZERO_ERROR;
            UChar* unit = units_.data();
            ucnv_toUnicode(converter_.get(), &unit, units_.data() + units_.size(), &next, end, nullptr,
                           static_cast<UBool>(last), &status);
            for (const UChar* at = units_.data(); at != unit; ++at) add(*at, out);
            more = status == U_BUFFER_OVERFLOW_ERROR;
        }
        if (last && lead_ != 0) add(0xFFFD, out);
        raw.clear();
    }

    void add(UChar unit, std::string& out) {
        const UChar lead = std::exchange(lead_, 0);
        if (lead != 0 && U16_IS_TRAIL(unit))
            return append_utf8(out, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)));
        if (lead != 0) append_utf8(out, 0xFFFD);
        if (U16_IS_LEAD(unit)) {
            lead_ = unit;
        } else {
            append_utf8(out, U16_IS_TRAIL(unit) ? 0xFFFD : unit);
        }
    }

    std::unique_ptr<UConverter, CloseConverter> converter_;
    std::vector<UChar> units_;
    UChar lead_ = 0;  // the first half of a pair whose second is in the next piece
};

struct Mark {
    std::string_view bytes;
    std::string_view charset;
};
/// UTF-32's marks come first: UTF-16LE's is the beginning of one of them.
constexpr std::array<Mark, 5> marks = {{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                        {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                        {"\xEF\xBB\xBF"sv, "UTF-8"},
                                        {"\xFF\xFE"sv, "UTF-16LE"},
                                        {"\xFE\xFF"sv, "UTF-16BE"}}};

/// UTF-16 of a text that begins with an ASCII character, or with a line end and one.
std::optional<std::string> utf16_without_mark(std::string_view bytes) {
    if (bytes.size() < 4) return std::nullopt;
    if (bytes[0] != '\0' && bytes[1] == '\0' && bytes[2] != '\0') return "UTF-16LE";
    if (bytes[0] == '\0' && bytes[1] != '\0' && bytes[3] != '\0') return "UTF-16BE";
    return std::nullopt;
}

/// The value of `encoding` in an XML declaration; empty where there is none.
std::string_view declared_encoding(std::string_view bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    if (!bytes.starts_with("<?xml")) return {};
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    const std::size_t name = declaration.find("encoding");
    const std::size_t begin = declaration.find_first_of("\"'", std::min(name, declaration.size()));
    if (name == std::string_view::npos || begin == std::string_view::npos) return {};
    const std::size_t end = declaration.find(declaration[begin], begin + 1);
    if (end == std::string_view::npos) return {};
    return declaration.substr(begin + 1, end - begin - 1);
}

/// The encoding of an XML file whose bytes tell nothing else. Declarations of UTF-16 and UTF-32 are wrong
/// where we could read them as ASCII: somebody saved the file anew.
std::string charset_by_declaration(std::string_view bytes, const std::string& file) {
    const std::string_view declared = declared_encoding(bytes);
    if (declared.empty()) return "UTF-8";
    const auto known = canonical_charset(declared);
    if (!known) refuse_file("unknown-encoding", file, {std::string(declared)});
    return *known == "US-ASCII" || known->starts_with("UTF-16") || known->starts_with("UTF-32") ? "UTF-8"
                                                                                                : *known;
}

/// Enough for any declaration.
std::string first_bytes(ByteSource& source) {
    std::string bytes(1024, '\0');
    std::size_t size = 0;
    for (std::size_t count = 1; count > 0 && size < bytes.size(); size += count)
        count = source.read(bytes.data() + size, bytes.size() - size);
    bytes.resize(size);
    return bytes;
}

std::unique_ptr<DecodedSource> decode_as(const std::string& charset, std::string begin,
                                         std::unique_ptr<ByteSource> bytes) {
    if (charset == "UTF-8") return std::make_unique<Utf8Source>(std::move(begin), std::move(bytes), charset);
    return std::make_unique<ConvertedSource>(std::move(begin), std::move(bytes), charset);
}

/// `fallback` names the encoding where neither a mark nor zero bytes tell it.
std::unique_ptr<DecodedSource> decode(std::unique_ptr<ByteSource> bytes, auto fallback) {
    std::string begin = first_bytes(*bytes);
    for (const Mark& mark : marks) {
        if (!begin.starts_with(mark.bytes)) continue;
        return decode_as(std::string(mark.charset), begin.substr(mark.bytes.size()), std::move(bytes));
    }
    const auto utf16 = utf16_without_mark(begin);
    const std::string charset = utf16 ? *utf16 : fallback(begin);
    return decode_as(charset, std::move(begin), std::move(bytes));
}

}  // namespace

std::unique_ptr<DecodedSource> decode_xml(std::unique_ptr<ByteSource> bytes, const std::string& file) {
    return decode(std::move(bytes),
                  [&file](std::string_view begin) { return charset_by_declaration(begin, file); });
}

std::unique_ptr<DecodedSource> decode_text(std::unique_ptr<ByteSource> bytes) {
    return decode(std::move(bytes), [](std::string_view) { return std::string("UTF-8"); });
}

std::unique_ptr<DecodedSource> decode_as(std::unique_ptr<ByteSource> bytes, const std::string& charset) {
    return decode_as(charset, std::string(), std::move(bytes));
}

}  // namespace tongwen::text
