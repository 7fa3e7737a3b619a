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
    explicit Contest(std::span<const Contestant> contestants) : contestants_(contestants) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            for (const char32_t c : contestants[i].letters) letters_[c].push_back(i);
            for (std::string_view rest = contestants[i].words; !rest.empty();)
                words_[take_word(rest)].push_back(i);
        }
    }

    [[nodiscard]] std::vector<double> scores(std::string_view utf8) const {
        std::vector<double> scores(contestants_.size());
        std::string word;
        for (std::size_t offset = 0; offset < utf8.size();) {
            const char32_t c = text::next_code_point(utf8, offset);
            if (text::is_letter(c)) {
                const char32_t lower = text::to_lower(c);
                text::append_utf8(word, lower);
                if (c >= 0x80) credit(letters_, lower, scores);
            } else if (!word.empty()) {
                credit(words_, word, scores);
                word.clear();
            }
        }
        credit(words_, word, scores);
        return scores;
    }

    /// The first of equals: the most spoken.
    [[nodiscard]] std::size_t winner(std::string_view utf8) const {
        const std::vector<double> all = scores(utf8);
        return static_cast<std::size_t>(std::ranges::max_element(all) - all.begin());
    }
    [[nodiscard]] std::string_view tag(std::size_t contestant) const { return contestants_[contestant].tag; }
    /// The contestant of that tag, or their number.
    [[nodiscard]] std::size_t find(std::string_view tag) const {
        return static_cast<std::size_t>(std::ranges::find(contestants_, tag, &Contestant::tag) -
                                        contestants_.begin());
    }
    [[nodiscard]] std::size_t size() const { return contestants_.size(); }

  private:
    template <class Map, class Key>
    static void credit(const Map& claims, const Key& key, std::vector<double>& scores) {
        const auto found = claims.find(key);
        if (found == claims.end()) return;
        for (const std::size_t i : found->second)
            scores[i] += 1.0 / static_cast<double>(found->second.size());
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
};

/// The contest of a script's languages; null where a script has one language only.
const Contest* contest_of(std::size_t script) {
    static const Contest latin_contest{latin};
    static const Contest cyrillic_contest{cyrillic};
    static const Contest arabic_contest{arabic};
    switch (script) {
        case latin_script:
            return &latin_contest;
        case cyrillic_script:
            return &cyrillic_contest;
        case arabic_script:
            return &arabic_contest;
        default:
            return nullptr;
    }
}

std::string_view tag_of(std::string_view utf8, Counts counts) {
    // A Han character or a kana says as much as two or three letters of an alphabet.
    const std::size_t east_asian = counts[han] + counts[kana];
    const bool is_japanese = counts[kana] * 6 > east_asian;  // Chinese quotes a Japanese name now and then
    counts[han] = 2 * east_asian;
    counts[hangul] *= 2;
    counts[kana] = 0;
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return {};
    const auto script = static_cast<std::size_t>(most - counts.begin());
    if (const Contest* const contest = contest_of(script)) return contest->tag(contest->winner(utf8));
    if (script == hangul) return "ko";
    if (script == han) return is_japanese ? "ja" : chinese_tag(utf8);
    return blocks[script - first_block].tag;
}

/// The rows of the counts in which a language's letters are; none when we know none of its script.
std::uint64_t scripts_of(const text::Language& language) {
    static_assert(Counts{}.size() <= 64);
    const auto bit = [](std::size_t row) { return std::uint64_t{1} << row; };
    const std::string script = language.script();
    if (script == "Latn") return bit(latin_script);
    if (script == "Cyrl") return bit(cyrillic_script);
    if (script == "Arab") return bit(arabic_script);
    if (script.starts_with("Han")) return bit(han);
    if (script == "Jpan") return bit(han) | bit(kana);
    if (script == "Kore") return bit(hangul) | bit(han);
    std::uint64_t rows = 0;
    for (std::size_t k = 0; k < blocks.size(); ++k)
        if (blocks[k].tag == language.primary()) rows |= bit(first_block + k);
    return rows;
}

/// Languages whose texts we do not dare to tell apart.
bool are_close(std::string_view one, std::string_view other) {
    constexpr auto families = std::to_array<std::string_view>(
        {" da no nb nn sv is ", " hr sr bs sl mk bg ", " cs sk ", " es pt ca gl ", " id ms tl ", " nl af ",
         " ru uk be ", " it la ro ", " fi et ", " lt lv ", " ar fa ur ug ", " kk mn "});
    const auto holds = [](std::string_view family, std::string_view tag) {
        return family.find(" " + std::string(tag) + " ") != std::string_view::npos;
    };
    return std::ranges::any_of(
        families, [&](std::string_view family) { return holds(family, one) && holds(family, other); });
}

double weight(const Counts& counts, std::size_t script) {
    const bool is_dense = script == han || script == kana || script == hangul;
    return static_cast<double>(counts[script]) * (is_dense ? 4 : 1);
}

/// The contest's winner, where it leaves the contestant of that tag far behind.
std::string_view clear_winner(const Contest& contest, std::string_view tag, std::string_view utf8,
                              double least) {
    const std::size_t said = contest.find(tag);
    if (said == contest.size()) return {};
    const std::vector<double> scores = contest.scores(utf8);
    const auto best = std::ranges::max_element(scores);
    const std::string_view winner = contest.tag(static_cast<std::size_t>(best - scores.begin()));
    const bool is_clear = *best >= std::max(least / 5, 3 * scores[said]) && !are_close(tag, winner);
    return is_clear ? winner : std::string_view();
}

}  // namespace

text::Language detect_language(std::string_view utf8) {
    const std::string_view sample = utf8.substr(0, std::size_t{1} << 16);
    return text::Language::parse(tag_of(sample, count_scripts(sample))).value_or(text::Language());
}

LanguageWitness::LanguageWitness(const text::Language& said)
    : tag_(said.primary()), scripts_(said.known() ? scripts_of(said) : 0) {}

std::string_view LanguageWitness::contradiction(std::string_view utf8, double least) const {
    if (scripts_ == 0) return {};
    const std::string_view sample = utf8.substr(0, std::size_t{1} << 16);
    const Counts counts = count_scripts(sample);
    double own = 0;
    double foreign = 0;
    for (std::size_t script = 0; script < counts.size(); ++script)
        ((scripts_ >> script & 1) != 0 ? own : foreign) += weight(counts, script);
    if (own == 0) {
        if (foreign < least) return {};
        const std::string_view other = tag_of(sample, counts);
        return other.starts_with(tag_) ? std::string_view() : other;
    }
    if (own < foreign) return {};
    for (const Script script : {latin_script, cyrillic_script, arabic_script})
        if ((scripts_ >> script & 1) != 0) return clear_winner(*contest_of(script), tag_, sample, least);
    return {};
}

}  // namespace tongwen::corpus
