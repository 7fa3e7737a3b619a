// SPDX-License-Identifier: Apache-2.0
#include "review/alignment_file.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include <rapidcheck.h>

#include "corpus/readers.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/files.h"

using namespace tongwen;
using namespace tongwen::review;

namespace {

namespace fs = std::filesystem;

const text::DiagnosticSink nothing_said = [](const text::Diagnostic& diagnostic) { FAIL(diagnostic.id); };

corpus::Document document_of(std::string_view bytes, const std::string& path, const std::string& format) {
    corpus::ReadOptions options;
    options.format = format;
    return corpus::make_document(bytes, path, options, [](const text::Diagnostic&) {});
}

/// Each segment of the longer side alone behind 1-1 beads.
align::Alignment one_by_one(std::size_t source_size, std::size_t target_size) {
    std::vector<align::Bead> beads;
    for (std::size_t i = 0; i < std::max(source_size, target_size); ++i) {
        const auto end = [i](std::size_t size) { return std::min(i + 1, size); };
        const auto begin = [i](std::size_t size) { return std::min(i, size); };
        beads.push_back({align::make_run<align::Source>(begin(source_size), end(source_size)),
                         align::make_run<align::Target>(begin(target_size), end(target_size)),
                         0.123456,
                         -1.25,
                         {0.5F, -0.25F, 3.0F, 0, 0, 0, 0.125F}});
    }
    return {std::move(beads), source_size, target_size};
}

/// Two documents with markup, an odd encoding and white space of many kinds.
align::Bitext bitext_of(const std::string& folder) {
    align::Bitext bitext;
    bitext.source =
        document_of("\xC4\xE3\xBA\xC3\xA1\xA3  \xD4\xD9\xBC\xFB\xA1\xA3\r\n\r\n\t\xD0\xBB\xD0\xBB\xA1\xA3 \n",
                    folder + "/a.zh.txt", "text");
    bitext.target =
        document_of("# One &amp; *two*\n\n- Bye. \n  Bye, \"all\".\n\n\n> Thanks\u2028now. \\o/ \x7F\n",
                    folder + "/b.en.md", "markdown");
    bitext.alignment = one_by_one(bitext.source.segments.size(), bitext.target.segments.size());
    return bitext;
}

AlignmentFile file_of(align::Bitext bitext) {
    return {Review(std::move(bitext)), {}, "tongwen test", 1, {}, 0};
}

void check_same(const corpus::Document& a, const corpus::Document& b) {
    CHECK(a.text == b.text);
    REQUIRE(a.paragraphs.size() == b.paragraphs.size());
    for (std::size_t i = 0; i < a.paragraphs.size(); ++i) {
        const corpus::Paragraph& one = a.paragraphs[i];
        const corpus::Paragraph& other = b.paragraphs[i];
        CHECK(one.span == other.span);
        CHECK(one.kind == other.kind);
        CHECK(one.level == other.level);
        CHECK(one.first_segment == other.first_segment);
        CHECK(one.last_segment == other.last_segment);
    }
    REQUIRE(a.segments.size() == b.segments.size());
    for (std::size_t i = 0; i < a.segments.size(); ++i) {
        CHECK(a.segments[i].span == b.segments[i].span);
        CHECK(a.segments[i].kind == b.segments[i].kind);
        CHECK(a.segments[i].paragraph == b.segments[i].paragraph);
    }
    CHECK(a.language == b.language);
    CHECK(a.to_original == b.to_original);
    CHECK(a.provenance.path == b.provenance.path);
    CHECK(a.provenance.format == b.provenance.format);
    CHECK(a.provenance.encoding == b.provenance.encoding);
    CHECK(a.provenance.content_hash == b.provenance.content_hash);
    CHECK(a.provenance.language_how == b.provenance.language_how);
}

/// The error's id and its line and arguments, "id:line argument…"; empty when the file is read.
std::string refusal_of(const fs::path& path) {
    try {
        read_alignment_file(path, nothing_said);
    } catch (const text::InputError& error) {
        std::string told = error.diagnostic().id + ":" + std::to_string(error.diagnostic().where.line);
        for (const std::string& argument : error.diagnostic().arguments) told += " " + argument;
        return told;
    }
    return {};
}

/// A small file with one of everything, as bytes.
std::string sample_bytes(const ScratchFolder& folder) {
    AlignmentFile file = file_of(bitext_of(folder.path().string()));
    ask(file.review, {.operation = Operation::comment, .bead = 1, .text = "Why \"this\"?\n\\"});
    ask(file.review, {.operation = Operation::merge});
    ask(file.review, {.operation = Operation::undo});
    ask(file.review, {.operation = Operation::accept, .bead = 2});
    file.review.cursor = 2;
    const fs::path path = folder.path() / "sample.tongwen";
    write_alignment_file(path, file);
    return text::read_file(path);
}

}  // namespace

