// SPDX-License-Identifier: Apache-2.0
// Owns our own evidence for an East Asian encoding, counted in frequent and in implausible characters.
#include "corpus/charset_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/chinese_characters.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

enum class Script { simplified, traditional, japanese, korean, any };

struct Candidate {
    std::string_view charset;
    Script script;
};
constexpr std::array<Candidate, 7> candidates = {{{"GB18030", Script::simplified},
                                                  {"Big5", Script::traditional},
                                                  {"Shift_JIS", Script::japanese},
                                                  {"EUC-JP", Script::japanese},
                                                  {"EUC-KR", Script::korean},
                                                  {"UTF-16LE", Script::any},
                                                  {"UTF-16BE", Script::any}}};

/// Kanji that are frequent in Japanese and in no list of Chinese ones: forms of 1946.
constexpr std::u32string_view japanese_kanji =
    U"円価仏処労単厳営図囲団圧壊売変実対専帰広従徳応恵悪戦択拠挙拡摂撃斉暁検権栄桜楽様歩歯毎気沢浄済渇渓満潜"
    U"瀬焼"
    U"独獣畑発県砕稲穂竜粋経絵継続総緑縁縄繊聴脳臓芸荘葉蔵薬虚虫蛍衆覚観訳証誉読諸謡豊賛軽転辺込逓遅遥郷酔醸"
    U"釈鉄鉱銭鎮"
    U"関陥険随隠雑霊静頼顔顕駅駆騒験髪鶏黄黒黙齢働";

/// The Hangul syllables that make up about two thirds of running Korean.
constexpr std::u32string_view frequent_hangul =
    U"이다는을의에가고하은를지로한사도있어나기자인아대서시일리그부정수해제것만보면전으장공원과라생성주상소게"
    U"들스구용우니와안되년했등"
    U"신동었위국요모방미비선였적조중관문명분세유마때습않없경연당며진반발회실거바무음학결내오력물개화간교업여"
    U"입통재단말양금차점품행민"
    U"야체할현양두데받까려산러날너드레르트치히임합감강남";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_full_punctuation(char32_t c) {
    return (c >= 0x3001 && c <= 0x3011) || c == 0x3014 || c == 0x3015 || (c >= 0xFF01 && c <= 0xFF5E) ||
           (c >= 0x2010 && c <= 0x2026) || c == 0x3000 || c == 0xB7;
}

bool is_private_or_unassigned(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || (c >= 0xFFF0 && c <= 0xFFFF) ||
           (c >= 0x80 && c < 0xA0);
}

/// A control character that texts do not hold.
bool is_odd_control(char32_t c) { return c < 0x20 && !(c >= 0x09 && c <= 0x0D) && c != 0x1B; }

double weigh_han(char32_t c, Script script) {
    const unsigned traits = chinese_traits(c);
    switch (script) {
        case Script::simplified:  // GBK holds traditional texts as well
            return (traits & frequent_simplified) != 0 ? 1.0 : (traits & only_traditional) != 0 ? 0.6 : 0.0;
        case Script::traditional:
            return (traits & frequent_traditional) != 0 ? 1.0 : (traits & only_simplified) != 0 ? -0.5 : 0.0;
        case Script::japanese:
            return traits != 0 || is_one_of(japanese_kanji, c) ? 0.8 : -0.2;
        case Script::korean:
            return -0.3;
        case Script::any:
            break;
    }
    return traits != 0 || is_one_of(japanese_kanji, c) ? 1.0 : -0.2;
}

double weigh_kana(char32_t c, Script script) {
    if (c >= 0xFF00) return -0.7;  // halfwidth: what nearly every byte is in Shift_JIS
    return script == Script::japanese || script == Script::any ? 1.0 : 0.2;
}

/// How much a character speaks for its decoder: 1 at best, negative when it speaks against it.
double weigh(char32_t c, Script script) {
    if (c == 0xFFFD) return -4;
    if (is_private_or_unassigned(c) || is_odd_control(c)) return -2;
    if (text::is_han(c)) return c < 0x4E00 || c > 0x9FFF ? -1 : weigh_han(c, script);
    if (text::is_kana(c)) return weigh_kana(c, script);
    if (text::is_hangul(c)) {
        if (script != Script::korean && script != Script::any) return -1;
        return is_one_of(frequent_hangul, c) ? 1 : -0.1;
    }
    if (is_full_punctuation(c)) return 0.6;
    if (script != Script::any) return -0.3;
    if (c < 0x80) return 0.6;
    return text::is_letter(c) ? 0.25 : 0.0;  // any two bytes are some letter
}

/// The mean weight of the characters that tell: all in UTF-16, those beyond ASCII elsewhere.
double plausibility(std::string_view utf8, Script script) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const char32_t c = text::next_code_point(utf8, offset);
        const bool tells = c >= 0x80 || script == Script::any;
        // The sample may have been cut within its last character.
        if (!tells || (c == 0xFFFD && offset == utf8.size() && count != 0)) continue;
        sum += weigh(c, script);
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

std::optional<text::CharsetGuess> guess_by_characters(std::string_view bytes) {
    constexpr double least = 0.3;  // wrong decoders stay below 0.25 on lines of ten characters
    const std::string_view sample = bytes.substr(0, std::size_t{1} << 16);
    std::optional<text::CharsetGuess> best;
    double best_score = least;
    double second_score = 0;
    for (const Candidate& candidate : candidates) {
        std::string charset(candidate.charset);
        const double score = plausibility(text::decode_with(charset, sample).utf8, candidate.script);
        if (score > best_score) {
            second_score = best ? best_score : 0;
            best_score = score;
            best = text::CharsetGuess{std::move(charset), 0};
        } else {
            second_score = std::max(second_score, score);
        }
    }
    if (best)
        best->confidence =
            static_cast<int>(std::lround(100 * std::clamp(best_score - second_score, 0.05, 1.0)));
    return best;
}

}  // namespace tongwen::corpus
