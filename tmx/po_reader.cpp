// SPDX-License-Identifier: Apache-2.0
// Owns the syntax of PO files: lines to entries, entries to units.
#include "tmx/po_reader.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <deque>
#include <map>
#include <utility>

#include "text/unicode.h"
#include "tmx/line_stream.h"
#include "tmx/po_properties.h"

namespace tongwen::tmx {
namespace {

/// What stands between two entries' beginnings.
struct Entry {
    std::size_t line = 0;
    std::string comment, extracted, reference, flags;
    std::optional<std::string> context, id, plural;
    std::map<std::size_t, std::string> translations;  // by form; 0 for a plain msgstr
    [[nodiscard]] bool is_whole() const { return id && !translations.empty(); }
};

void append_line(std::string& text, std::string_view line) {
    if (!text.empty()) text += '\n';
    text += text::trim(line);
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// The character behind a backslash, or up to three octal or two hexadecimal digits.
void append_unescaped(std::string& out, std::string_view& rest) {
    constexpr std::string_view letters = "ntrabvf";
    constexpr std::string_view meanings = "\n\t\r\a\b\v\f";
    const char c = rest.front();
    const bool is_hex = c == 'x';
    if (is_hex || is_octal(c)) {
        const std::size_t begin = is_hex ? 1 : 0;
        unsigned value = 0;
        const std::string_view digits = rest.substr(begin, is_hex ? 2 : 3);
        const char* const first = digits.data();
        const auto parsed = std::from_chars(first, first + digits.size(), value, is_hex ? 16 : 8);
        if (parsed.ec == std::errc{}) out += static_cast<char>(value);
        rest.remove_prefix(begin + static_cast<std::size_t>(parsed.ptr - first));
        return;
    }
    const std::size_t letter = letters.find(c);
    out += letter == std::string_view::npos ? c : meanings[letter];
    rest.remove_prefix(1);
}

/// The content of a C string; nothing when it is none.
std::optional<std::string> parse_string(std::string_view text) {
    text = text::trim(text);
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    std::string_view rest = text.substr(1, text.size() - 2);
    std::string out;
    while (!rest.empty()) {
        const char c = rest.front();
        if (c == '"') return std::nullopt;
        rest.remove_prefix(1);
        if (c != '\\') {
            out += c;
        } else if (rest.empty()) {
            return std::nullopt;
        } else {
            append_unescaped(out, rest);
        }
    }
    return out;
}

/// Whether a line cannot belong to an entry that has a translation.
bool begins_entry(std::string_view line) {
    return !line.empty() && line.front() != '"' && !line.starts_with("msgstr") &&
           !line.starts_with("msgid_plural");
}

/// The value of a line "Name: value" of the header entry.
std::string header_value(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::size_t end = std::min(header.find('\n'), header.size());
        const std::string_view line = header.substr(0, end);
        if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == ':')
            return std::string(text::trim(line.substr(name.size() + 1)));
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

class PoReader final : public UnitReader {
  public:
    PoReader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options)
        : options_(std::move(options)), lines_(std::move(bytes), options_.file) {
        Entry first;
        if (read_entry(first)) {
            if (first.id->empty() && !first.context) {
                read_header(first);
            } else {
                queue(std::move(first));
            }
        }
        if (!options_.source_language.known())
            options_.source_language =
                header_.source_language.known() ? header_.source_language : *text::Language::parse("en");
        header_.source_language = options_.source_language;
        if (!options_.target_language.known()) options_.target_language = header_.target_language;
        header_.target_language = options_.target_language;
    }

    [[nodiscard]] const MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }

    std::optional<TranslationUnit> next() override {
        Entry entry;
        while (units_.empty()) {
            if (!read_entry(entry)) return std::nullopt;
            queue(std::exchange(entry, {}));
        }
        auto [unit, line] = std::move(units_.front());
        units_.pop_front();
        unit.source.language = options_.source_language;
        unit.target.language = options_.target_language;
        line_ = line;
        return std::move(unit);
    }

  private:
    [[noreturn]] void fail(std::string id, std::vector<std::string> arguments) const {
        throw text::InputError(
            {std::move(id), text::Severity::error, {options_.file, lines_.number()}, std::move(arguments)});
    }

    void read_header(const Entry& entry) {
        const std::string& header = entry.translations.begin()->second;
        const auto language = [&](std::string_view name) {
            const std::string tag = header_value(header, name);
            if (tag.empty()) return text::Language();
            const auto parsed = text::Language::parse(tag);
            if (!parsed) fail("bad-language", {tag});
            return *parsed;
        };
        header_.target_language = language("Language");
        header_.source_language = language("X-Source-Language");
        const std::string type = text::to_lower(header_value(header, "Content-Type"));
        const std::size_t charset = type.find("charset=");
        if (charset == std::string::npos) return;
        const std::string name = type.substr(charset + std::string_view("charset=").size());
        constexpr auto known =
            std::to_array<std::string_view>({"utf-8", "utf8", "us-ascii", "ascii", "charset"});
        if (std::ranges::find(known, name) == known.end()) fail("po-other-charset", {name});
    }

