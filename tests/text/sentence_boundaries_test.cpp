// SPDX-License-Identifier: Apache-2.0
// Owns testing Unicode's sentence boundaries.
#include "text/sentence_boundaries.h"

#include <string>

#include "tests/support/catch.h"

namespace {

using tongwen::text::Language;
using tongwen::text::SentenceBoundaries;

std::vector<std::size_t> find(const std::string& tag, const std::string& text) {
    return SentenceBoundaries(Language::parse(tag).value_or(Language{})).find(text);
}

TEST_CASE("offsets are bytes, without both ends") {
    CHECK(find("fr", "Été. Oui. Non") == std::vector<std::size_t>{7, 12});
    CHECK(find("ja", "雨。雪。") == std::vector<std::size_t>{6});
    CHECK(find("fr", "Oui.").empty());
    CHECK(find("fr", "").empty());
}

TEST_CASE("a language that is not known has the common rules") {
    CHECK(find("", "One is. Two is.") == std::vector<std::size_t>{8});
    CHECK(find("qaa", "One is. Two is.") == std::vector<std::size_t>{8});
}

TEST_CASE("ill-formed bytes and long runs do no harm") {
    CHECK(find("fr", "\xFF\xC3. A") == std::vector<std::size_t>{4});
    CHECK(find("fr", std::string(1'000'000, '.')).empty());
}

TEST_CASE("one object serves many texts") {
    const SentenceBoundaries boundaries(*Language::parse("fr"));
    CHECK(boundaries.find("A b. C d.").size() == 1);
    CHECK(boundaries.find("A b. C d. E f.").size() == 2);
    CHECK(boundaries.find("A b. C d.").size() == 1);
}

}  // namespace
