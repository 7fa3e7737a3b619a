// SPDX-License-Identifier: Apache-2.0
// Owns the way from a glossary's entries to words.
#include "align/glossary_lexicon.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/rendering_writer.h"
#include "text/han_variants.h"
#include "text/locale_names.h"
#include "text/numbers.h"
#include "text/stemmer.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr float part_share = 0.4F;         // below whole_term
constexpr std::size_t longest_term = 256;  // bytes; no term of a text is longer

/// The headwords of a term, and what share of it each of them has.
struct Headwords {
    std::vector<std::string> words;
    float share = 1;
};

bool is_east_asian(const text::Language& language) {
    return language.primary() == "zh" || language.primary() == "ja";
}

/// Cuts terms of one language into headwords.
class TermCutter {
  public:
    TermCutter(const text::Language& language, Scripts scripts)
        : language_(language), stemmer_(language), scripts_(scripts) {}

    [[nodiscard]] Headwords cut(const std::string& term) {
        if (language_.primary() == "zh" && scripts_ == Scripts::both) return {both_scripts(term)};
        if (is_east_asian(language_)) return {{term}};
        Headwords headwords{content_words_of(term, language_)};
        for (std::string& word : headwords.words) word = std::string(stemmer_.stem(word));
        if (headwords.words.size() > 1) headwords.share = part_share;
        return headwords;
    }

  private:
    std::vector<std::string> both_scripts(const std::string& term) {
        if (!variants_) variants_.emplace();
        std::vector<std::string> forms = {term, variants_->to_simplified(term),
                                          variants_->to_traditional(term)};
        std::ranges::sort(forms);
        forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
        return forms;
    }

    text::Language language_;
    text::Stemmer stemmer_;
    Scripts scripts_;
    std::optional<text::HanVariants> variants_;
};

/// The token of the month that a name is of, as a document's tokens have it; empty for other words, and for
/// months of languages in which they are no numbers.
std::string month_token(std::string_view name) {
    const std::vector<text::Number> numbers = text::find_numbers(name);
    if (numbers.size() != 1 || numbers.front().kind != text::NumberKind::month) return {};
    return "#m" + std::to_string(static_cast<int>(numbers.front().value));
}

/// Months of which one side's are tokens of numbers: they are no words that a term could be cut into.
void add_month(const text::NamePair& pair, LexiconBuilder& builder) {
    const std::string first = month_token(pair.first);
    const std::string second = month_token(pair.second);
    if (first.empty() == second.empty()) return;  // both: the tokens are equal as it is
    const text::Stemmer headwords(builder.info().source);
    const text::Stemmer words(builder.info().target);
    builder.add(first.empty() ? headwords.stem(text::to_lower(pair.first)) : first,
                second.empty() ? words.stem(text::to_lower(pair.second)) : second, 1);
}

}  // namespace

void add_glossary(const std::vector<corpus::GlossaryEntry>& entries, LexiconBuilder& builder,
                  Scripts scripts) {
    RenderingWriter writer(builder);
    TermCutter cutter(builder.info().source, scripts);
    for (const corpus::GlossaryEntry& entry : entries) {
        if (entry.source.size() > longest_term) continue;
        const Headwords headwords = cutter.cut(entry.source);
        const std::vector<std::string_view> words(headwords.words.begin(), headwords.words.end());
        for (const auto* const renderings : {&entry.targets, &entry.forbidden}) {
            for (const std::string& rendering : *renderings)
                writer.add(words, rendering, {.whole = headwords.share, .least = whole_term});
        }
    }
}

std::pair<text::Language, text::Language> glossary_direction(const text::Language& first,
                                                             const text::Language& second) {
    if (is_east_asian(second) && !is_east_asian(first)) return {second, first};
    return {first, second};
}

std::vector<std::shared_ptr<const Lexicon>> glossary_lexicons(const corpus::Glossary& glossary,
                                                              const text::Language& first,
                                                              const text::Language& second,
                                                              LexiconInfo info) {
    std::vector<std::shared_ptr<const Lexicon>> lexicons;
    std::vector<std::pair<text::Language, text::Language>> directions = {glossary_direction(first, second)};
    if (is_east_asian(first) && is_east_asian(second)) directions.emplace_back(second, first);
    for (const auto& [from, to] : directions) {
        info.source = from;
        info.target = to;
        LexiconBuilder builder(info);
        add_glossary(corpus::entries_between(glossary, from, to), builder);
        if (builder.size() > 0)
            lexicons.push_back(std::make_shared<const Lexicon>(builder.compile(), glossary.file));
    }
    return lexicons;
}

std::shared_ptr<const Lexicon> name_lexicon(const text::Language& first, const text::Language& second) {
    const auto [from, to] = glossary_direction(first, second);
    LexiconBuilder builder({from, to, "CLDR names", "Unicode License",
                            "Unicode CLDR, https://cldr.unicode.org, through ICU", LexiconKind::supplement});
    std::vector<corpus::GlossaryEntry> entries;
    for (text::NamePair& pair : text::locale_names(from, to)) {
        add_month(pair, builder);
        entries.push_back({std::move(pair.first), {std::move(pair.second)}});
    }
    add_glossary(entries, builder, Scripts::as_written);
    if (builder.size() == 0) return nullptr;
    return std::make_shared<const Lexicon>(builder.compile(), builder.info().name);
}

}  // namespace tongwen::align
