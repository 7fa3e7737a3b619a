// SPDX-License-Identifier: Apache-2.0
// Owns the drawing of ribbons and their joining in long documents.
#include "cli/html_picture.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/html_text.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr double width = 1000;  // in the picture's own units; the page stretches it
constexpr double height = 100;
constexpr double wedge = 38;  // how far into the picture something without counterpart reaches
constexpr double least_wedge = 12;

/// Where the segments of a side begin, 0 to `width`, and where the last one ends.
template <class Side>
class Scale {
  public:
    explicit Scale(const corpus::Document& document) : edges_(document.segments.size() + 1, 0.0) {
        for (std::size_t i = 0; i < document.segments.size(); ++i)
            edges_[i + 1] = edges_[i] + static_cast<double>(align::count_characters<Side>(
                                            document, align::make_run<Side>(i, i + 1)));
        const double total = edges_.back();
        for (double& edge : edges_) edge = total > 0 ? edge / total * width : 0;
    }

    [[nodiscard]] bool empty() const { return edges_.back() == 0; }
    [[nodiscard]] double begin(align::Run<Side> run) const { return edges_[run.begin.value]; }
    [[nodiscard]] double end(align::Run<Side> run) const { return edges_[run.end.value]; }
    [[nodiscard]] std::size_t place(align::Run<Side> run) const {
        const double share = (begin(run) + end(run)) / 2 / width;
        return std::min(static_cast<std::size_t>(share * picture_places), picture_places - 1);
    }

  private:
    std::vector<double> edges_;
};

/// Beads that are drawn as one.
struct Ribbon {
    std::size_t first = 0;  // indices into the alignment
    std::size_t last = 0;
    double source_begin = 0, source_end = 0, target_begin = 0, target_end = 0;
    double confidence_sum = 0;
    std::size_t count = 0;  // of the beads that have a confidence
    double one_sided = 0;   // the widths of what has no counterpart
    std::size_t place = 0;
};

/// "12" or "12-15", from 1.
std::string numbers_of(const Ribbon& ribbon) {
    const std::string first = std::to_string(ribbon.first + 1);
    return ribbon.first == ribbon.last ? first : first + "–" + std::to_string(ribbon.last + 1);
}

class Picture {
  public:
    Picture(const align::Bitext& bitext, const HtmlRows& rows)
        : bitext_(bitext), rows_(rows), source_(bitext.source), target_(bitext.target) {}

    std::string draw() {
        if (source_.empty() || target_.empty()) return {};
        out_ = fmt::format(
            "<svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">\n",
            width, height, escape_html(tr("Picture of the alignment: the source above, the target below")));
        sort_out();
        draw_linked();
        draw_moved();
        draw_wedges(dropped_, "dropped", 0, tr("no translation"));
        draw_wedges(added_, "added", height, tr("not in the source"));
        return out_ + "</svg>\n";
    }

  private:
    void sort_out() {
        for (std::size_t i = 0; i < bitext_.alignment.beads().size(); ++i) {
            const BeadTraits traits = rows_.traits(i);
            const align::Bead& bead = *traits.bead;
            Ribbon ribbon = ribbon_of(i, traits);
            if (traits.moved) {
                if (!bitext_.alignment.beads()[i].source.empty()) moved_.push_back(ribbon);
            } else if (bead.target.empty()) {
                add(dropped_, ribbon, source_.place(bead.source));
            } else if (bead.source.empty()) {
                add(added_, ribbon, target_.place(bead.target));
            } else {
                add(linked_, ribbon, source_.place(bead.source));
            }
        }
    }

    [[nodiscard]] Ribbon ribbon_of(std::size_t index, const BeadTraits& traits) const {
        const align::Bead& bead = *traits.bead;
        Ribbon ribbon{index,
                      index,
                      source_.begin(bead.source),
                      source_.end(bead.source),
                      target_.begin(bead.target),
                      target_.end(bead.target)};
        if (bead.target.empty()) ribbon.one_sided = ribbon.source_end - ribbon.source_begin;
        if (bead.source.empty()) ribbon.one_sided = ribbon.target_end - ribbon.target_begin;
        if (!traits.by_hand()) {
            ribbon.confidence_sum = bead.confidence;
            ribbon.count = 1;
        }
        return ribbon;
    }

