// SPDX-License-Identifier: Apache-2.0
// Tests the index of a memory against the slow truth, and what becomes of it when files change and break.
#include "memory/memory_index.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "memory/fuzzy_match.h"
#include "memory/fuzzy_search.h"
#include "memory/index_file.h"
#include "memory/phrase.h"
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/memory/made_units.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::memory {
namespace {

namespace fs = std::filesystem;

/// "source|target" in each line of the file.
class LineReader final : public tmx::UnitReader {
  public:
    explicit LineReader(const fs::path& file) : lines_(file) {}
    [[nodiscard]] const tmx::MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }
    std::optional<tmx::TranslationUnit> next() override {
        std::string text;
        if (!std::getline(lines_, text)) return std::nullopt;
        ++line_;
        const std::size_t bar = text.find('|');
        return made(text.substr(0, bar), bar == std::string::npos ? "" : text.substr(bar + 1))
            .named("u" + std::to_string(line_))
            .with("x-status", "draft")
            .noted("n:1")
            .by("Li")
            .at(60);
    }

  private:
    std::ifstream lines_;
    tmx::MemoryHeader header_;
    std::size_t line_ = 0;
};

/// How often memories were read, and what was said.
struct Watch {
    int read = 0;
    std::vector<std::string> said = {};

    IndexOptions options(fs::path cache = {}) {
        return {.cache_folder = std::move(cache),
                .open =
                    [this](const fs::path& path, const tmx::ReaderOptions&) {
                        ++read;
                        return std::make_unique<LineReader>(path);
                    },
                .sink = [this](const text::Diagnostic& diagnostic) { said.push_back(diagnostic.id); }};
    }
};

constexpr const char* small =
    "马克思主义是科学。|Marxism is a science.\n"
    "馬克思與恩格斯|Marx and Engels\n"
    "中国人民银行，中国|The People's Bank of China (PBC)\n"
    "他说：\"AND OR NOT\" * -x|He said: NEAR(\"quotes\") AND more\n"
    "会议在第12届开幕|The 12th meetings were opening.\n";

std::string numbers(const SearchResult& result) {
    std::string out;
    for (const SearchHit& hit : result.hits)
        out += (out.empty() ? "" : " ") + std::to_string(hit.unit.number);
    CHECK((result.units == result.hits.size() || result.hits.size() > 0));
    return out;
}

TEST_CASE("words are found on both sides") {
    const ScratchFolder folder;
    Watch watch;
    MemoryIndex index(folder.add("m.lines", small), watch.options());
    CHECK(index.size() == 5);
    CHECK(index.source_language().tag() == "zh-CN");
    CHECK(index.file() == folder.path() / "m.lines.index");
    struct Case {
        SearchQuery query;
        const char* expected;
    };
    using enum SearchSide;
    using enum SearchManner;
    const Case cases[] = {
        {{"马克思"}, "1 2"},
        {{"馬克思"}, "1 2"},
        {{"馬克思", both, exact}, "2"},
        {{"马"}, "1 2"},
        {{"学"}, "1"},
        {{"斯"}, "2"},
        {{"中国"}, "3"},
        {{"国中"}, ""},
        {{"主义 是"}, ""},
        {{"主义是科学"}, "1"},
        {{"科学 马克思", both, words}, "1"},
        {{"科学 恩格斯", both, words}, ""},
        {{"Marx"}, "2"},
        {{"MARXISM"}, "1"},
        {{"ｍａｒｘｉｓｍ"}, "1"},
        {{"meeting"}, "5"},
        {{"open"}, "5"},
        {{"meeting", source}, ""},
        {{"meeting", both, exact}, ""},
        {{"meetings", both, exact}, "5"},
        {{"marxism", both, exact}, ""},
        {{"is science", both, words}, "1"},
        {{"is science"}, ""},
        {{"AND"}, "2 4"},
        {{"\"AND\" OR"}, "4"},
        {{"NEAR(quotes)"}, "4"},
        {{"quotes*"}, "4"},
        {{"-x"}, "4"},
        {{"-x", both, exact}, "4"},
        {{"\"AND OR", both, exact}, "4"},
        {{"，", both, exact}, "3"},
        {{"*", both, exact}, "4"},
        {{"(PBC)", both, exact}, "3"},
        {{"12"}, "5"},
        {{"１２届"}, "5"},
        {{"people's bank"}, "3"},
        {{"people's", target}, "3"},
        {{"nothing like it"}, ""},
    };
    for (const Case& c : cases) {
        INFO(c.query.text);
        CHECK(numbers(index.search(c.query)) == c.expected);
    }
    CHECK(watch.said == std::vector<std::string>{"making-index"});
}

TEST_CASE("a hit has the whole unit and the places of what was found") {
    const ScratchFolder folder;
    Watch watch;
    MemoryIndex index(folder.add("m.lines", small), watch.options());
    const SearchResult result = index.search({"中国"});
    REQUIRE(result.hits.size() == 1);
    const SearchHit& hit = result.hits[0];
    CHECK(hit.source_marks == std::vector<text::ByteSpan>{{0, 6}, {21, 27}});
    CHECK(hit.target_marks.empty());
    CHECK(hit.unit.line == 3);
    CHECK(hit.unit.id == "u3");
    CHECK(hit.unit.target == "The People's Bank of China (PBC)");
    CHECK(hit.unit.properties == std::vector<std::pair<std::string, std::string>>{{"x-status", "draft"}});
    CHECK(hit.unit.notes == std::vector<std::string>{"n:1"});
    CHECK(hit.unit.changed_by == "Li");
    CHECK(hit.unit.changed_when == std::chrono::sys_seconds(std::chrono::seconds(60)));
    CHECK(index.unit(3) == hit.unit);
    CHECK_FALSE(index.unit(0));
    CHECK_FALSE(index.unit(6));
}

TEST_CASE("a limit stops the hits, not the count") {
    const ScratchFolder folder;
    Watch watch;
    std::string many;
    for (int i = 0; i < 50; ++i) many += "字典" + std::to_string(i) + "|dictionary\n";
    MemoryIndex index(folder.add("m.lines", many), watch.options());
    for (const SearchManner manner : {SearchManner::phrase, SearchManner::exact}) {
        const SearchResult result = index.search({"字典", SearchSide::both, manner, 3});
        CHECK(numbers(result) == "1 2 3");
        CHECK(result.units == 50);
        CHECK(index.search({"字典", SearchSide::both, manner, 0}).hits.size() == 50);
    }
    CHECK(index.search({"字"}).units == 50);
}

TEST_CASE("units are counted to a bound, or all of them") {
    const ScratchFolder folder;
    Watch watch;
    std::string many;
    for (int i = 0; i < 50; ++i) many += "字典" + std::to_string(i) + "|dictionary\n";
    MemoryIndex index(folder.add("m.lines", many), watch.options());
    struct Case {
        std::size_t limit, count_to;
        std::size_t hits, units;
        bool more;
    };
    const Case cases[] = {
        {3, 49, 3, 49, true}, {3, 50, 3, 50, false}, {3, 0, 3, 50, false},
        {7, 5, 7, 7, true},   {0, 5, 50, 50, false}, {60, 5, 50, 50, false},
    };
    for (const SearchManner manner : {SearchManner::phrase, SearchManner::exact, SearchManner::regex})
        for (const Case& c : cases) {
            INFO(static_cast<int>(manner) << " " << c.limit << " " << c.count_to);
            const SearchResult result = index.search({"字典", SearchSide::both, manner, c.limit, c.count_to});
            CHECK(result.hits.size() == c.hits);
            CHECK(result.units == c.units);
            CHECK(result.more == c.more);
        }
}

TEST_CASE("regular expressions see the texts as they are written") {
    const ScratchFolder folder;
    Watch watch;
    MemoryIndex index(folder.add("m.lines", small), watch.options());
    struct Case {
        const char* pattern;
        SearchSide side;
        const char* expected;
    };
    using enum SearchSide;
    const Case cases[] = {{"第\\d+届", both, "5"},
                          {"^.{7}$", source, "2"},
                          {"[马馬]克思", both, "1 2"},
                          {"马克思", both, "1"},
                          {"marx", both, ""},
                          {"(?i)marx", both, "1 2"},
                          {"\\b[A-Z]{3}\\b", both, "3 4"},
                          {"\\bmore\\b", source, ""},
                          {"x*", both, "1 2 4"},
                          {"，", both, "3"}};
    for (const Case& c : cases) {
        INFO(c.pattern);
        CHECK(numbers(index.search({c.pattern, c.side, SearchManner::regex})) == c.expected);
    }
    const SearchResult result = index.search({"中国", both, SearchManner::regex});
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].source_marks == std::vector<text::ByteSpan>{{0, 6}, {21, 27}});
    CHECK(result.hits[0].unit == *index.unit(3));
    CHECK_THROWS_WITH(index.search({"(", both, SearchManner::regex}), "bad-regex");
}

