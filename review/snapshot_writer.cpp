// SPDX-License-Identifier: Apache-2.0
// Owns the writing of a snapshot: what belongs together is a line, so that a difference between two files
// shows what is different.
#include <algorithm>
#include <stdexcept>

#include "review/file_paths.h"
#include "review/json_text.h"
#include "review/settings_json.h"
#include "review/snapshot.h"

namespace tongwen::review {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t offsets_a_line = 100 * 4;

std::string header(const AlignmentFile& file) {
    std::string line = "{";
    append_member(line, "format", format_name);
    append_member(line, "version", std::uint64_t{newest_version});
    append_member(line, "program", std::string_view(file.program));
    append_member(line, "edition", std::uint64_t{file.edition});
    return line + '}';
}

/// What stands between two places of a text, if anything does.
void append_gap(std::string& line, std::string_view key, const std::string& text, std::size_t begin,
                std::size_t end) {
    if (begin < end) append_member(line, key, text::ByteSpan{begin, end}.of(text));
}

std::string document_line(std::string_view side, const corpus::Document& document, const fs::path& home) {
    const corpus::Provenance& from = document.provenance;
    std::string line = "{";
    append_member(line, "document", side);
    append_member(line, "path", std::string_view(seen_from(home, from.path)));
    append_member(line, "format", std::string_view(from.format));
    append_member(line, "language", std::string_view(document.language.tag()));
    append_member(line, "language_evidence", std::string_view(from.language_how));
    append_key(line, "encoding");
    line += '{';
    append_member(line, "name", std::string_view(from.encoding.name));
    append_member(line, "evidence", std::string_view(from.encoding.how));
    append_key(line, "confidence");
    append_json(line, from.encoding.confidence, 0);
    line += '}';
    append_member(line, "hash", std::string_view(from.content_hash));
    const std::size_t begin =
        document.paragraphs.empty() ? document.text.size() : document.paragraphs[0].span.begin;
    append_gap(line, "before", document.text, 0, begin);
    return line + '}';
}

void write_offsets(const text::OffsetMap& map, const LineReceiver& receive) {
    const std::vector<std::size_t> numbers = map.to_numbers();
    for (std::size_t begin = 0; begin < numbers.size(); begin += offsets_a_line) {
        std::string line = R"({"offsets":[)";
        const std::size_t end = std::min(numbers.size(), begin + offsets_a_line);
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) line += ',';
            append_json(line, std::uint64_t{numbers[i]});
        }
        receive(line + "]}");
    }
}

/// Whether a segment of the paragraph is of another kind than the paragraph.
bool has_own_kinds(const corpus::Document& document, const corpus::Paragraph& paragraph) {
    for (std::size_t k = paragraph.first_segment; k < paragraph.last_segment; ++k)
        if (document.segments[k].kind != paragraph.kind) return true;
    return false;
}

void append_kinds(std::string& line, const corpus::Document& document, const corpus::Paragraph& paragraph) {
    append_key(line, "kinds");
    line += '[';
    for (std::size_t k = paragraph.first_segment; k < paragraph.last_segment; ++k) {
        if (k > paragraph.first_segment) line += ',';
        append_json(line, corpus::name(document.segments[k].kind));
    }
    line += ']';
}

/// Segments and what stands between them, by turns.
void append_segments(std::string& line, const corpus::Document& document,
                     const corpus::Paragraph& paragraph) {
    append_key(line, "text");
    line += '[';
    for (std::size_t k = paragraph.first_segment; k < paragraph.last_segment; ++k) {
        if (k > paragraph.first_segment) {
            const text::ByteSpan gap = {document.segments[k - 1].span.end, document.segments[k].span.begin};
            line += ',';
            append_json(line, gap.of(document.text));
            line += ',';
        }
        append_json(line, document.segment_text(k));
    }
    line += ']';
}

