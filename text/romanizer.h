// SPDX-License-Identifier: Apache-2.0
// Owns romanisation: what a word of any script sounds like in Latin letters, through ICU's transliterators.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tongwen::text {

/// Turns words into lower-case ASCII letters ("Сергеев" -> "sergeev", "北京" -> "beijing"); toneless, without
/// spaces. Costly to make and to call: keep one, and remember its results. One object serves one thread.
class Romanizer {
  public:
    Romanizer();
    ~Romanizer();
    Romanizer(Romanizer&&) noexcept;
    Romanizer& operator=(Romanizer&&) noexcept;

    [[nodiscard]] std::string romanize(std::string_view word) const;

  private:
    struct Rules;
    std::unique_ptr<Rules> rules_;
};

/// The consonants of a romanised word, by which spellings of one name agree ("sergeev" and "sergeyev" ->
/// "srgv").
std::string consonants_of(std::string_view romanized);

}  // namespace tongwen::text
