// SPDX-License-Identifier: Apache-2.0
// Owns the way from an alignment file to what commands work with.
#include "cli/reviewed_file.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "align/moved_beads.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

const text::DiagnosticSink ignore = [](const text::Diagnostic&) {};

template <class Side>
std::vector<std::uint32_t> indices(align::Run<Side> run) {
    std::vector<std::uint32_t> result(run.size());
    std::iota(result.begin(), result.end(), run.begin.value);
    return result;
}

/// The digits of a part of a time; nothing when there are others than digits.
std::optional<int> digits(const std::string& text, std::size_t begin, std::size_t size) {
    int value = 0;
    const char* const end = text.data() + begin + size;
    const auto read = std::from_chars(text.data() + begin, end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

bool has_decisions(const review::AlignmentFile& file) {
    const auto said = [](const review::Decision& decision) { return decision != review::Decision{}; };
    return !file.review.ledger().empty() || std::ranges::any_of(file.review.first_decisions(), said);
}

}  // namespace

bool names_alignment_file(const fs::path& path) {
    return text::to_lower(path.extension().string()) == ".tongwen";
}

AlignedPair pair_of(const review::AlignmentFile& file) {
    AlignedPair pair;
    pair.bitext = file.review.current();
    pair.review = &file.review;
    judge(pair);
    return pair;
}

std::vector<align::ListedBead> list_beads(const fs::path& alignment_file) {
    const review::AlignmentFile file = review::read_alignment_file(alignment_file, ignore);
    const align::Bitext bitext = file.review.current();
    const align::MovedBeads moved(bitext);
    const auto is_dropped = [&](std::size_t bead) {
        return file.review.beads()[bead].decision.status == review::Status::dropped;
    };
    std::vector<align::ListedBead> listed;
    for (const align::OrderedBead& ordered : align::beads_in_source_order(bitext)) {
        if (ordered.alignment_index ? is_dropped(*ordered.alignment_index)
                                    : is_dropped(moved.place(ordered.bead.source)) ||
                                          is_dropped(moved.place(ordered.bead.target)))
            continue;
        listed.push_back({indices(ordered.bead.source), indices(bitext.target_in_file(ordered.bead.target)),
                          ordered.bead.confidence});
    }
    return listed;
}

std::vector<tmx::UnitDecision> unit_decisions(const review::Review& review,
                                              const std::vector<review::Status>& wanted) {
    std::vector<tmx::UnitDecision> decisions;
    for (const review::ReviewedBead& bead : review.beads()) {
        const review::Decision& said = bead.decision;
        tmx::UnitDecision decision;
        if (said.status != review::Status::undecided) decision.status = review::name(said.status);
        decision.note = said.comment;
        decision.target = said.target_edit;
        decision.who = said.who;
        decision.when = parse_time(said.when);
        decision.left_out = std::ranges::find(wanted, said.status) == wanted.end();
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

void refuse_losing_decisions(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return;
    try {
        const review::AlignmentFile file = review::read_alignment_file(path, ignore);
        if (!has_decisions(file)) return;
        throw text::InputError({"has-decisions",
                                text::Severity::error,
                                {path.string()},
                                {std::to_string(file.review.ledger().size())}});
    } catch (const text::InputError& error) {
        if (error.diagnostic().id != "not-an-alignment-file") throw;
    }
}

std::string spell_time(std::chrono::sys_seconds when) {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(when - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::optional<std::chrono::sys_seconds> parse_time(const std::string& when) {
    using namespace std::chrono;
    if (when.size() != 20 || when[4] != '-' || when[7] != '-' || when[10] != 'T' || when[13] != ':' ||
        when[16] != ':' || when[19] != 'Z')
        return std::nullopt;
    const auto at = [&when](std::size_t begin) { return digits(when, begin, 2); };
    const auto y = digits(when, 0, 4);
    if (!y || !at(5) || !at(8) || !at(11) || !at(14) || !at(17)) return std::nullopt;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*at(5))),
                              day(static_cast<unsigned>(*at(8))));
    if (!date.ok() || *at(11) > 23 || *at(14) > 59 || *at(17) > 59) return std::nullopt;
    return sys_days(date) + hours(*at(11)) + minutes(*at(14)) + seconds(*at(17));
}

std::chrono::sys_seconds present_time(const Environment& environment) {
    const std::string value = value_of(environment, "SOURCE_DATE_EPOCH");
    long long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    constexpr long long year_10000 = 253'402'300'800;  // dates of TMX have four digits for the year
    if (error == std::errc{} && end == value.data() + value.size() && seconds >= 0 && seconds < year_10000)
        return std::chrono::sys_seconds(std::chrono::seconds(seconds));
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string reviewer_name(const std::string& given, const Environment& environment) {
    for (const std::string& name : {given, value_of(environment, "USER"), value_of(environment, "LOGNAME")})
        if (!name.empty()) return name;
    const passwd* const user = ::getpwuid(::getuid());
    return user != nullptr ? user->pw_name : "?";
}

OpenReview::OpenReview(const fs::path& alignment_file, const std::string& reviewer, bool take_over,
                       const Environment& environment, const text::DiagnosticSink& sink)
    : path(alignment_file),
      who(reviewer),
      lock(path, review::this_owner(who, spell_time(present_time(environment))), take_over, sink),
      file(review::read_alignment_file(path, sink)),
      ledger(path, file.good_bytes) {}

}  // namespace tongwen::cli
