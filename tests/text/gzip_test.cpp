// SPDX-License-Identifier: Apache-2.0
// Tests reading gzip: members, damage, limits.
#include "text/gzip.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/support/gzipped.h"
#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

std::string id_of(std::string_view bytes, std::size_t limit = 1'000'000) {
    try {
        gunzip(bytes, limit, "in");
    } catch (const InputError& error) {
        CHECK(error.diagnostic().where.file == "in");
        return error.diagnostic().id;
    }
    return "none";
}

TEST_CASE("content comes back, of one member and of several") {
    CHECK(gunzip(gzipped("河 river\n"), 100, "in") == "河 river\n");
    CHECK(gunzip(gzipped("a") + gzipped("") + gzipped("b"), 100, "in") == "ab");
    const std::string large(300'000, 'x');
    CHECK(gunzip(gzipped(large), large.size(), "in") == large);
}

TEST_CASE("damage is found, a bomb is stopped") {
    const std::string whole = gzipped("some text that is long enough to be damaged");
    CHECK(id_of("") == "bad-gzip");
    CHECK(id_of("text") == "bad-gzip");
    CHECK(id_of(whole + "rest") == "bad-gzip");
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK(id_of(whole.substr(0, size)) == "bad-gzip");
    CHECK(id_of(gzipped(std::string(5'000'000, 'x')), 1000) == "file-too-large");
    CHECK(id_of(gzipped("x"), 0) == "file-too-large");
}

TEST_CASE("no damage does harm") {
    const std::string whole = gzipped(std::string(1000, 'x') + "and the rest");
    CHECK(rc::check([&] {
        std::string bytes = whole;
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
        try {
            RC_ASSERT(gunzip(bytes, 10'000, "in").size() <= 10'000U);
        } catch (const InputError&) {  // refused: as good
        }
    }));
}

}  // namespace
}  // namespace tongwen::text
