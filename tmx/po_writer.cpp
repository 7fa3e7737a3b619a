// SPDX-License-Identifier: Apache-2.0
// Owns the lines of a PO file.
#include "tmx/po_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "text/hash.h"
#include "text/unicode.h"
#include "tmx/po_properties.h"
#include "tmx/segment_text.h"

namespace tongwen::tmx {
namespace {

/// GNU gettext manual, "Plural forms".
struct PluralRule {
    std::string_view languages;  // between single spaces
    std::string_view rule;
};
constexpr auto plural_rules = std::to_array<PluralRule>({
    {" zh ja ko vi th id ", "nplurals=1; plural=0;"},
    {" fr pt ", "nplurals=2; plural=(n > 1);"},
    {" ru uk be sr hr ",
     "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
     "2);"},
    {" pl ", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"},
    {" cs sk ", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"},
    {" en de nl sv da no es it fi et hu el he tr bg ca eo ", "nplurals=2; plural=(n != 1);"},
});

std::string_view plural_rule(const text::Language& language) {
    const std::string wanted = " " + language.primary() + " ";
    const auto found = std::ranges::find_if(plural_rules, [&](const PluralRule& rule) {
        return rule.languages.find(wanted) != std::string::npos;
    });
    return found == plural_rules.end() ? std::string_view() : found->rule;
}

/// As gettext names locales: "zh_CN".
std::string locale_of(const text::Language& language) {
    std::string tag = language.tag();
    std::ranges::replace(tag, '-', '_');
    return tag;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += fmt::format("\\{:03o}", static_cast<unsigned>(c));
            } else {
                out += c;
            }
    }
}

/// `msgid "one line"`, or a string a line under `msgid ""`.
std::string field(std::string_view keyword, std::string_view text) {
    std::string out = std::string(keyword) + " \"";
    if (text.find('\n') != std::string_view::npos) out += "\"\n\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        append_escaped(out, text[at]);
        if (text[at] == '\n' && at + 1 < text.size()) out += "\"\n\"";
    }
    return out + "\"\n";
}

std::string comment(std::string_view mark, std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        out.append(mark).append(" ").append(text.substr(0, end)).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string value_of(const TranslationUnit& unit, std::string_view name) {
    const auto found =
        std::ranges::find_if(unit.properties, [name](const auto& one) { return one.first == name; });
    return found == unit.properties.end() ? std::string() : normalise(found->second);
}

bool is_fuzzy(const TranslationUnit& unit) {
    const std::string level = value_of(unit, confirmation);
    return !unit.target.text.empty() && (level == "Draft" || level == "RejectedTranslation");
}

class PoWriter final : public UnitWriter {
  public:
    PoWriter(Output output, WriterOptions options)
        : options_(std::move(options)), output_(std::move(output)) {
        if (options_.utf16) output_ = to_utf16(std::move(output_));
        write_header();
    }

    void write(const TranslationUnit& unit) override {
        assert(!finished_);
        if (text::trim(unit.source.text).empty())
            return options_.sink({"unit-without-text", text::Severity::warning, {options_.file}, {unit.id}});
        const std::string form = value_of(unit, po_form);
        if (!form.empty() && goes_on(unit, form)) {
            forms_.push_back(normalise(unit.target.text));
            return;
        }
        flush();
        first_ = unit;
        forms_ = {normalise(unit.target.text)};
        is_plural_ = form == "0";
        has_entry_ = true;
    }

    void finish() override {
        assert(!finished_);
        finished_ = true;
        flush();
        if (added_ > 0)
            options_.sink(
                {"po-contexts-added", text::Severity::warning, {options_.file}, {std::to_string(added_)}});
    }

  private:
    void write_header() {
        const std::string date = date_text(options_.created);
        std::string lines =
            fmt::format("PO-Revision-Date: {}-{}-{} {}:{}+0000\n", date.substr(0, 4), date.substr(4, 2),
                        date.substr(6, 2), date.substr(9, 2), date.substr(11, 2));
        if (options_.target_language.known())
            lines += "Language: " + locale_of(options_.target_language) + '\n';
        lines += fmt::format(
            "MIME-Version: 1.0\nContent-Type: text/plain; charset={}\nContent-Transfer-Encoding: 8bit\n",
            options_.utf16 ? "UTF-16" : "UTF-8");
        if (const std::string_view rule = plural_rule(options_.target_language); !rule.empty())
            lines += fmt::format("Plural-Forms: {}\n", rule);
        if (options_.source_language.known())
            lines += "X-Source-Language: " + locale_of(options_.source_language) + '\n';
        lines += "X-Generator: tongwen " + options_.tool_version + '\n';
        output_(field("msgid", "") + field("msgstr", lines));
    }

    /// Whether it is the next form of the plural that the entry holds.
    [[nodiscard]] bool goes_on(const TranslationUnit& unit, const std::string& form) const {
        return has_entry_ && is_plural_ && form == std::to_string(forms_.size()) &&
               value_of(unit, po_msgid) == value_of(first_, po_msgid) &&
               value_of(unit, po_plural) == value_of(first_, po_plural) &&
               value_of(unit, po_context) == value_of(first_, po_context);
    }

    /// The context under which the source has not stood in the file yet.
    std::string free_context(std::string context, const std::string& id) {
        const std::uint64_t key = text::hash_64(context + '\x04' + id);
        const std::size_t times = ++seen_[key];
        if (times == 1) return context;
        ++added_;
        if (!context.empty()) context += ' ';
        return free_context(context + std::to_string(times), id);
    }

    void flush() {
        if (!std::exchange(has_entry_, false)) return;
        const bool plural = is_plural_ && !value_of(first_, po_plural).empty();
        const std::string id = plural ? value_of(first_, po_msgid) : normalise(first_.source.text);
        std::string out = "\n";
        for (const std::string& note : first_.notes) out += comment("#", normalise(note));
        out += comment("#.", value_of(first_, po_extracted)) + comment("#:", value_of(first_, po_reference));
        std::string flags = is_fuzzy(first_) ? "fuzzy" : "";
        if (const std::string others = value_of(first_, po_flags); !others.empty())
            flags += (flags.empty() ? "" : ", ") + others;
        out += comment("#,", flags);
        const std::string context = free_context(value_of(first_, po_context), id);
        if (!context.empty()) out += field("msgctxt", context);
        out += field("msgid", id);
        if (plural) out += field("msgid_plural", value_of(first_, po_plural));
        for (std::size_t k = 0; k < forms_.size(); ++k)
            out += field(plural ? fmt::format("msgstr[{}]", k) : "msgstr", forms_[k]);
        output_(out);
    }

    WriterOptions options_;
    Output output_;
    TranslationUnit first_;  // of the entry that is yet to be written
    std::vector<std::string> forms_;
    bool is_plural_ = false;
    bool has_entry_ = false;
    std::unordered_map<std::uint64_t, std::size_t> seen_;  // by hash of context and source: how often
    std::size_t added_ = 0;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<UnitWriter> make_po_writer(Output output, WriterOptions options) {
    return std::make_unique<PoWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