TEST_CASE("slow regular expressions end with an error") {
    const ScratchFolder folder;
    Watch watch;
    std::string many;
    for (int i = 0; i < 1000; ++i) many += std::string(60, 'a') + "|b\n";
    MemoryIndex index(folder.add("m.lines", many), watch.options());
    const auto begin = std::chrono::steady_clock::now();
    // Two repeats from each place: no text takes long, all of them do.
    CHECK_THROWS_WITH(index.search({"a+.*.*x", SearchSide::both, SearchManner::regex}), "regex-too-slow");
    const auto waited = std::chrono::steady_clock::now() - begin;
    CHECK(waited > std::chrono::seconds(1));
    CHECK(waited < std::chrono::seconds(5));
    CHECK_THROWS_WITH(index.search({"(a+)+x", SearchSide::both, SearchManner::regex}), "regex-too-slow");
}

TEST_CASE("what is no query is refused, a very long one is not") {
    const ScratchFolder folder;
    Watch watch;
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "长句" + std::to_string(i);
    MemoryIndex index(folder.add("m.lines", text + "|x\n" + small), watch.options());
    for (const char* const query : {"", " \t", "——", "*"}) {
        CHECK_THROWS_AS(index.search({query}), text::InputError);
        CHECK_THROWS_AS(index.fuzzy({query}), text::InputError);
    }
    CHECK(numbers(index.search({text})) == "1");
    CHECK(numbers(index.search({text + "不"})) == "");
    CHECK(numbers(index.search({text, SearchSide::both, SearchManner::words})) == "1");
    std::string spaced;
    for (int i = 0; i < 3000; ++i) spaced += "句" + std::to_string(i) + " ";
    CHECK(numbers(index.search({spaced, SearchSide::both, SearchManner::words})) == "1");
    CHECK(numbers(index.search({spaced + " 不", SearchSide::both, SearchManner::words})) == "");
    CHECK(index.fuzzy({text + "不"}).at(0).unit.number == 1);
}

