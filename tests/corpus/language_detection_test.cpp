// SPDX-License-Identifier: Apache-2.0
// Tests telling languages apart by a sentence or two of each.
#include "corpus/language_detection.h"

#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::corpus {
namespace {

TEST_CASE("a sentence's language") {
    struct Row {
        std::string_view tag, text;
    };
    const auto row = GENERATE(values<Row>({
        {"zh-CN", "我们的火车明天早上从这里开出。"},
        {"zh-TW", "我們的火車明天早上從這裡開出。"},
        {"zh", "山上有水"},
        {"zh-CN", "他喜欢听《さくら》这首日本歌曲，也喜欢听民族音乐。"},
        {"zh-CN", "我们在 GitHub 上发布了 Tongwen 项目的源代码。"},
        {"ja", "明日の朝、電車はここから出発します。"},
        {"ko", "내일 아침 기차는 여기에서 출발합니다."},
        {"en", "Tomorrow morning the train leaves from here, and it will not wait."},
        {"en", "A Chinese word such as 火车 is rare in it."},
        {"de", "Morgen früh fährt der Zug von hier ab und wartet nicht auf uns."},
        {"fr", "Demain matin le train part d'ici et il ne nous attend pas."},
        {"es", "Mañana por la mañana el tren sale de aquí y no nos espera."},
        {"it", "Domani mattina il treno parte da qui e non ci aspetta più."},
        {"pt", "Amanhã de manhã o comboio parte daqui e não espera por nós."},
        {"nl", "Morgenochtend vertrekt de trein van hier en hij wacht niet op het publiek."},
        {"sv", "I morgon bitti går tåget härifrån och det väntar inte på oss som är sena."},
        {"da", "I morgen tidlig kører toget herfra, og det venter ikke på os, der blev hjemme."},
        {"no", "I morgen tidlig går toget herfra, og det venter ikke på oss som ble hjemme."},
        {"fi", "Huomenna aamulla juna lähtee täältä eikä se odota meitä, mutta se ei ole pitkä."},
        {"pl", "Jutro rano pociąg odjeżdża stąd i nie czeka na nas."},
        {"cs", "Zítra ráno vlak odjíždí odtud a nečeká na nás, které přišly později."},
        {"sk", "Zajtra ráno vlak odchádza odtiaľto a nečaká na nás, ktoré prišli neskôr pre dážď."},
        {"hu", "Holnap reggel a vonat innen indul, és nem vár ránk, mert az idő rövid."},
        {"ro", "Mâine dimineață trenul pleacă de aici și nu ne așteaptă."},
        {"tr", "Yarın sabah tren buradan kalkıyor ve bizi beklemiyor."},
        {"vi", "Sáng mai tàu sẽ rời khỏi đây và không chờ chúng ta."},
        {"id", "Besok pagi kereta berangkat dari sini dan tidak akan menunggu kita."},
        {"is", "Á morgun fer lestin héðan og hún bíður ekki eftir því að við komum."},
        {"ru", "Завтра утром поезд отходит отсюда, и он не будет нас ждать. Это было бы новым."},
        {"uk", "Завтра вранці поїзд вирушає звідси і не чекає на нас."},
        {"bg", "Утре сутринта влакът тръгва оттук и няма да ни чака, защото е късно."},
        {"sr", "Сутра ујутру воз полази одавде и неће нас чекати."},
        {"ar", "يغادر القطار من هنا صباح الغد ولن ينتظرنا في المحطة."},
        // It cannot count right-to-left text.
        // clang-format off
        {"fa",
         "فردا صبح قطار از اینجا حرکت می‌کند و منتظر ما نمی‌ماند که "
         "برسیم."},
        // clang-format on
        {"ur", "کل صبح ٹرین یہاں سے روانہ ہوتی ہے اور ہمارا انتظار نہیں کرے گی۔"},
        {"he", "מחר בבוקר הרכבת יוצאת מכאן ולא תחכה לנו."},
        {"hi", "कल सुबह ट्रेन यहाँ से चलेगी और हमारा इंतज़ार नहीं करेगी।"},
        {"th", "พรุ่งนี้เช้ารถไฟจะออกจากที่นี่"},
        {"el", "Αύριο το πρωί το τρένο φεύγει από εδώ."},
    }));
    CAPTURE(row.text);
    CHECK(detect_language(row.text).tag() == row.tag);
}

TEST_CASE("without letters there is no language") {
    CHECK_FALSE(detect_language("").known());
    CHECK_FALSE(detect_language("12:30 — 45 %\n。、").known());
}

TEST_CASE("only the beginning of a long text is read") {
    std::string text;
    while (text.size() < std::size_t{1} << 16) text += "The train leaves from here. ";
    text += std::string(1 << 20, 'x');
    for (int i = 0; i < 100000; ++i) text += "我们";
    CHECK(detect_language(text).tag() == "en");
}

TEST_CASE("any bytes have a language or none") {
    REQUIRE(rc::check([](const std::string& bytes) {
        const text::Language language = detect_language(bytes);
        RC_ASSERT(!language.known() || text::Language::parse(language.tag()) == language);
    }));
}

TEST_CASE("a witness says only what is certain") {
    struct Row {
        std::string_view said, text;
        double least;
        std::string_view is;
    };
    for (const Row& row : std::vector<Row>{
             {"en", "Tomorrow morning the train leaves from here.", 20, ""},
             {"en", "明天早上火车从这里开出。", 20, "zh-CN"},
             {"zh-CN", "Tomorrow morning the train leaves from here.", 20, "en"},
             {"zh-CN", "OK", 20, ""},
             {"zh-CN", "OK", 2, "en"},
             {"en", "是", 3, "zh"},
             {"en", "是", 20, ""},
             {"en", "The word 火车 and other words 明天早上火车从这里开出", 20, ""},  // letters of its own
             {"zh-TW", "我们的火车明天早上从这里开出。", 20, ""},                     // kinds of Chinese
             {"ja", "東京特許許可局長今日急遽休暇許可拒否", 20, ""},                  // Han are Japan's, too
             {"zh", "さくらがさいた、はるがきた。", 20, "ja"},
             {"ru", "The train leaves from here tomorrow.", 20, "en"},
             {"en", "Das ist ein Satz, der nicht auf Englisch ist, und das wird auch so sein.", 20, "de"},
             {"de", "Das ist ein Satz, der nicht auf Englisch ist, und das wird auch so sein.", 20, ""},
             {"da", "Det er ikke noe annet enn en setning, og det var det som ble sagt til ham.", 20, ""},
             {"cy", "Das ist ein Satz, der nicht auf Walisisch ist, und das wird so sein.", 20, ""},
             {"", "anything", 1, ""},
             {"en", "12:30", 1, ""}}) {
        INFO(row.said << " " << row.text);
        const LanguageWitness witness(text::Language::parse(row.said).value_or(text::Language()));
        CHECK(witness.contradiction(row.text, row.least) == row.is);
    }
}

}  // namespace
}  // namespace tongwen::corpus
