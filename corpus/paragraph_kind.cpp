// SPDX-License-Identifier: Apache-2.0
// Owns telling what a paragraph of plain text is by its looks: heading, list item, dateline, editors' note.
#include "corpus/paragraph_kind.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/regex.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

// No marker, dateline or heading is longer; what lies behind is not looked at.
constexpr std::size_t looked_at = 400;

std::string_view beginning(std::string_view text) {
    if (text.size() <= looked_at) return text;
    std::size_t end = looked_at;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

std::size_t prefix_size(const text::Regex& regex, std::string_view text) {
    return regex.match_prefix(text).value_or(0);
}

const text::Regex& list_marker() {
    static const text::Regex regex(
        R"re(\s*(?:)re"
        R"re([•⁃‣▪●○◦·■□◆◇※►▶–—*-]\s+|[•⁃‣▪●◦]\s*|)re"  // bullets; a dash only with a space
        R"re([①-⑳❶-❿㈠-㈩⒈-⒛]\s*|)re"                   // numbers in one character
        R"re([一二三四五六七八九十百]{1,4}、\s*|)re"    // 一、
        R"re([(（](?:[一二三四五六七八九十百]{1,4}|\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)）]\s*|)re"  // （一） (1)
                                                                                                 // (a)
        R"re(第[一二三四五六七八九十百千零〇\d]{1,7}[章节節编編条條款篇部][\s　]*|)re"  // 第二条
        R"re((?:Article|Section|Chapter|Part|Annex|Appendix|Rule)\s+(?:\d{1,4}|[IVXLC]{1,7})\b[.:]?\s*|)re"
        R"re(\d{1,3}(?:\.\d{1,3}){0,3}[.．、)）]{1,2}(?![\p{Nd}\p{L}&&[^\p{Han}]])\s*|)re"  // 1. 1.2. 1) 1、
        R"re([A-Za-z][.)]\s+|[IVX]{1,5}\.\s+|[ivx]{1,5}[.)]\s+))re");
    return regex;
}

const text::Regex& chinese_dateline() {
    static const text::Regex regex(
        R"re((?:[（(【][^（）()【】。]{0,12}(?:[社报報网網]|记者|記者)[^（）()【】。]{0,50}[电電讯訊][^（）()【】。]{0,20}[）)】])re"
        R"re(|[\p{Han}]{1,10}[社网網报報](?:\p{Han}{0,15}\d{1,2}月\d{1,2}日)(?:专|專)?[电電讯訊](?:[\s　]*[（(][^（）()。]{1,80}[）)])?(?=[\s　：:）]|(?<=[）)])))re"
        R"re(|[\p{Han}]{1,10}[社网網报報](?:\p{Han}{0,15}\d{1,2}月\d{1,2}日)(?:专|專)?[电電讯訊][\s　]*[（(][^（）()。]{1,80}[）)])re"
        R"re(|本[报報刊台臺社][讯訊](?:[\s　]*[（(][^（）()。]{1,80}[）)]|(?=[\s　])))re"
        R"re())re");
    return regex;
}

const text::Regex& english_dateline() {
    static const text::Regex regex(
        R"re((?:\([^()]{0,60}(?:News\sAgency|Agency|News|Daily|Times|Press|Xinhua|Reuters|AP|AFP|TASS)\b[^().]{0,60}\d{1,2}[^()]{0,40}\))re"
        R"re(|[\p{Lu}][\p{Lu}\s.'’/-]{2,50}(?:,\s[^()–—]{1,50}?)?\s\([^()]{2,60}\)\s*[–—-]{1,2}(?=\s))re"
        R"re(|[\p{Lu}][\p{L}\s]{0,40}(?:News\sAgency|Agency|Press|Daily|News|Xinhua)\b(?:,?\s(?:\p{Lu}[\p{L}.'’-]*|on|in|from|\d{1,2}))*?,?\s\d{1,2}(?:\s\([^()]{1,80}\)(?:\s?:|\s*[–—-]{1,2}(?=\s))?|\s*[–—]|\s-{1,2}(?=\s)))re"
        R"re())re");
    return regex;
}

const text::Regex& note_beginning() {
    static const text::Regex regex(
        R"re([\[(（［【〔]\s*(?:(?:编者?|編者?|译者?|譯者?|原|校|作者|责编|責編|记者)[注註按]|[注註][：:]|责任编辑|責任編輯|责编|責編|编辑[：:]|全文完|完[）)\]］]|)re"
        R"re((?:Editor|Translator|Author|Ed|Eds|Tr|Trans|Editors|Translators)(?:[’']?s?[’']?|\.)\s*[Nn]ote\b|Note\s(?:by|from)\sthe\s(?:[Ee]ditor|[Tt]ranslator)|(?:Ed|Eds|Tr|TN|N\.?B|Note)\.?\s?:|End\s?[)\]]))re");
    return regex;
}

const text::Regex& note_end() {
    static const text::Regex regex(
        R"re(.*[–—-]\s?(?:(?:the\s)?(?:[Ee]ds?|[Tt]r(?:ans)?|[Ee]ditors?|[Tt]ranslators?)\.?|编者注?|編者註?|译者注?|譯者註?|译注|譯註|编注)\s?[\])）］】〕])re");
    return regex;
}

const text::Regex& inner_sentence_end() {
    static const text::Regex regex(R"re([。！？；;]|[.?!][”’"]?\s+\p{Lu})re");
    return regex;
}