TEST_CASE("a source of more terms than a length can say is found, too") {
    const ScratchFolder folder;
    Watch watch;
    std::string text;
    for (int i = 0; i < 70'000; ++i) text += "w" + std::to_string(i) + " ";
    MemoryIndex index(folder.add("m.lines", small + text + "|x\n"), watch.options());
    const std::vector<FuzzyHit> hits = index.fuzzy({text + "more"});
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].unit.number == 6);
    CHECK(hits[0].percent == 99);
}

/// Sentences with much in common.
std::string random_lines(std::size_t count, std::mt19937& random) {
    const char* const pieces[] = {"中", "国",   "人",   "民",   "中国", "大",    "會",   "会",
                                  "，", "12",   "3",    "the ", "cat ", "Cats ", "and ", "。",
                                  " ",  "银行", "思想", "主",   "义",   "马",    "克"};
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t length = 1 + random() % 14; length > 0; --length)
            lines += pieces[random() % std::size(pieces)];
        lines += "|";
        for (std::size_t length = random() % 5; length > 0; --length)
            lines += pieces[random() % std::size(pieces)];
        lines += "\n";
    }
    return lines;
}

TEST_CASE("searches find what a look at every unit finds") {
    const ScratchFolder folder;
    Watch watch;
    std::mt19937 random(7);
    MemoryIndex index(folder.add("m.lines", random_lines(600, random)), watch.options());
    const IndexTokens tokens(*text::Language::parse("zh"));
    std::istringstream queries(random_lines(300, random));
    std::size_t found = 0;
    for (std::string line; std::getline(queries, line);) {
        std::string query = line.substr(0, line.find('|'));
        // The beginning of most of them: whole ones are nowhere.
        Terms terms = cut(query);
        if (terms.list.empty()) continue;
        query =
            query.substr(0, terms.list[std::min<std::size_t>(terms.list.size() - 1, random() % 4)].span.end);
        const Phrase phrase(query, tokens);
        if (phrase.empty()) continue;
        std::string expected;
        for (std::size_t i = 1; i <= index.size(); ++i) {
            const IndexedUnit unit = *index.unit(i);
            const bool there = !phrase.find(cut(unit.source), tokens).empty() ||
                               !phrase.find(cut(unit.target), tokens).empty();
            if (there) expected += (expected.empty() ? "" : " ") + std::to_string(i);
        }
        INFO(query);
        SearchQuery all = {query};
        all.limit = 0;
        CHECK(numbers(index.search(all)) == expected);
        found += expected.empty() ? 0 : 1;
    }
    CHECK(found > 100);
}

