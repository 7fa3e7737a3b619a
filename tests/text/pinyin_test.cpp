// SPDX-License-Identifier: Apache-2.0
#include "text/pinyin.h"

#include "tests/support/catch.h"

namespace tongwen::text {
namespace {

TEST_CASE("Han characters have a toneless reading") {
    CHECK(pinyin_of(U'北') == "bei");
    CHECK(pinyin_of(U'京') == "jing");
    CHECK(pinyin_of(U'習') == "xi");
    CHECK(pinyin_of(U'女') == "nu");  // without its diaeresis, as passports and headlines spell it
    CHECK(pinyin_of(U'壮') == "zhuang");
}

TEST_CASE("what is no Han character has none") {
    CHECK(pinyin_of(U'a').empty());
    CHECK(pinyin_of(U'。').empty());
    CHECK(pinyin_of(0x10FFFF).empty());
    CHECK(pinyin_of(0).empty());
}

}  // namespace
}  // namespace tongwen::text