const text::Regex& chapter() {
    static const text::Regex regex(
        R"re(\s*(?:第[一二三四五六七八九十百千零〇\d]{1,7}[章节節编編篇部]|(?:Chapter|Part|Annex|Appendix|CHAPTER|PART|ANNEX|APPENDIX)\s+(?:\d{1,3}|[IVXLC]{1,7})\b|附[件录錄则則][\s　：:]?))re");
    return regex;
}

std::size_t letters(std::string_view text, bool (*is)(char32_t)) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size();)
        count += is(text::next_code_point(text, offset)) ? 1 : 0;
    return count;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// The last character, or 0.
char32_t last_of(std::string_view text) {
    std::size_t at = text.size();
    return text.empty() ? 0 : text::previous_code_point(text, at);
}

/// The text but for such characters at its end.
std::string_view without_end(std::string_view text, std::u32string_view characters) {
    std::size_t end = text.size();
    for (std::size_t at = end; end > 0; end = at)
        if (!is_one_of(text::previous_code_point(text, at), characters)) break;
    return text.substr(0, end);
}

/// Whether the text ends as sentences do, or their parts. An expression would try every character of it.
bool ends_sentence(std::string_view text) {
    if (is_one_of(last_of(without_end(text, U"”’」』）)\"")), U"。！？；!?;")) return true;
    const std::string_view stopped = without_end(text, U"”’)\"");
    if (stopped.size() > 1 && stopped.ends_with('.') && !stopped.ends_with("..")) return true;
    if (is_one_of(last_of(text), U"，、,：:")) return true;
    return text.ends_with("……") || text.ends_with("……”") || text.ends_with("……」");
}

/// Whether a list marker may begin so: most texts begin with a word that is none, and are told apart sooner
/// than by the expression.
bool may_be_marked(std::string_view text) {
    text = text::trim(text);
    if (text.empty()) return false;
    std::size_t at = 0;
    const char32_t first = text::next_code_point(text, at);
    if (text::is_han(first)) return is_one_of(first, U"一二三四五六七八九十百第");
    if (first >= 0x80 || !text::is_letter(first)) return true;
    for (const std::string_view word : {"Article", "Section", "Chapter", "Part", "Annex", "Appendix", "Rule"})
        if (text.starts_with(word)) return true;
    const std::string_view rest = text.substr(at, 1);
    return rest == "." || rest == ")" || is_one_of(first, U"IVXivx");
}

/// Titles in English have capitals in most words of some length.
bool is_title_case(std::string_view text) {
    std::size_t capitals = 0;
    std::size_t words = 0;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t first = text::next_code_point(text, offset);
        std::size_t size = 1;
        while (offset < text.size() && !text::is_space(text::next_code_point(text, offset))) ++size;
        if (!text::is_letter(first) || (size < 4 && !text::is_upper(first))) continue;
        ++words;
        capitals += text::is_upper(first) ? 1 : 0;
    }
    return words > 0 && capitals * 10 >= words * 7;
}

