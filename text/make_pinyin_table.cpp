// SPDX-License-Identifier: Apache-2.0
// A build step: prints the source of pinyin_of, with a table made by ICU's Han-Latin transliterator.
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "text/romanizer.h"
#include "text/unicode.h"

int main() {
    using namespace tongwen::text;
    constexpr char32_t first = 0x4E00;
    constexpr char32_t last = 0x9FFF;
    const Romanizer romanizer;
    std::map<std::string, std::size_t> numbers = {{"", 0}};
    std::vector<std::string> syllables = {""};
    std::vector<std::size_t> table;
    for (char32_t c = first; c <= last; ++c) {
        std::string character;
        append_utf8(character, c);
        std::string reading = romanizer.romanize(character);
        if (reading.size() > 6) reading.clear();  // the longest syllables are "zhuang" and its like
        const auto [found, fresh] = numbers.try_emplace(reading, syllables.size());
        if (fresh) syllables.push_back(reading);
        table.push_back(found->second);
    }
    std::puts(
        "#include <array>\n#include <cstdint>\n\n#include \"text/pinyin.h\"\n\nnamespace tongwen::text "
        "{\nnamespace {");
    std::printf("constexpr std::array<std::string_view, %zu> syllables = {", syllables.size());
    for (const std::string& syllable : syllables) std::printf("\"%s\",", syllable.c_str());
    std::printf("};\nconstexpr std::array<std::uint16_t, %zu> readings = {", table.size());
    for (const std::size_t number : table) std::printf("%zu,", number);
    std::printf(
        "};\n}\n\nstd::string_view pinyin_of(char32_t han) {\n"
        "    return han < 0x%X || han > 0x%X ? std::string_view() : syllables[readings[han - "
        "0x%X]];\n}\n\n}\n",
        static_cast<unsigned>(first), static_cast<unsigned>(last), static_cast<unsigned>(first));
}
