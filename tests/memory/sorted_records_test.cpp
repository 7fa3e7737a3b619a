// SPDX-License-Identifier: Apache-2.0
// Tests that records come in order, however few fit into memory.
#include "memory/sorted_records.h"

#include <cstdlib>
#include <filesystem>
#include <random>

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

struct Pair {
    std::uint64_t first;
    std::uint64_t second;
    friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::vector<Pair> random_pairs(std::size_t count) {
    std::mt19937_64 random(count);
    std::vector<Pair> pairs;
    for (std::size_t k = 0; k < count; ++k) pairs.push_back({random() % 50, k});
    return pairs;
}

std::vector<Pair> all(SortedRecords<Pair>& records) {
    std::vector<Pair> pairs;
    while (const auto pair = records.next()) pairs.push_back(*pair);
    return pairs;
}

TEST_CASE("records come in order, as a sort in memory would give them") {
    for (const std::size_t count : {0, 1, 2, 3, 7, 8, 9, 1000, 40'000}) {
        std::vector<Pair> expected = random_pairs(count);
        for (const std::size_t run_bytes : {std::size_t{1}, std::size_t{128}, std::size_t{1} << 20}) {
            if (run_bytes == 1 && count > 1000) continue;
            SortedRecords<Pair> records(run_bytes);
            for (const Pair& pair : random_pairs(count)) records.add(pair);
            std::ranges::sort(expected);
            CHECK(records.size() == count);
            CHECK(all(records) == expected);
            CHECK(records.next() == std::nullopt);
        }
    }
}

TEST_CASE("what was spooled is read back, from the file and before it is there") {
    Spool spool;
    const std::string large(300'000, 'x');
    CHECK(spool.append("abc") == 0);
    CHECK(spool.append(large) == 3);
    CHECK(spool.append("defg") == 300'003);
    std::string back(6, '\0');
    spool.read(300'001, back.data(), 6);
    CHECK(back == "xxdefg");
    spool.read(0, back.data(), 3);
    CHECK(back.substr(0, 3) == "abc");
}

TEST_CASE("a spool leaves no name in the folder of temporary files, and says when it cannot be there") {
    const ScratchFolder folder;
    const std::string before = std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR");
    ::setenv("TMPDIR", folder.path().c_str(), 1);
    {
        Spool spool;
        spool.append(std::string(1 << 20, 'x'));
        CHECK(std::filesystem::is_empty(folder.path()));
    }
    before.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before.c_str(), 1);
}

}  // namespace
}  // namespace tongwen::memory
