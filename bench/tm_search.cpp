// SPDX-License-Identifier: Apache-2.0
// Owns the bench of `tongwen tm search`: a memory of invented units is made and indexed, then asked.
// Usage: tm_search FOLDER [UNITS [PROGRAM]]; the memory stays in FOLDER and is used again. With PROGRAM, the
// path of `tongwen`, whole processes are measured, too.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "memory/memory_index.h"
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "bench/invented_units.h"
#include "text/unicode.h"

extern char** environ;  // NOLINT: POSIX has it so

namespace tongwen {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void write_memory(const fs::path& file, std::size_t units) {
    std::ofstream out(file);
    out << R"(<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
)";
    InventedUnits invented;
    for (std::size_t i = 1; i <= units; ++i) {
        const InventedUnit unit = invented.next();
        out << "<tu tuid=\"u" << i << "\"><tuv xml:lang=\"zh-CN\"><seg>" << unit.source
            << "</seg></tuv>\n<tuv xml:lang=\"en\"><seg>" << unit.target << "</seg></tuv></tu>\n";
    }
    out << "</body></tmx>\n";
}

/// Every `step`th unit.
std::vector<InventedUnit> sample(std::size_t units, std::size_t count) {
    InventedUnits invented;
    std::vector<InventedUnit> chosen;
    for (std::size_t i = 1; i <= units; ++i) {
        InventedUnit unit = invented.next();
        if (i % std::max<std::size_t>(units / count, 1) == 0) chosen.push_back(std::move(unit));
    }
    return chosen;
}

/// `count` characters from the middle, without punctuation.
std::string characters(const std::string& source, std::size_t count) {
    std::vector<char32_t> run;
    for (std::size_t at = 0; at < source.size() && run.size() < count;) {
        const char32_t c = text::next_code_point(source, at);
        if (text::is_han(c))
            run.push_back(c);
        else
            run.clear();
    }
    std::string out;
    for (const char32_t c : run) text::append_utf8(out, c);
    return out;
}

std::string words(const std::string& target, std::size_t first, std::size_t count) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < first + count && at < target.size(); ++i) {
        const std::size_t end = std::min(target.find(' ', at), target.size());
        if (i >= first) out += target.substr(at, end - at) + " ";
        at = end + 1;
    }
    return out;
}

/// A sentence with three of its characters gone.
std::string changed(const std::string& source) {
    std::string out;
    std::size_t number = 0;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t begin = at;
        text::next_code_point(source, at);
        if (++number % 7 != 3) out += source.substr(begin, at - begin);
    }
    return out;
}

struct Kind {
    std::string name;
    bool fuzzy = false;
    memory::SearchManner manner = memory::SearchManner::phrase;
    std::vector<std::string> queries = {};
};

std::vector<Kind> make_kinds(std::size_t units) {
    const std::vector<InventedUnit> chosen = sample(units, 400);
    std::map<std::string, std::size_t> frequent_source, frequent_target;
    for (const InventedUnit& unit : chosen) {
        for (std::size_t at = 0; at < unit.source.size();) {
            const std::size_t begin = at;
            if (text::is_han(text::next_code_point(unit.source, at)))
                ++frequent_source[unit.source.substr(begin, at - begin)];
        }
        for (std::size_t i = 0; i < 40; ++i) ++frequent_target[words(unit.target, i, 1)];
    }
    frequent_target.erase("");
    const auto top = [](const std::map<std::string, std::size_t>& counts) {
        return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
    };
    std::vector<Kind> kinds = {{"1 character"},
                               {"2 characters"},
                               {"4 characters"},
                               {"8 characters"},
                               {"English word"},
                               {"English phrase of 2"},
                               {"English phrase of 4"},
                               {"no hit"},
                               {"most frequent character"},
                               {"most frequent word"},
                               {"fuzzy, a match", true},
                               {"fuzzy, a new sentence", true},
                               {"regular expression", false, memory::SearchManner::regex}};
    InventedUnits others(99);
    for (const InventedUnit& unit : chosen) {
        kinds[0].queries.push_back(characters(unit.source, 1));
        kinds[1].queries.push_back(characters(unit.source, 2));
        kinds[2].queries.push_back(characters(unit.source, 4));
        kinds[3].queries.push_back(characters(unit.source, 8));
        kinds[4].queries.push_back(words(unit.target, 2, 1));
        kinds[5].queries.push_back(words(unit.target, 1, 2));
        kinds[6].queries.push_back(words(unit.target, 0, 4));
        kinds[7].queries.push_back(characters(unit.source, 2) + "龘");
        kinds[10].queries.push_back(changed(unit.source));
        kinds[11].queries.push_back(others.fresh().source);
    }
    kinds[8].queries.assign(20, top(frequent_source));
    kinds[9].queries.assign(20, top(frequent_target));
    // One that is nowhere, so that every unit is read.
    kinds[12].queries.assign(5, "第[0-9]+条|\\bno [a-z]+ such\\b");
    for (Kind& kind : kinds) std::erase(kind.queries, "");
    return kinds;
}