TEST_CASE("an alignment file gives back the documents, the way to their bytes, beads and decisions") {
    const ScratchFolder folder;
    const align::Bitext bitext = bitext_of((folder.path() / "texts").string());
    REQUIRE(bitext.source.provenance.encoding.name == "GB18030");
    AlignmentFile file = file_of(bitext);
    file.settings.source = {"text", "GB18030", "zh-CN", (folder.path() / "rules.srx").string(), true};
    file.settings.target.language = "en";
    file.settings.lexicon = false;
    file.settings.lexicon_files = {(folder.path() / "terms.tsv").string()};
    file.settings.weights = (folder.path() / "w").string();
    file.settings.self_training = "never";
    file.settings.style = "merge";
    file.settings.glossaries = {(folder.path() / "g.tbx").string()};
    file.settings.source_translation = (folder.path() / "mt").string();
    file.settings.embeddings = {"a", "b", "c", "d"};
    for (std::string& path : file.settings.embeddings) path = (folder.path() / path).string();
    file.edition = 3;
    file.history = {R"({"entry":1})", "no json\n"};
    ask(file.review, {.operation = Operation::edit, .text = "Hi \"you\"\t\x01 你"});
    ask(file.review, {.operation = Operation::merge});
    ask(file.review, {.operation = Operation::undo});
    file.review.cursor = 1;
    file.review.source_anchored = true;
    const fs::path path = folder.path() / "x.tongwen";
    write_alignment_file(path, file);
    CHECK(is_alignment_file(text::read_file(path)));

    const AlignmentFile read = read_alignment_file(path, nothing_said);
    check_same(read.review.source(), bitext.source);
    check_same(read.review.target(), bitext.target);
    CHECK(read.review.origin().alignment == bitext.alignment);
    CHECK(read.review.beads() == file.review.beads());
    CHECK(read.review.ledger() == file.review.ledger());
    CHECK(read.review.redoable() == file.review.redoable());
    CHECK(read.settings == file.settings);
    CHECK(read.program == "tongwen test");
    CHECK(read.edition == 3);
    CHECK(read.history == file.history);
    CHECK(read.review.cursor == 1);
    CHECK(read.review.source_anchored);
    CHECK(read.good_bytes == fs::file_size(path));

    write_alignment_file(folder.path() / "again.tongwen", read);
    CHECK(text::read_file(folder.path() / "again.tongwen") == text::read_file(path));
}

