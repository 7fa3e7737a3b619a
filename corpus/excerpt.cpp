// SPDX-License-Identifier: Apache-2.0
// Owns the making of excerpts: text, paragraphs and offsets of the ranges, one after another.
#include "corpus/excerpt.h"

#include <algorithm>
#include <cassert>

namespace tongwen::corpus {
namespace {

class Cutter {
  public:
    explicit Cutter(const Document& whole) : whole_(whole) {
        part_.language = whole.language;
        part_.provenance = whole.provenance;
    }

    void append(SegmentRange range) {
        assert(reached_ <= range.begin && range.begin <= range.end && range.end <= whole_.segments.size());
        if (range.begin == range.end) return;
        reached_ = range.end;
        append_text({whole_.segments[range.begin].span.begin, whole_.segments[range.end - 1].span.end});
        for (std::uint32_t first = range.begin; first < range.end;) {
            const Paragraph& paragraph = whole_.paragraphs[whole_.segments[first].paragraph];
            const std::uint32_t last = std::min(paragraph.last_segment, range.end);
            append_paragraph(paragraph, {first, last});
            first = last;
        }
    }

    Document finish() {
        part_.to_original = way_back_.then(whole_.to_original);
        return std::move(part_);
    }

  private:
    void append_text(text::ByteSpan span) {
        if (!part_.text.empty()) {
            part_.text += '\n';
            way_back_.append(1, text_end_, 0);
        }
        text_begin_ = part_.text.size();
        whole_begin_ = span.begin;
        text_end_ = span.end;
        part_.text += span.of(whole_.text);
        way_back_.append_copy(span.size(), span.begin);
    }

    [[nodiscard]] text::ByteSpan moved(text::ByteSpan span) const {
        return {span.begin - whole_begin_ + text_begin_, span.end - whole_begin_ + text_begin_};
    }

    void append_paragraph(const Paragraph& paragraph, SegmentRange range) {
        Paragraph cut = paragraph;
        const auto index = static_cast<std::uint32_t>(part_.paragraphs.size());
        cut.first_segment = static_cast<std::uint32_t>(part_.segments.size());
        cut.last_segment = cut.first_segment + range.end - range.begin;
        cut.span = moved({whole_.segments[range.begin].span.begin, whole_.segments[range.end - 1].span.end});
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            part_.segments.push_back({moved(whole_.segments[i].span), index, whole_.segments[i].kind});
        part_.paragraphs.push_back(cut);
    }

    const Document& whole_;
    Document part_;
    text::OffsetMap way_back_;
    std::uint32_t reached_ = 0;    // the segment that the next range may begin with
    std::size_t text_begin_ = 0;   // where the range's text begins, in the excerpt
    std::size_t whole_begin_ = 0;  // and in the whole document
    std::size_t text_end_ = 0;     // where it ends in the whole document
};

}  // namespace

Document excerpt(const Document& document, std::span<const SegmentRange> ranges) {
    Cutter cutter(document);
    for (const SegmentRange range : ranges) cutter.append(range);
    return cutter.finish();
}

}  // namespace tongwen::corpus
