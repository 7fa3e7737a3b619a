// SPDX-License-Identifier: Apache-2.0
// Owns what the terms of glossaries mean to an aligner.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "align/lexicon.h"
#include "corpus/glossary.h"

namespace tongwen::align {

/// How a Chinese term becomes headwords.
enum class Scripts : std::uint8_t { both, as_written };

/// Adds entries. A Chinese term is a headword whole, in simplified and in traditional characters, a Japanese
/// one as it is. Of other languages a term of one word is a headword; of a longer one each content word is
/// one, with a share of .4, which is less than a whole term has: there the word means more than the term
/// does. Of a rendering of n content words each has max(1/n, 1/2), as the whole is known to render the term.
/// Forbidden renderings count like others: translations do use them.
void add_glossary(const std::vector<corpus::GlossaryEntry>& entries, LexiconBuilder& builder,
                  Scripts scripts = Scripts::both);

/// From which of two languages to which a glossary leads best: from Chinese or Japanese where one is, else
/// from the first to the second.
std::pair<text::Language, text::Language> glossary_direction(const text::Language& first,
                                                             const text::Language& second);

/// The lexicons of a glossary for documents in two languages: in that direction; of Chinese and Japanese both
/// ways. Without those that are empty. `info` is theirs but for the languages.
std::vector<std::shared_ptr<const Lexicon>> glossary_lexicons(const corpus::Glossary& glossary,
                                                              const text::Language& first,
                                                              const text::Language& second, LexiconInfo info);

/// A supplement of names that every language has (text/locale_names.h), in the direction that a glossary
/// would have; null when ICU knows none. Months are the tokens that numbers are.
std::shared_ptr<const Lexicon> name_lexicon(const text::Language& first, const text::Language& second);

}  // namespace tongwen::align
