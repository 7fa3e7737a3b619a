// SPDX-License-Identifier: Apache-2.0
// Owns telling which language a text is in: a count of letters by script, then a contest within the script.
#include "corpus/language_detection.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/chinese_characters.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

struct Contestant {
    std::string_view tag;
    std::u32string_view letters;  ///< that few others of its script use
    std::string_view words;       ///< frequent ones, lower case, between single spaces
};

constexpr auto latin = std::to_array<Contestant>({
    {"en", U"",
     "the of and to in is that for it was on are with as be this by from at have not which has were their"},
    {"de", U"ßäöü",
     "der die und das den von zu mit sich des auf für ist nicht ein eine dem als auch werden wird im an"},
    {"fr", U"œçêèàùîû",
     "le la les de des et en un une du que est dans pour qui sur pas plus par au avec ce cette sont"},
    {"es", U"ñ¿¡", "el la de que y en los las del se un una por con para es al como más no su lo fue está"},
    {"it", U"àèìòù",
     "il di che la e un per una del della è non sono gli con le dei alla nel si come anche più da"},
    {"pt", U"ãõçâê", "o de que e do da em um uma para com não os no se na por mais as dos ao foi das são"},
    {"nl", U"",
     "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar maar wordt"},
    {"sv", U"åäö", "och att det i en som på är av för med till den har inte om ett de från var kan men vi"},
    {"da", U"æøå", "og at det i en er til på den som af for med de der et har ikke fra var kan blev hvor"},
    {"no", U"æøå", "og i det å er som på en for av til den med at har ikke de et fra var kan ble hvor men"},
    {"fi", U"äö", "ja on ei että se oli hän joka mutta kun niin ovat tai myös sen kuin voi tämä mukaan jos"},
    {"is", U"ðþæö", "og að í á er sem til við um var en fyrir með það af ekki hann hún þess eru þar"},
    {"pl", U"łżźćńśęą", "w i na z się nie do to że jest o od po jak przez dla oraz są był ale być za tego"},
    {"cs", U"řěůčšžýť", "a v se na je že s z do o i to k jako za by pro ve ale po jsou byl které podle od"},
    {"sk", U"ľĺŕôťď", "a v sa na je že s z do o i to k ako za by pre vo ale po sú bol ktoré podľa od"},
    {"hu", U"őűöü", "a az és hogy nem is egy ez van volt meg de el már csak mint vagy meg kell lehet azt"},
    {"ro", U"ășțâîşţ", "și de în la a cu pe nu că o din se care mai este pentru sau un au fost prin ale"},
    {"tr", U"ışğİçöü",
     "ve bir bu da de için ile çok olarak daha olan var ne gibi kadar sonra o en değil ama"},
    {"vi", U"đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
     "và của là các có cho không được trong một người những với để này khi đã từ"},
    {"id", U"",
     "yang dan di untuk dengan pada ini dari dalam tidak itu adalah akan oleh ke sebagai atau telah juga "
     "bisa"},
    {"hr", U"čćšžđ", "i je u na se da za su od s koji kao iz a o ne ili što bio nije biti nakon"},
    {"sl", U"čšž", "in je v na se da za so od z ki kot iz a o ne ali bil ni po pri tudi"},
    {"lt", U"ėųįąčęšūž", "ir yra kad į iš su ne tai kaip o apie už buvo per ar bet pagal dėl"},
    {"lv", U"āēīņļķģūš", "un ir ka no uz ar par tas kā bet vai tika pēc arī lai viņa"},
    {"et", U"õäöü", "ja on ei et see oli ka kui aga mis või oma tema mida selle nii"},
    {"ca", U"çàèòŀ", "el la de que i en els les del un una per amb és al com més no seva ser"},
    {"tl", U"", "ang ng sa na mga at ay hindi ito para ni kay siya nang mula bilang"},
    {"sw", U"", "na ya wa kwa ni za katika la kama kuwa hii cha watu yake"},
    {"af", U"", "die van en is nie het dat met vir wat ook aan deur hulle maar om sal was"},
    {"eo", U"ĉĝĥĵŝŭ", "la de kaj en estas al por ne ke kun kiu pri ankaŭ el estis li"},
    {"la", U"", "et in est non ad ut cum quod qui sed ex de quae per sunt esse"},
});

constexpr auto cyrillic = std::to_array<Contestant>({
    {"ru", U"ыэё", "и в не на что с как это по к из от для был его но он"},
    {"uk", U"іїєґ", "і в не на що з як це до та від для був його але він у"},
    {"be", U"ўі", "і ў не на што з як гэта да ад для быў яго але ён"},
    {"bg", U"ъ", "на и да се в за не от са е че с по като към беше"},
    {"sr", U"ђјљњћџ", "и у је да се на за су од са који као не из а"},
    {"mk", U"ѓќѕј", "на и во да се за од е со што не ќе како по"},
    {"kk", U"әғқңөұүһі", "және мен бұл үшін деп бір бар да де"},
    {"mn", U"өү", "нь байна юм энэ болон бол гэж"},
});

constexpr auto arabic = std::to_array<Contestant>({
    {"ar", U"ةىيك", "في من على إلى أن التي هذا عن مع ما لا"},
    {"fa", U"پچژگکی", "و در به از که این را با است برای آن"},
    {"ur", U"ٹڈڑںےہگکیپچ", "کے کی میں ہے اور سے کا کو نے پر"},
    {"ug", U"ۇۆېەڭگچپ", "ۋە بۇ بىلەن ئۈچۈن بىر"},
});