TEST_CASE("from 70 per cent on, no match of a sentence is missed") {
    const ScratchFolder folder;
    Watch watch;
    std::mt19937 random(11);
    MemoryIndex index(folder.add("m.lines", random_lines(1500, random)), watch.options());
    std::istringstream queries(random_lines(200, random));
    std::size_t found = 0;
    for (std::string line; std::getline(queries, line);) {
        const std::string query = line.substr(0, line.find('|'));
        if (Phrase(query, IndexTokens({})).empty()) continue;
        for (const int least : {70, 75, 90, 100}) {
            std::vector<std::pair<int, std::size_t>> expected;
            for (std::size_t i = 1; i <= index.size(); ++i)
                if (const int percent = match_percent(query, index.unit(i)->source); percent >= least)
                    expected.emplace_back(-percent, i);
            std::ranges::sort(expected);
            for (const std::size_t limit : {std::size_t{1}, std::size_t{3}, std::size_t{2000}}) {
                std::vector<std::pair<int, std::size_t>> hits;
                for (const FuzzyHit& hit : index.fuzzy({query, least, limit, 0}))
                    hits.emplace_back(-hit.percent, hit.unit.number);
                const std::vector<std::pair<int, std::size_t>> first(
                    expected.begin(),
                    expected.begin() + static_cast<std::ptrdiff_t>(std::min(limit, expected.size())));
                INFO(query << " " << least << " " << limit);
                CHECK(hits == first);
            }
            found += expected.size();
        }
    }
    CHECK(found > 200);
}

TEST_CASE("how many tokens a match must have in common") {
    CHECK(certain_tokens(19, 20, true, 75) == 9);    // 5 changes break 10 pairs
    CHECK(certain_tokens(20, 20, false, 75) == 15);  // and 5 words
    CHECK(certain_tokens(1, 2, true, 75) == 1);
    CHECK(certain_tokens(9, 10, true, 70) == 3);
    CHECK(certain_tokens(19, 20, true, 50) == 0);
    CHECK(certain_tokens(19, 20, true, 100) == 19);
}

TEST_CASE("an index is used again, and made anew when the memory changed") {
    const ScratchFolder folder;
    Watch watch;
    const fs::path memory = folder.add("m.lines", "一|one\n二|two\n");
    CHECK(numbers(MemoryIndex(memory, watch.options()).search({"一"})) == "1");
    CHECK(numbers(MemoryIndex(memory, watch.options()).search({"二"})) == "2");
    CHECK(watch.read == 1);
    SECTION("another size") {
        folder.add("m.lines", "一|one\n二|two\n三|three\n");
        CHECK(numbers(MemoryIndex(memory, watch.options()).search({"三"})) == "3");
        CHECK(watch.read == 2);
    }
    SECTION("another content of the same size") {
        folder.add("m.lines", "二|two\n一|one\n");
        fs::last_write_time(memory, fs::file_time_type::clock::now() + std::chrono::seconds(5));
        CHECK(numbers(MemoryIndex(memory, watch.options()).search({"一"})) == "2");
        CHECK(watch.read == 2);
    }
    SECTION("another time only") {
        fs::last_write_time(memory, fs::file_time_type::clock::now() + std::chrono::seconds(5));
        CHECK(numbers(MemoryIndex(memory, watch.options()).search({"一"})) == "1");
        CHECK(watch.read == 1);
    }
    SECTION("who has the index open keeps what was there") {
        MemoryIndex old(memory, watch.options());
        folder.add("m.lines", "三|three\n四|four\n五|five\n");
        CHECK(numbers(MemoryIndex(memory, watch.options()).search({"三"})) == "1");
        CHECK(numbers(old.search({"一"})) == "1");
    }
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++files;
    CHECK(files == 2);
}

