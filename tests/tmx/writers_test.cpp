// SPDX-License-Identifier: Apache-2.0
// Owns the tests of the table of export formats.
#include "tmx/writers.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "tests/support/catch.h"
#include "tests/tmx/written.h"

using namespace tongwen;

TEST_CASE("a format is found by its name and by a path's suffix") {
    CHECK(tmx::find_writer("tmx")->name == "tmx");
    CHECK(tmx::find_writer("tsv")->name == "tsv");
    CHECK(tmx::find_writer("TMX") == nullptr);
    CHECK(tmx::find_writer("") == nullptr);
    CHECK(tmx::writer_for("a/b.tmx") == tmx::find_writer("tmx"));
    CHECK(tmx::writer_for("B.TMX") == tmx::find_writer("tmx"));
    CHECK(tmx::writer_for("x.tab") == tmx::find_writer("tsv"));
    CHECK(tmx::writer_for("x.docx") == nullptr);
    CHECK(tmx::writer_for("tmx") == nullptr);
    CHECK(tmx::writer_for("") == nullptr);
}

TEST_CASE("names and suffixes belong to one format each") {
    std::set<std::string_view> names;
    std::set<std::string_view> suffixes;
    for (const tmx::Writer& row : tmx::writers()) {
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.suffixes.empty());
        for (const std::string_view suffix : row.suffixes) {
            CHECK(suffixes.insert(suffix).second);
            CHECK(suffix.front() == '.');
        }
    }
}

TEST_CASE("every format has a test of its own") {
    for (const tmx::Writer& row : tmx::writers()) {
        const std::filesystem::path test = std::filesystem::path(TONGWEN_SOURCE_DIR) / "tests/tmx" /
                                           (std::string(row.name) + "_writer_test.cpp");
        INFO(test);
        CHECK(std::filesystem::exists(test));
    }
}

TEST_CASE("every format writes an empty memory, and the same bytes every time") {
    for (const tmx::Writer& row : tmx::writers()) {
        INFO(row.name);
        // JSON Lines have neither head nor end.
        CHECK(tmx::write_all(row.name, {}).bytes.empty() == (row.name == "jsonl"));
        const std::vector<tmx::TranslationUnit> units = {tmx::unit("1", "你好。", "Hello.")};
        CHECK(tmx::write_all(row.name, units).bytes == tmx::write_all(row.name, units).bytes);
    }
}

TEST_CASE("a memory has no unit with an empty side, a table has") {
    CHECK_FALSE(tmx::find_writer("tmx")->one_sided);
    CHECK(tmx::find_writer("tsv")->one_sided);
}

TEST_CASE("every format says which unit it could not write for want of text") {
    for (const tmx::Writer& row : tmx::writers()) {
        INFO(row.name);
        const std::vector<tmx::TranslationUnit> one_sided = {tmx::unit("1", "　 \n", "Hello."),
                                                             tmx::unit("2", "你好。", "")};
        // JSON Lines keep whatever a memory has; an entry of a PO file is known by its source.
        if (row.name == "jsonl") continue;
        if (row.one_sided) {
            CHECK(tmx::write_all(row.name, one_sided).diagnostics.size() == (row.name == "po" ? 1 : 0));
            CHECK(tmx::write_all(row.name, one_sided).bytes != tmx::write_all(row.name, {}).bytes);
        }
        const tmx::Written written = tmx::write_all(
            row.name,
            row.one_sided ? std::vector{tmx::unit("1", "　 \n", ""), tmx::unit("2", "", "\t")} : one_sided);
        CHECK(written.bytes == tmx::write_all(row.name, {}).bytes);
        const auto lost = [](std::string id) {
            return text::Diagnostic{
                "unit-without-text", text::Severity::warning, {"out.tmx"}, {std::move(id)}};
        };
        CHECK(written.diagnostics == std::vector{lost("1"), lost("2")});
    }
}
