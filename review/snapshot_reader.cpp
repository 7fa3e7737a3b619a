// SPDX-License-Identifier: Apache-2.0
// Owns the reading of a snapshot, by the first member of each line.
#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

#include "review/file_paths.h"
#include "review/json_text.h"
#include "review/settings_json.h"
#include "review/snapshot.h"

namespace tongwen::review {
namespace {

corpus::Kind read_kind(JsonScanner& scanner) {
    static constexpr auto kinds = std::to_array<corpus::Kind>(
        {corpus::Kind::body, corpus::Kind::heading, corpus::Kind::list_item, corpus::Kind::quotation,
         corpus::Kind::dateline, corpus::Kind::note, corpus::Kind::code});
    const std::string name = scanner.string();
    const auto* const found =
        std::ranges::find(kinds, name, [](corpus::Kind kind) { return corpus::name(kind); });
    if (found == kinds.end()) throw std::invalid_argument("no kind");
    return *found;
}

/// Calls `read(scanner, key)` for each member of a line, which is one object.
void read_line(std::string_view line, const auto& read) {
    JsonScanner scanner(line);
    for_each_member(scanner, [&](const std::string& key) { return read(scanner, key); });
    scanner.end();
}

corpus::EncodingEvidence read_encoding(JsonScanner& scanner) {
    corpus::EncodingEvidence encoding;
    for_each_member(scanner, [&](const std::string& key) {
        if (key == "name") {
            encoding.name = scanner.string();
        } else if (key == "evidence") {
            encoding.how = scanner.string();
        } else if (key == "confidence") {
            encoding.confidence = static_cast<int>(std::min<std::uint64_t>(scanner.whole_number(), 100));
        } else {
            return false;
        }
        return true;
    });
    return encoding;
}

text::Language read_language(JsonScanner& scanner) {
    const std::string tag = scanner.string();
    if (tag.empty()) return {};
    const auto language = text::Language::parse(tag);
    if (!language) throw std::invalid_argument("no language");
    return *language;
}

std::uint32_t count_of(std::size_t count) {
    if (count >= std::numeric_limits<std::uint32_t>::max()) throw std::invalid_argument("too many");
    return static_cast<std::uint32_t>(count);
}

/// Segments and what stands between them, by turns, onto the end of a document.
void read_segments(JsonScanner& scanner, corpus::Document& document, std::uint32_t paragraph) {
    bool is_segment = true;
    scanner.begin_array();
    for (; scanner.next_element(); is_segment = !is_segment) {
        const std::size_t begin = document.text.size();
        scanner.append_string(document.text);
        if (!is_segment) continue;
        if (document.text.size() == begin) throw std::invalid_argument("an empty segment");
        document.segments.push_back({{begin, document.text.size()}, paragraph, corpus::Kind::body});
    }
    const bool any = document.segments.size() > document.paragraphs[paragraph].first_segment;
    if (any && is_segment) throw std::invalid_argument("a gap at the end");
}

std::string first_key(std::string_view line) {
    JsonScanner scanner(line);
    std::string key;
    scanner.begin_object();
    if (!scanner.next_key(key)) throw std::invalid_argument("an empty object");
    return key;
}

}  // namespace

SnapshotReader::SnapshotReader(std::filesystem::path home) : home_(std::move(home)) {}

void SnapshotReader::read(std::string_view line) {
    struct Kind {
        std::string_view key;
        void (SnapshotReader::*read)(std::string_view);
    };
    static constexpr auto kinds = std::to_array<Kind>({{"bead", &SnapshotReader::read_bead},
                                                       {"paragraph", &SnapshotReader::read_paragraph},
                                                       {"offsets", &SnapshotReader::read_offsets},
                                                       {"document", &SnapshotReader::read_document},
                                                       {"settings", &SnapshotReader::read_settings},
                                                       {"moved", &SnapshotReader::read_moved},
                                                       {"page", &SnapshotReader::read_page},
                                                       {"history", &SnapshotReader::read_history},
                                                       {"snapshot_end", &SnapshotReader::read_end}});
    if (version_ == 0) {
        read_header(line);
        return;
    }
    const auto* const kind = std::ranges::find(kinds, first_key(line), &Kind::key);
    if (kind == kinds.end()) throw BadLine{"unknown line"};
    (this->*kind->read)(line);
}

void SnapshotReader::read_header(std::string_view line) {
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key == "version") {
            version_ = scanner.whole_number();
        } else if (key == "program") {
            program_ = scanner.string();
        } else if (key == "edition") {
            edition_ = scanner.whole_number();
        } else {
            return false;
        }
        return true;
    });
    if (version_ > newest_version) throw NewerVersion{version_};
    if (version_ == 0) throw BadLine{"no version"};
}