TEST_CASE("figures are written with few digits, once and for all") {
    const ScratchFolder folder;
    Review review = small_review("1-1 1-1");
    std::vector<align::Bead> beads = review.origin().alignment.beads();
    beads[0].confidence = 1.0 / 3;
    beads[0].cost = -2.0 / 3;
    beads[0].reasons[1] = 1.0F / 3;
    beads[1].confidence = 0.99999999;
    align::Bitext bitext = review.origin();
    bitext.alignment = align::Alignment(beads, 2, 2);
    AlignmentFile file = file_of(std::move(bitext));
    ask(file.review, {.operation = Operation::accept});
    ask(file.review, {.operation = Operation::accept, .bead = 1});
    const fs::path path = folder.path() / "x.tongwen";
    write_alignment_file(path, file);
    const AlignmentFile read = read_alignment_file(path, nothing_said);
    CHECK(read.review.beads()[0].bead.confidence == 0.333333);
    CHECK(read.review.beads()[0].bead.cost == -0.667);
    CHECK(read.review.beads()[0].bead.reasons[1] == 0.333F);
    CHECK(read.review.beads()[1].bead.confidence == 1.0);
    CHECK(read.review.beads()[1].decision.status == Status::accepted);
}

TEST_CASE("first decisions, moved blocks and the page come back") {
    const ScratchFolder folder;
    align::Bitext bitext{numbered_segments("s", 3, "zh"), numbered_segments("t", 3, "en"),
                         align::parse_alignment("1-0 1-0 1-1 0-1 0-1")};
    bitext.moved = {{align::make_run<align::Source>(0, 2),
                     align::make_run<align::Target>(1, 3),
                     {{align::make_run<align::Source>(0, 1), align::make_run<align::Target>(1, 2), 0.5},
                      {align::make_run<align::Source>(1, 2), align::make_run<align::Target>(2, 3), 0.75}}}};
    bitext.page = {align::make_run<align::Target>(4, 7), 9};
    std::vector<Decision> decisions(5);
    decisions[2] = {Status::changed, true, true, true, "?", "T", "lin", "2026-11-24T09:30:00Z"};
    const AlignmentFile file{Review(bitext, decisions), {}, "", 2, {}, 0};
    const fs::path path = folder.path() / "x.tongwen";
    write_alignment_file(path, file);
    const AlignmentFile read = read_alignment_file(path, nothing_said);
    CHECK(read.review.first_decisions() == decisions);
    CHECK(read.review.beads() == file.review.beads());
    CHECK(read.review.origin().moved == bitext.moved);
    CHECK(read.review.origin().page == bitext.page);
}

TEST_CASE("paths are kept as the file's folder sees them: a folder can be moved, a file be linked to") {
    const ScratchFolder folder;
    fs::create_directories(folder.path() / "one/files");
    AlignmentFile file = file_of(bitext_of((folder.path() / "one/texts").string()));
    write_alignment_file(folder.path() / "one/files/x.tongwen", file);
    CHECK(text::read_file(folder.path() / "one/files/x.tongwen").find(R"("path":"../texts/a.zh.txt")") !=
          std::string::npos);
    fs::rename(folder.path() / "one", folder.path() / "two");
    const std::string moved = (folder.path() / "two/texts/a.zh.txt").string();
    CHECK(read_alignment_file(folder.path() / "two/files/x.tongwen", nothing_said)
              .review.source()
              .provenance.path == moved);
    fs::create_symlink("two/files/x.tongwen", folder.path() / "link.tongwen");
    const AlignmentFile linked = read_alignment_file(folder.path() / "link.tongwen", nothing_said);
    CHECK(fs::weakly_canonical(linked.review.source().provenance.path) == fs::weakly_canonical(moved));
    write_alignment_file(folder.path() / "link.tongwen", linked);
    CHECK(fs::is_symlink(folder.path() / "link.tongwen"));
    CHECK(read_alignment_file(folder.path() / "two/files/x.tongwen", nothing_said)
              .review.source()
              .provenance.path == moved);
}

TEST_CASE("standard input stays standard input") {
    const ScratchFolder folder;
    AlignmentFile file = file_of(small_review("1-1").origin());
    CHECK(file.review.source().provenance.path.empty());
    align::Bitext bitext = file.review.origin();
    bitext.source.provenance.path = "-";
    file.review = Review(bitext);
    write_alignment_file(folder.path() / "x.tongwen", file);
    const AlignmentFile read = read_alignment_file(folder.path() / "x.tongwen", nothing_said);
    CHECK(read.review.source().provenance.path == "-");
    CHECK(read.review.target().provenance.path.empty());
}

