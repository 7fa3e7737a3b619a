// SPDX-License-Identifier: Apache-2.0
#include "text/mapped_file.h"

#include <filesystem>
#include <string>

#include <unistd.h>

#include "tests/support/catch.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::text {
namespace {

std::string id_of_failure(const std::filesystem::path& path) {
    try {
        const MappedFile file(path);
    } catch (const InputError& error) {
        return error.diagnostic().id;
    }
    return "";
}

TEST_CASE("a mapped file shows its bytes, and moves") {
    const auto path =
        std::filesystem::temp_directory_path() / ("tongwen-mapped-" + std::to_string(::getpid()));
    for (const std::string bytes : {"abc", ""}) {
        AtomicFile out(path);
        out.write(bytes);
        out.commit();
        MappedFile file(path);
        CHECK(file.bytes() == bytes);
        MappedFile moved(std::move(file));
        CHECK(moved.bytes() == bytes);
        moved = MappedFile(path);
        CHECK(moved.bytes() == bytes);
    }
    std::filesystem::remove(path);
    CHECK(id_of_failure(path) == "file-not-found");
    CHECK(id_of_failure(std::filesystem::temp_directory_path()) == "is-a-directory");
    CHECK(id_of_failure("/dev/null") == "cannot-read");
}

}  // namespace
}  // namespace tongwen::text