void SnapshotReader::read_settings(std::string_view line) {
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key != "settings") return false;
        settings_ = read_settings_json(scanner, home_);
        return true;
    });
}

corpus::Document& SnapshotReader::document() {
    if (document_ < 0 || !beads_.empty()) throw BadLine{"lines out of order"};
    return documents_[document_];
}

void SnapshotReader::read_document(std::string_view line) {
    if (!beads_.empty() || document_ == 1) throw BadLine{"lines out of order"};
    ++document_;
    offsets_.clear();
    corpus::Document& document = documents_[document_];
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key == "document") {
            if (scanner.string() != (document_ == 0 ? "source" : "target"))
                throw BadLine{"lines out of order"};
        } else if (key == "path") {
            document.provenance.path = seen_from_here(home_, scanner.string());
        } else if (key == "format") {
            document.provenance.format = scanner.string();
        } else if (key == "language") {
            document.language = read_language(scanner);
        } else if (key == "language_evidence") {
            document.provenance.language_how = scanner.string();
        } else if (key == "encoding") {
            document.provenance.encoding = read_encoding(scanner);
        } else if (key == "hash") {
            document.provenance.content_hash = scanner.string();
        } else if (key == "before") {
            scanner.append_string(document.text);
        } else {
            return false;
        }
        return true;
    });
}

void SnapshotReader::read_offsets(std::string_view line) {
    corpus::Document& read = document();
    if (!read.paragraphs.empty()) throw BadLine{"lines out of order"};
    JsonScanner scanner(line);
    std::string key;
    scanner.begin_object();
    scanner.next_key(key);
    scanner.begin_array();
    while (scanner.next_element()) offsets_.push_back(scanner.whole_number());
    if (scanner.next_key(key)) throw std::invalid_argument("something follows the offsets");
    scanner.end();
}

void SnapshotReader::read_paragraph(std::string_view line) {
    corpus::Document& document = this->document();
    if (document.paragraphs.empty() && !offsets_.empty()) {
        const auto map = text::OffsetMap::from_numbers(offsets_);
        if (!map) throw BadLine{"no offsets"};
        document.to_original = *map;
    }
    const std::uint32_t index = count_of(document.paragraphs.size());
    const std::uint32_t first = count_of(document.segments.size());
    document.paragraphs.push_back({{document.text.size(), 0}, corpus::Kind::body, 0, first, first});
    std::vector<corpus::Kind> kinds;
    std::string after;
    bool has_text = false;
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        corpus::Paragraph& paragraph = document.paragraphs.back();
        if (key == "paragraph") {
            paragraph.kind = read_kind(scanner);
        } else if (key == "level") {
            paragraph.level = static_cast<std::uint8_t>(std::min<std::uint64_t>(scanner.whole_number(), 255));
        } else if (key == "kinds") {
            kinds.clear();
            scanner.begin_array();
            while (scanner.next_element()) kinds.push_back(read_kind(scanner));
        } else if (key == "lead" || key == "trail") {
            if ((key == "trail") != has_text) throw std::invalid_argument("members out of order");
            scanner.append_string(document.text);
        } else if (key == "text") {
            if (std::exchange(has_text, true)) throw std::invalid_argument("two texts");
            read_segments(scanner, document, index);
        } else if (key == "after") {
            after = scanner.string();
        } else {
            return false;
        }
        return true;
    });
    corpus::Paragraph& paragraph = document.paragraphs.back();
    paragraph.last_segment = count_of(document.segments.size());
    paragraph.span.end = document.text.size();
    document.text += after;
    if (!kinds.empty() && kinds.size() != paragraph.last_segment - first)
        throw std::invalid_argument("not a kind for each segment");
    for (std::uint32_t k = first; k < paragraph.last_segment; ++k)
        document.segments[k].kind = kinds.empty() ? paragraph.kind : kinds[k - first];
}

