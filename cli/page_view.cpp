// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of a page that was taken apart.
#include "cli/page_view.h"

#include <algorithm>
#include <iterator>

#include "cli/line_breaking.h"
#include "cli/paint.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "tmx/units.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t narrowest = 40;

/// "12" or "12-14".
std::string span(std::size_t first, std::size_t last) {
    return std::to_string(first) + (first == last ? "" : "-" + std::to_string(last));
}

class View {
  public:
    View(const AlignedPage& page, const Layout& layout)
        : page_(page), layout_(layout), width_(std::max(layout.width, narrowest)) {}

    std::vector<std::string> draw() {
        for (const PageOriginal& original : page_.originals) draw_original(original);
        draw_editorial();
        return std::move(lines_);
    }

  private:
    void draw_original(const PageOriginal& original) {
        const std::string name = word_path(original.path);
        const std::string page = word_path(page_.page.provenance.path);
        if (!original.place) {
            draw_heading(tr("{1}: not in {2}", {name, page}));
        } else {
            draw_heading(tr("{1}: {2} of {3}", {name, word(*original.place), page}));
            std::ranges::move(side_by_side(original.pair.bitext, original.pair.findings, layout_),
                              std::back_inserter(lines_));
        }
        lines_.emplace_back();
    }

    void draw_editorial() {
        if (page_.editorial.empty()) {
            return draw_heading(tr("Editorial: nothing, all of the page belongs to the originals"));
        }
        draw_heading(tr("Editorial: what belongs to no original"));
        for (const PageStretch& stretch : page_.editorial) {
            lines_.push_back("  " + paint(word(stretch), Colour::dim, layout_.colour));
            for (auto i = stretch.segments.begin.value; i < stretch.segments.end.value; ++i) draw_segment(i);
        }
    }

    void draw_heading(const std::string& text) {
        lines_.push_back(paint(text, Colour::bold, layout_.colour));
    }

    void draw_segment(std::size_t segment) {
        const std::string text =
            legible(tmx::one_line(page_.page.segment_text(segment), page_.page.language));
        const bool unicode = layout_.unicode && layout_.ambiguous == 1;
        lines_.push_back(std::string(indent, ' ') +
                         shorten(text, width_ - indent, unicode, layout_.ambiguous));
    }

    const AlignedPage& page_;
    const Layout& layout_;
    std::size_t width_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> page_view(const AlignedPage& page, const Layout& layout) {
    return View(page, layout).draw();
}

std::string word(const PageStretch& stretch) {
    return tr("segments {1}, lines {2}", {span(stretch.segments.begin.value + 1, stretch.segments.end.value),
                                          span(stretch.first_line, stretch.last_line)});
}

}  // namespace tongwen::cli
