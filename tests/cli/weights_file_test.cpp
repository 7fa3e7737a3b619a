// SPDX-License-Identifier: Apache-2.0
// Tests what stands above weights.
#include "cli/weights_file.h"

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

TEST_CASE("the head of weights tells the command, as one can copy it, sets and lexicons") {
    WeightsOrigin origin;
    origin.arguments = {"--prior", "my weights", "it's", "", "gold/news=2.5"};
    origin.sets = {{"news", 2.5, 18}, {"laws", 1, 1}};
    origin.lexicons = {"CC-CEDICT", "CLDR names"};
    CHECK(weights_head(origin) ==
          "# tongwen train --prior 'my weights' 'it'\\''s' '' gold/news=2.5\n"
          "# gold: news, documents: 18, weight: 2.5\n"
          "# gold: laws, documents: 1, weight: 1\n"
          "# lexicon: CC-CEDICT\n"
          "# lexicon: CLDR names\n"
          "# columns: feature, its weight in free translations, what literal ones add\n");
}

TEST_CASE("weights with a head are weights, whatever files are called") {
    const ScratchFolder folder;
    align::WeightSet weights;
    weights.free[align::gain_target] = 1.25;
    weights.literal[align::shape_1_1] = -2;
    WeightsOrigin origin;
    origin.arguments = {"a\nshape_1_1 7", "\xFF\x1B[31m"};
    const auto file = folder.add("w", weights_head(origin) + weights.write());
    CHECK(read_weights(file).write() == weights.write());
}

TEST_CASE("a file that is no weights is refused") {
    const ScratchFolder folder;
    CHECK_THROWS_AS(read_weights(folder.path() / "none"), text::InputError);
    CHECK_THROWS_AS(read_weights(folder.add("w", "shape_1_1 much\n")), text::InputError);
    CHECK_THROWS_AS(read_weights(folder.add("w", std::string(2'000'000, '#'))), text::InputError);
}

}  // namespace
}  // namespace tongwen::cli
