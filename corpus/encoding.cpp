// SPDX-License-Identifier: Apache-2.0
// Owns decoding: from the surest evidence for an encoding to the weakest, then bytes to UTF-8 and line ends
// to \n.
#include "corpus/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "corpus/charset_evidence.h"
#include "text/converter.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

struct Mark {
    std::string_view bytes;
    std::string_view charset;
};
/// UTF-32's marks come first: UTF-16LE's is the beginning of one of them.
constexpr std::array<Mark, 5> marks = {{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                        {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                        {"\xEF\xBB\xBF", "UTF-8"},
                                        {"\xFF\xFE", "UTF-16LE"},
                                        {"\xFE\xFF", "UTF-16BE"}}};

const Mark* find_mark(std::string_view bytes) {
    const auto* const found = std::find_if(
        marks.begin(), marks.end(), [bytes](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == marks.end() ? nullptr : found;
}

/// A control character that texts do not hold.
bool is_odd_control(unsigned char byte) {
    return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B && byte != 0x1A;
}

std::size_t count_odd_controls(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return is_odd_control(static_cast<unsigned char>(c)); }));
}

text::Location locate(std::string_view utf8, std::size_t offset, const std::string& file) {
    constexpr std::size_t longest_excerpt = 1000;  // bytes; a longer line does not help
    const std::size_t line_begin = utf8.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0
    text::Location where{file, 1, 1};
    where.line += static_cast<std::size_t>(
        std::count(utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    for (std::size_t at = line_begin; at < offset; ++where.column) text::next_code_point(utf8, at);
    const std::string_view line = utf8.substr(line_begin, utf8.find('\n', offset) - line_begin);
    if (line.size() <= longest_excerpt && count_odd_controls(line) == 0) where.excerpt = line;
    return where;
}

[[noreturn]] void refuse(std::string id, text::Location where, std::vector<std::string> arguments = {}) {
    throw text::InputError({std::move(id), text::Severity::error, std::move(where), std::move(arguments)});
}

/// Zero bytes at every other place: UTF-16 of a text with Latin letters, spaces or line ends in it.
std::optional<std::string> utf16_by_zero_bytes(std::string_view bytes) {
    std::array<std::size_t, 2> zeros{};
    const std::string_view sample = bytes.substr(0, std::size_t{1} << 16);
    for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
    const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
    // Han characters such as 一 (4E00) put some zeros into the other half.
    if (more < 2 || more < 4 * fewer || more * 4 < sample.size()) return std::nullopt;
    return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

/// UTF-8 in which some bytes are damaged is still UTF-8: no other encoding has so many well-formed sequences.
bool is_damaged_utf8(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, std::size_t{1} << 16);
    std::size_t good = 0;
    std::size_t bad = 0;
    bool ends_bad = false;  // cut off within a character, by our sampling or by whoever made the file
    for (std::size_t offset = 0; offset < sample.size();) {
        const std::size_t begin = offset;
        const char32_t c = text::next_code_point(sample, offset);
        if (c < 0x80) continue;
        ends_bad = c == 0xFFFD && offset == sample.size();
        // Sequences of three bytes hardly ever come about by chance; of two they do.
        if (c == 0xFFFD)
            ++bad;
        else
            good += offset - begin >= 3 ? 4 : 1;
    }
    return good >= 8 * bad || (bad == 1 && good >= 4 && ends_bad);
}

EncodingEvidence from_detector(std::string_view bytes) {
    if (const auto guess = guess_by_characters(bytes)) return {guess->name, "detector", guess->confidence};
    for (const text::CharsetGuess& guess : text::detect_charset(bytes)) {
        // UTF-16 without zero bytes was looked at; the EBCDIC ones among ICU's guesses are right too seldom.
        if (guess.name.starts_with("UTF") || guess.name.starts_with("IBM")) continue;
        if (text::decode_with(guess.name, bytes.substr(0, std::size_t{1} << 16)).bad_count == 0)
            return {guess.name, "detector", guess.confidence};
    }
    return {"windows-1252", "detector", 1};
}

EncodingEvidence find_encoding(std::string_view bytes) {
    if (const Mark* const mark = find_mark(bytes))
        return {std::string(mark->charset), "byte-order-mark", 100};
    if (auto utf16 = utf16_by_zero_bytes(bytes)) return {std::move(*utf16), "detector", 90};
    const bool valid = text::is_valid_utf8(bytes);
    if (valid && count_odd_controls(bytes) == 0) return {};
    if (!valid && is_damaged_utf8(bytes)) return {"UTF-8", "detector", 80};
    if (!valid) return from_detector(bytes);
    // Well-formed, but odd: UTF-16 of Han characters only can look like that.
    const auto guess = bytes.size() % 2 == 0 ? guess_by_characters(bytes) : std::nullopt;
    if (guess && guess->name.starts_with("UTF-16")) return {guess->name, "detector", guess->confidence};
    return {};
}

EncodingEvidence named_encoding(std::string_view bytes, const std::string& name, const std::string& file) {
    auto charset = text::canonical_charset(name);
    if (!charset) refuse("unknown-encoding", {file}, {name});
    const Mark* const mark = find_mark(bytes);
    if (mark != nullptr && mark->charset == "UTF-8" && *charset != "UTF-8")
        refuse("wrong-encoding", {file, 1, 1}, {name});
    if (*charset == "UTF-16") {
        charset = mark != nullptr ? std::string(mark->charset)
                                  : utf16_by_zero_bytes(bytes).value_or("UTF-16BE");  // RFC 2781
    }
    return {std::move(*charset), "option", 100};
}

/// Turns \r\n and \r into \n, in place; the map leads back, and is empty where nothing moved.
text::OffsetMap normalise_line_ends(std::string& text) {
    text::OffsetMap map;
    std::size_t read = 0;
    std::size_t written = 0;
    for (std::size_t end = text.find('\r'); end != std::string::npos; end = text.find('\r', end)) {
        text[end] = '\n';
        const std::size_t next = end + 1;
        if (next == text.size() || text[next] != '\n') continue;
        // Everything up to the \r is copied; then one \n stands for two bytes.
        std::memmove(text.data() + written, text.data() + read, next - read);
        map.append_copy(end - read, read);
        map.append(1, end, 2);
        written += next - read;
        read = end = next + 1;
    }
    if (read == 0) return map;
    std::memmove(text.data() + written, text.data() + read, text.size() - read);
    map.append_copy(text.size() - read, read);
    text.resize(written + text.size() - read);
    return map;
}

/// Takes the byte-order mark off.
void drop_mark(std::string& text, text::OffsetMap& map) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (!std::string_view(text).starts_with(mark)) return;
    text.erase(0, mark.size());
    text::OffsetMap behind;
    behind.append_copy(text.size(), mark.size());
    map = behind.then(map);
}

void refuse_binary(const Decoded& decoded, std::size_t bad_count, const std::string& file) {
    const std::string_view text = decoded.text;
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
        refuse("binary-file", locate(text, zero, file));
    // Stray control characters occur in texts (a form feed's neighbours, a bell); one in thirty is no text
    // any more.
    constexpr std::size_t rare = 30;
    const bool many_controls = count_odd_controls(text) * rare > text.size();
    const bool many_bad =
        decoded.evidence.how == "detector" && bad_count > 2 && bad_count * rare > text.size();
    if (!many_controls && !many_bad) return;
    const auto odd = std::find_if(text.begin(), text.end(),
                                  [](char c) { return is_odd_control(static_cast<unsigned char>(c)); });
    refuse("binary-file",
           locate(text, static_cast<std::size_t>((many_controls ? odd : text.begin()) - text.begin()), file));
}

void report_bad(const Decoded& decoded, const text::Converted& converted, text::Location where,
                const text::DiagnosticSink& sink) {
    const EncodingEvidence& evidence = decoded.evidence;
    if (evidence.how == "option") refuse("wrong-encoding", std::move(where), {evidence.name});
    sink({"undecodable-bytes",
          text::Severity::warning,
          std::move(where),
          {std::to_string(converted.bad_count), evidence.name}});
}

}  // namespace

Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& file,
               const text::DiagnosticSink& sink) {
    Decoded decoded;
    decoded.evidence = encoding.empty() ? find_encoding(bytes) : named_encoding(bytes, encoding, file);
    text::Converted converted = text::decode_with(decoded.evidence.name, bytes);
    decoded.text = std::move(converted.utf8);
    decoded.to_bytes = std::move(converted.map);
    const std::string_view text = decoded.text;
    const std::size_t mark_size = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::optional<text::Location> bad_place;
    if (converted.bad_count != 0)
        bad_place = locate(text.substr(mark_size),
                           converted.first_bad - std::min(converted.first_bad, mark_size), file);
    drop_mark(decoded.text, decoded.to_bytes);
    const text::OffsetMap line_ends = normalise_line_ends(decoded.text);
    if (line_ends.run_count() != 0) decoded.to_bytes = line_ends.then(decoded.to_bytes);
    refuse_binary(decoded, converted.bad_count, file);
    if (bad_place) report_bad(decoded, converted, std::move(*bad_place), sink);
    return decoded;
}

}  // namespace tongwen::corpus
