// SPDX-License-Identifier: Apache-2.0
// Owns testing segmentation: golden paragraphs, kinds, options, hostile input.
#include "corpus/segmenter.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "text/diagnostic.h"
#include "text/files.h"
#include "text/unicode.h"

namespace {

using namespace tongwen;
using corpus::Kind;

corpus::Segmenter make_segmenter(const std::string& tag, const corpus::SegmentOptions& options = {}) {
    return {*text::Language::parse(tag), options};
}

/// The spelling of golden files: [segment][segment], brackets of the text escaped.
std::string spell(std::string_view paragraph, const std::vector<corpus::RawSegment>& segments) {
    std::string spelled;
    std::size_t at = 0;
    const auto copy = [&](std::size_t end) {
        for (; at < end; ++at) {
            if (paragraph[at] == '[' || paragraph[at] == ']') spelled += '\\';
            spelled += paragraph[at];
        }
    };
    for (const corpus::RawSegment& segment : segments) {
        copy(segment.span.begin);
        spelled += '[';
        copy(segment.span.end);
        spelled += ']';
    }
    copy(paragraph.size());
    return spelled;
}

/// The paragraph that a golden line is about.
std::string unspell(std::string_view line) {
    std::string paragraph;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            paragraph += line[++i];
        } else if (line[i] != '[' && line[i] != ']') {
            paragraph += line[i];
        }
    }
    return paragraph;
}

std::string cut(const corpus::Segmenter& segmenter, std::string_view paragraph, Kind kind = Kind::body) {
    return spell(paragraph, segmenter.segment(paragraph, kind));
}

std::size_t check_golden(const std::string& tag) {
    const corpus::Segmenter segmenter = make_segmenter(tag);
    std::istringstream lines(text::read_file(TONGWEN_SOURCE_DIR "/tests/corpus/golden/" + tag + ".txt"));
    std::size_t cases = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        CHECK(cut(segmenter, unspell(line)) == line);
        ++cases;
    }
    return cases;
}

struct Case {
    std::string tag;
    std::string golden;
};

TEST_CASE("golden Chinese paragraphs") { CHECK(check_golden("zh") >= 130); }
TEST_CASE("golden English paragraphs") { CHECK(check_golden("en") >= 130); }

TEST_CASE("every variant of Chinese has the rules") {
    const char* const tag = GENERATE("zh", "zh-CN", "zh-TW", "zh-Hant-HK", "yue", "cmn-Hans");
    CHECK(cut(make_segmenter(tag), "“好！”他说。走吧。") == "[“好！”他说。][走吧。]");
}

TEST_CASE(
    "other languages: short rules for Japanese, German and Russian, Unicode's boundaries for the rest") {
    const auto example = GENERATE(values<Case>({
        {"ja", "[雨がやんだ。][「行こう。」と彼は言った。][外は明るい。]"},
        {"ja", "[「もう遅い。][帰ろう。」][そう思った。]"},
        {"de", "[Am 3. Mai kam Dr. Alber z. B. nach Hause.] [Es regnete.]"},
        {"de", "[Er ging.] [„Komm mit!“] [Sie blieb.]"},
        {"ru", "[В 1913 г. дом сгорел.] [Его построил Н. К. Орлов.]"},
        {"ru", "[Это было в 1913 г.] [Он уехал.]"},
        {"fr", "[Il pleut.] [Elle rentre !] [Pourquoi ?]"},
        {"es", "[Llueve.] [¿Vienes?] [No.]"},
        {"ko", "[비가 온다.] [집에 가자.]"},
    }));
    CHECK(cut(make_segmenter(example.tag), unspell(example.golden)) == example.golden);
}

TEST_CASE("a language that is not known still has segments") {
    const corpus::Segmenter segmenter(text::Language{}, {});
    CHECK(cut(segmenter, "One here. Two here.") == "[One here.] [Two here.]");
}

TEST_CASE("a Chinese semicolon ends a segment only when asked") {
    const corpus::Segmenter segmenter = make_segmenter("zh-CN", {.break_at_semicolon = true, .srx_file = {}});
    CHECK(cut(segmenter, "一要快；二要稳（慢；再慢）；三要准。好。") ==
          "[一要快；][二要稳（慢；再慢）；][三要准。][好。]");
    CHECK(cut(make_segmenter("zh-CN"), "一要快；二要稳。") == "[一要快；二要稳。]");
    CHECK(cut(make_segmenter("en", {.break_at_semicolon = true, .srx_file = {}}), "One；two.") ==
          "[One；two.]");
}

TEST_CASE("headings, code, notes and datelines are one segment") {
    const Kind kind = GENERATE(Kind::heading, Kind::code, Kind::note, Kind::dateline);
    const auto segments = make_segmenter("zh").segment(" 谁来养老？一问。 ", kind);
    REQUIRE(segments.size() == 1);
    CHECK(segments[0].kind == kind);
    CHECK(segments[0].span == text::ByteSpan{1, 25});
}

TEST_CASE("list items and quotations are cut and keep their kind") {
    const Kind kind = GENERATE(Kind::list_item, Kind::quotation, Kind::body);
    const auto segments = make_segmenter("en").segment("1. Go out. Come back.", kind);
    REQUIRE(segments.size() == 2);
    CHECK(segments[0].kind == kind);
    CHECK(segments[1].kind == kind);
}

