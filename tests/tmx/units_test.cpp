// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the way from a Bitext to translation units.
#include "tmx/units.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <rapidcheck.h>

#include "tests/support/catch.h"

using namespace tongwen;

namespace {

text::Language language(std::string_view tag) { return *text::Language::parse(tag); }

/// A document of one paragraph whose segments stand on lines of their own.
corpus::Document document(std::string_view tag, const std::vector<std::string>& segments, std::string path) {
    corpus::Document made;
    for (const std::string& segment : segments) {
        made.segments.push_back({{made.text.size(), made.text.size() + segment.size()}});
        made.text += segment + "\n";
    }
    made.paragraphs.push_back(
        {{0, made.text.size() - 1}, corpus::Kind::body, 0, 0, static_cast<std::uint32_t>(segments.size())});
    made.language = language(tag);
    made.provenance.path = std::move(path);
    made.provenance.content_hash = "xxh3-128:" + std::string(tag);
    return made;
}

align::Bitext bitext(const std::vector<std::string>& source, const std::vector<std::string>& target,
                     std::string_view spelling) {
    return {document("zh-CN", source, "some/where/a.txt"), document("en", target, "b.txt"),
            align::parse_alignment(spelling)};
}

struct Made {
    std::vector<tmx::TranslationUnit> units;
    tmx::UnitReport report;
    std::vector<text::Diagnostic> diagnostics;
};

Made make(const align::Bitext& from, const tmx::UnitOptions& options = {}) {
    Made made;
    made.report = tmx::make_units(
        from, options, [&made](const text::Diagnostic& one) { made.diagnostics.push_back(one); },
        [&made](const tmx::TranslationUnit& one) { made.units.push_back(one); });
    return made;
}

std::string property(const tmx::TranslationUnit& unit, std::string_view name) {
    for (const auto& [type, value] : unit.properties) {
        if (type == name) return value;
    }
    return "(none)";
}

align::Alignment with_confidences(const align::Alignment& plain, const std::vector<double>& confidences) {
    std::vector<align::Bead> beads = plain.beads();
    for (std::size_t i = 0; i < beads.size(); ++i) beads[i].confidence = confidences[i];
    return {beads, plain.source_size(), plain.target_size()};
}

}  // namespace

TEST_CASE("a linked bead makes a unit with all its properties, in order") {
    align::Bitext from = bitext({"早。", "你好。", "再见。"}, {"Morning. Hello.", "Bye."}, "2-1 1-1");
    from.alignment = with_confidences(from.alignment, {0.987, 1.0});
    const Made made = make(from);
    REQUIRE(made.units.size() == 2);
    CHECK(made.units[0].source == tmx::Variant{language("zh-CN"), "早。你好。"});
    CHECK(made.units[0].target == tmx::Variant{language("en"), "Morning. Hello."});
    CHECK(made.units[0].notes.empty());
    CHECK(made.units[0].properties ==
          std::vector<std::pair<std::string, std::string>>{{"x-ConfirmationLevel", "Draft"},
                                                           {"x-Origin", "Alignment"},
                                                           {"x-tongwen-confidence", "0.99"},
                                                           {"x-tongwen-shape", "2-1"},
                                                           {"x-tongwen-status", "unreviewed"},
                                                           {"x-tongwen-source-file", "a.txt"},
                                                           {"x-tongwen-source-segments", "1-2"},
                                                           {"x-tongwen-target-segments", "1"}});
    CHECK(property(made.units[1], "x-tongwen-confidence") == "1.00");
    CHECK(property(made.units[1], "x-tongwen-source-segments") == "3");
    CHECK(property(made.units[1], "x-tongwen-target-segments") == "2");
    CHECK(made.report == tmx::UnitReport{2, {}});
    CHECK(made.diagnostics.empty());
}