void SnapshotReader::read_bead(std::string_view line) {
    std::size_t counts[2] = {};
    ReviewedBead bead;
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key != "bead") return read_member(scanner, key, bead);
        std::size_t side = 0;
        scanner.begin_array();
        while (scanner.next_element()) {
            if (side == 2) throw std::invalid_argument("three sides");
            counts[side++] = scanner.whole_number();
        }
        return true;
    });
    const auto before_source = beads_.empty() ? 0 : beads_.back().source.end.value;
    const auto before_target = beads_.empty() ? 0 : beads_.back().target.end.value;
    bead.bead.source = align::make_run<align::Source>(before_source, count_of(before_source + counts[0]));
    bead.bead.target = align::make_run<align::Target>(before_target, count_of(before_target + counts[1]));
    decided_ = decided_ || bead.decision != Decision{};
    beads_.push_back(bead.bead);
    decisions_.push_back(std::move(bead.decision));
}

void SnapshotReader::read_moved(std::string_view line) {
    align::MovedBlock block;
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key != "moved") return false;
        scanner.begin_array();
        while (scanner.next_element()) block.beads.push_back(review::read_bead(scanner).bead);
        return true;
    });
    if (block.beads.empty()) throw BadLine{"no moved block"};
    block.source = {block.beads.front().source.begin, block.beads.back().source.end};
    block.target = {block.beads.front().target.begin, block.beads.back().target.end};
    moved_.push_back(std::move(block));
}

void SnapshotReader::read_page(std::string_view line) {
    align::PagePlace page;
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key == "page") {
            page.span = read_run<align::Target>(scanner);
        } else if (key == "segments") {
            page.segments = scanner.whole_number();
        } else {
            return false;
        }
        return true;
    });
    if (page.span.end.value > page.segments) throw BadLine{"no page"};
    page_ = page;
}

void SnapshotReader::read_history(std::string_view line) {
    JsonScanner scanner(line);
    std::string key;
    scanner.begin_object();
    scanner.next_key(key);
    history_.push_back(scanner.at_string() ? scanner.string() : std::string(scanner.skip()));
    if (scanner.next_key(key)) throw std::invalid_argument("something follows the entry");
    scanner.end();
}

void SnapshotReader::read_end(std::string_view line) {
    read_line(line, [&](JsonScanner& scanner, const std::string& key) {
        if (key != "snapshot_end") return false;
        for_each_member(scanner, [&](const std::string& what) {
            const auto expect = [&](std::size_t count) {
                if (scanner.whole_number() != count) throw BadLine{"lines are missing"};
                return true;
            };
            if (what == "source_segments") return expect(documents_[0].segments.size());
            if (what == "target_segments") return expect(documents_[1].segments.size());
            if (what == "beads") return expect(beads_.size());
            return false;
        });
        return true;
    });
    if (document_ != 1) throw BadLine{"lines are missing"};
    std::string misfit =
        find_misfit(beads_, moved_, documents_[0].segments.size(), documents_[1].segments.size());
    if (!misfit.empty()) throw BadLine{std::move(misfit)};
    done_ = true;
}

AlignmentFile SnapshotReader::take() {
    const std::size_t source_size = documents_[0].segments.size();
    const std::size_t target_size = documents_[1].segments.size();
    align::Bitext bitext{std::move(documents_[0]), std::move(documents_[1]),
                         align::Alignment(std::move(beads_), source_size, target_size), std::move(moved_),
                         page_};
    if (!decided_) decisions_.clear();
    return {Review(std::move(bitext), std::move(decisions_)), std::move(settings_), std::move(program_),
            edition_, std::move(history_)};
}

}  // namespace tongwen::review
