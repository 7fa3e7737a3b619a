// SPDX-License-Identifier: Apache-2.0
// Tests the format of one segment a line.
#include "corpus/segmented_reader.h"

#include "tests/corpus/spelled.h"
#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("every line that is not blank is a paragraph") {
    CHECK(spelled(read_segmented("")).empty());
    CHECK(spelled(read_segmented("\n \n　\n")).empty());
    CHECK(spelled(read_segmented("一。二。\n\n　三。 \nfour")) == "[body: 一。二。][body: 三。][body: four]");
}

}  // namespace
}  // namespace tongwen::corpus
