// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon show` and `tongwen lexicon info`.
#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/lexicon_actions.h"
#include "cli/lexicons.h"
#include "cli/line_breaking.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/stemmer.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

/// Which lexicons to look at.
struct Choice {
    CommonOptions common;
    std::string file;
    std::string pair = "zh-en";
};

void declare_choice(CommandLine& line, Choice& choice) {
    line.option("--lexicon", choice.file, tr("FILE"), tr("This lexicon alone."));
    line.option(
        "--pair", choice.pair, tr("LANGUAGES"),
        tr("The lexicons that 'tongwen align' uses for two languages, such as de-en; zh-en without it."));
    declare_common(line, choice.common);
}

/// The languages of "zh-en". Tags with regions would be ambiguous, and count no more than the languages do.
std::pair<text::Language, text::Language> parse_pair(const std::string& pair) {
    const std::size_t hyphen = std::min(pair.find('-'), pair.size());
    const auto one = text::Language::parse(pair.substr(0, hyphen));
    const auto other = text::Language::parse(pair.substr(std::min(hyphen + 1, pair.size())));
    if (!one || !other || one->primary() == other->primary())
        text::refuse("bad-option-value", {"--pair", pair, "language-pair"});
    return {*one, *other};
}

std::vector<ChosenLexicon> open_lexicons(const Choice& choice) {
    if (!choice.file.empty())
        return {{std::make_shared<const align::Lexicon>(std::filesystem::path(choice.file)), choice.file}};
    const auto [one, other] = parse_pair(choice.pair);
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, ColourChoice::automatic), false);
    return Lexicons({}, environment, messages).list(one, other);
}

/// A word as a headword: as it is, or as the stem that a document's token would be.
std::string headword_of(const align::Lexicon& lexicon, const std::string& word) {
    if (lexicon.contains(word)) return word;
    return std::string(text::Stemmer(lexicon.info().source).stem(text::to_lower(word)));
}

std::string list_renderings(const align::Lexicon& lexicon, const std::string& headword) {
    std::string list;
    for (const align::Rendering& rendering : lexicon.find(headword)) {
        list += list.empty() ? "" : ", ";
        list += fmt::format("{} {:.2f}", legible(rendering.word), rendering.strength);
    }
    return list;
}

/// What each lexicon knows of a word, a lexicon a line; its name is said where there are several.
std::string word_entries(const std::string& word, const std::vector<ChosenLexicon>& lexicons) {
    std::string lines;
    for (const ChosenLexicon& chosen : lexicons) {
        const std::string headword = headword_of(*chosen.lexicon, word);
        if (!chosen.lexicon->contains(headword)) continue;
        const std::string list = list_renderings(*chosen.lexicon, headword);
        const std::string name = legible(chosen.lexicon->info().name);
        lines += lexicons.size() > 1 ? tr("{1} ({2}): {3}", {legible(word), name, list})
                                     : tr("{1}: {2}", {legible(word), list});
        lines += '\n';
    }
    return lines.empty() ? tr("{1}: {2}", {legible(word), tr("(no headword)")}) + "\n" : lines;
}

std::string word_kind(align::LexiconKind kind) {
    switch (kind) {
        case align::LexiconKind::dictionary:
            return tr("dictionary");
        case align::LexiconKind::glossary:
            return tr("glossary, goes before dictionaries");
        case align::LexiconKind::supplement:
            return tr("supplement to dictionaries");
    }
    return {};
}

std::string word_info(const ChosenLexicon& chosen) {
    const align::LexiconInfo& info = chosen.lexicon->info();
    std::string text = tr("Name: {1}", {legible(info.name)}) + "\n";
    text += tr("Kind: {1}", {word_kind(info.kind)}) + "\n";
    text += tr("Languages: {1}", {info.source.tag() + ", " + info.target.tag()}) + "\n";
    text += tr("Headwords: {1}", {std::to_string(chosen.lexicon->size())}) + "\n";
    if (!info.licence.empty()) text += tr("Licence: {1}", {legible(info.licence)}) + "\n";
    if (!info.attribution.empty()) text += tr("Attribution: {1}", {legible(info.attribution)}) + "\n";
    return text +
           tr("File: {1}",
              {chosen.place.empty() ? tr("part of the program") : word_path(chosen.place.string())}) +
           "\n";
}

}  // namespace

int run_lexicon_show(const std::vector<std::string>& arguments) {
    Choice choice;
    std::vector<std::string> words;
    CommandLine line(tr("tongwen lexicon show [OPTIONS] WORD..."),
                     tr("Shows what lexicons know of words: the stems of their renderings, each with a "
                        "strength up to 1, the strongest first."));
    line.group(tr("Arguments:"));
    line.arguments("WORD", words, tr("A word of the language that a lexicon leads from."));
    line.group(tr("Options:"));
    declare_choice(line, choice);
    line.parse(arguments);
    if (choice.common.help) return show_help(line);
    if (words.empty()) text::refuse("missing-argument", {"WORD"});
    const std::vector<ChosenLexicon> lexicons = open_lexicons(choice);
    for (const std::string& word : words) write_fully(STDOUT_FILENO, word_entries(word, lexicons));
    return exit_clean;
}

int run_lexicon_info(const std::vector<std::string>& arguments) {
    Choice choice;
    CommandLine line(
        tr("tongwen lexicon info [OPTIONS]"),
        tr("Shows which lexicons 'tongwen align' uses for two languages, by rank, where they are "
           "and what they say of themselves: whom to name for them, and under which licence."));
    line.group(tr("Options:"));
    declare_choice(line, choice);
    line.parse(arguments);
    if (choice.common.help) return show_help(line);
    std::string text;
    for (const ChosenLexicon& chosen : open_lexicons(choice)) {
        if (!text.empty()) text += '\n';
        text += word_info(chosen);
    }
    write_fully(STDOUT_FILENO, text);
    return exit_clean;
}

}  // namespace tongwen::cli
