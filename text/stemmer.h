// SPDX-License-Identifier: Apache-2.0
// Owns stemming: the Snowball algorithm of a language, or none where there is none.
#pragma once

#include <memory>
#include <string_view>

#include "text/language.h"

struct sb_stemmer;

namespace tongwen::text {

/// Stems lower-case words of one language with its Snowball algorithm (Porter, 2001). One object serves one
/// thread.
class Stemmer {
  public:
    /// A language without an algorithm gives a stemmer that returns every word unchanged.
    explicit Stemmer(const Language& language);

    /// The stem of a word, valid until the next call.
    [[nodiscard]] std::string_view stem(std::string_view word) const;

  private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace tongwen::text
