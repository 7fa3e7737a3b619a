// SPDX-License-Identifier: Apache-2.0
// Owns the table from ids to messages.
#include "cli/wording.h"

#include <algorithm>
#include <array>
#include <span>

#include "cli/line_breaking.h"
#include "cli/words.h"

namespace tongwen::cli {
namespace {

struct Wording {
    std::string_view id;
    const char* message;
    std::size_t word =
        0;  ///< which argument, from 1, is one of the argument words below; 0: none, they stay as they are
};

constexpr auto wordings = std::to_array<Wording>({
    // text/
    {"file-not-found", mark("no such file")},
    {"is-a-directory", mark("this is a folder, a file is needed")},
    {"cannot-read", mark("cannot be read: {1}"), 1},
    {"file-too-large", mark("too large: more than {1} bytes")},
    {"cannot-write", mark("cannot be written: {1}"), 1},
    {"bad-regex", mark("not a regular expression ({2}): {1}")},
    {"regex-too-slow", mark("this regular expression takes too long: {1}")},
    {"bad-gzip", mark("this is no gzip file, or a damaged one")},
    // corpus/
    {"empty-file", mark("there is no text in this file")},
    {"binary-file", mark("this is no text file: it holds binary data")},
    {"unknown-encoding", mark("unknown encoding: {1}")},
    {"wrong-encoding", mark("the bytes here are no {1}: another encoding, or a damaged file")},
    {"unknown-format", mark("unknown format: {1}")},
    {"undecodable-bytes",
     mark("bytes that are no {2} were replaced by U+FFFD, number of places: {1}; the first is here")},
    {"srx-not-xml", mark("these segmentation rules are not XML: {1}")},
    {"srx-not-srx", mark("these are no segmentation rules (SRX): the root element is {1}")},
    {"srx-version", mark("SRX version {1}; version 2.0 is needed")},
    {"srx-missing", mark("SRX: {1} is missing")},
    {"srx-bad-value", mark("SRX: {1} cannot be '{2}'")},
    {"srx-unknown-rule", mark("SRX: there is no language rule {1}")},
    {"glossary-format", mark("the name does not tell the format of this glossary; it ends in one of: {1}")},
    {"glossary-no-target", mark("this line of the glossary has one column only")},
    {"glossary-open-quote", mark("this quotation mark is not closed")},
    {"glossary-after-quote", mark("a comma or the end of the line is expected behind the quotation mark")},
    {"glossary-not-xml", mark("this glossary is not XML: {1}")},
    {"glossary-not-tbx", mark("this is no glossary in TBX: the root element is {1}")},
    {"glossary-no-language", mark("TBX: xml:lang is missing")},
    {"glossary-bad-language", mark("TBX: there is no language '{1}'")},
    {"bad-dictd-index", mark("this line is no entry of a dictionary's index")},
    // align/
    {"bad-lexicon", mark("this is no lexicon of the aligner: {1}"), 1},
    {"bad-wordnet", mark("there are no words of WordNet in this folder")},
    {"bad-weights", mark("these are no weights of the aligner: {1}")},
    {"no-gold", mark("there is no gold in this folder")},
    {"segment-not-there", mark("there is no segment {1} in the text")},
    {"bad-bead", mark("this is no bead such as [0, 1]:[2]")},
    {"too-many-beads", mark("segment {1} stands in more than {2} beads")},
    // tmx/
    {"language-not-known", mark("the language of the {1} is not known; it is written as \"und\""), 1},
    {"unit-without-text", mark("unit {1} has no text on one side and was not written")},
    {"illegal-characters-dropped",
     mark("characters that XML does not allow were dropped: {1}, first in unit {2}")},
    {"properties-renamed", mark("properties whose names mean something else to OmegaT were renamed: {1}")},
    {"file-over-limit", mark("the file has {1} bytes; cloud systems refuse more than {2}")},
    {"long-segment", mark("segment {1} has {2} characters; cloud systems refuse more than {3}")},
    {"target-equals-source", mark("segment {1}: the translation is the same as the source")},
    {"source-with-other-target",
     mark("segment {1}: the same source was translated differently in segment {2}")},
    {"han-in-target", mark("segment {1}: Chinese is left in the translation: {2}")},
    {"other-languages-left-out",
     mark("units that have more than two languages, which this format has no room for: {1}, first {2}")},
    {"cell-too-long", mark("unit {1} has {2} characters, a cell holds {3}; it was not written")},
    {"too-many-rows", mark("a sheet holds {1} rows, and there are more units; write another format")},
    {"table-encoding", mark("this table is taken for {1}")},
    {"table-no-head", mark("the first row names no columns; it is taken for the first unit")},
    {"table-more-cells", mark("unit {1} has {2} cells, but there are {3} columns; the rest is left out")},
    {"table-open-quote", mark("this row has a quotation mark that is not closed")},
    {"table-row-too-long", mark("this row has more than {1} MB")},
    {"xlsx-not-xlsx", mark("this is no spreadsheet in Office Open XML (.xlsx)")},
    {"xlsx-too-large", mark("this spreadsheet is too large: more than {1} MB")},
    {"xlsx-formula", mark("cell {2} holds a formula; its result is taken")},
    {"xlsx-far-cell", mark("cell {2} and those right of it are left out")},
    {"xliff-not-xliff", mark("this is no XLIFF: the root element is {1}")},
    {"xliff-no-source", mark("unit {1} has no source")},
    // memory/: indexes of memories
    {"making-index", mark("making an index of this memory, for searches")},
    {"index-damaged", mark("this index is damaged or of another version; it is made anew")},
    {"empty-query", mark("there is nothing to look for in the query")},
    {"no-documents", mark("there is no document in this folder")},
    {"memory-of-other-language", mark("this is {1}, and the sources of {2} are {3}: nothing will match")},
    // TMX files; the place names the unit
    {"file-changed", mark("this file was changed while it was read")},
    {"bad-zip", mark("this is no zip archive, or a damaged one: {1}")},
    {"zip-members", mark("members of this archive that are wanted: {1}; there must be one")},
    {"zip-too-large", mark("more than 4 GB are too much for a zip archive; write .gz")},
    {"xml-truncated", mark("the file ends in the middle of '{1}', which began in line {2}")},
    {"xml-end-tag", mark("end tag '{1}' where that of '{2}' is expected")},
    {"xml-not-closed", mark("'{1}' has no end tag")},
    {"xml-too-large", mark("'{1}' has more than {2} MB")},
    {"xml-bad-markup", mark("the markup of '{1}' is damaged: {2}")},
    {"xml-bad-tag", mark("the markup is damaged here")},
    {"xml-after-root", mark("there is more behind the end of the root element")},
    {"xml-entity-bomb", mark("the entity '{1}' grows too large or holds itself")},
    {"xml-illegal-characters", mark("characters that XML does not allow: {2}")},
    {"xml-bare-ampersand", mark("a '&' that begins no reference; it is taken as text")},
    {"xml-unknown-entity", mark("the entity '{2}' is not known; it is taken as text")},
    {"undecodable-near-unit", mark("bytes near here that are no {3}, number of places: {2}")},
    {"more-of-same", mark("more of the kind {2}: {1}")},
    {"tmx-not-tmx", mark("this is no TMX: the root element is '{1}'")},
    {"tmx-version", mark("TMX version {2}; versions 1.1 to 1.4 are known")},
    {"tmx-doctype", mark("the DOCTYPE names '{2}'; the DTD of TMX is tmx14.dtd")},
    {"tmx-no-header", mark("there is no header")},
    {"tmx-second-header", mark("there is another header before; this one is left out")},
    {"tmx-unknown-attribute", mark("'{2}' has no attribute '{3}'")},
    {"tmx-missing-attribute", mark("'{2}' needs an attribute '{3}'")},
    {"tmx-bad-value", mark("the attribute '{2}' cannot be '{3}'")},
    {"tmx-unknown-element", mark("there is no element '{2}' here")},
    {"tmx-dropped-attribute", mark("the attribute '{3}' of '{2}' is left out")},
    {"tmx-dropped-element", mark("there is no element '{2}' here; it is left out")},
    {"tmx-order", mark("'{2}' stands behind '{3}', but belongs before it")},
    {"tmx-stray-text", mark("there is text where elements are expected")},
    {"tmx-no-languages", mark("this unit has no languages (tuv)")},
    {"tmx-no-segment", mark("a language has no segment (seg)")},
    {"tmx-second-segment", mark("a language has two segments (seg); the first counts")},
    {"tmx-prop-without-type", mark("a property has no type")},
    {"tmx-bad-language", mark("'{2}' is no language")},
    {"tmx-language-form", mark("the language is '{2}', with an underscore; write {3}")},
    {"tmx-language-mended", mark("the language '{2}' is taken for {3}")},
    {"tmx-no-source-variant", mark("no text is in the source language, which is '{2}'")},
    {"tmx-repeated-language", mark("there are two texts in '{2}'")},
    {"tmx-repeated-id", mark("this id (tuid) is that of unit {2}, too")},
    {"tmx-unpaired", mark("'{2}' has no partner: i=\"{3}\"")},
    {"tmx-differing-x", mark("the codes of the languages do not match by their numbers (x)")},
    {"tmx-empty-segment", mark("the text in '{2}' is empty")},
    {"tmx-same-text", mark("the translation is the same as the source")},
    {"tmx-long-segment", mark("a text has {2} characters; cloud systems refuse more than {3}")},
    // memory/, and formats of units
    {"not-a-regular-file",
     mark("this has to be read twice, and a pipe can be read once only; write it to a file first")},
    {"headers-differ", mark("{1} of this memory is \"{2}\", that of {4} is \"{3}\"; the result has the "
                            "latter, or what is true of both")},
    {"line-too-long", mark("this line has more than {1} bytes")},
    {"not-json", mark("this line is no JSON")},
    {"no-unit-object", mark("this line holds no translation unit")},
    {"bad-json-value", mark("the value of \"{1}\" is none that a translation unit can have")},
    {"bad-language", mark("there is no language '{1}'")},
    {"po-syntax", mark("this line is not as PO files are: {1}")},
    {"po-other-charset", mark("this PO file is in {1}; convert it with msgconv --to-code=UTF-8 first")},
    {"po-obsolete-entries", mark("obsolete entries passed over: {1}")},
    {"po-contexts-added",
     mark("sources that were there before got a context (msgctxt), as PO files need it: {1}")},
    {"units-of-other-languages",
     mark("units left out, for {3} holds one pair of languages and theirs is another: {2}")},
    {"format-drops", mark("{3} has no place for this, which some units have: {1} (units: {2})"), 1},
    {"too-many-parts", mark("these would be more than {1} parts at a time")},
    {"output-exists", mark("there is something of this name already")},
    // review/
    {"not-an-alignment-file", mark("this is no alignment file")},
    {"newer-alignment-file",
     mark("this alignment file is of version {1}; this program knows versions up to {2}")},
    {"bad-alignment-file", mark("this alignment file is damaged here: {1}"), 1},
    {"torn-ledger",
     mark("the end of the file was torn off, perhaps by a power cut; its {2} bytes from here on "
          "are no decision and are left out")},
    {"locked", mark("{1} works in this file, since {3} (process {2}); --take-over works in it all the same")},
    {"stale-lock", mark("the lock of {1}, of {2}, was left behind; it is taken over")},
    {"lock-taken-over", mark("taken over from {1}, who has had it since {2}")},
    {"no-units", mark("there is no translation unit in this file")},
    {"export-not-valid",
     mark("this memory was not written, for not every tool would read it ({1}); please report it")},
    {"no-unit-taken", mark("none of its {1} units could be taken: they are of no row of {2}")},
    // check/
    {"missing-target", mark("no translation ({1}: {2})"), 1},
    {"missing-source", mark("not in the source ({1}: {2})"), 1},
    // cli/
    {"unknown-command", mark("unknown command: {1} (see 'tongwen help')")},
    {"unknown-command-suggestion", mark("unknown command: {1}; did you mean '{2}'?")},
    {"unknown-option", mark("unknown option: {1} (see --help)")},
    {"unknown-option-suggestion", mark("unknown option: {1}; did you mean {2}?")},
    {"option-needs-value", mark("{1} needs a value")},
    {"option-takes-no-value", mark("{1} takes no value")},
    {"bad-option-value", mark("{1} cannot be '{2}'; it takes {3}"), 3},
    {"missing-argument", mark("{1} is missing (see --help)"), 1},
    {"unexpected-argument", mark("one argument too many: {1}")},
    {"same-file", mark("this is given twice, as the source and as its translation")},
    {"same-language", mark("this and {2} are both {1}")},
    {"same-language-found",
     mark("this and {2} both seem to be {1}; --source-lang and --target-lang tell which is which")},
    {"languages-swapped",
     mark("this seems to be {1}, and {3} seems to be {2}: --source-lang and --target-lang, or the two files, "
          "are the wrong way round")},
    {"standard-input-twice", mark("standard input can be one of the sides only")},
    {"output-is-input", mark("this is one of the inputs; write elsewhere")},
    {"output-twice", mark("this output is named twice")},
    {"output-without-format", mark("the name does not tell the format; add --to with one of: {1}")},
    {"missing-partner", mark("no partner in {1}")},
    {"no-pairs", mark("no file here has a partner in {1}")},
    {"folder-needs-output", mark("two folders need -o FOLDER to write to with --to")},
    {"explain-needs-screen",
     mark(
         "--explain shows beads on standard output, and nothing else can go there: write to a file with -o")},
    {"source-mt-needs-files", mark("--source-mt takes two files")},
    {"embeddings-need-files", mark("--source-embeddings takes two files, neither folders nor a page")},
    {"embeddings-need-four", mark("--source-overlaps, --source-embeddings, --target-overlaps and "
                                  "--target-embeddings go together: give "
                                  "all four")},
    {"embeddings-size", mark("this has {1} bytes, which do not make a vector of 32-bit numbers for each of "
                             "the {2} lines of {3}")},
    {"embeddings-missing",
     mark("{1} of the {2} segments of {4} have no line here, the first of them is segment {3}: the segments "
          "must be those that the embeddings were made of")},
    {"embeddings-dimension", mark("these vectors have {1} numbers each, those of {3} have {2}")},
    {"translation-lines", mark("this translation has {1} lines; the source needs {2}, one a segment")},
    {"explain-needs-files", mark("--explain takes two files, neither folders nor a page")},
    {"not-in-page", mark("no translation of this was found in {1}")},
    {"page-needs-output", mark("with a page, this format needs -o FOLDER to write to")},
    {"doubtful-translation",
     mark("much of this may be no translation of {1}: only {2} % of both texts is linked")},
    {"not-a-translation", mark("this seems to be no translation of {1}: only {2} % of both texts is linked")},
    {"has-decisions",
     mark("this alignment file holds decisions ({1}); --force overwrites it, 'tongwen update' "
          "keeps them")},
    {"update-of-page", mark("its translation was found in a page; such an alignment cannot be updated")},
    {"update-needs-files",
     mark("a text of this alignment came from standard input: it cannot be read again")},
    {"other-review", mark("this review did not begin as {2} did: {1}"), 1},
    {"options-exclude", mark("{1} and {2} do not go together")},
    {"no-such-bead", mark("there is no bead {1}; the last one is {2}")},
    {"one-output-folder", mark("-o must name a folder here, and only one")},
    {"bad-json", mark("this is no JSON from here on")},
    {"no-cedict-rows", mark("there is no entry of CC-CEDICT in this file")},
    {"no-lexicon",
     mark("no lexicon for {1} was found; 'tools/fetch-lexicon' in Tongwen's source folder gets one, 'tongwen "
          "lexicon build' makes one")},
    {"strict-below", mark("the strict F1 is {1}, below {2}")},
    {"lax-below", mark("the lax F1 is {1}, below {2}")},
    {"against-count", mark("every pair of GOLD and AUTO needs one --against: {2}, not {1}")},
    {"gold-named-twice", mark("there is another gold set of this name: {1}")},
    {"bad-gold-weight",
     mark("the weight of a gold set cannot be '{1}'; it is a number above 0, at most 1000000")},
    {"gold-not-in-lattice", mark("{1} of {2} linked beads of this gold are none that the aligner looks at; "
                                 "nothing is learned from these")},
    {"nothing-to-hold-out", mark("while {1} is held out, there is nothing else to learn from; --cross needs "
                                 "another set, or --by-document")},
    {"report-and-weights", mark("--cross writes its report to standard output; -o must name a file")},
    {"option-needs-option", mark("{1} needs {2}")},
    {"no-dictionary",
     mark("no dictionary for {1} was found; Debian's package {2} is one, if there is such a package")},
    {"compiling-dictionary", mark("this dictionary is compiled now; it takes some seconds, once")},
    {"learn-no-language",
     mark("the language of this text is not known; --source-lang and --target-lang name it")},
    {"learn-other-languages", mark("this is {1}, the first texts are {2}; a lexicon is for two languages")},
    {"nothing-learned", mark("nothing was learned: words must be in two beads and more, and there are {1}")},
    {"lexicon-languages", mark("the languages are not known: --from and --to name them")},
    {"import-format", mark("the name does not tell the format; it ends in one of: {1}")},
    {"glossary-of-other-languages", mark("there is no term for {1} in this glossary")},
    {"lexicon-of-other-languages", mark("this lexicon is for {1}; it is not used")},
    {"review-needs-terminal", mark("this needs a terminal; without one, use 'tongwen review --script'")},
    {"unknown-terminal", mark("this kind of terminal is not known here; TERM names another, 'tongwen review "
                              "--script' needs none")},
    {"editor-failed", mark("the editor failed: {1}")},
    {"bad-config", mark("this is not TOML: {1}")},
    {"unknown-setting", mark("there is no setting '{1}'; the keys are in a section [keys]")},
    {"unknown-action", mark("there is no action '{1}'")},
    {"bad-key", mark("there is no key '{1}'")},
    {"key-needed", mark("{1} needs a key, or several: \"a\" or [\"a\", \"Space\"]")},
    {"key-bound-twice", mark("the key {1} is bound to {2}, too")},
    {"out-of-memory", mark("there is not enough memory for this")},
    {"internal-error", mark("internal error, please report it: {1}")},
});

/// Words that libraries, the system and our own parsing use as arguments.
constexpr auto argument_words = std::to_array<Wording>({
    {"count-of-findings", mark("a whole number from 0 to 1000000000")},
    // kinds of segment
    {"body", mark("sentence")},
    {"heading", mark("heading")},
    {"list-item", mark("list item")},
    {"quotation", mark("quotation")},
    {"dateline", mark("dateline")},
    {"note", mark("editors' note")},
    {"code", mark("code")},
    // sides
    {"source", mark("source")},
    {"target", mark("target")},
    {"SOURCE", mark("SOURCE")},
    {"OLD", mark("OLD")},
    {"NEW", mark("NEW")},
    {"TARGET", mark("TARGET")},
    {"PAGE", mark("PAGE")},
    {"GOLD", mark("GOLD")},
    {"AUTO", mark("AUTO")},
    {"MORE", mark("GOLD AUTO")},
    {"INPUT", mark("INPUT")},
    {"WORD", mark("WORD")},
    {"FILE", mark("FILE")},
    {"QUERY", mark("QUERY")},
    {"DOCUMENT", mark("DOCUMENT")},
    {"MEMORY", mark("MEMORY")},
    {"RETURNED", mark("RETURNED")},
    {"A", mark("A")},
    {"B", mark("B")},
    // how two reviews differ in what they began with
    {"other source", mark("the source is another")},
    {"other target", mark("the target is another")},
    {"other beads", mark("the alignment is another")},
    // kinds of evidence
    {"length", mark("length")},
    {"words", mark("words")},
    {"numbers", mark("numbers")},
    {"names", mark("names")},
    {"punctuation", mark("punctuation")},
    {"structure", mark("structure")},
    {"shape", mark("shape")},
    // what is wrong with a lexicon
    {"not a lexicon", mark("it begins otherwise")},
    {"another version", mark("it is of another version, build it again")},
    {"damaged", mark("it is damaged")},
    // what is wrong with an alignment file
    {"not as expected", mark("this line is not as it should be")},
    {"ends early", mark("it ends early")},
    {"unknown line", mark("this line is none that we know")},
    {"no version", mark("its version is missing")},
    {"lines out of order", mark("this line cannot stand here")},
    {"lines are missing", mark("lines before this one are missing")},
    {"no offsets", mark("the offsets above are none")},
    {"beads do not fit", mark("the beads above do not fit the texts")},
    {"no moved block", mark("a block of moved text does not fit the beads")},
    {"no page", mark("the place in the page is none")},
    {"entry does not fit", mark("this decision does not fit the beads before it")},
    {"changed meanwhile", mark("another program has changed or replaced it")},
    // how encodings and languages were found
    {"option", mark("as asked for")},
    {"byte-order-mark", mark("byte-order mark")},
    {"valid", mark("well-formed")},
    {"detected", mark("found from the text")},
    // reasons of the system (strerror)
    {"Permission denied", mark("Permission denied")},
    {"No such file or directory", mark("No such file or directory")},
    {"No space left on device", mark("No space left on device")},
    {"Is a directory", mark("Is a directory")},
    {"Not a directory", mark("Not a directory")},
    {"File exists", mark("File exists")},
    {"Read-only file system", mark("Read-only file system")},
    {"File name too long", mark("File name too long")},
    {"Input/output error", mark("Input/output error")},
    {"Broken pipe", mark("Broken pipe")},
    {"Too many open files", mark("Too many open files")},
    {"Bad file descriptor", mark("Bad file descriptor")},
    // what options take
    {"bead-numbers", mark("the number of a bead, from 1, or a range such as 3-5")},
    {"columns", mark("a whole number from 40 to 1000")},
    {"samples", mark("a whole number from 100 to 1000000")},
    {"seed", mark("a whole number from 0 to 999999999")},
    {"share", mark("a number from 0 to 1")},
    {"strength", mark("a number from 0 to 1000000")},
    {"features", mark("kinds of evidence (length, words, numbers, names, punctuation, structure, shape), "
                      "names of features, or their beginnings with *")},
    {"percent", mark("a whole number from 1 to 100")},
    {"hits", mark("a whole number, 0 or more")},
    {"codes", mark("inline markup")},
    {"ids", mark("ids")},
    {"notes", mark("notes")},
    {"properties", mark("properties")},
    {"attributes", mark("attributes")},
    {"people", mark("people and dates")},
    {"further-languages", mark("further languages")},
    {"sample-units", mark("a whole number from 1 to 1000000")},
    {"positive", mark("a whole number from 1")},
    {"language-tag", mark("a language tag such as zh-CN")},
    {"language-pair", mark("two languages such as zh-en")},
});

const Wording* find_wording(std::string_view id) {
    const auto found = std::ranges::find(wordings, id, &Wording::id);
    return found == wordings.end() ? nullptr : &*found;
}

std::string word_id(std::string_view id, std::span<const std::string> arguments) {
    const Wording* const wording = find_wording(id);
    std::vector<std::string> words;
    for (const std::string& argument : arguments) words.push_back(legible(argument));
    if (wording != nullptr && wording->word > 0 && wording->word <= words.size())
        words[wording->word - 1] = word_argument(words[wording->word - 1]);
    if (wording != nullptr) return tr(wording->message, words);
    std::string plain(id);
    for (const std::string& argument : words) plain.append(" ").append(argument);
    return plain;
}

}  // namespace

std::string word(const text::Diagnostic& diagnostic) { return word_id(diagnostic.id, diagnostic.arguments); }

std::string word(const check::Finding& finding) { return word_id(finding.check, finding.arguments); }

std::string word(text::Severity severity) {
    switch (severity) {
        case text::Severity::note:
            return tr("note");
        case text::Severity::warning:
            return tr("warning");
        case text::Severity::error:
            return tr("error");
    }
    return {};
}

std::string word_argument(const std::string& argument) {
    const auto found = std::ranges::find(argument_words, argument, &Wording::id);
    return found == argument_words.end() ? argument : tr(found->message);
}

std::string word_path(const std::string& path) {
    if (path == "-") return tr("standard input");
    return path == "/dev/stdout" ? tr("standard output") : legible(path);
}

bool has_wording(std::string_view id) { return find_wording(id) != nullptr; }

}  // namespace tongwen::cli