std::string paragraph_line(const corpus::Document& document, std::size_t index) {
    const corpus::Paragraph& paragraph = document.paragraphs[index];
    const bool is_last = index + 1 == document.paragraphs.size();
    const bool has_segments = paragraph.first_segment < paragraph.last_segment;
    std::string line = "{";
    append_member(line, "paragraph", corpus::name(paragraph.kind));
    if (paragraph.level != 0) append_member(line, "level", std::uint64_t{paragraph.level});
    if (has_own_kinds(document, paragraph)) append_kinds(line, document, paragraph);
    append_gap(line, "lead", document.text, paragraph.span.begin,
               has_segments ? document.segments[paragraph.first_segment].span.begin : paragraph.span.end);
    append_segments(line, document, paragraph);
    if (has_segments)
        append_gap(line, "trail", document.text, document.segments[paragraph.last_segment - 1].span.end,
                   paragraph.span.end);
    append_gap(line, "after", document.text, paragraph.span.end,
               is_last ? document.text.size() : document.paragraphs[index + 1].span.begin);
    return line + '}';
}

void write_document(std::string_view side, const corpus::Document& document, const fs::path& home,
                    const LineReceiver& receive) {
    receive(document_line(side, document, home));
    write_offsets(document.to_original, receive);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) receive(paragraph_line(document, i));
}

/// A bead of the alignment: how many segments of both sides, for they follow each other.
std::string bead_line(const align::Bead& bead, const Decision& decision) {
    std::string line = R"({"bead":[)";
    append_json(line, std::uint64_t{bead.source.size()});
    line += ',';
    append_json(line, std::uint64_t{bead.target.size()});
    line += ']';
    append_members(line, {bead, decision});
    return line + '}';
}

std::string moved_line(const align::MovedBlock& block) {
    std::string line = R"({"moved":[)";
    for (const align::Bead& bead : block.beads) {
        if (!line.ends_with('[')) line += ',';
        append_json(line, ReviewedBead{bead});
    }
    return line + "]}";
}

std::string page_line(const align::PagePlace& page) {
    std::string line = "{";
    append_member(line, "page", page.span);
    append_member(line, "segments", std::uint64_t{page.segments});
    return line + '}';
}

/// A line of JSON stays as it is; anything else becomes a string.
std::string history_line(const std::string& entry) {
    std::string line = R"({"history":)";
    try {
        JsonScanner scanner(entry);
        scanner.begin_object();
        JsonScanner whole(entry);
        whole.skip();
        whole.end();
        if (entry.find('\n') == std::string::npos) return line + entry + '}';
    } catch (const std::invalid_argument&) {
    }
    append_json(line, std::string_view(entry));
    return line + '}';
}

std::string end_line(const align::Bitext& bitext) {
    std::string line = "{";
    append_key(line, "snapshot_end");
    line += '{';
    append_member(line, "source_segments", std::uint64_t{bitext.source.segments.size()});
    append_member(line, "target_segments", std::uint64_t{bitext.target.segments.size()});
    append_member(line, "beads", std::uint64_t{bitext.alignment.beads().size()});
    return line + "}}";
}

}  // namespace

void write_snapshot(const AlignmentFile& file, const fs::path& home, const LineReceiver& receive) {
    const align::Bitext& bitext = file.review.origin();
    receive(header(file));
    receive(spell_settings(file.settings, home));
    write_document("source", bitext.source, home, receive);
    write_document("target", bitext.target, home, receive);
    const std::vector<align::Bead>& beads = bitext.alignment.beads();
    const std::vector<Decision>& decisions = file.review.first_decisions();
    for (std::size_t i = 0; i < beads.size(); ++i)
        receive(bead_line(beads[i], decisions.empty() ? Decision{} : decisions[i]));
    for (const align::MovedBlock& block : bitext.moved) receive(moved_line(block));
    if (bitext.page) receive(page_line(*bitext.page));
    for (const std::string& entry : file.history) receive(history_line(entry));
    receive(end_line(bitext));
}

}  // namespace tongwen::review
