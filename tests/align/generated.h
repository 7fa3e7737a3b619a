// SPDX-License-Identifier: Apache-2.0
// Owns large bitexts for the tests of alignment: sentences with numbers and names, generated from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/align/segments.h"

namespace tongwen::align {

/// A source, a target, and the shapes that their segments were made in.
struct GeneratedBitext {
    std::vector<std::string> source;
    std::vector<std::string> target;
    std::string shapes;  ///< as `spell` writes them

    [[nodiscard]] corpus::Document source_document() const { return segmented(source, "zh"); }
    [[nodiscard]] corpus::Document target_document() const { return segmented(target, "en"); }
};

/// A sentence in Chinese and in English; numbers and a name tell it from others.
struct GeneratedSentence {
    std::string source;
    std::string target;
};

inline GeneratedSentence generate_sentence(std::mt19937& random) {
    static const std::vector<std::pair<std::string, std::string>> names = {
        {"林海", "Lin Hai"}, {"周宁", "Zhou Ning"}, {"青屿", "Qingyu"},
        {"高山", "Gaoshan"}, {"陈安", "Chen An"},   {"北川", "Beichuan"}};
    const auto& [han, latin] = names[random() % names.size()];
    const std::string first = std::to_string(100 + random() % 90'000);
    const std::string second = std::to_string(11 + random() % 80);
    switch (random() % 3) {
        case 0:
            return {han + "在第" + second + "天收到" + first + "封来信。",
                    "On day " + second + " " + latin + " got " + first + " letters."};
        case 1:
            return {"据" + han + "说，共有" + first + "人参加。",
                    "In all " + first + " people came, " + latin + " said."};
        default:
            return {han + "的产量是" + first + "吨，增长" + second + "%。",
                    latin + " had an output of " + first + " tonnes, up " + second + "%."};
    }
}

/// `beads` beads: mostly 1-1, some 1-2 and 2-1, some segments on one side only.
inline GeneratedBitext generate_bitext(std::size_t beads, std::uint32_t seed) {
    std::mt19937 random(seed);
    GeneratedBitext bitext;
    const auto add = [&](std::string_view shape) {
        bitext.shapes += (bitext.shapes.empty() ? "" : " ") + std::string(shape);
    };
    for (std::size_t k = 0; k < beads; ++k) {
        const GeneratedSentence one = generate_sentence(random);
        const auto chance = random() % 100;
        if (chance < 3) {
            bitext.source.push_back(one.source);
            add("1-0");
        } else if (chance < 6) {
            bitext.target.push_back(one.target);
            add("0-1");
        } else if (chance < 16) {
            const GeneratedSentence two = generate_sentence(random);
            const bool joined_source = chance < 11;
            bitext.source.push_back(joined_source ? one.source + two.source : one.source);
            bitext.target.push_back(joined_source ? one.target : one.target + " " + two.target);
            (joined_source ? bitext.target : bitext.source)
                .push_back(joined_source ? two.target : two.source);
            add(joined_source ? "1-2" : "2-1");
        } else {
            bitext.source.push_back(one.source);
            bitext.target.push_back(one.target);
            add("1-1");
        }
    }
    return bitext;
}

}  // namespace tongwen::align
