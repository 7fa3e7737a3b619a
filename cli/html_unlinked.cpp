// SPDX-License-Identifier: Apache-2.0
// Owns the lists of segments without counterpart.
#include "cli/html_unlinked.h"

#include <fmt/format.h>

#include "align/moved_beads.h"
#include "cli/html_text.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t short_list = 12;  // more lines would push the text itself off the first screens

struct List {
    std::string items;
    std::size_t count = 0;

    void add(const std::string& item) {
        items += "<li>" + item + "</li>\n";
        ++count;
    }

    [[nodiscard]] std::string write(std::string_view sign, const std::string& title) const {
        if (count == 0) return {};
        return fmt::format("<details{}><summary>{} {}</summary>\n<ul>\n{}</ul>\n</details>\n",
                           count <= short_list ? " open" : "", sign, escape_html(title), items);
    }
};

template <class Side>
void add_segments(List& list, const align::Bitext& bitext, const corpus::Document& document,
                  align::Run<Side> run, std::size_t index) {
    for (std::uint32_t i = run.begin.value; i < run.end.value; ++i) {
        const std::string number = std::to_string(number_in_file(bitext, align::Position<Side>{i}));
        list.add(fmt::format("{} <span{}>{}</span>", link_to_bead(index, number),
                             language_attributes(document.language), segment_html(document, i)));
    }
}

/// A link to the first bead of a run, with the numbers of the first and the last.
template <class Side>
std::string link_to_run(const align::MovedBeads& moved, align::Run<Side> run) {
    const std::size_t first = moved.place(run);
    const std::size_t last = moved.place(align::make_run<Side>(run.end.value - 1, run.end.value));
    return link_to_bead(first,
                        std::to_string(first + 1) + (first == last ? "" : "–" + std::to_string(last + 1)));
}

}  // namespace

std::string list_unlinked(const align::Bitext& bitext) {
    const align::MovedBeads places(bitext);
    List dropped;
    List added;
    List moved;
    for (std::size_t i = 0; i < bitext.alignment.beads().size(); ++i) {
        const align::Bead& bead = bitext.alignment.beads()[i];
        if (places.bead(i) != nullptr) continue;
        if (bead.target.empty()) add_segments(dropped, bitext, bitext.source, bead.source, i);
        if (bead.source.empty()) add_segments(added, bitext, bitext.target, bead.target, i);
    }
    for (const align::MovedBlock& block : bitext.moved)
        moved.add(link_to_run(places, block.source) + " ⇄ " + link_to_run(places, block.target));
    return dropped.write("✗", tr_count("{1} source segment without translation",
                                       "{1} source segments without translation", dropped.count,
                                       {std::to_string(dropped.count)})) +
           added.write("+", tr_count("{1} segment that is not in the source",
                                     "{1} segments that are not in the source", added.count,
                                     {std::to_string(added.count)})) +
           moved.write("⇄",
                       tr_count("{1} block of moved text (by bead)", "{1} blocks of moved text (by bead)",
                                moved.count, {std::to_string(moved.count)}));
}

}  // namespace tongwen::cli
