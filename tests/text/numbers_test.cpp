// SPDX-License-Identifier: Apache-2.0
// Tests numbers in running text: tables of what is one and what is not, and laws for any number and any text.
#include "text/numbers.h"

#include <cmath>
#include <iomanip>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

/// The numbers of a text as "written=value", ordinals with "th", months with an "m" before the value.
std::string spelt(std::string_view text) {
    std::ostringstream result;
    result << std::setprecision(16);
    for (const Number& number : find_numbers(text)) {
        if (result.tellp() > 0) result << ' ';
        result << number.span.of(text) << (number.kind == NumberKind::month ? "=m" : "=") << number.value
               << (number.kind == NumberKind::ordinal ? "th" : "");
    }
    return result.str();
}

struct Row {
    std::string_view text, expected;
};

TEST_CASE("digits, with grouping commas, decimals and full width") {
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {"no number", ""},
        {"7", "7=7"},
        {"共300人", "300=300"},
        {"250,000 people", "250,000=250000"},
        {"12,345,678.5", "12,345,678.5=12345678.5"},
        {"１２，３４５", "１２，３４５=12345"},
        {"３．５", "３．５=3.5"},
        {"3.14", "3.14=3.14"},
        {"End of 3. Then", "3=3"},
        {"1,2,3", "1=1 2=2 3=3"},
        {"1,2345", "1=1 2345=2345"},
        {"到2020，150人", "2020=2020 150=150"},
        {"in 2019,500 of them", "2019=2019 500=500"},
        {"1.2.3", "1.2=1.2 3=3"},
        {"0.5", "0.5=0.5"},
        {"007", "007=7"},
        {"COVID-19", "19=19"},
        {"H1N1", "1=1 1=1"},
        {"9007199254740991", "9007199254740991=9007199254740991"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

TEST_CASE("digits with scales") {
    const auto row = GENERATE(values<Row>({
        {"25万", "25万=250000"},
        {"25萬", "25萬=250000"},
        {"3.5万亿", "3.5万亿=3500000000000"},
        {"8.2亿", "8.2亿=820000000"},
        {"1.15億", "1.15億=115000000"},
        {"5百万", "5百万=5000000"},
        {"3千", "3千=3000"},
        {"3亿5000万", "3亿5000万=350000000"},
        {"2万5千人", "2万5千=25000"},
        {"1万2000円", "1万2000=12000"},
        {"3万50000", "3万=30000 50000=50000"},
        {"5千克", "5=5"},
        {"120千瓦", "120=120"},
        {"3千字", "3千=3000"},
        {"25 million", "25 million=25000000"},
        {"8.2 billion yuan", "8.2 billion=8200000000"},
        {"a 5-million-yuan fund", "5-million=5000000"},
        {"1.23 Trillion", "1.23 Trillion=1230000000000"},
        {"5 millions", "5=5"},
        {"3 hundred", "3 hundred=300"},
        {"0亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿",
         "0亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿=0"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

TEST_CASE("Chinese numerals") {
    const auto row = GENERATE(values<Row>({
        {"三十五", "三十五=35"},
        {"十二个月", "十二=12"},
        {"十", ""},
        {"十个", "十=10"},
        {"三个", "三=3"},
        {"两国", "两=2"},
        {"兩國", "兩=2"},
        {"一百二十万", "一百二十万=1200000"},
        {"一百零五", "一百零五=105"},
        {"一千〇二", "一千〇二=1002"},
        {"两千零二十四", "两千零二十四=2024"},
        {"一千零五十", "一千零五十=1050"},
        {"五千万", "五千万=50000000"},
        {"三万五", "三万五=35000"},
        {"三万五千", "三万五千=35000"},
        {"三万零五", "三万零五=30005"},
        {"十四亿", "十四亿=1400000000"},
        {"十四億一千萬", "十四億一千萬=1410000000"},
        {"三亿五千万", "三亿五千万=350000000"},
        {"两万亿", "两万亿=2000000000000"},
        {"一二〇万", "一二〇万=1200000"},
        {"二〇二四年", "二〇二四=2024"},
        {"一九四九年十月一日", "一九四九=1949 十月=m10 一=1"},
        {"二百五十", "二百五十=250"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

TEST_CASE("numerals that are part of other words, or only about right, are left out") {
    const auto text = GENERATE(values<std::string_view>(
        {"一些",        "一起",     "一直",     "统一",       "万一",        "十分",      "千万",
         "百姓",        "三三两两", "七上八下", "四合院",     "万岁",        "千方百计",  "亿万",
         "一一",        "两三",     "三四十",   "二三百",     "三四万",      "三十五六",  "one",
         "One of them", "no one",   "may",      "march",      "hundreds of", "a million", "Marché",
         "été",         "tenor",    "often",    "weightless", "Шten",        "secondhand"}));
    CHECK(spelt(text).empty());
}

TEST_CASE("ordinals") {
    const auto row = GENERATE(values<Row>({
        {"第三", "三=3th"},
        {"第一次", "一=1th"},
        {"第二十届", "二十=20th"},
        {"第二百五条", "二百五=205th"},
        {"第3届", "3=3th"},
        {"third", "third=3th"},
        {"the Second World War", "Second=2th"},
        {"thirteenth", "thirteenth=13th"},
        {"nineteenth", "nineteenth=19th"},
        {"twentieth", "twentieth=20th"},
        {"twenty-first", "twenty-first=21th"},
        {"thirtieth", "thirtieth=30th"},
        {"ninety-ninth", "ninety-ninth=99th"},
        {"1st 2nd 3rd 4th", "1st=1th 2nd=2th 3rd=3th 4th=4th"},
        {"21st-century", "21st=21th"},
        {"4those", "4=4"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

TEST_CASE("English number words") {
    const auto row = GENERATE(values<Row>({
        {"two", "two=2"},
        {"Twelve men", "Twelve=12"},
        {"twenty-one", "twenty-one=21"},
        {"twenty one", "twenty one=21"},
        {"five six", "five=5 six=6"},
        {"twenty twenty-four", "twenty=20 twenty-four=24"},
        {"one hundred", "one hundred=100"},
        {"two hundred and five", "two hundred and five=205"},
        {"two hundred and five thousand", "two hundred and five thousand=205000"},
        {"two hundred twenty-one", "two hundred twenty-one=221"},
        {"two thousand and five", "two thousand and five=2005"},
        {"two thousand twenty-four", "two thousand twenty-four=2024"},
        {"five million two hundred thousand", "five million two hundred thousand=5200000"},
        {"twenty-one hundred", "twenty-one hundred=2100"},
        {"three million", "three million=3000000"},
        {"one trillion", "one trillion=1000000000000"},
        {"five and six", "five=5 six=6"},
        {"ten's", "ten=10"},
        {"one-third", "third=3th"},
        {"three of two", "three=3 two=2"},
        {"two, three", "two=2 three=3"},
        {"three人", "three=3"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

TEST_CASE("months") {
    const auto row = GENERATE(values<Row>({
        {"7月4日", "7月=m7 4=4"},
        {"７月", "７月=m7"},
        {"七月", "七月=m7"},
        {"十二月", "十二月=m12"},
        {"一月", "一月=m1"},
        {"13月", "13=13"},
        {"1.5月", "1.5=1.5"},
        {"三个月", "三=3"},
        {"July 4", "July=m7 4=4"},
        {"May 5, 2024", "May=m5 5=5 2024=2024"},
        {"MARCH", "MARCH=m3"},
        {"Sept. 9", "Sept=m9 9=9"},
        {"December", "December=m12"},
        {"2024年7月", "2024=2024 7月=m7"},
    }));
    CHECK(spelt(row.text) == row.expected);
}

/// 0 to 9999 in Chinese: 一千零五十.
std::string chinese(int n) {
    static const std::vector<std::string> digits = {"零", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
    static const std::vector<std::pair<int, std::string>> scales = {
        {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
    std::string text;
    bool gap = false;
    for (const auto& [scale, sign] : scales) {
        const int digit = n / scale % 10;
        if (digit == 0) {
            gap = !text.empty();
            continue;
        }
        if (gap) text += digits[0];
        gap = false;
        text += digits[static_cast<std::size_t>(digit)] + sign;
    }
    return text;
}

TEST_CASE("every Chinese numeral from 11 to 9,999 has its value") {
    for (int n = 11; n < 10000; ++n) {
        if (n % 10 == 0 && n < 100) continue;
        const std::string text = chinese(n);
        const std::vector<Number> numbers = find_numbers(text);
        INFO(text);
        REQUIRE(numbers.size() == 1);
        REQUIRE(numbers.front() == Number{{0, text.size()}, static_cast<double>(n), NumberKind::cardinal});
    }
}

/// 1 to 999 in English: two hundred and five.
std::string english(int n) {
    static const std::vector<std::string> small = {"",        "one",     "two",       "three",    "four",
                                                   "five",    "six",     "seven",     "eight",    "nine",
                                                   "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                                   "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const std::vector<std::string> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                  "fifty", "sixty", "seventy", "eighty", "ninety"};
    const auto at = [](const std::vector<std::string>& words, int k) {
        return words[static_cast<std::size_t>(k)];
    };
    if (n < 20) return at(small, n);
    if (n < 100) return at(tens, n / 10) + (n % 10 == 0 ? "" : "-" + at(small, n % 10));
    return at(small, n / 100) + " hundred" + (n % 100 == 0 ? "" : " and " + english(n % 100));
}

TEST_CASE("every English number from two to 999,999 thousand has its value") {
    for (int n = 2; n < 1'000'000; n = n < 2000 ? n + 1 : n + 997) {
        std::string text = english(n % 1000);
        if (n >= 1000) text = english(n / 1000) + " thousand" + (n % 1000 == 0 ? "" : " " + text);
        const std::vector<Number> numbers = find_numbers(text);
        INFO(text);
        REQUIRE(numbers.size() == 1);
        REQUIRE(numbers.front() == Number{{0, text.size()}, static_cast<double>(n), NumberKind::cardinal});
    }
}

TEST_CASE("whole numbers are exact, written plainly, grouped and scaled") {
    REQUIRE(rc::check([] {
        const auto n = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 52);
        RC_ASSERT(find_numbers(std::to_string(n)).at(0).value == static_cast<double>(n));
        std::string grouped = std::to_string(n);
        for (std::size_t at = grouped.size(); at > 3; at -= 3) grouped.insert(at - 3, ",");
        RC_ASSERT(find_numbers(grouped).size() == 1);
        RC_ASSERT(find_numbers(grouped).at(0).value == static_cast<double>(n));
    }));
    REQUIRE(rc::check([] {
        const auto n = *rc::gen::inRange<std::int64_t>(1, 100'000);
        const std::string text = std::to_string(n / 100) + "." + std::to_string(100 + n % 100).substr(1);
        RC_ASSERT(find_numbers(text + "万").at(0).value == static_cast<double>(n * 100));
        RC_ASSERT(find_numbers(text + "亿").at(0).value == static_cast<double>(n * 1'000'000));
        RC_ASSERT(find_numbers(text + " million").at(0).value == static_cast<double>(n * 10'000));
        RC_ASSERT(find_numbers(text + " billion").at(0).value == static_cast<double>(n * 10'000'000));
    }));
}

TEST_CASE("long runs of digits stay numbers") {
    CHECK(find_numbers("3." + std::string(400, '0') + "7").at(0).value == 3);
    CHECK(find_numbers("3." + std::string(400, '0') + "7").size() == 1);
    const double huge = find_numbers(std::string(400, '9')).at(0).value;
    CHECK(huge > 1e300);
    CHECK_FALSE(
        std::isnan(find_numbers(std::string(400, '9') + "." + std::string(400, '9') + "亿").at(0).value));
}

TEST_CASE("in any text numbers are in order, do not overlap, and have a value") {
    const std::vector<std::string> parts = {
        "一", "二",   "两",       "〇",   "十",      "百",       "千",      "万",    "亿",
        "第", "月",   "个",       "1",    "0",       ".",        "，",      ",",     " ",
        "-",  "and ", "twenty",   "one",  "hundred", "thousand", "million", "third", "May",
        "é",  "の",   "\xE4\xB8", "\xFF", "3",       "th",       "克"};
    REQUIRE(rc::check([&] {
        std::string text;
        for (const std::string& part :
             *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)))
            text += part;
        std::size_t last = 0;
        for (const Number& number : find_numbers(text)) {
            RC_ASSERT(number.span.begin >= last);
            RC_ASSERT(number.span.end > number.span.begin);
            RC_ASSERT(number.span.end <= text.size());
            RC_ASSERT(number.value >= 0);
            RC_ASSERT(number.kind != NumberKind::month || (number.value >= 1 && number.value <= 12));
            last = number.span.end;
        }
    }));
}

TEST_CASE("long texts take linear time") {
    const auto part =
        GENERATE(values<std::string_view>({"1", "1,234", "一", "一万", "万", "1万", "a", "é", "twenty ",
                                           "one hundred and ", "one-", "two thousand ", "第", "\xE4"}));
    std::string text;
    while (text.size() < 1'000'000) text += part;
    CHECK(find_numbers(text).size() <= text.size());  // a quadratic scan would not end in the test's time
}

}  // namespace
}  // namespace tongwen::text