TEST_CASE("what a person decided of a bead goes into its unit") {
    const align::Bitext from = bitext({"甲。", "乙。", "丙。"}, {"A.", "B.", "C."}, "1-1 1-1 1-1");
    const auto when = std::chrono::sys_seconds(std::chrono::seconds(951'782'400));
    tmx::UnitOptions options;
    options.decisions = {{"accepted", "Good.", "A,\n corrected.", "lin", when, false},
                         {"needs-work", {}, {}, "wei", when, false},
                         {"dropped", {}, {}, "wei", when, true}};
    const Made made = make(from, options);
    REQUIRE(made.units.size() == 2);
    CHECK(made.units[0].target.text == "A, corrected.");
    CHECK(made.units[0].notes == std::vector<std::string>{"Good."});
    CHECK(made.units[0].changed_by == "lin");
    CHECK(made.units[0].changed_when == when);
    CHECK(made.units[0].id == make(from).units[0].id);
    CHECK(property(made.units[0], "x-ConfirmationLevel") == "ApprovedTranslation");
    CHECK(property(made.units[0], "x-tongwen-status") == "accepted");
    CHECK(property(made.units[1], "x-ConfirmationLevel") == "RejectedTranslation");
    CHECK(property(made.units[1], "x-tongwen-status") == "needs-work");
    CHECK(made.report == tmx::UnitReport{2, {{2, tmx::Omission::left_out}}});
    CHECK(tmx::name(tmx::Omission::left_out) == "left-out");
}

TEST_CASE("of what was moved, the source's decision counts, then the target's; both can leave it out") {
    align::Bitext from = bitext({"甲。", "乙。"}, {"B.", "A."}, "1-0 1-1 0-1");
    from.moved = {{align::make_run<align::Source>(0, 1),
                   align::make_run<align::Target>(1, 2),
                   {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(1, 2)}}}};
    tmx::UnitOptions options;
    options.decisions.resize(3);
    options.decisions[2] = {"accepted", {}, "A!", "lin", {}, false};
    CHECK(make(from, options).units.at(0).target.text == "A!");
    CHECK(property(make(from, options).units.at(0), "x-tongwen-status") == "accepted");
    options.decisions[0].status = "changed";
    CHECK(property(make(from, options).units.at(0), "x-tongwen-status") == "changed");
    CHECK(make(from, options).units.at(0).target.text == "A!");
    options.decisions[2].left_out = true;
    CHECK(make(from, options).units.at(0).source.text == "乙。");
}

TEST_CASE("target segments are joined by a space in English, Chinese ones by nothing") {
    const Made made = make(bitext({"早。你好。"}, {"Morning.", "Hello."}, "1-2"));
    CHECK(made.units.at(0).target.text == "Morning. Hello.");
    align::Bitext turned = bitext({"Morning. Hello."}, {"早。", "你好。"}, "1-2");
    std::swap(turned.source.language, turned.target.language);
    CHECK(make(turned).units.at(0).target.text == "早。你好。");
}

TEST_CASE("one-sided and doubtful beads are not written but listed") {
    align::Bitext from = bitext({"甲。", "乙。", "丙。"}, {"A.", "X.", "C."}, "1-1 0-1 1-0 1-1");
    from.alignment = with_confidences(from.alignment, {0.5, 0.9, 0.1, 0.49});
    const Made made = make(from, {0.5, {}, {}, false});
    REQUIRE(made.units.size() == 1);
    CHECK(made.units[0].source.text == "甲。");
    CHECK(made.report == tmx::UnitReport{1,
                                         {{1, tmx::Omission::no_source},
                                          {2, tmx::Omission::no_target},
                                          {3, tmx::Omission::low_confidence}}});
    CHECK(make(from).report.made == 2);
}

