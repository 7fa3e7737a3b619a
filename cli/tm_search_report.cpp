// SPDX-License-Identifier: Apache-2.0
// Owns the layout of hits.
#include "cli/tm_search_report.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/line_breaking.h"
#include "cli/marked_text.h"
#include "cli/paint.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/unicode.h"
#include "tmx/segment_text.h"

namespace tongwen::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t indent = 2;
constexpr std::size_t narrowest = 20;  // of a text
constexpr std::size_t widest = 100;    // longer lines are hard to read

/// Texts of memories hold anything; each character that cannot be shown takes the place of itself, so that
/// the marks stay where they are.
struct Legible {
    std::string text;
    std::vector<TextMark> marks;
};

Legible legible_with(const std::string& text, const std::vector<text::ByteSpan>& spans) {
    Legible shown;
    std::size_t done = 0;
    const auto add = [&](std::size_t end, bool marked) {
        const std::string piece = text.substr(done, end - done);
        const std::size_t begin = shown.text.size();
        // The spaces at a piece's ends are those of the text.
        const std::string framed = legible("x" + piece + "x");
        shown.text.append(framed, 1, framed.size() - 2);
        if (marked) shown.marks.push_back({{begin, shown.text.size()}, look::bold});
        done = end;
    };
    for (const text::ByteSpan& span : spans) {
        add(span.begin, false);
        add(span.end, true);
    }
    add(text.size(), false);
    return shown;
}

std::string carets_below(const StyledLine& line) {
    std::string below;
    for (const StyledPiece& piece : line)
        below.append(text::display_width(piece.text), piece.look == look::plain ? ' ' : '^');
    below.erase(below.find_last_not_of(' ') + 1);
    return below;
}

class Spelling {
  public:
    Spelling(const SearchReport& report, const Terminal& terminal)
        : report_(report),
          terminal_(terminal),
          label_width_(std::max(text::display_width(label(report.source_language)),
                                text::display_width(label(report.target_language)))) {}

    std::string spell() {
        for (const ShownHit& hit : report_.hits) add_hit(hit);
        add_sum();
        return std::move(out_);
    }

  private:
    static std::string label(const text::Language& language) {
        return language.known() ? language.tag() : "?";
    }

    void add_hit(const ShownHit& hit) {
        const memory::IndexedUnit& unit = hit.unit;
        const std::string place = word_path(report_.memory) + ":" + std::to_string(unit.line) + ":";
        std::string head = tr("unit {1}", {std::to_string(unit.number)});
        if (!unit.id.empty()) head += " (" + legible(unit.id) + ")";
        if (report_.fuzzy) head += ", " + tr("{1} %", {std::to_string(hit.percent)});
        out_ += paint(place, Colour::dim, terminal_.colour) + " " + head + "\n";
        add_text(label(report_.source_language), unit.source, hit.source_marks);
        add_text(label(report_.target_language), unit.target, hit.target_marks);
        if (report_.details) add_details(unit);
        out_ += '\n';
    }

    void add_text(const std::string& name, const std::string& text,
                  const std::vector<text::ByteSpan>& spans) {
        const Legible shown = legible_with(text, spans);
        const std::size_t margin = indent + label_width_ + indent;
        const std::size_t room = std::min(terminal_.width, widest);
        const std::size_t columns = std::max(room, margin + narrowest) - margin;
        std::string lead = std::string(indent, ' ') + pad(name, label_width_) + std::string(indent, ' ');
        const std::vector<StyledLine> lines = wrap_marked(shown.text, shown.marks, {columns, 1});
        if (lines.empty()) out_ += std::string(indent, ' ') + name + "\n";
        for (const StyledLine& line : lines) {
            out_ += lead;
            for (const StyledPiece& piece : line)
                out_ += paint(piece.text, piece.look == look::plain ? Colour::plain : Colour::red,
                              terminal_.colour);
            out_ += '\n';
            const std::string below = terminal_.colour ? "" : carets_below(line);
            lead.assign(margin, ' ');
            if (!below.empty()) out_ += lead + below + "\n";
        }
    }