    /// The next entry that is not obsolete; false at the end.
    bool read_entry(Entry& entry) {
        std::string* open = nullptr;  // the text that a line of mere string goes on with
        std::string_view line;
        while (again_ || lines_.next(line)) {
            if (!std::exchange(again_, false)) current_ = text::trim(line);
            if (entry.is_whole() && begins_entry(current_)) {
                again_ = true;
                return true;
            }
            take(current_, entry, open);
        }
        if (obsolete_ > 0)
            options_.sink({"po-obsolete-entries",
                           text::Severity::note,
                           {options_.file},
                           {std::to_string(std::exchange(obsolete_, 0))}});
        if (entry.id && entry.translations.empty()) fail("po-syntax", {"msgstr"});
        return entry.is_whole();
    }

    void take(std::string_view line, Entry& entry, std::string*& open) {
        if (line.empty()) return;
        if (line.front() == '#') {
            take_comment(line, entry);
            return;
        }
        if (line.front() != '"') open = &field(line, entry);
        const std::optional<std::string> text = parse_string(line);
        if (!text || open == nullptr) fail("po-syntax", {std::string(line)});
        *open += *text;
    }

    void take_comment(std::string_view line, Entry& entry) {
        const std::string_view rest = line.substr(std::min<std::size_t>(2, line.size()));
        switch (line.size() > 1 ? line[1] : ' ') {
            case '~':
                if (text::trim(rest).starts_with("msgid ")) ++obsolete_;
                return;
            case '|':
                return;  // the source before it changed: of no unit
            case '.':
                return append_line(entry.extracted, rest);
            case ':':
                return append_line(entry.reference, rest);
            case ',':
                return append_line(entry.flags, rest);
            default:
                return append_line(entry.comment, line.substr(1));
        }
    }

    /// The text that a keyword begins; the keyword is taken off the line.
    std::string& field(std::string_view& line, Entry& entry) {
        const std::string all(line);
        const std::size_t end = std::min(line.find_first_of(" \t\""), line.size());
        const std::string_view keyword = std::string_view(all).substr(0, end);
        line.remove_prefix(end);
        if (entry.line == 0) entry.line = lines_.number();
        if (keyword == "msgctxt" && !entry.context) return entry.context.emplace();
        if (keyword == "msgid" && !entry.id) return entry.id.emplace();
        if (keyword == "msgid_plural" && entry.id && !entry.plural) return entry.plural.emplace();
        if (keyword.starts_with("msgstr") && entry.id) {
            const auto form = form_of(keyword.substr(std::string_view("msgstr").size()));
            if (form && !entry.translations.contains(*form)) return entry.translations[*form];
        }
        fail("po-syntax", {all});
    }

    /// "" or "[2]".
    static std::optional<std::size_t> form_of(std::string_view index) {
        constexpr std::size_t most = 100;
        if (index.empty()) return 0;
        if (index.size() < 3 || index.front() != '[' || index.back() != ']') return std::nullopt;
        std::size_t form = 0;
        const char* const end = index.data() + index.size() - 1;
        const auto parsed = std::from_chars(index.data() + 1, end, form);
        return parsed.ec == std::errc{} && parsed.ptr == end && form < most ? std::optional(form)
                                                                            : std::nullopt;
    }

    void queue(Entry entry) {
        for (auto& [form, translation] : entry.translations) {
            TranslationUnit unit = unit_of(entry);
            unit.target.text = std::move(translation);
            if (entry.plural) {
                const bool is_singular = form == 0 && entry.translations.size() > 1;
                unit.source.text = is_singular ? *entry.id : *entry.plural;
                unit.properties.emplace_back(po_msgid, *entry.id);
                unit.properties.emplace_back(po_plural, *entry.plural);
                unit.properties.emplace_back(po_form, std::to_string(form));
            }
            units_.emplace_back(std::move(unit), entry.line);
        }
    }

    static TranslationUnit unit_of(const Entry& entry) {
        TranslationUnit unit;
        unit.source.text = *entry.id;
        if (!entry.comment.empty()) unit.notes.push_back(entry.comment);
        std::string flags;
        bool fuzzy = false;
        std::string_view rest = entry.flags;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(",\n"), rest.size());
            const std::string_view flag = text::trim(rest.substr(0, end));
            if (flag == "fuzzy") {
                fuzzy = true;
            } else if (!flag.empty()) {
                flags.append(flags.empty() ? "" : ", ").append(flag);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        const auto keep = [&unit](std::string_view name, const std::string& value) {
            if (!value.empty()) unit.properties.emplace_back(name, value);
        };
        if (fuzzy) keep(confirmation, "Draft");
        keep(po_context, entry.context.value_or(""));
        keep(po_reference, entry.reference);
        keep(po_extracted, entry.extracted);
        keep(po_flags, flags);
        return unit;
    }

    ReaderOptions options_;
    LineStream lines_;
    MemoryHeader header_;
    std::deque<std::pair<TranslationUnit, std::size_t>> units_;
    std::string current_;  // the line
    bool again_ = false;   // it belongs to the next entry
    std::size_t obsolete_ = 0;
    std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_po_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options) {
    return std::make_unique<PoReader>(std::move(bytes), std::move(options));
}

}  // namespace tongwen::tmx