TEST_CASE("where one-sided beads are wanted, they are units with an empty text, in their places") {
    align::Bitext from = bitext({"甲。", "乙。", "丙。", "丙。"}, {"A.", "X.", "C."}, "1-1 0-1 2-0 1-1");
    from.alignment = with_confidences(from.alignment, {0.5, 0.9, 0.8, 0.6});
    const Made made = make(from, {0.0, {}, {}, true});
    REQUIRE(made.units.size() == 4);
    CHECK(made.units[1].source == tmx::Variant{language("zh-CN"), ""});
    CHECK(made.units[1].target == tmx::Variant{language("en"), "X."});
    CHECK(property(made.units[1], "x-tongwen-shape") == "0-1");
    CHECK(property(made.units[1], "x-tongwen-source-segments").empty());
    CHECK(property(made.units[1], "x-tongwen-target-segments") == "2");
    CHECK(made.units[2].source.text == "乙。丙。");
    CHECK(made.units[2].target.text.empty());
    CHECK(property(made.units[2], "x-tongwen-source-segments") == "2-3");
    CHECK(property(made.units[2], "x-tongwen-target-segments").empty());
    CHECK(made.report == tmx::UnitReport{4, {}});
    CHECK(make(from, {0.7, {}, {}, true}).report ==
          tmx::UnitReport{2, {{0, tmx::Omission::low_confidence}, {3, tmx::Omission::low_confidence}}});
}

TEST_CASE("what was moved is one unit, where its source stands, and knows its block") {
    align::Bitext from = bitext({"甲。", "乙。", "丙。"}, {"B.", "C.", "A."}, "1-0 1-1 1-1 0-1");
    from.moved = {{align::make_run<align::Source>(0, 1),
                   align::make_run<align::Target>(2, 3),
                   {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(2, 3), 0.6}}}};
    const Made made = make(from, {0.0, {}, {}, true});
    REQUIRE(made.units.size() == 3);
    CHECK(made.units[0].source.text == "甲。");
    CHECK(made.units[0].target.text == "A.");
    CHECK(property(made.units[0], "x-tongwen-moved") == "1");
    CHECK(property(made.units[0], "x-tongwen-shape") == "1-1");
    CHECK(property(made.units[0], "x-tongwen-target-segments") == "3");
    CHECK(property(made.units[1], "x-tongwen-moved") == "(none)");
    CHECK(made.report == tmx::UnitReport{3, {}});
    CHECK(make(from, {0.7, {}, {}, false}).report ==
          tmx::UnitReport{2, {{0, tmx::Omission::low_confidence}}});
}

TEST_CASE("segments of a target found in a page have the page's numbers") {
    align::Bitext from = bitext({"甲。", "乙。"}, {"A.", "B."}, "1-1 1-1");
    from.page = align::PagePlace{align::make_run<align::Target>(40, 42), 90};
    const Made made = make(from);
    CHECK(property(made.units.at(1), "x-tongwen-source-segments") == "2");
    CHECK(property(made.units.at(1), "x-tongwen-target-segments") == "42");
}

TEST_CASE("a dropped sentence is no other translation of its source, and nothing is warned of about it") {
    const align::Bitext from = bitext({"同样的话。", "同样的话。"}, {"The same words."}, "1-0 1-1");
    CHECK(make(from, {0.0, {}, {}, true}).diagnostics.empty());
}

TEST_CASE("the reasons have stable names") {
    CHECK(tmx::name(tmx::Omission::no_source) == "no-source");
    CHECK(tmx::name(tmx::Omission::no_target) == "no-target");
    CHECK(tmx::name(tmx::Omission::low_confidence) == "low-confidence");
}

TEST_CASE("two empty documents make no units") {
    const Made made = make(bitext({}, {}, ""));
    CHECK(made.units.empty());
    CHECK(made.report == tmx::UnitReport{});
}

TEST_CASE("languages are the documents' unless others are given") {
    const Made made = make(bitext({"甲"}, {"A"}, "1-1"), {0, language("zh-Hans"), language("en-GB"), false});
    CHECK(made.units.at(0).source.language.tag() == "zh-Hans");
    CHECK(made.units.at(0).target.language.tag() == "en-GB");
}