TEST_CASE("datelines and notes within a body paragraph have their own kind") {
    const std::string paragraph = "　　新湖社临江7月4日电（记者 林一）大会开幕。［译注：第一届。］会期三天。";
    const auto segments = make_segmenter("zh").segment(paragraph, Kind::body);
    std::vector<Kind> kinds;
    for (const auto& segment : segments) kinds.push_back(segment.kind);
    CHECK(kinds == std::vector{Kind::dateline, Kind::body, Kind::note, Kind::body});
    CHECK(spell(paragraph, segments) ==
          "　　[新湖社临江7月4日电（记者 林一）][大会开幕。][［译注：第一届。］][会期三天。]");
}

TEST_CASE("nothing to cut") {
    CHECK(make_segmenter("en").segment("", Kind::body).empty());
    CHECK(make_segmenter("zh").segment(" \n　\t", Kind::body).empty());
    CHECK(make_segmenter("fr").segment("", Kind::heading).empty());
}

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& content)
        : path_(std::filesystem::temp_directory_path() / "tongwen_segmenter_test.srx") {
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

TEST_CASE("a file of one's own decides alone") {
    const TemporaryFile file(R"(<srx version="2.0"><header cascade="no"/><body><languagerules>
        <languagerule languagerulename="bar"><rule break="yes"><beforebreak>\|</beforebreak></rule></languagerule>
        </languagerules><maprules><languagemap languagepattern="en.*" languagerulename="bar"/></maprules></body></srx>)");
    const corpus::SegmentOptions options{.break_at_semicolon = false, .srx_file = file.path()};
    CHECK(cut(make_segmenter("en-GB", options), "a. B|c (d|e)") == "[a. B|][c (d|][e)]");
    CHECK(cut(make_segmenter("fr", options), "Un mot|ici. Deux mots.") == "[Un mot|ici.] [Deux mots.]");
}

TEST_CASE("a file that is not there is an input error") {
    try {
        make_segmenter("en", {.break_at_semicolon = false, .srx_file = "/nowhere/rules.srx"});
        FAIL("no error");
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic().id == "file-not-found");
    }
}

std::string repeat(std::string_view unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

// Linear code takes less than a second a case, quadratic code runs into ctest's timeout.
TEST_CASE("hostile paragraphs take linear time") {
    const char* const unit =
        GENERATE(".", "。", "（", "）", "(", "[", "”", "…", "。”", "!?", ". ", "A. ", "。　", "《。》", "1. ",
                 "\"。", "etc. ", "… ", "“我……", "\xFF", "• ", "（。", "(.) ", "他说", "a.", " ");
    const char* const tag = GENERATE("zh", "en", "fr");
    const std::string paragraph = repeat(unit, 100'000);
    const corpus::Segmenter segmenter = make_segmenter(tag);
    const auto segments = segmenter.segment(paragraph, Kind::body);
    INFO(tag << ' ' << unit);
    CHECK(segments.empty() == (std::string_view(unit) == " "));
}

bool holds_everything(std::string_view paragraph, const std::vector<corpus::RawSegment>& segments) {
    std::size_t at = 0;
    for (const corpus::RawSegment& segment : segments) {
        if (segment.span.begin < at || segment.span.empty() || segment.span.end > paragraph.size())
            return false;
        if (!text::trim(paragraph.substr(at, segment.span.begin - at)).empty()) return false;
        if (text::trim(segment.span.of(paragraph)) != segment.span.of(paragraph)) return false;
        if (!text::is_valid_utf8(segment.span.of(paragraph))) return false;
        at = segment.span.end;
    }
    return text::trim(paragraph.substr(at)).empty();
}

TEST_CASE("segments and the white space between them spell the paragraph") {
    const std::vector<corpus::Segmenter> segmenters = [] {
        std::vector<corpus::Segmenter> made;
        for (const char* tag : {"zh", "en", "de", "fr"}) made.push_back(make_segmenter(tag));
        return made;
    }();
    REQUIRE(rc::check([&] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "。", "！", "”", "“", "（", "）", "[", "]", ".", "?", "…", " ", "　", "\n", "他", "说", "，", "A",
            "b", "1", "U.S.", "Mr.", "编者注：", "新社7月4日电", "𠮷", "é", "•", "\"", "《", "》", "1) ",
            "2) ", "\t"));
        std::string paragraph;
        for (const std::string& piece : pieces) paragraph += piece;
        for (const corpus::Segmenter& segmenter : segmenters) {
            RC_ASSERT(holds_everything(paragraph, segmenter.segment(paragraph, Kind::body)));
        }
    }));
}

TEST_CASE("any bytes have segments") {
    const corpus::Segmenter segmenter = make_segmenter("zh");
    REQUIRE(rc::check([&](const std::string& bytes) {
        std::size_t at = 0;
        for (const auto& segment : segmenter.segment(bytes, Kind::body)) {
            RC_ASSERT(segment.span.begin >= at);
            RC_ASSERT(segment.span.end > segment.span.begin);
            at = segment.span.end;
        }
        RC_ASSERT(at <= bytes.size());
    }));
}

}  // namespace