void print(const std::string& name, std::vector<double> times, double units) {
    std::ranges::sort(times);
    fmt::print("| {} | {} | {:.0f} | {:.1f} | {:.1f} | {:.1f} |\n", name, times.size(), units,
               times[times.size() / 2], times[times.size() * 99 / 100], times.back());
    std::fflush(stdout);
}

void run_process(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1 /* O_WRONLY */, 0);
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0 ||
        waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fmt::print(stderr, "failed: {}\n", words.back());
        std::exit(2);
    }
    posix_spawn_file_actions_destroy(&actions);
}

int run(const fs::path& folder, std::size_t units, const std::string& program) {
    fs::create_directories(folder);
    const fs::path file = folder / fmt::format("invented-{}.tmx", units);
    if (!fs::exists(file)) write_memory(file, units);
    const Clock::time_point begin = Clock::now();
    memory::MemoryIndex index(file);
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    double load = 0;
    getloadavg(&load, 1);
    fmt::print(
        "units {}, memory {:.0f} MB, index {:.0f} MB, opened in {:.1f} s, peak memory {} MB, load {:.1f}\n\n",
        index.size(), static_cast<double>(fs::file_size(file)) / 1e6,
        static_cast<double>(fs::file_size(index.file())) / 1e6, milliseconds_since(begin) / 1000,
        usage.ru_maxrss / 1024, load);
    fmt::print(
        "| query | runs | hits (mean) | median ms | 99 % ms | most ms |\n| --- | --- | --- | --- | --- | --- "
        "|\n");
    for (const Kind& kind : make_kinds(units)) {
        std::vector<double> times, whole;
        double found = 0;
        for (const std::string& query : kind.queries) {
            const Clock::time_point start = Clock::now();
            if (kind.fuzzy)
                found += static_cast<double>(index.fuzzy({.text = query}).size());
            else
                found += static_cast<double>(index.search({.text = query, .manner = kind.manner}).units);
            times.push_back(milliseconds_since(start));
        }
        const double mean = found / static_cast<double>(kind.queries.size());
        print(kind.name, times, mean);
        if (program.empty()) continue;
        for (std::size_t i = 0; i < std::min<std::size_t>(kind.queries.size(), 100); ++i) {
            const Clock::time_point start = Clock::now();
            std::vector<std::string> command = {program, "tm", "search", file.string(), kind.queries[i]};
            if (kind.fuzzy) command.insert(command.begin() + 3, "--fuzzy");
            if (kind.manner == memory::SearchManner::regex) command.insert(command.begin() + 3, "--regex");
            run_process(command);
            whole.push_back(milliseconds_since(start));
        }
        print(kind.name + ", whole process", whole, mean);
    }
    return 0;
}

}  // namespace
}  // namespace tongwen

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: tm_search FOLDER [UNITS [PROGRAM]]\n", stderr);
        return 2;
    }
    try {
        return tongwen::run(words[1], count > 2 ? std::strtoull(words[2], nullptr, 10) : 1'000'000,
                            count > 3 ? words[3] : "");
    } catch (const tongwen::text::InputError& error) {
        std::fprintf(stderr, "%s %s\n", error.what(),
                     error.diagnostic().arguments.empty() ? "" : error.diagnostic().arguments[0].c_str());
        return 2;
    }
}