TEST_CASE("ids are stable, unique, of hexadecimal digits, and free of the folder") {
    const align::Bitext from = bitext({"同。", "同。", "同。"}, {"Same.", "Same.", "Same."}, "1-1 1-1 1-1");
    const Made made = make(from);
    std::set<std::string> ids;
    for (const tmx::TranslationUnit& unit : made.units) {
        CHECK(ids.insert(unit.id).second);
        CHECK(unit.id.size() == 32);
        CHECK(std::all_of(unit.id.begin(), unit.id.end(),
                          [](unsigned char c) { return std::isxdigit(c) != 0; }));
    }
    align::Bitext elsewhere = from;
    elsewhere.source.provenance.path = "other/name.txt";
    CHECK(make(elsewhere).units[2].id == made.units[2].id);
    align::Bitext other_source = from;
    other_source.source.provenance.content_hash = "xxh3-128:other";
    CHECK(make(other_source).units[2].id != made.units[2].id);
    align::Bitext other_text = bitext({"同。", "同。", "同。"}, {"Same.", "Same.", "Same!"}, "1-1 1-1 1-1");
    CHECK(make(other_text).units[2].id != made.units[2].id);
    CHECK(make(other_text).units[1].id == made.units[1].id);
}

TEST_CASE("line ends inside a segment go, other spaces stay") {
    struct Row {
        std::string_view tag;
        std::string_view given;
        std::string_view expected;
    };
    const Row rows[] = {{"en", "", ""},
                        {"en", " \n ", ""},
                        {"en", "a\nb", "a b"},
                        {"en", "a \r\n\t b", "a b"},
                        {"en", "a  b", "a  b"},
                        {"en", "\n a b \n", "a b"},
                        {"en", "the word\n国 means", "the word 国 means"},
                        {"zh", "我们\n的国家", "我们的国家"},
                        {"zh", "他说：\n“好”", "他说：“好”"},
                        {"zh", "国内\nGDP\n增长", "国内GDP增长"},
                        {"zh", "Hello\nWorld", "Hello World"},
                        {"zh", "第一条　国家", "第一条　国家"},
                        {"zh", "第一条　\n国家", "第一条国家"},
                        {"ja", "です\nが", "ですが"},
                        {"ko", "한국\n사람", "한국 사람"},
                        {"zh", "一\u2028二", "一二"}};
    for (const Row& row : rows) {
        INFO(row.given);
        CHECK(tmx::one_line(row.given, language(row.tag)) == row.expected);
    }
}

TEST_CASE("warnings name the source file and the segments of the unit") {
    align::Bitext from = bitext({"甲。", "乙。", "丙。"}, {"A 甲.", "B."}, "2-1 1-1");
    CHECK(make(from).diagnostics ==
          std::vector{text::Diagnostic{
              "han-in-target", text::Severity::warning, {"some/where/a.txt"}, {"1-2", "甲"}}});
}

TEST_CASE("every bead is either a unit or listed, and units hold their segments' texts in order") {
    CHECK(rc::check([] {
        const auto shapes =
            *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 6));
        const std::pair<std::size_t, std::size_t> sizes[] = {{1, 1}, {1, 0}, {0, 1}, {2, 1}, {1, 3}, {2, 2}};
        std::string spelling;
        std::vector<std::string> source;
        std::vector<std::string> target;
        for (const std::size_t shape : shapes) {
            const auto [left, right] = sizes[shape];
            spelling += (spelling.empty() ? "" : " ") + std::to_string(left) + "-" + std::to_string(right);
            for (std::size_t i = 0; i < left; ++i) source.push_back("句" + std::to_string(source.size()));
            for (std::size_t i = 0; i < right; ++i) target.push_back("s" + std::to_string(target.size()));
        }
        const Made made = make(bitext(source, target, spelling));
        RC_ASSERT(made.report.made == made.units.size());
        RC_ASSERT(made.report.made + made.report.omitted.size() == shapes.size());
        std::size_t from = 0;
        for (const tmx::TranslationUnit& unit : made.units) {
            const std::string numbers = property(unit, "x-tongwen-source-segments");
            RC_ASSERT(std::stoul(numbers) > from);
            RC_ASSERT(unit.source.text.starts_with(source[std::stoul(numbers) - 1]));
            from = std::stoul(numbers.substr(numbers.find('-') + 1));
            RC_ASSERT(unit.source.text.ends_with(source[from - 1]));
        }
    }));
}