/// Short, without the punctuation that ends or divides sentences.
bool looks_like_heading(std::string_view text) {
    const bool chinese = letters(text, text::is_han) > 0;
    const bool brief = chinese ? letters(text, text::is_letter) <= 36 : text.size() <= 160;
    if (!brief || (!chinese && !is_title_case(text))) return false;
    return !ends_sentence(text) && !inner_sentence_end().search(text);
}

/// Levels follow the order that Chinese documents keep: 第一章, 一、, （一）, 1.
std::uint8_t heading_level(std::string_view text, std::string_view marker) {
    if (marker.empty()) return 1;
    if (chapter().match_prefix(text)) return 1;
    if (marker.find("、") != std::string_view::npos || marker.starts_with('I')) return 2;
    return marker.starts_with("（") || marker.starts_with('(') ? 3 : 4;
}

bool is_bullet(std::string_view marker) {
    static const text::Regex regex(R"re(\s*[^\p{L}\p{N}(（]\s*)re");
    return regex.matches(marker);
}

/// Two spaces a level, as plain-text lists are indented.
std::uint8_t list_level(std::string_view paragraph) {
    const std::size_t spaces = std::min<std::size_t>(paragraph.find_first_not_of(" \t"), 8);
    return static_cast<std::uint8_t>(1 + spaces / 4);
}

bool is_statute_article(std::string_view marker) {
    static const text::Regex regex(R"re(\s*(?:第.*[条條款]|Article|Section|Rule).*)re");
    return regex.matches(marker);
}

bool starts_with_bracket(std::string_view text) {
    for (const std::string_view bracket : {"[", "(", "（", "［", "【", "〔"}) {
        if (text.starts_with(bracket)) return true;
    }
    return false;
}

}  // namespace

std::size_t list_marker_size(std::string_view text) {
    return may_be_marked(beginning(text)) ? prefix_size(list_marker(), beginning(text)) : 0;
}

std::size_t dateline_size(std::string_view text) {
    if (text.empty()) return 0;
    const std::string_view start = beginning(text);
    const char32_t first = [&] {
        std::size_t offset = 0;
        return text::next_code_point(start, offset);
    }();
    if (text::is_upper(first) || first == U'(') {
        // A dateline has its date or agency in the first words, and brackets or a dash.
        if (start.find_first_of("(\xE2-") == std::string_view::npos) return 0;
        if (const std::size_t size = prefix_size(english_dateline(), start); size > 0) return size;
    }
    const bool chinese = text::is_han(first) || starts_with_bracket(start);
    const bool wired =
        start.find("电") != std::string_view::npos || start.find("電") != std::string_view::npos ||
        start.find("讯") != std::string_view::npos || start.find("訊") != std::string_view::npos;
    return chinese && wired ? prefix_size(chinese_dateline(), start) : 0;
}

bool is_note(std::string_view bracketed) {
    if (!starts_with_bracket(bracketed)) return false;
    static constexpr std::string_view closers[] = {"]", ")", "）", "］", "】", "〕"};
    const auto closes = [&](std::string_view closer) { return bracketed.ends_with(closer); };
    if (std::none_of(std::begin(closers), std::end(closers), closes)) return false;
    if (note_beginning().match_prefix(beginning(bracketed))) return true;
    const std::size_t tail = std::min<std::size_t>(bracketed.size(), 40);
    return note_end().matches(bracketed.substr(bracketed.size() - tail));
}

ParagraphKind recognise_paragraph(std::string_view paragraph) {
    const std::string_view text = text::trim(paragraph);
    if (text.empty()) return {};
    if (is_note(text)) return {Kind::note, 0};
    if (dateline_size(text) == text.size()) return {Kind::dateline, 0};
    const std::string_view marker = text.substr(0, list_marker_size(text));
    const bool bullet = !marker.empty() && is_bullet(marker);
    if (!bullet && text.size() <= looked_at && looks_like_heading(text.substr(marker.size()))) {
        return {Kind::heading, heading_level(text, marker)};
    }
    if (marker.empty() || marker.size() == text.size() || is_statute_article(marker)) return {};
    return {Kind::list_item, list_level(paragraph)};
}

}  // namespace tongwen::corpus