TEST_CASE("a memory that changes while it is read gives no index") {
    const ScratchFolder folder;
    const fs::path memory = folder.add("m.lines", small);
    IndexOptions options = {.open = [](const fs::path& path, const tmx::ReaderOptions&) {
        auto reader = std::make_unique<LineReader>(path);
        std::ofstream(path, std::ios::app) << "六|six\n";
        return reader;
    }};
    CHECK_THROWS_WITH(MemoryIndex(memory, options), "file-changed");
    CHECK_FALSE(fs::exists(folder.path() / "m.lines.index"));
}

TEST_CASE("damaged indexes are made anew, wherever the damage is") {
    const ScratchFolder folder;
    Watch watch;
    std::mt19937 random(3);
    const fs::path memory = folder.add("m.lines", random_lines(300, random) + "独一无二|unique\n");
    const fs::path file = MemoryIndex(memory, watch.options()).file();
    std::ostringstream whole;
    whole << std::ifstream(file, std::ios::binary).rdbuf();
    const std::string good = whole.str();
    const auto check = [&](const std::string& bytes) {
        folder.add("m.lines.index", bytes);
        MemoryIndex index(memory, watch.options());
        const SearchResult result = index.search({"独一无二"});
        CHECK(result.units == 1);
        CHECK_NOTHROW(index.fuzzy({"独一无二"}));
    };
    SECTION("not an index at all") {
        check("");
        check("hello");
        check(std::string(10'000, '\0'));
        CHECK(std::ranges::count(watch.said, "index-damaged") == 3);
    }
    SECTION("cut off") {
        for (std::size_t size = 0; size < good.size(); size += 4096) check(good.substr(0, size));
        check(good.substr(0, good.size() - 1));
    }
    SECTION("pages that are no pages") {
        for (std::size_t at = 0; at + 4096 <= good.size(); at += 4096) {
            std::string bad = good;
            for (std::size_t i = 0; i < 4096; ++i) bad[at + i] = static_cast<char>(random());
            folder.add("m.lines.index", bad);
            MemoryIndex index(memory, watch.options());
            // What is in the page may be of a text, which nobody can tell; but nothing crashes.
            CHECK_NOTHROW(index.search({"独一无二"}));
            CHECK_NOTHROW(index.fuzzy({"独一无二，中国人民"}));
        }
    }
    SECTION("another version") {
        std::string other = good;
        other[63] = 99;  // user_version in SQLite's header
        check(other);
        CHECK(std::ranges::count(watch.said, "index-damaged") == 1);
    }
}

TEST_CASE("an index goes to the cache folder where the memory's cannot be written") {
    const ScratchFolder folder;
    Watch watch;
    const fs::path memory = folder.add("locked/m.lines", small);
    const fs::path cache = folder.path() / "cache" / "deep";
    // Root may write anywhere, so a folder stands where the index would.
    fs::create_directories(folder.path() / "locked" / "m.lines.index" / "x");
    if (::geteuid() != 0) ::chmod((folder.path() / "locked").c_str(), 0555);
    if (::geteuid() != 0) {
        CHECK(numbers(MemoryIndex(memory, watch.options(cache)).search({"中国"})) == "3");
        CHECK(MemoryIndex(memory, watch.options(cache)).file().parent_path() == cache);
        CHECK(watch.read == 1);
        ::chmod((folder.path() / "locked").c_str(), 0755);
    } else {
        CHECK(numbers(MemoryIndex(memory, watch.options(cache)).search({"中国"})) == "3");
        CHECK(MemoryIndex(memory, watch.options(cache)).file().parent_path() == cache);
        CHECK(watch.read == 1);
        CHECK_THROWS_WITH(MemoryIndex(memory, watch.options()), "cannot-write");
    }
}

TEST_CASE("what is no memory is refused") {
    const ScratchFolder folder;
    Watch watch;
    CHECK_THROWS_WITH(MemoryIndex(folder.path() / "none", watch.options()), "file-not-found");
    CHECK_THROWS_WITH(MemoryIndex(folder.path(), watch.options()), "is-a-directory");
    CHECK_THROWS_WITH(MemoryIndex("/dev/null", watch.options()), "not-a-regular-file");
    const fs::path empty = folder.add("empty.lines", "");
    CHECK_THROWS_WITH(MemoryIndex(empty, watch.options()), "no-units");
    CHECK_FALSE(fs::exists(folder.path() / "empty.lines.index"));
}

TEST_CASE("names of files are no URIs") {
    const ScratchFolder folder;
    Watch watch;
    const fs::path memory = folder.add("a b?mode=rwc#%41'\"&中.lines", small);
    CHECK(numbers(MemoryIndex(memory, watch.options()).search({"中国"})) == "3");
    CHECK(fs::exists(memory.string() + ".index"));
}

/// Says when it is asked for the third unit, and never gives it.
class HangingReader final : public tmx::UnitReader {
  public:
    HangingReader(const fs::path& file, int speaker) : reader_(file), speaker_(speaker) {}
    [[nodiscard]] const tmx::MemoryHeader& header() const override { return reader_.header(); }
    [[nodiscard]] std::size_t line() const override { return reader_.line(); }
    std::optional<tmx::TranslationUnit> next() override {
        if (reader_.line() == 2) {
            [[maybe_unused]] const auto written = ::write(speaker_, "3", 1);
            ::pause();
        }
        return reader_.next();
    }

  private:
    LineReader reader_;
    int speaker_;
};

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

TEST_CASE("what a killed program left of an index goes with the next one") {
    const ScratchFolder folder;
    Watch watch;
    const fs::path memory = folder.add("m.lines", small);
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        IndexOptions options;
        options.open = [&](const fs::path& path, const tmx::ReaderOptions&) {
            return std::make_unique<HangingReader>(path, ends[1]);
        };
        const MemoryIndex never(memory, options);
        ::_exit(1);
    }
    ::close(ends[1]);
    char said = 0;
    CHECK(::read(ends[0], &said, 1) == 1);
    ::close(ends[0]);
    // Somebody else's names stay, whatever they look like.
    folder.add("m.lines.index.abcdefg", "seven");
    folder.add("n.lines.index.abcdef", "of another memory");
    const MemoryIndex beside(memory, watch.options());
    CHECK(names_in(folder.path()).size() == 5);  // the builder lives
    CHECK(::kill(child, SIGKILL) == 0);
    CHECK(::waitpid(child, nullptr, 0) == child);
    CHECK(names_in(folder.path()).size() == 5);
    fs::remove(folder.path() / "m.lines.index");
    CHECK(numbers(MemoryIndex(memory, watch.options()).search({"中国"})) == "3");
    CHECK(names_in(folder.path()) == std::vector<std::string>{"m.lines", "m.lines.index",
                                                              "m.lines.index.abcdefg",
                                                              "n.lines.index.abcdef"});
}

TEST_CASE("many may make and use an index at once") {
    const ScratchFolder folder;
    std::mt19937 random(5);
    const fs::path memory = folder.add("m.lines", random_lines(300, random) + small);
    std::vector<std::thread> threads;
    std::vector<std::size_t> found(6, 0);
    for (std::size_t i = 0; i < found.size(); ++i)
        threads.emplace_back([&, i] {
            Watch watch;
            MemoryIndex index(memory, watch.options());
            for (int k = 0; k < 5; ++k) found[i] = index.search({"Engels"}).units;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(found == std::vector<std::size_t>(6, 1));
}

}  // namespace
}  // namespace tongwen::memory
