// SPDX-License-Identifier: Apache-2.0
// Owns segmentation: a paragraph in, its sentence-like segments out, by SRX 2.0 rules or, where there are
// none, ICU's sentence boundaries.
#include "corpus/segmenter.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "corpus/brackets.h"
#include "corpus/inline_list.h"
#include "corpus/paragraph_kind.h"
#include "corpus/srx.h"
#include "text/files.h"
#include "text/sentence_boundaries.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

using Breaks = std::vector<std::size_t>;

// About 200 Han characters or 100 English words: a longer pair is a bracket forgotten, or a text that needs
// cutting.
constexpr std::size_t longest_kept_bracket = 600;
// 〔123〕
constexpr std::size_t longest_footnote = 9;
// A note is known by its words, so it may be longer.
constexpr std::size_t longest_note = 3000;

/// Whether only white space lies between the last break before `position` and `position`.
bool opens_segment(std::string_view text, const Breaks& breaks, std::size_t position) {
    const auto next = std::upper_bound(breaks.begin(), breaks.end(), position);
    const std::size_t begin = next == breaks.begin() ? 0 : *std::prev(next);
    // White space between sentences is short; more of it than this is no sentence's beginning.
    return position - begin <= 64 && text::trim(text.substr(begin, position - begin)).empty();
}

/// Takes away the breaks within brackets, and those right behind a full-width pair that opened within a
/// sentence: 他（当时只有五岁。）哭了。
void keep_brackets_whole(std::string_view text, Breaks& breaks) {
    if (breaks.empty()) return;
    Breaks kept;
    std::size_t next = 0;
    for (const BracketPair& pair : find_brackets(text, longest_kept_bracket)) {
        while (next < breaks.size() && breaks[next] <= pair.span.begin) kept.push_back(breaks[next++]);
        while (next < breaks.size() && breaks[next] < pair.span.end) ++next;
        const bool footnote = pair.square && pair.span.size() <= longest_footnote;
        const bool behind = next < breaks.size() && breaks[next] == pair.span.end;
        if (behind && pair.wide && !footnote && !opens_segment(text, kept, pair.span.begin)) ++next;
    }
    kept.insert(kept.end(), breaks.begin() + static_cast<std::ptrdiff_t>(next), breaks.end());
    breaks = std::move(kept);
}

/// A note between sentences is a segment: it ends where its bracket closes, unless punctuation follows.
void cut_off_notes(std::string_view text, Breaks& breaks) {
    static constexpr std::u32string_view attached = U"，。、；：！？,.;:!?”’」』）)";
    Breaks ends;
    for (const BracketPair& pair : find_brackets(text, longest_note)) {
        std::size_t after = pair.span.end;
        if (after >= text.size() || !is_note(pair.span.of(text))) continue;
        if (!opens_segment(text, breaks, pair.span.begin)) continue;
        if (attached.find(text::next_code_point(text, after)) != std::u32string_view::npos) continue;
        std::erase_if(breaks, [&](std::size_t at) { return at > pair.span.begin && at < pair.span.end; });
        ends.push_back(pair.span.end);
    }
    if (ends.empty()) return;
    breaks.insert(breaks.end(), ends.begin(), ends.end());
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
}

}  // namespace

struct Segmenter::Rules {
    std::vector<SrxRules> srx;  ///< the breaks of all of them count
    std::optional<text::SentenceBoundaries> boundaries;
    bool built_in = true;

    [[nodiscard]] Breaks find_breaks(std::string_view text) const {
        Breaks breaks = boundaries ? boundaries->find(text) : Breaks{};
        for (const SrxRules& rules : srx) {
            const Breaks more = rules.find_breaks(text);
            Breaks all;
            std::set_union(breaks.begin(), breaks.end(), more.begin(), more.end(), std::back_inserter(all));
            breaks = std::move(all);
        }
        if (!built_in) return breaks;
        keep_brackets_whole(text, breaks);
        cut_off_notes(text, breaks);
        add_inline_items(text, breaks);
        return breaks;
    }
};

Segmenter::Segmenter(const text::Language& language, const SegmentOptions& options) {
    auto rules = std::make_unique<Rules>();
    rules->built_in = options.srx_file.empty();
    const SrxFile built_in = parse_srx(builtin_srx(), "tongwen.srx");
    SrxRules own(rules->built_in ? built_in : parse_srx(text::read_file(options.srx_file), options.srx_file),
                 language.tag());
    if (own.empty()) {
        rules->boundaries.emplace(language);
    } else {
        rules->srx.push_back(std::move(own));
    }
    if (options.break_at_semicolon && language.primary() == "zh")
        rules->srx.emplace_back(built_in, "x-semicolon");
    rules_ = std::move(rules);
}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

namespace {

/// Adds the text without white space at its ends, if there is any.
void add_segment(std::vector<RawSegment>& segments, std::string_view paragraph, text::ByteSpan span,
                 Kind kind) {
    const std::string_view trimmed = text::trim(span.of(paragraph));
    if (trimmed.empty()) return;
    const auto begin = static_cast<std::size_t>(trimmed.data() - paragraph.data());
    segments.push_back({{begin, begin + trimmed.size()}, kind});
}

bool is_uncut(Kind kind) {
    return kind == Kind::heading || kind == Kind::code || kind == Kind::note || kind == Kind::dateline;
}

}  // namespace

std::vector<RawSegment> Segmenter::segment(std::string_view paragraph, Kind kind) const {
    std::vector<RawSegment> segments;
    if (text::trim(paragraph).empty()) return segments;
    if (is_uncut(kind)) {
        add_segment(segments, paragraph, {0, paragraph.size()}, kind);
        return segments;
    }
    std::size_t begin = static_cast<std::size_t>(text::trim(paragraph).data() - paragraph.data());
    const std::size_t dateline = begin + dateline_size(paragraph.substr(begin));
    add_segment(segments, paragraph, {begin, dateline}, Kind::dateline);
    begin = dateline;
    Breaks breaks = rules_->find_breaks(paragraph.substr(dateline));
    breaks.push_back(paragraph.size() - dateline);
    for (const std::size_t at : breaks) {
        const text::ByteSpan span{begin, dateline + at};
        add_segment(segments, paragraph, span, is_note(text::trim(span.of(paragraph))) ? Kind::note : kind);
        begin = span.end;
    }
    return segments;
}

}  // namespace tongwen::corpus