TEST_CASE("entries are spelled and parsed") {
    Review review = small_review("1-2 1-0");
    ask(review, {.operation = Operation::comment, .text = "?"});
    CHECK(spell(review.ledger()[0]) ==
          R"({"entry":1,"operation":"comment","changes":[{"before":[{"source":[0,1],"target":[0,2],)"
          R"("confidence":0.5}],"after":[{"source":[0,1],"target":[0,2],"confidence":0.5,"comment":"?",)"
          R"("who":"lin","when":"2026-11-24T09:30:00Z"}]}],"who":"lin","when":"2026-11-24T09:30:00Z"})");
    ask(review, {.operation = Operation::split, .source_split = 1, .target_split = 1});
    ask(review, {.operation = Operation::undo});
    for (const Entry& entry : review.ledger()) CHECK(parse_entry(spell(entry)) == entry);
    CHECK(parse_entry(R"( { "operation" : "pin", "x": [{"y":null}], "entry": 7 } )").number == 7);
    for (const char* const bad :
         {"", "{}", "[]", R"({"entry":1})", R"({"operation":"pin"})", R"({"entry":1,"operation":"pinn"})",
          R"({"entry":1.5,"operation":"pin"})", R"({"entry":-1,"operation":"pin"})",
          R"({"entry":1,"operation":"pin"}x)", R"({"entry":1 "operation":"pin"})",
          R"({"entry":1,"operation":"pin",})", "{\"entry\":1,\"operation\":\"pin\",\"who\":\"\xFF\"}",
          R"({"entry":1,"operation":"pin","who":"\ud800"})", R"({"entry":1,"operation":"pin","who":"\q"})",
          R"({"entry":1,"operation":"pin","changes":[{"before":[{"source":[2,1]}]}]})",
          R"({"entry":1,"operation":"pin","changes":[{"before":[{"source":[1]}]}]})",
          R"({"entry":1,"operation":"pin","changes":[{"before":[{"source":[0,4294967296]}]}]})",
          R"({"entry":1,"operation":"pin","changes":[{"before":[{"confidence":1.5}]}]})",
          R"({"entry":1,"operation":"pin","changes":[{"before":[{"reasons":[1,1,1,1,1,1,1,1]}]}]})"}) {
        INFO(bad);
        CHECK_THROWS_AS(parse_entry(bad), std::invalid_argument);
    }
    CHECK(parse_entry(R"({"entry":1,"operation":"pin","who":"\u4f60\ud83d\ude00\n\/"})").stamp.who ==
          "你😀\n/");
    CHECK_THROWS_AS(parse_entry(R"({"entry":1,"operation":"pin","x":)" + std::string(1000, '[')),
                    std::invalid_argument);
}

TEST_CASE("decisions are appended, and are there") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "x.tongwen";
    write_alignment_file(path, file_of(small_review("1-1 1-1 1-1").origin()));
    AlignmentFile file = read_alignment_file(path, nothing_said);
    {
        LedgerFile ledger(path, file.good_bytes);
        ask(file.review, {.operation = Operation::accept});
        ledger.append(file.review.ledger()[0]);
        ledger.append_place(1, true);
        ask(file.review, {.operation = Operation::merge, .bead = 1});
        ledger.append(file.review.ledger()[1]);
    }
    const AlignmentFile read = read_alignment_file(path, nothing_said);
    CHECK(read.review.beads() == file.review.beads());
    CHECK(read.review.cursor == 1);
    CHECK(read.review.source_anchored);
}