/// Scripts that (nearly) one language uses, as blocks.
struct Block {
    char32_t first, last;
    std::string_view tag;
};
constexpr auto blocks = std::to_array<Block>({
    {0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"}, {0x0590, 0x05FF, "he"}, {0x0900, 0x097F, "hi"},
    {0x0980, 0x09FF, "bn"}, {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"},
    {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"}, {0x0F00, 0x0FFF, "bo"}, {0x1000, 0x109F, "my"},
    {0x10A0, 0x10FF, "ka"}, {0x1200, 0x137F, "am"}, {0x1780, 0x17FF, "km"}, {0x1800, 0x18AF, "mn"},
    {0x1F00, 0x1FFF, "el"},
});

enum Script : std::size_t { latin_script, cyrillic_script, arabic_script, han, kana, hangul, first_block };
using Counts = std::array<std::size_t, first_block + blocks.size()>;

bool is_arabic(char32_t c) {
    return (c >= 0x620 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0xFB50 && c <= 0xFEFC);
}

/// The row of the counts that a letter belongs to; their number for what is no letter of a script that we
/// know.
std::size_t script_of(char32_t c) {
    if (text::is_latin(c)) return latin_script;
    if (c < 0x370) return Counts{}.size();
    if (text::is_han(c)) return han;
    if (text::is_kana(c)) return kana;
    if (text::is_cyrillic(c)) return cyrillic_script;
    if (is_arabic(c)) return arabic_script;
    if (text::is_hangul(c)) return hangul;
    const auto* const block = std::find_if(blocks.begin(), blocks.end(),
                                           [c](const Block& b) { return c >= b.first && c <= b.last; });
    return first_block + static_cast<std::size_t>(block - blocks.begin());
}

Counts count_scripts(std::string_view utf8) {
    Counts counts{};
    for (std::size_t offset = 0; offset < utf8.size();) {
        const std::size_t script = script_of(text::next_code_point(utf8, offset));
        if (script < counts.size()) ++counts[script];
    }
    return counts;
}

std::string_view chinese_tag(std::string_view utf8) {
    std::size_t simplified = 0;
    std::size_t traditional = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        const unsigned traits = chinese_traits(text::next_code_point(utf8, offset));
        simplified += (traits & only_simplified) != 0 ? 1 : 0;
        traditional += (traits & only_traditional) != 0 ? 1 : 0;
    }
    if (simplified == 0 && traditional == 0) return "zh";
    return traditional > simplified ? "zh-TW" : "zh-CN";
}

/// Which contestants claim a word or a letter; evidence that several claim is shared among them.
class Contest {
  public:
    explicit Contest(std::span<const Contestant> contestants)
        : contestants_(contestants), scores_(contestants.size()) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            for (const char32_t c : contestants[i].letters) letters_[c].push_back(i);
            for (std::string_view rest = contestants[i].words; !rest.empty();)
                words_[take_word(rest)].push_back(i);
        }
    }

    std::string_view winner(std::string_view utf8) {
        std::string word;
        for (std::size_t offset = 0; offset < utf8.size();) {
            const char32_t c = text::next_code_point(utf8, offset);
            if (text::is_letter(c)) {
                text::append_utf8(word, text::to_lower(c));
                credit(letters_, text::to_lower(c));
            } else {
                credit(words_, word);
                word.clear();
            }
        }
        credit(words_, word);
        const auto best =
            std::max_element(scores_.begin(), scores_.end());  // the first of equals: the most spoken
        return contestants_[static_cast<std::size_t>(best - scores_.begin())].tag;
    }

  private:
    template <class Map, class Key>
    void credit(const Map& claims, const Key& key) {
        const auto found = claims.find(key);
        if (found == claims.end()) return;
        for (const std::size_t i : found->second)
            scores_[i] += 1.0 / static_cast<double>(found->second.size());
    }

    static std::string take_word(std::string_view& rest) {
        const std::size_t size = std::min(rest.find(' '), rest.size());
        std::string word(rest.substr(0, size));
        rest.remove_prefix(std::min(size + 1, rest.size()));
        return word;
    }

    std::span<const Contestant> contestants_;
    std::unordered_map<std::string, std::vector<std::size_t>> words_;
    std::unordered_map<char32_t, std::vector<std::size_t>> letters_;
    std::vector<double> scores_;
};

std::string_view tag_of(std::string_view utf8, Counts counts) {
    // A Han character or a kana says as much as two or three letters of an alphabet.
    const std::size_t east_asian = counts[han] + counts[kana];
    const bool is_japanese = counts[kana] * 6 > east_asian;  // Chinese quotes a Japanese name now and then
    counts[han] = 2 * east_asian;
    counts[hangul] *= 2;
    counts[kana] = 0;
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return {};
    switch (const auto script = static_cast<std::size_t>(most - counts.begin()); script) {
        case latin_script:
            return Contest(latin).winner(utf8);
        case cyrillic_script:
            return Contest(cyrillic).winner(utf8);
        case arabic_script:
            return Contest(arabic).winner(utf8);
        case hangul:
            return "ko";
        case han:
            return is_japanese ? "ja" : chinese_tag(utf8);
        default:
            return blocks[script - first_block].tag;
    }
}

}  // namespace

text::Language detect_language(std::string_view utf8) {
    const std::string_view sample = utf8.substr(0, std::size_t{1} << 16);
    return text::Language::parse(tag_of(sample, count_scripts(sample))).value_or(text::Language());
}

}  // namespace tongwen::corpus
