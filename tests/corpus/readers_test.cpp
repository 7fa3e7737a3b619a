// SPDX-License-Identifier: Apache-2.0
// Tests the table of formats, and documents from bytes in any encoding: their laws, their provenance, what is
// refused.
#include "corpus/readers.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <rapidcheck.h>

#include "tests/corpus/document_laws.h"
#include "tests/corpus/encoded.h"
#include "tests/support/catch.h"
#include "text/converter.h"
#include "text/files.h"

namespace tongwen::corpus {
namespace {

const text::DiagnosticSink ignore = [](const text::Diagnostic&) {};

/// "[你好。][再见。]", with a line break between paragraphs.
std::string segmentation(const Document& document) {
    std::string out;
    for (std::size_t i = 0; i < document.segments.size(); ++i) {
        if (i != 0 && document.segments[i].paragraph != document.segments[i - 1].paragraph) out += "\n";
        out += "[" + std::string(document.segment_text(i)) + "]";
    }
    return out;
}

TEST_CASE("every row of the table is complete, and no suffix belongs to two") {
    std::set<std::string_view> suffixes;
    for (const Reader& reader : readers()) {
        CAPTURE(reader.name);
        CHECK(find_reader(reader.name) == &reader);
        CHECK(reader.read("x").text == "x");
        CHECK(reader.read("").paragraphs.empty());
        CHECK_FALSE(reader.suffixes.empty());
        for (const std::string_view suffix : reader.suffixes) {
            CHECK(suffix.starts_with('.'));
            CHECK(suffixes.insert(suffix).second);
            CHECK(reader_for("folder/name" + std::string(suffix)).name == reader.name);
        }
    }
    CHECK(find_reader("klingon") == nullptr);
    CHECK(reader_for("README").name == "text");
    CHECK(reader_for("a.MD").name == "markdown");
    CHECK(reader_for("a.pdf").name == "text");
}

TEST_CASE("a document from plain text") {
    const std::string bytes = "标题\n\n　　第一句。第二句。\n";
    const Document document = make_document(bytes, "folder/a.txt", {}, ignore);
    CHECK(segmentation(document) == "[标题]\n[第一句。][第二句。]");
    CHECK(document.paragraphs[0].kind == Kind::heading);
    CHECK(document.provenance.path == "folder/a.txt");
    CHECK(document.provenance.format == "text");
    CHECK(document.provenance.encoding == EncodingEvidence{});
    CHECK(document.provenance.content_hash == text::content_hash(bytes));
    CHECK(document.provenance.language_how == "detected");
    CHECK(document.text == bytes);
}

TEST_CASE("options come before evidence") {
    ReadOptions options;
    options.language = text::Language::parse("de");
    options.format = "segmented";
    const Document document = make_document("Eins. Zwei.\n\n Drei. \n", "a.md", options, ignore);
    CHECK(segmentation(document) == "[Eins. Zwei.]\n[Drei.]");
    CHECK(document.language.tag() == "de");
    CHECK(document.provenance.language_how == "option");
    CHECK(document.provenance.format == "segmented");
}

TEST_CASE("headings, lists and code of Markdown keep their kinds") {
    const Document document =
        make_document("# A title. With a stop\n\n- One. Two.\n\n```\nx. Y.\n```\n", "a.md", {}, ignore);
    CHECK(segmentation(document) == "[A title. With a stop]\n[One.][Two.]\n[x. Y.]");
    CHECK(document.segments[1].kind == Kind::list_item);
    CHECK(document.segments[3].kind == Kind::code);
    CHECK(broken_law(document, 100).empty());
}

std::string refusal(std::string_view bytes, const ReadOptions& options = {}) {
    try {
        make_document(bytes, "a.txt", options, ignore);
    } catch (const text::InputError& error) {
        CHECK(error.diagnostic().where.file == "a.txt");
        return error.diagnostic().id;
    }
    return "";
}

TEST_CASE("what is no document is refused") {
    CHECK(refusal("") == "empty-file");
    CHECK(refusal(" \n\t　\n") == "empty-file");
    CHECK(refusal("\xEF\xBB\xBF") == "empty-file");
    CHECK(refusal("\xFF\xFE") == "empty-file");
    CHECK(refusal("***\n", {.format = "markdown"}) == "empty-file");
    CHECK(refusal("x", {.format = "klingon"}) == "unknown-format");
    CHECK(refusal("x", {.encoding = "klingon"}) == "unknown-encoding");
    CHECK(refusal("\xFF", {.encoding = "utf-8"}) == "wrong-encoding");
    CHECK(refusal(std::string_view("a\0b", 3)) == "binary-file");
    CHECK_THROWS_AS(read_document("/no/such/file.txt", {}, ignore), text::InputError);
}

TEST_CASE("a document is read from its file") {
    const auto path = std::filesystem::temp_directory_path() / "tongwen-readers-test.md";
    std::ofstream(path) << "# 标题\n\n正文。\n";
    const Document document = read_document(path, {}, ignore);
    std::filesystem::remove(path);
    CHECK(segmentation(document) == "[标题]\n[正文。]");
    CHECK(document.provenance.format == "markdown");
}

const std::vector<std::string> samples = {
    "标题一\r\n\r\n　　会议明天上午召开，请大家准时参加。地点另行通知！\r\n第二段也在这里。\r\n",
    "# 会议通知\n\n- 时间：**明天**上午\n- 地点 &amp; 人员：[另行](x)通知。\n\n> 请大家准时参加。谢谢！\n",
    "Notice\n\nThe meeting is tomorrow. Please be on time! It takes two hours.\n",
};

TEST_CASE("a segment leads back to bytes that decode to it, in every encoding") {
    const std::string charset = GENERATE(as<std::string>(), "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE");
    const std::string format = GENERATE(as<std::string>(), "text", "segmented");
    for (const std::string& sample : samples) {
        const std::string bytes = encoded(charset, sample);
        const Document document = make_document(bytes, "a", {.encoding = charset, .format = format}, ignore);
        CAPTURE(charset, format, sample);
        CHECK(broken_law(document, bytes.size()).empty());
        for (const Segment& segment : document.segments) {
            const std::string_view original = document.to_original.to_original(segment.span).of(bytes);
            CHECK(text::decode_with(charset, original).utf8 == segment.span.of(document.text));
        }
    }
}

TEST_CASE("any Chinese text leads back to its bytes") {
    REQUIRE(rc::check([] {
        const auto parts =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "会议", "明天。", "a", " ", "\n", "\r\n", "𠀀", "？", "（一）", "B. ", "é", "　")));
        const auto charset = *rc::gen::element<std::string>("UTF-8", "GB18030", "UTF-16LE");
        std::string utf8 = "始";
        for (const std::string& part : parts) utf8 += part;
        const std::string bytes = encoded(charset, utf8);
        const Document document = make_document(bytes, "a", {.encoding = charset}, ignore);
        RC_ASSERT(broken_law(document, bytes.size()).empty());
        for (const Segment& segment : document.segments) {
            const std::string_view original = document.to_original.to_original(segment.span).of(bytes);
            std::string again = text::decode_with(charset, original).utf8;
            std::erase(again, '\r');
            RC_ASSERT(again == segment.span.of(document.text));
        }
    }));
}