TEST_CASE("a torn last line is left out, said, and cut off") {
    const ScratchFolder folder;
    const std::string bytes = sample_bytes(folder);
    const std::size_t ledger = bytes.find("\n{\"entry\":1") + 1;
    const std::size_t last = bytes.rfind('\n', bytes.size() - 2) + 1;
    for (const std::string& torn :
         {std::string(R"({"entry":5,"oper)"), std::string(R"({"place":1)"), std::string("{"),
          std::string("garbage\n"), std::string(64, '\0'), std::string("\xFF\n\xFE\n\0", 5),
          bytes.substr(ledger, bytes.find('\n', ledger) - ledger)}) {
        const fs::path path = folder.add("torn.tongwen", bytes + torn);
        std::vector<text::Diagnostic> said;
        const AlignmentFile file = read_alignment_file(
            path, [&](const text::Diagnostic& diagnostic) { said.push_back(diagnostic); });
        REQUIRE(said.size() == 1);
        CHECK(said[0].id == "torn-ledger");
        const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
        CHECK(said[0].where.line == lines + 1);
        CHECK(said[0].arguments == std::vector{std::to_string(lines + 1), std::to_string(torn.size())});
        CHECK(file.good_bytes == bytes.size());
        CHECK(file.review.ledger().size() == 4);
        CHECK(file.review.cursor == 2);
        { const LedgerFile opened(path, file.good_bytes); }
        CHECK(text::read_file(path) == bytes);
    }
    CHECK(refusal_of(folder.add("middle.tongwen", bytes + "x\n" + bytes.substr(last))) ==
          "bad-alignment-file:" + std::to_string(std::ranges::count(bytes, '\n') + 1) + " not as expected");
}

TEST_CASE("an entry that does not fit, other lines, other files are refused, with the line") {
    const ScratchFolder folder;
    const std::string bytes = sample_bytes(folder);
    const auto with = [&](std::string_view old_text, std::string_view new_text) {
        std::string changed = bytes;
        const std::size_t at = changed.find(old_text);
        REQUIRE(at != std::string::npos);
        return folder.add("bad.tongwen", changed.replace(at, old_text.size(), new_text));
    };
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
    CHECK(refusal_of(with(R"({"entry":2)", R"({"entry":3)")) ==
          "bad-alignment-file:" + std::to_string(lines - 3) + " entry does not fit");
    CHECK(refusal_of(with(R"("version":2)", R"("version":3)")) == "newer-alignment-file:0 3 2");
    CHECK(refusal_of(with(R"("version":2)", R"("version":0)")) == "bad-alignment-file:1 no version");
    CHECK(refusal_of(with(R"({"settings")", R"({"setings")")) == "bad-alignment-file:2 unknown line");
    CHECK(refusal_of(with(R"({"bead":[1,1])", R"({"bead":[1,2])")).ends_with(" beads do not fit"));
    CHECK(refusal_of(with(R"({"bead":[1,1])", R"({"bead":[0,0])")).ends_with(" beads do not fit"));
    CHECK(refusal_of(with(R"({"document":"source")", R"({"document":"target")")) ==
          "bad-alignment-file:3 lines out of order");
    CHECK(
        refusal_of(with(R"("source_segments":)", R"("source_segments":1)")).ends_with(" lines are missing"));
    CHECK(refusal_of(folder.add("other", "{\"format\":\"tongwen-alignment\"}\n")) ==
          "not-an-alignment-file:0");
    CHECK(refusal_of(folder.add("empty", "")) == "not-an-alignment-file:0");
    CHECK(refusal_of(folder.path() / "none") == "file-not-found:0");
    CHECK(refusal_of(folder.add("half", bytes.substr(0, bytes.find("{\"snapshot_end"))))
              .ends_with(" ends early"));
}

TEST_CASE("a file cut anywhere, or with any byte changed, is read or refused") {
    const ScratchFolder folder;
    const std::string bytes = sample_bytes(folder);
    const text::DiagnosticSink ignore = [](const text::Diagnostic&) {};
    const auto try_bytes = [&](const std::string& changed) {
        const fs::path path = folder.add("x", changed);
        try {
            const AlignmentFile file = read_alignment_file(path, ignore);
            return std::optional(file.review.ledger().size());
        } catch (const text::InputError&) {
            return std::optional<std::size_t>();
        }
    };
    const std::size_t snapshot_end = bytes.find("\n{\"entry\":1") + 1;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto entries = try_bytes(bytes.substr(0, size));
        CHECK(entries.has_value() == (size >= snapshot_end));
    }
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const char other : {'\0', '9', '"', '}', '\n', '\xFF'}) {
            std::string changed = bytes;
            changed[at] = other;
            try_bytes(changed);
        }
}

