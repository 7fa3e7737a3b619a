// SPDX-License-Identifier: Apache-2.0
// Owns the two scripts of Chinese: a word in the other one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tongwen::text {

/// Turns Chinese words into simplified or traditional characters with ICU's transliterators, which know words
/// where characters do not decide ("头发" is "頭髮", "发展" is "發展"). Making one takes some 15 ms. One
/// object serves one thread.
class HanVariants {
  public:
    HanVariants();
    ~HanVariants();
    HanVariants(HanVariants&&) noexcept;
    HanVariants& operator=(HanVariants&&) noexcept;

    [[nodiscard]] std::string to_simplified(std::string_view word) const;
    [[nodiscard]] std::string to_traditional(std::string_view word) const;

  private:
    struct Rules;
    std::unique_ptr<Rules> rules_;
};

}  // namespace tongwen::text