    /// By itself, or to the last one where there are many beads and it is in the same place.
    void add(std::vector<Ribbon>& ribbons, Ribbon next, std::size_t place) const {
        next.place = place;
        const bool many = bitext_.alignment.beads().size() > picture_places;
        if (!many || ribbons.empty() || ribbons.back().place != place) {
            ribbons.push_back(next);
            return;
        }
        Ribbon& ribbon = ribbons.back();
        ribbon.last = next.last;
        ribbon.source_end = next.source_end;
        ribbon.target_end = next.target_end;
        ribbon.confidence_sum += next.confidence_sum;
        ribbon.count += next.count;
        ribbon.one_sided += next.one_sided;
    }

    void draw_ribbon(const Ribbon& ribbon, bool moved) {
        const double mean = ribbon.count == 0 ? 1 : ribbon.confidence_sum / static_cast<double>(ribbon.count);
        const int level = static_cast<int>(std::floor(std::clamp(mean, 0.0, 1.0) * 10 + 1e-9));
        const std::string colour = ribbon.count == 0 ? "by-hand" : fmt::format("c{}", level);
        const std::string figure = ribbon.count == 0 ? tr("by hand") : fmt::format("{:.2f}", mean);
        draw_shape(ribbon, moved ? colour + " moved" : colour,
                   fmt::format("M{:.4g} 0L{:.4g} 0L{:.4g} {}L{:.4g} {}Z", ribbon.source_begin,
                               ribbon.source_end, ribbon.target_end, height, ribbon.target_begin, height),
                   numbers_of(ribbon) + (moved ? " ⇄: " : ": ") + figure);
    }

    void draw_shape(const Ribbon& ribbon, std::string_view class_name, const std::string& path,
                    const std::string& title) {
        out_ += fmt::format(
            "<a href=\"#b{}\" tabindex=\"-1\"><path class=\"{}\" d=\"{}\"><title>{}</title></path></a>\n",
            ribbon.first + 1, class_name, path, escape_html(title));
    }

    void draw_linked() {
        for (const Ribbon& ribbon : linked_) draw_ribbon(ribbon, false);
    }

    /// The widest ones, in the order of the source.
    void draw_moved() {
        if (moved_.size() > picture_places) {
            const auto width_of = [](const Ribbon& ribbon) {
                return ribbon.source_end - ribbon.source_begin;
            };
            std::ranges::stable_sort(moved_, std::ranges::greater(), width_of);
            moved_.resize(picture_places);
            std::ranges::sort(moved_, {}, &Ribbon::first);
        }
        for (const Ribbon& ribbon : moved_) draw_ribbon(ribbon, true);
    }

    /// From one edge of the picture into it, the deeper the more of the place has no counterpart.
    void draw_wedges(const std::vector<Ribbon>& ribbons, std::string_view class_name, double edge,
                     const std::string& title) {
        for (const Ribbon& ribbon : ribbons) {
            const double begin = edge == 0 ? ribbon.source_begin : ribbon.target_begin;
            const double end = edge == 0 ? ribbon.source_end : ribbon.target_end;
            const double share = end > begin ? std::min(1.0, ribbon.one_sided / (end - begin)) : 1;
            const double depth = std::max(least_wedge, wedge * share);
            const double tip = edge == 0 ? depth : height - depth;
            draw_shape(ribbon, class_name,
                       fmt::format("M{:.4g} {}L{:.4g} {}L{:.4g} {:.4g}Z", begin, edge, end, edge,
                                   (begin + end) / 2, tip),
                       numbers_of(ribbon) + ": " + title);
        }
    }

    const align::Bitext& bitext_;
    const HtmlRows& rows_;
    Scale<align::Source> source_;
    Scale<align::Target> target_;
    std::vector<Ribbon> linked_, moved_, dropped_, added_;
    std::string out_;
};

}  // namespace

std::string draw_picture(const align::Bitext& bitext, const HtmlRows& rows) {
    return Picture(bitext, rows).draw();
}

}  // namespace tongwen::cli
