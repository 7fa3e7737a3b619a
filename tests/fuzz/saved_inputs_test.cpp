// SPDX-License-Identifier: Apache-2.0
// Runs the fuzzer's entry over its saved inputs, and over some beginnings of each: an ordinary test.
#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "tests/support/catch.h"
#include "text/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

TEST_CASE("the fuzzer's saved inputs, and beginnings of them, are read or refused") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TONGWEN_FUZZ_INPUTS)) {
        const std::string bytes = tongwen::text::read_file(entry.path());
        CAPTURE(entry.path().filename().string());
        for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 8)
            REQUIRE(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), size) == 0);
        REQUIRE(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) ==
                0);
        ++count;
    }
    CHECK(count >= 10);
}