TEST_CASE("a ledger's file that another program changed or replaced is not written to") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "x.tongwen";
    write_alignment_file(path, file_of(small_review("1-1 1-1").origin()));
    AlignmentFile file = read_alignment_file(path, nothing_said);
    ask(file.review, {.operation = Operation::accept});
    LedgerFile ledger(path, file.good_bytes);
    const auto refused = [&] {
        try {
            ledger.append(file.review.ledger()[0]);
        } catch (const text::InputError& error) {
            return error.diagnostic().id + " " + error.diagnostic().arguments.at(0);
        }
        return std::string();
    };
    SECTION("replaced") {
        fs::copy_file(path, folder.path() / "other");
        fs::rename(folder.path() / "other", path);
        CHECK(refused() == "cannot-write changed meanwhile");
    }
    SECTION("appended to") {
        std::ofstream(path, std::ios::app) << "x\n";
        CHECK(refused() == "cannot-write changed meanwhile");
    }
    SECTION("shorter than what was read") {
        fs::resize_file(path, 10);
        CHECK_THROWS_AS(LedgerFile(path, file.good_bytes), text::InputError);
    }
    SECTION("gone") {
        fs::remove(path);
        CHECK(refused() == "cannot-write No such file or directory");
        CHECK_THROWS_AS(LedgerFile(path, 0), text::InputError);
    }
}

TEST_CASE("a file of version 1 is read") {
    const ScratchFolder folder;
    const fs::path path = folder.add(
        "old.tongwen",
        R"({"format":"tongwen-review","version":1,"program":"tongwen 0.0.9"})"
        "\n"
        R"({"document":"source","path":"a.zh.txt","format":"text","language":"zh","hash":"xxh3-128:0"})"
        "\n"
        R"({"paragraph":"body","text":["你好。","","再见。"],"after":"\n"})"
        "\n"
        R"({"document":"target","path":"a.en.txt","format":"text","language":"en","hash":"xxh3-128:1"})"
        "\n"
        R"({"paragraph":"body","text":["Hello."," ","Bye."]})"
        "\n"
        R"({"bead":[1,1],"confidence":0.9})"
        "\n"
        R"({"bead":[1,1],"confidence":0.8})"
        "\n"
        R"({"snapshot_end":{}})"
        "\n"
        R"({"entry":1,"operation":"accept","changes":[{"before":[{"source":[0,1],"target":[0,1],"confidence":0.9}],)"
        R"("after":[{"source":[0,1],"target":[0,1],"confidence":0.9,"status":"accepted","who":"lin","when":""}]}],"who":"lin","when":""})"
        "\n");
    const AlignmentFile file = read_alignment_file(path, nothing_said);
    CHECK(file.edition == 1);
    CHECK(file.settings == AlignSettings{});
    CHECK(file.review.source().text == "你好。再见。\n");
    CHECK(file.review.target().text == "Hello. Bye.");
    CHECK(file.review.source().to_original.to_original(text::ByteSpan{9, 18}) == text::ByteSpan{9, 18});
    CHECK(file.review.beads()[0].decision.status == Status::accepted);
    CHECK(file.review.source().provenance.path == (folder.path() / "a.zh.txt").string());
    write_alignment_file(path, file);
    CHECK(text::read_file(path).starts_with(R"({"format":"tongwen-review","version":2,)"));
}
