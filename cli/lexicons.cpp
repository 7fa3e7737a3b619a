// SPDX-License-Identifier: Apache-2.0
// Owns the choice of lexicons for two languages, and what is said about it.
#include "cli/lexicons.h"

#include <algorithm>
#include <utility>

#include "align/built_in_lexicons.h"
#include "align/glossary_lexicon.h"
#include "cli/lexicon_files.h"
#include "cli/line_breaking.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

bool is_pair(const text::Language& one, const text::Language& other, std::string_view name) {
    return pair_name(one, other) == name || pair_name(other, one) == name;
}

bool is_dictionary(const ChosenLexicon& chosen) {
    return chosen.lexicon->info().kind == align::LexiconKind::dictionary;
}

}  // namespace

Lexicons::Lexicons(LexiconWish wish, Environment environment, Messages& messages)
    : wish_(std::move(wish)),
      environment_(std::move(environment)),
      folders_(lexicon_folders(environment_, program_folder())),
      messages_(messages),
      freedict_(cache_folder(environment_), find_wordnet(environment_), messages) {
    // Errors are to come before the work begins, and once.
    for (const std::string& file : wish_.glossaries) corpus::read_glossary(file, {});
    if (wish_.none) return;
    for (const std::string& file : wish_.files)
        asked_for_.push_back({std::make_shared<const align::Lexicon>(fs::path(file)), file});
}

const align::LexiconSet& Lexicons::find(const text::Language& source, const text::Language& target) {
    return choice(source, target).set;
}

const std::vector<ChosenLexicon>& Lexicons::list(const text::Language& source, const text::Language& target) {
    return choice(source, target).lexicons;
}

Lexicons::Choice& Lexicons::choice(const text::Language& source, const text::Language& target) {
    const bool known = source.known() && target.known();
    const auto [found, fresh] = choices_.try_emplace(known ? pair_name(source, target) : std::string());
    if (!fresh || !known) return found->second;
    choose({source, target}, found->second.lexicons);
    for (const ChosenLexicon& chosen : found->second.lexicons) found->second.set.add(chosen.lexicon);
    return found->second;
}

void Lexicons::choose(const Pair& pair, std::vector<ChosenLexicon>& chosen) {
    add_glossaries(pair, chosen);
    if (!wish_.none) {
        if (is_pair(pair.source, pair.target, "zh-en"))
            chosen.push_back({std::make_shared<const align::Lexicon>(std::string(align::official_chinese()),
                                                                     "official Chinese"),
                              {}});
        for (const ChosenLexicon& lexicon : asked_for_) add_if_for(pair, lexicon, chosen);
        if (wish_.files.empty()) add_found(pair, chosen);
        if (auto names = align::name_lexicon(pair.source, pair.target))
            chosen.push_back({std::move(names), {}});
    }
    if (wish_.named) say_what_is_used(chosen);
}

void Lexicons::add_glossaries(const Pair& pair, std::vector<ChosenLexicon>& chosen) {
    for (const std::string& file : wish_.glossaries) {
        const align::LexiconInfo info{{}, {}, fs::path(file).filename().string(),
                                      "", "", align::LexiconKind::glossary};
        const corpus::Glossary glossary = corpus::read_glossary(file, {pair.source, pair.target});
        auto lexicons = align::glossary_lexicons(glossary, pair.source, pair.target, info);
        if (lexicons.empty())
            messages_.show({"glossary-of-other-languages",
                            text::Severity::warning,
                            {file},
                            {pair_name(pair.source, pair.target)}});
        for (Handle& lexicon : lexicons) chosen.push_back({std::move(lexicon), file});
    }
}

void Lexicons::add_found(const Pair& pair, std::vector<ChosenLexicon>& chosen) {
    const std::vector<fs::path> files = find_lexicons(pair.source, pair.target, folders_);
    for (const fs::path& file : files) add_file(file, pair, chosen);
    // Where a dictionary is damaged, people hear of that, and not of another way to get one.
    if (std::ranges::any_of(chosen, is_dictionary)) return;
    const std::size_t before = chosen.size();
    add_freedict(pair, chosen);
    if (files.empty() && chosen.size() == before) say_what_is_missing(pair);
}

void Lexicons::add_file(const fs::path& file, const Pair& pair, std::vector<ChosenLexicon>& chosen) {
    try {
        add_if_for(pair, {std::make_shared<const align::Lexicon>(file), file}, chosen);
    } catch (const text::InputError& error) {
        warn(error);
    }
}

void Lexicons::add_if_for(const Pair& pair, const ChosenLexicon& lexicon,
                          std::vector<ChosenLexicon>& chosen) {
    const align::LexiconInfo& info = lexicon.lexicon->info();
    const std::string name = pair_name(info.source, info.target);
    if (is_pair(pair.source, pair.target, name)) {
        chosen.push_back(lexicon);
    } else {
        messages_.show(
            {"lexicon-of-other-languages", text::Severity::warning, {lexicon.place.string()}, {name}});
    }
}

void Lexicons::add_freedict(const Pair& pair, std::vector<ChosenLexicon>& chosen) {
    for (const auto& [from, to] :
         {std::pair{pair.source, pair.target}, std::pair{pair.target, pair.source}}) {
        const auto index = find_freedict(from, to, environment_);
        if (!index) continue;
        try {
            chosen.push_back({freedict_.open(*index), *index});
        } catch (const text::InputError& error) {
            warn(error);
        }
    }
}

void Lexicons::say_what_is_missing(const Pair& pair) {
    const std::string name = pair_name(pair.source, pair.target);
    if (is_pair(pair.source, pair.target, "zh-en")) {
        if (!folders_.empty()) messages_.show({"no-lexicon", text::Severity::note, {}, {name}});
    } else if (wish_.named) {
        const std::string package =
            "dict-freedict-" + pair.source.three_letters() + "-" + pair.target.three_letters();
        messages_.show({"no-dictionary", text::Severity::note, {}, {name, package}});
    }
}

void Lexicons::say_what_is_used(const std::vector<ChosenLexicon>& chosen) {
    for (const ChosenLexicon& one : chosen) {
        const align::LexiconInfo& info = one.lexicon->info();
        const std::string place = word_path(one.place.string());
        if (one.place.empty()) {
            messages_.show_line(tr("lexicon: {1}, part of the program ({2})", {info.name, info.licence}));
        } else if (info.kind == align::LexiconKind::glossary) {
            messages_.show_line(tr("glossary: {1}", {place}));
        } else if (info.licence.empty()) {
            messages_.show_line(tr("lexicon: {1} ({2})", {place, legible(info.name)}));
        } else {
            messages_.show_line(
                tr("lexicon: {1} ({2}, {3})", {place, legible(info.name), legible(info.licence)}));
        }
    }
}

/// What was found but not asked for may be broken: the work goes on without it.
void Lexicons::warn(const text::InputError& error) {
    text::Diagnostic diagnostic = error.diagnostic();
    diagnostic.severity = text::Severity::warning;
    messages_.show(diagnostic);
}

}  // namespace tongwen::cli