    void add_detail(const std::string& name, const std::string& value) {
        out_ += std::string(indent, ' ') + paint(legible(name) + ":", Colour::dim, terminal_.colour) + " " +
                legible(value) + "\n";
    }

    void add_details(const memory::IndexedUnit& unit) {
        for (const auto& [type, value] : unit.properties) add_detail(type, value);
        for (const std::string& note : unit.notes) add_detail(tr("note"), note);
        if (!unit.changed_by.empty()) add_detail(tr("changed by"), unit.changed_by);
        if (unit.changed_when) add_detail(tr("changed"), tmx::date_text(*unit.changed_when));
    }

    void add_sum() {
        const std::string shown = std::to_string(report_.hits.size());
        if (report_.fuzzy)
            out_ += tr("matches: {1}", {shown}) + "\n";
        else if (report_.hits.size() == report_.units && !report_.more)
            out_ += tr("units found: {1}", {shown}) + "\n";
        else if (report_.more)
            out_ +=
                tr("units found: more than {1}, shown: {2}", {std::to_string(report_.units), shown}) + "\n";
        else
            out_ += tr("units found: {1}, shown: {2}", {std::to_string(report_.units), shown}) + "\n";
    }

    const SearchReport& report_;
    const Terminal& terminal_;
    std::size_t label_width_;
    std::string out_;
};

/// Offsets in code points, which is what most languages count strings in.
Json json_of(const std::string& text, const std::vector<text::ByteSpan>& marks) {
    Json list = Json::array();
    const std::string_view all = text;
    for (const text::ByteSpan& mark : marks)
        list.push_back({text::count_characters(all.substr(0, mark.begin)),
                        text::count_characters(all.substr(0, mark.end))});
    return list;
}

Json json_of(const SearchReport& report, const ShownHit& hit) {
    const memory::IndexedUnit& unit = hit.unit;
    Json json = {{"unit", unit.number}, {"line", unit.line}};
    if (!unit.id.empty()) json["id"] = unit.id;
    if (report.fuzzy) json["match"] = hit.percent;
    json["source"] = unit.source;
    json["target"] = unit.target;
    if (!report.fuzzy) {
        json["source_marks"] = json_of(unit.source, hit.source_marks);
        json["target_marks"] = json_of(unit.target, hit.target_marks);
    }
    Json& properties = json["properties"] = Json::array();
    for (const auto& [type, value] : unit.properties)
        properties.push_back({{"type", type}, {"value", value}});
    json["notes"] = unit.notes;
    if (!unit.changed_by.empty()) json["changed_by"] = unit.changed_by;
    if (unit.changed_when) json["changed"] = tmx::date_text(*unit.changed_when);
    return json;
}

std::string field(const std::string& value) {
    std::string out;
    for (const char c : value) {
        if (c == '\t')
            out += "\\t";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\\')
            out += "\\\\";
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string spell(const SearchReport& report, const Terminal& terminal) {
    return Spelling(report, terminal).spell();
}

std::string write_json(const SearchReport& report) {
    Json hits = Json::array();
    for (const ShownHit& hit : report.hits) hits.push_back(json_of(report, hit));
    Json json = {{"memory", report.memory},
                 {"query", report.query},
                 {"source_language", report.source_language.tag()},
                 {"target_language", report.target_language.tag()},
                 {"units", report.units}};
    if (!report.fuzzy) json["more"] = report.more;
    json["hits"] = std::move(hits);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_tsv(const SearchReport& report) {
    std::string out = "unit\tline\tid\tmatch\tsource\ttarget\n";
    for (const ShownHit& hit : report.hits) {
        const memory::IndexedUnit& unit = hit.unit;
        out += std::to_string(unit.number) + "\t" + std::to_string(unit.line) + "\t" + field(unit.id) + "\t" +
               (report.fuzzy ? std::to_string(hit.percent) : "") + "\t" + field(unit.source) + "\t" +
               field(unit.target) + "\n";
    }
    return out;
}

}  // namespace tongwen::cli
