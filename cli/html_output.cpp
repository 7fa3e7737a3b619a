// SPDX-License-Identifier: Apache-2.0
// Owns the format "html": a page for a browser, in one file that needs nothing else (docs/formats/html.md).
#include <cmath>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "align/parallelness.h"
#include "cli/html_picture.h"
#include "cli/html_rows.h"
#include "cli/html_template.h"
#include "cli/html_text.h"
#include "cli/html_tools.h"
#include "cli/html_unlinked.h"
#include "cli/outputs.h"
#include "cli/short_names.h"
#include "cli/summary.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

constexpr std::size_t rows_in_block = 50;  // that a browser lays out together, when they come into sight

/// Rounded down, so that 100 % means all of it.
std::string percent(std::size_t part, std::size_t whole) {
    const double share = whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
    return tr("{1} %", {fmt::format("{:.0f}", std::floor(share * 100))});
}

class Page {
  public:
    Page(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive)
        : bitext_(bitext),
          context_(context),
          receive_(receive),
          rows_(bitext, context),
          counts_(count_beads(bitext, rows_)),
          summary_(summarise(bitext)),
          names_(short_names(bitext.source.provenance.path, bitext.target.provenance.path)) {}

    void write() const {
        write_head();
        write_title();
        write_verdict();
        write_figures();
        write_picture();
        write_section("unlinked", list_unlinked(bitext_));
        receive_(page_tools(counts_, context_.review != nullptr));
        write_rows();
        write_documents();
        receive_("<script>");
        receive_(page_script());
        receive_("</script>\n</body>\n</html>\n");
    }

  private:
    void write_head() const {
        receive_("<!DOCTYPE html>\n<html lang=\"" + interface_language() +
                 "\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                 page_policy() +
                 "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                 escape_html(names_.first + " ⇄ " + names_.second) + "</title>\n<style>");
        receive_(page_style());
        receive_("</style>\n</head>\n<body>\n");
    }

    void write_title() const {
        receive_("<h1><bdi>" + escape_html(names_.first) + "</bdi> <span>⇄</span> <bdi>" +
                 escape_html(names_.second) + "</bdi></h1>\n");
    }

    void write_verdict() const {
        const align::ParallelVerdict verdict = align::judge_parallelness(bitext_);
        if (verdict.verdict == align::Parallelness::parallel) return;
        const std::string share = std::to_string(static_cast<int>(verdict.linked_share * 100));
        const std::string text =
            verdict.verdict == align::Parallelness::doubtful
                ? tr("Much of this may be no translation: only {1} % of both texts is linked.", {share})
                : tr("This seems to be no translation: only {1} % of both texts is linked.", {share});
        receive_("<p class=\"warning\">! " + escape_html(text) + "</p>\n");
    }

    void write_figures() const {
        receive_("<dl class=\"figures\">\n");
        write_figure(tr("beads"), std::to_string(counts_.beads));
        if (context_.review != nullptr)
            write_figure(tr("reviewed"), std::to_string(counts_.beads - counts_.of("undecided")));
        if (summary_.beads > 0) {
            const double mean = summary_.confidence_sum / static_cast<double>(summary_.beads);
            write_figure(tr("mean confidence"), fmt::format("{:.2f}", mean));
        }
        write_figure(tr("source linked"),
                     percent(summary_.source_linked_characters, summary_.source_characters));
        write_figure(tr("target linked"),
                     percent(summary_.target_linked_characters, summary_.target_characters));
        write_segments(tr("dropped segments"), "✗", summary_.dropped_segments);
        write_segments(tr("added segments"), "+", summary_.added_segments);
        write_segments(tr("moved segments"), "⇄", summary_.moved_segments);
        write_figure(tr("findings"), std::to_string(context_.findings.size()));
        receive_("</dl>\n");
    }

    /// `value` is not escaped any more.
    void write_figure(const std::string& name, const std::string& value) const {
        receive_("<div><dt>" + escape_html(name) + "</dt><dd>" + value + "</dd></div>\n");
    }

    void write_segments(const std::string& name, std::string_view sign, std::size_t count) const {
        const std::string value = fmt::format("{} {}", sign, count);
        write_figure(name, count == 0 ? value : "<a href=\"#unlinked\">" + value + "</a>");
    }

    void write_picture() const {
        const std::string picture = draw_picture(bitext_, rows_);
        if (picture.empty()) return;
        write_section("picture", "<p>" + described(names_.first, bitext_.source.language) + "</p>\n" +
                                     picture + "<p>" + described(names_.second, bitext_.target.language) +
                                     "</p>\n");
    }

    void write_section(std::string_view id, const std::string& content) const {
        if (!content.empty()) receive_(fmt::format("<section id=\"{}\">\n{}</section>\n", id, content));
    }

    void write_rows() const {
        receive_("<main>\n<div class=\"columns\"><div>" + described(names_.first, bitext_.source.language) +
                 "</div><div>" + described(names_.second, bitext_.target.language) + "</div></div>\n");
        for (std::size_t i = 0; i < counts_.beads; ++i) {
            if (i % rows_in_block == 0) receive_("<section>\n");
            receive_(rows_.row(i));
            if ((i + 1) % rows_in_block == 0 || i + 1 == counts_.beads) receive_("</section>\n");
        }
        receive_("</main>\n");
    }

    [[nodiscard]] static std::string described(const std::string& name, const text::Language& language) {
        return "<bdi>" + escape_html(name) + "</bdi> (" + (language.known() ? language.tag() : "?") + ")";
    }

    /// Where the page came from.
    void write_documents() const {
        receive_("<footer>\n");
        write_document(names_.first, bitext_.source);
        write_document(names_.second, bitext_.target);
        receive_("<p>Tongwen " TONGWEN_VERSION +
                 fmt::format(", {:%Y-%m-%d %H:%M} UTC</p>\n</footer>\n", context_.created));
    }

    void write_document(const std::string& name, const corpus::Document& document) const {
        const corpus::Provenance& from = document.provenance;
        const std::string details =
            fmt::format("{}, {}, {}, {}", from.format, from.encoding.name,
                        tr_count("{1} segment", "{1} segments", document.segments.size(),
                                 {std::to_string(document.segments.size())}),
                        from.content_hash);
        receive_("<p><bdi>" + escape_html(name) + "</bdi>: " + escape_html(details) + "</p>\n");
    }

    const align::Bitext& bitext_;
    const OutputContext& context_;
    const ByteReceiver& receive_;
    HtmlRows rows_;
    BeadCounts counts_;
    Summary summary_;
    std::pair<std::string, std::string> names_;
};

}  // namespace

void write_html(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive) {
    Page(bitext, context, receive).write();
}

}  // namespace tongwen::cli
