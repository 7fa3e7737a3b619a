// SPDX-License-Identifier: Apache-2.0
// A build step: prints the source of simplified_of, with a table made by ICU's Hant-Hans transliterator.
#include <cstdio>
#include <string>

#include "text/han_variants.h"
#include "text/unicode.h"

namespace {

/// The one simplified character that stands for a traditional one; 0 when it stands for itself.
unsigned entry_of(const tongwen::text::HanVariants& variants, char32_t c) {
    using namespace tongwen::text;
    std::string character;
    append_utf8(character, c);
    const std::string simplified = variants.to_simplified(character);
    if (simplified == character || count_characters(simplified) != 1) return 0;
    std::size_t offset = 0;
    const char32_t other = next_code_point(simplified, offset);
    return other > 0xFFFF ? 0 : static_cast<unsigned>(other);  // the table has 16 bits an entry
}

}  // namespace

int main() {
    constexpr char32_t first = 0x4E00;
    constexpr char32_t last = 0x9FFF;
    const tongwen::text::HanVariants variants;
    std::puts(
        "#include <array>\n#include <cstdint>\n\n#include \"text/simplified.h\"\n\nnamespace tongwen::text "
        "{\nnamespace {");
    std::printf("constexpr std::array<std::uint16_t, %zu> others = {",
                static_cast<std::size_t>(last - first + 1));
    for (char32_t c = first; c <= last; ++c) std::printf("%u,", entry_of(variants, c));
    std::printf(
        "};\n}\n\nchar32_t simplified_of(char32_t han) {\n"
        "    if (han < 0x%X || han > 0x%X) return han;\n"
        "    const std::uint16_t other = others[han - 0x%X];\n"
        "    return other == 0 ? han : other;\n}\n\n}\n",
        static_cast<unsigned>(first), static_cast<unsigned>(last), static_cast<unsigned>(first));
}