TEST_CASE("every beginning of a document is read or refused, and keeps the laws when read") {
    struct Row {
        std::string charset, format;
        bool is_named;
    };
    // Every encoding with the format that is cheapest to read; the others with two encodings only.
    const auto row = GENERATE(values<Row>({{"UTF-8", "segmented", false},
                                           {"UTF-16", "segmented", false},
                                           {"UTF-16LE", "segmented", false},
                                           {"UTF-16BE", "segmented", true},
                                           {"UTF-16LE", "segmented", true},
                                           {"GB18030", "segmented", false},
                                           {"GB18030", "markdown", false},
                                           {"GB18030", "text", true},
                                           {"UTF-8", "markdown", true},
                                           {"UTF-8", "text", false}}));
    const auto& [charset, format, is_named] = row;
    const std::string bytes = encoded(charset, "# 会议\r\n\r\n- 明天&amp;\n> 上午！a b.\n");
    const std::set<std::string> allowed = {"empty-file", "binary-file", "wrong-encoding"};
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        try {
            const Document document =
                make_document(std::string_view(bytes).substr(0, size), "a",
                              {.encoding = is_named ? charset : "", .format = format}, ignore);
            if (const std::string law = broken_law(document, size); !law.empty())
                FAIL(law << " " << charset << " " << size);
        } catch (const text::InputError& error) {
            if (!allowed.contains(error.diagnostic().id)) FAIL(error.diagnostic().id);
        }
    }
    SUCCEED("all beginnings");
}

TEST_CASE("any bytes give a document that keeps the laws, or are refused") {
    REQUIRE(rc::check([](const std::string& bytes) {
        const auto format = *rc::gen::element<std::string>("text", "markdown", "segmented");
        try {
            const Document document = make_document(bytes, "a", {.format = format}, ignore);
            RC_ASSERT(broken_law(document, bytes.size()).empty());
        } catch (const text::InputError&) {
        }
    }));
}

}  // namespace
}  // namespace tongwen::corpus
