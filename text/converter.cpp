// SPDX-License-Identifier: Apache-2.0
// Owns conversion to UTF-8: our own path for UTF-8 itself, ICU's converters with offsets for the rest.
#include "text/converter.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include "text/unicode.h"

namespace tongwen::text {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// ICU reads a converter's name as an instruction (options after a comma, a path of a data file); we allow
/// names only.
bool could_be_name(std::string_view name) {
    return !name.empty() && name.size() < UCNV_MAX_CONVERTER_NAME_LENGTH &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
           });
}

std::string standard_name(const std::string& name) {
    for (const char* const standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char* const found = ucnv_getStandardName(name.c_str(), standard, &status);
        if (U_SUCCESS(status) && found != nullptr) return found;
    }
    return name;
}

/// Files called GB2312 or GBK hold characters of the next larger set more often than not.
std::string widest(const std::string& name) {
    struct Family {
        std::string_view member, superset;
    };
    constexpr std::array<Family, 8> families = {{{"GB2312", "GB18030"},
                                                 {"GB_2312-80", "GB18030"},
                                                 {"GBK", "GB18030"},
                                                 {"gb18030", "GB18030"},
                                                 {"Big5-HKSCS", "Big5"},
                                                 {"cp950", "Big5"},
                                                 {"windows-949", "EUC-KR"},
                                                 {"cp949", "EUC-KR"}}};
    for (const Family& family : families)
        if (name == family.member) return std::string(family.superset);
    return name;
}

std::unique_ptr<UConverter, CloseConverter> open_converter(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const name = charset == "Big5"     ? "Big5-HKSCS"
                             : charset == "EUC-KR" ? "windows-949"
                                                   : charset.c_str();
    std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) converter.reset();
    return converter;
}

/// ICU calls it for each sequence that it cannot decode: counts it, and marks the place with a noncharacter
/// that no decoded text holds by accident more than once in a blue moon.
void mark_bad(const void* context, UConverterToUnicodeArgs* arguments, const char*, std::int32_t,
              UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(context));
    *status = U_ZERO_ERROR;
    constexpr UChar mark = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &mark, 1, 0, status);
}

/// Takes ICU's units with the offsets of the bytes that they came from, and writes UTF-8 with its map.
class Utf8Writer {
  public:
    explicit Utf8Writer(Converted& out) : out_(out) {}

    /// A UTF-16 unit whose bytes begin at `offset`; units of one sequence share their offset.
    void add(UChar unit, std::size_t offset) {
        if (offset != step_begin_) close_step(offset);
        if (U16_IS_TRAIL(unit) && lead_ != 0) {
            put(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, unit)));
            lead_ = 0;
            return;
        }
        put_stray_lead();
        if (U16_IS_LEAD(unit)) {
            lead_ = unit;
        } else {
            put(unit);
        }
    }

    /// Ends the step before `offset`.
    void close_step(std::size_t offset) {
        // A pair's units may be reported at the offsets of its two halves (UTF-16); they stay one step.
        if (lead_ != 0) return;
        const std::size_t size = out_.utf8.size() - step_text_;
        if (size != 0) out_.map.append(size, step_begin_, offset - step_begin_);
        step_text_ = out_.utf8.size();
        step_begin_ = offset;
    }

    void finish(std::size_t end) {
        put_stray_lead();
        close_step(end);
    }

  private:
    void put(char32_t c) { append_utf8(out_.utf8, c); }
    void put_stray_lead() {
        if (lead_ != 0) put(0xFFFD);
        lead_ = 0;
    }

    Converted& out_;
    std::size_t step_begin_ = 0;
    std::size_t step_text_ = 0;
    UChar lead_ = 0;
};

/// Where the first of the bad ones stands: U+FFFD can be in a text by right, but then it has been there
/// before.
std::size_t first_replacement(std::string_view utf8) {
    return std::min(utf8.find("\xEF\xBF\xBD"), utf8.size());
}

Converted decode_utf8(std::string_view bytes) {
    Converted out;
    if (is_valid_utf8(bytes)) {
        out.utf8 = bytes;
        out.map.append_copy(bytes.size(), 0);
        return out;
    }
    out.utf8.reserve(bytes.size());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const std::size_t begin = offset;
        const char32_t c = next_code_point(bytes, offset);
        const std::size_t written = out.utf8.size();
        append_utf8(out.utf8, c);
        const bool copied = std::string_view(out.utf8).substr(written) == bytes.substr(begin, offset - begin);
        if (copied) {
            out.map.append_copy(offset - begin, begin);
            continue;
        }
        if (out.bad_count++ == 0) out.first_bad = written;
        out.map.append(out.utf8.size() - written, begin, offset - begin);
    }
    return out;
}

}  // namespace

std::optional<std::string> canonical_charset(std::string_view name) {
    if (!could_be_name(name)) return std::nullopt;
    std::string canonical = widest(standard_name(std::string(name)));
    if (!open_converter(canonical)) return std::nullopt;
    return canonical;
}

Converted decode_with(const std::string& charset, std::string_view bytes) {
    if (charset == "UTF-8") return decode_utf8(bytes);
    const auto converter = open_converter(charset);
    if (!converter) throw std::invalid_argument("decode_with: no such encoding: " + charset);
    Converted out;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), mark_bad, &out.bad_count, nullptr, nullptr, &status);
    out.utf8.reserve(bytes.size() + bytes.size() / 2);
    Utf8Writer writer(out);
    constexpr std::size_t window =
        1 << 14;  // bytes a call, so that offsets stay small and output always fits
    std::array<UChar, window * 2> units;
    std::array<std::int32_t, window * 2> offsets;
    const char* const begin = bytes.data();
    const char* const end = begin + bytes.size();
    const char* next = begin;
    std::size_t sequence_begin = 0;
    bool done = false;
    while (!done) {
        const auto call_begin = static_cast<std::size_t>(next - begin);
        const char* const stop = next + std::min<std::size_t>(window, static_cast<std::size_t>(end - next));
        UChar* unit = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &unit, units.data() + units.size(), &next, stop, offsets.data(),
                       static_cast<UBool>(stop == end), &status);
        for (std::size_t i = 0; i < static_cast<std::size_t>(unit - units.data()); ++i) {
            // Negative: the sequence began in the call before.
            if (offsets[i] >= 0)
                sequence_begin = std::max(sequence_begin, call_begin + static_cast<std::size_t>(offsets[i]));
            writer.add(units[i], sequence_begin);
        }
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            throw std::runtime_error(u_errorName(status));
        done = stop == end && status != U_BUFFER_OVERFLOW_ERROR;
        status = U_ZERO_ERROR;
        const std::int32_t pending = ucnv_toUCountPending(converter.get(), &status);
        sequence_begin =
            static_cast<std::size_t>(next - begin) - static_cast<std::size_t>(std::max(0, pending));
    }
    writer.finish(bytes.size());
    if (out.bad_count != 0) out.first_bad = first_replacement(out.utf8);
    return out;
}

std::vector<CharsetGuess> detect_charset(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, std::size_t{1} << 16);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    std::vector<CharsetGuess> guesses;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char* const name = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        if (auto known = U_SUCCESS(status) ? canonical_charset(name) : std::nullopt)
            guesses.push_back({std::move(*known), confidence});
    }
    return guesses;
}

}  // namespace tongwen::text
