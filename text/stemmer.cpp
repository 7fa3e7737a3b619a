// SPDX-License-Identifier: Apache-2.0
// Owns the calls into libstemmer.
#include "text/stemmer.h"

#include <libstemmer.h>

namespace tongwen::text {

Stemmer::Stemmer(const Language& language) : stemmer_(sb_stemmer_new(language.primary().c_str(), nullptr)) {}

std::string_view Stemmer::stem(std::string_view word) const {
    if (!stemmer_) return word;
    const auto* symbols = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                          static_cast<int>(word.size()));
    if (symbols == nullptr) return word;  // out of memory inside the library: the word is its own stem
    return {reinterpret_cast<const char*>(symbols),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

}  // namespace tongwen::text
