// SPDX-License-Identifier: Apache-2.0
// Owns the lists of function words.
#include "align/function_words.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace tongwen::align {
namespace {

using Words = std::unordered_set<std::string_view>;

constexpr std::string_view english =
    "a about above after again against all also although am among an and any are as at be because been "
    "before being below between both but by can cannot could did do does doing don down during each either "
    "ever every for from further had has have having he hence her here hers herself him himself his how "
    "however i if in into is it its itself just less let ll many may me might mine more most much must my "
    "myself neither no nor not now of off on once one only onto or other others our ours ourselves out over "
    "own "
    "per quite rather re same shall she should since so some still such than that the their theirs them "
    "themselves then there thereby therefore these they this those though through thus to too toward towards "
    "under until up upon us ve very was we were what when where whereas whether which while who whom whose "
    "why will with within without would yet you your yours yourself yourselves";

constexpr std::string_view german =
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da "
    "dabei dadurch dafür damit dann daran darauf daraus darin darüber das dass davon dazu dein dem den denen "
    "denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein "
    "eine einem einen einer eines er es etwas euch euer für gegen habe haben hat hatte hatten hier hinter "
    "ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes "
    "jetzt kann kein keine keinem keinen keiner können könnte man mehr mein meine mich mir mit muss müssen "
    "nach nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie "
    "sind so sogar soll sollen sondern sowie sowohl über um und uns unser unsere unserem unseren unserer "
    "unter vom von vor während war waren warum was weil welche welchem welchen welcher welches wenn wer "
    "werde werden wie wieder will wir wird wo wurde wurden würde würden zu zum zur zwischen";

constexpr std::string_view french =
    "à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avant avec avez avoir avons ayant "
    "ce cela celle celles celui ces cet cette ceux chaque chez comme comment contre dans de depuis des donc "
    "dont du elle elles en encore entre es est et étaient était étant été être eu eux fait il ils je la là "
    "le "
    "les leur leurs lui ma mais me même mêmes mes moi moins mon ne nos notre nous on ont ou où par parce pas "
    "peut peuvent plus pour qu quand que quel quelle quelles quels qui sa sans se selon sera ses si sien soi "
    "soit son sont sous sur ta te tes ton tous tout toute toutes très tu un une vers vos votre vous y";

constexpr std::string_view spanish =
    "a al algo algunas algunos ante antes así aún aunque cada como cómo con contra cual cuál cuando cuándo "
    "de del desde donde dónde durante e el él ella ellas ello ellos en entre era eran es esa esas ese eso "
    "esos esta está estaba están estar estas este esto estos fue fueron ha había habían haber han hasta hay "
    "la las le les lo los más me mediante mi mis mismo misma mucho muy ni no nos nosotros nuestra nuestras "
    "nuestro nuestros o os otra otras otro otros para pero poco por porque puede pueden pues que qué quien "
    "quién quienes se sea según ser si sí sido sin sino sobre son su sus también tan tanto te tiene tienen "
    "toda todas todo todos tu tus un una uno unos unas usted ustedes y ya yo";

constexpr std::string_view russian =
    "а без более был была были было быть в вам вас весь во вот все всё всего всем всеми всех вы где да даже "
    "для до его ее её ей ему если есть еще ещё же за и из или им ими их к как ко когда которая которого "
    "которое которой котором которому которую которые который которым которыми которых кто ли либо между "
    "меня мне может мой моя мы на над нам нас наш наша наше наши не него нее неё ней нет ни них но ну о об "
    "однако он она они оно от по под при про с сам себе себя со свои своих свой своя свою так также такие "
    "таких такой там те тем тех то того тоже той только том тому тот ту ты у уже чем через что чтобы эта эти "
    "этим этих это этого этой этом этому этот эту я";

constexpr std::string_view chinese =
    "一 第 次 的 地 得 了 着 过 是 在 有 和 与 及 或 而 且 并 也 就 都 还 又 很 更 最 不 没 将 把 被 让 使 "
    "对 对于 为 "
    "为了 于 以 以及 从 自 由 向 到 给 跟 同 这 那 此 该 其 某 各 每 之 所 者 等 吧 吗 呢 啊 们 我 你 您 他 "
    "她 它 我们 你们 他们 她们 它们 这个 那个 这些 那些 这样 那样 这里 那里 一个 一些 个 位 名 项 条 件 年 "
    "月 "
    "日 号 会 能 可 可以 要 应 应该 因为 所以 但 但是 如 如果 虽然 然而 因此 而且 并且 不仅 通过 根据 按照 "
    "关于 上 下 中 里 内 外 前 后 时 地 來 来 去 們 這 個 為 過 還 沒 將 讓 對 對於 為了 給 從 與 會 應 應該 "
    "因為 雖然 這個 那個 這些 我們 你們 他們 她們 這樣 這裡 通過 根據 關於 並 並且 於 項 條 號";

constexpr std::string_view japanese =
    "です ます でした ました ません する した して される された いる いた ある あった なる なった こと もの "
    "ため よう ところ とき これ それ あれ この その あの ここ そこ など から まで より だけ ほど くらい のみ "
    "ので のに けれど しかし また そして および または について として による により によって において "
    "における に対して という といった ながら として ない なく なかった れる られる せる させる たい だ "
    "である "
    "事 物 為 等 的 年 月 日 名 人 個";

Words split(std::string_view list) {
    Words words;
    while (!list.empty()) {
        const std::size_t space = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, space));
        list.remove_prefix(std::min(space + 1, list.size()));
    }
    return words;
}

const Words& words_of(const text::Language& language) {
    static const std::unordered_map<std::string, Words> all = {
        {"en", split(english)}, {"de", split(german)},  {"fr", split(french)},  {"es", split(spanish)},
        {"ru", split(russian)}, {"zh", split(chinese)}, {"ja", split(japanese)}};
    static const Words none;
    const auto found = all.find(language.primary());
    return found == all.end() ? none : found->second;
}

}  // namespace

bool is_function_word(std::string_view word, const text::Language& language) {
    return words_of(language).contains(word);
}

}  // namespace tongwen::align
