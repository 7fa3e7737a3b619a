// SPDX-License-Identifier: Apache-2.0
// Tests PO files in and out.
#include "tmx/po_reader.h"

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

namespace tongwen::tmx {
namespace {

struct Read {
    std::vector<TranslationUnit> units;
    std::vector<std::size_t> lines;
    std::vector<std::string> said;
    MemoryHeader header;
};

Read read_all(std::string bytes) {
    Read read;
    ReaderOptions options;
    options.file = "in.po";
    options.sink = [&read](const text::Diagnostic& one) { read.said.push_back(one.id); };
    const auto reader = make_po_reader(text::bytes_of(std::move(bytes)), std::move(options));
    read.header = reader->header();
    while (auto one = reader->next()) {
        read.units.push_back(std::move(*one));
        read.lines.push_back(reader->line());
    }
    return read;
}

using Properties = std::vector<std::pair<std::string, std::string>>;

const std::string header =
    "msgid \"\"\nmsgstr \"\"\n\"Language: zh_CN\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"X-Source-Language: en_GB\\n\"\n";

TEST_CASE("entries are units") {
    const Read read =
        read_all(header +
                 "\n# by lin\n#  second line\n#. for the menu\n#: a.c:1\n#: b.c:2\n#, fuzzy, c-format\n"
                 "#| msgid \"Opn\"\nmsgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"打开\"\n"
                 "\nmsgid \"\"\n\"two\\n\"\n\"lines \\\"q\\\" \\t\\\\ \\101\\x42\"\nmsgstr \"\"\n"
                 "#~ msgid \"old\"\n#~ msgstr \"旧\"\n");
    REQUIRE(read.units.size() == 2);
    CHECK(read.header.source_language.tag() == "en-GB");
    CHECK(read.header.target_language.tag() == "zh-CN");
    const TranslationUnit& open = read.units[0];
    CHECK(open.source.text == "Open");
    CHECK(open.source.language.tag() == "en-GB");
    CHECK(open.target.text == "打开");
    CHECK(open.target.language.tag() == "zh-CN");
    CHECK(open.notes == std::vector<std::string>{"by lin\nsecond line"});
    CHECK(open.properties == Properties{{"x-ConfirmationLevel", "Draft"},
                                        {"x-po-context", "menu"},
                                        {"x-po-reference", "a.c:1\nb.c:2"},
                                        {"x-po-extracted", "for the menu"},
                                        {"x-po-flags", "c-format"}});
    CHECK(read.lines[0] == 14);
    CHECK(read.units[1].source.text == "two\nlines \"q\" \t\\ AB");
    CHECK(read.units[1].target.text.empty());
    CHECK(read.said == std::vector<std::string>{"po-obsolete-entries"});
}

TEST_CASE("plural forms are units, and one entry again") {
    const std::string entry =
        "\nmsgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d Datei\"\nmsgstr[1] \"%d Dateien\"\n";
    const Read read = read_all("msgid \"\"\nmsgstr \"Language: de\\n\"\n" + entry);
    REQUIRE(read.units.size() == 2);
    CHECK(read.units[0].source.text == "%d file");
    CHECK(read.units[1].source.text == "%d files");
    CHECK(read.units[1].target.text == "%d Dateien");
    CHECK(read.units[1].source.language.tag() == "en");
    WriterOptions options = chinese_to_english();
    options.target_language = *text::Language::parse("de");
    CHECK(write_all("po", read.units, options).bytes.ends_with(entry));
    const Read one = read_all("msgid \"a file\"\nmsgid_plural \"files\"\nmsgstr[0] \"文件\"\n");
    REQUIRE(one.units.size() == 1);
    CHECK(one.units[0].source.text == "files");
}

TEST_CASE("a PO file that is read and written is the same") {
    const std::string body =
        "\n# note\n#. extracted\n#: a.c:1\n#, fuzzy, c-format\nmsgctxt \"menu\"\nmsgid \"Open\"\nmsgstr "
        "\"打开\"\n"
        "\nmsgid \"\"\n\"two\\n\"\n\"lines\"\nmsgstr \"\"\n";
    const std::string bytes = write_all("po", read_all(header + body).units).bytes;
    CHECK(bytes.ends_with(body));
    CHECK(
        bytes.starts_with("msgid \"\"\nmsgstr \"\"\n\"PO-Revision-Date: 2024-07-03 09:46+0000\\n\"\n"
                          "\"Language: en\\n\"\n\"MIME-Version: 1.0\\n\"\n"
                          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"));
    CHECK(read_all(bytes).units.size() == 2);
}

TEST_CASE("a source stands in the file once without context") {
    const Written written =
        write_all("po", {unit("", "一", "a"), unit("", "一", "b"), unit("", "一", "c"), unit("", "", "d")});
    const Read read = read_all(written.bytes);
    REQUIRE(read.units.size() == 3);
    CHECK(read.units[0].properties.empty());
    CHECK(read.units[1].properties == Properties{{"x-po-context", "2"}});
    CHECK(read.units[2].properties == Properties{{"x-po-context", "3"}});
    REQUIRE(written.diagnostics.size() == 2);
    CHECK(written.diagnostics[0].id == "unit-without-text");
    CHECK(written.diagnostics[1].id == "po-contexts-added");
    CHECK(written.diagnostics[1].arguments == std::vector<std::string>{"2"});
}

TEST_CASE("what is no PO file is refused with its line") {
    struct Row {
        std::string text, id;
        std::size_t line;
    };
    for (const Row& row : std::vector<Row>{
             {"hello\n", "po-syntax", 1},
             {"msgid \"a\"\nmsgid \"b\"\n", "po-syntax", 2},
             {"msgid \"a\"\nmsgstr b\n", "po-syntax", 2},
             {"msgid \"a\nmsgstr \"b\"\n", "po-syntax", 1},
             {"msgid \"a\\\"\n", "po-syntax", 1},
             {"\"a\"\n", "po-syntax", 1},
             {"msgid \"a\"\n", "po-syntax", 1},
             {"msgid \"a\"\nmsgstr[x] \"b\"\n", "po-syntax", 2},
             {"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=GBK\\n\"\n", "po-other-charset", 2},
             {"msgid \"\"\nmsgstr \"Language: no such\\n\"\n", "bad-language", 2}}) {
        INFO(row.text);
        try {
            read_all(row.text);
            FAIL("nothing was said");
        } catch (const text::InputError& error) {
            CHECK(error.diagnostic().id == row.id);
            CHECK(error.diagnostic().where.line == row.line);
        }
    }
}

TEST_CASE("an empty file has no units") { CHECK(read_all("").units.empty()); }

}  // namespace
}  // namespace tongwen::tmx
