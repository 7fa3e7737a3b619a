// SPDX-License-Identifier: Apache-2.0
// Owns the markup of the controls.
#include "cli/html_tools.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/html_text.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

struct Key {
    const char* keys;
    const char* meaning;
};

constexpr auto keys = std::to_array<Key>({
    {"j k", mark("next bead, the one before")},
    {"→ ←", mark("the next pair of words in the bead, the one before")},
    {"/", mark("search both sides")},
    {"Enter", mark("from the search to the first bead found")},
    {"Esc", mark("leave the search; show all")},
    {"t", mark("light or dark")},
    {"?", mark("this help")},
});

struct Legend {
    std::string_view class_name;
    const char* meaning;
};

constexpr auto legends = std::to_array<Legend>({
    {"w", mark("word with its counterpart")},
    {"w number", mark("number")},
    {"w name", mark("name")},
    {"w lost", mark("word without counterpart")},
});

std::string choice(std::string_view name, const std::string& label, std::size_t count) {
    return fmt::format(
        "<label><input type=\"radio\" name=\"filter\" value=\"{}\"{}{}><span>{} "
        "<b>{}</b></span></label>\n",
        name, name == "all" ? " checked" : "", count == 0 && name != "all" ? " disabled" : "",
        escape_html(label), count);
}

std::string search() {
    return "<label class=\"search\"><span>" + escape_html(tr("Search")) +
           "</span><input type=\"search\" id=\"q\" autocomplete=\"off\" spellcheck=\"false\" "
           "aria-keyshortcuts=\"/\" placeholder=\"" +
           escape_html(tr("Search")) + "\"></label>\n";
}

std::string help() {
    std::string out = "<details id=\"help\"><summary aria-label=\"" + escape_html(tr("Keys and marks")) +
                      "\">?</summary>\n<div><dl>";
    for (const Key& key : keys)
        out += fmt::format("<dt><kbd>{}</kbd></dt><dd>{}</dd>", key.keys, escape_html(tr(key.meaning)));
    out += "</dl>\n<p>";
    for (const Legend& legend : legends)
        out +=
            fmt::format("<span class=\"{}\">{}</span> ", legend.class_name, escape_html(tr(legend.meaning)));
    return out + "</p></div></details>\n";
}

}  // namespace

std::size_t BeadCounts::of(std::string_view filter) const {
    const auto found = std::ranges::find(html_filters(), filter, &HtmlFilter::name);
    return by_filter[static_cast<std::size_t>(found - html_filters().begin())];
}

BeadCounts count_beads(const align::Bitext& bitext, const HtmlRows& rows) {
    BeadCounts counts{bitext.alignment.beads().size(), std::vector<std::size_t>(html_filters().size(), 0)};
    for (std::size_t i = 0; i < counts.beads; ++i) {
        const BeadTraits traits = rows.traits(i);
        for (std::size_t f = 0; f < counts.by_filter.size(); ++f)
            counts.by_filter[f] += html_filters()[f].shows(traits) ? 1 : 0;
    }
    return counts;
}

std::string page_tools(const BeadCounts& counts, bool of_review) {
    std::string out = "<form id=\"tools\" role=\"search\" hidden>\n" + search() + "<fieldset><legend>" +
                      escape_html(tr("Show")) + "</legend>\n" + choice("all", tr("all"), counts.beads);
    for (std::size_t f = 0; f < counts.by_filter.size(); ++f) {
        const HtmlFilter& filter = html_filters()[f];
        if (!filter.of_review || of_review) out += choice(filter.name, tr(filter.label), counts.by_filter[f]);
    }
    out += "</fieldset>\n<output id=\"shown\" data-words=\"" + escape_html(tr("{1} of {2} beads")) +
           "\"></output>\n";
    out += "<button type=\"button\" id=\"theme\" aria-label=\"" + escape_html(tr("light or dark")) +
           "\">◐</button>\n";
    return out + help() + "</form>\n";
}

}  // namespace tongwen::cli
