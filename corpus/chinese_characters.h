// SPDX-License-Identifier: Apache-2.0
// Owns which characters Chinese uses often, and which of them only its simplified or only its traditional
// spelling has.
#pragma once

namespace tongwen::corpus {

/// Bits of `chinese_traits`. A frequent character is one of the thousand that make up nine tenths of running
/// text.
enum ChineseTrait : unsigned {
    frequent_simplified = 1,
    frequent_traditional = 2,
    only_simplified = 4,   ///< 们, 这: not used in traditional texts
    only_traditional = 8,  ///< 們, 這: not used in simplified texts
};

/// The traits of a character, or 0. A table look-up.
unsigned chinese_traits(char32_t c);

}  // namespace tongwen::corpus
