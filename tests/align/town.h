// SPDX-License-Identifier: Apache-2.0
// Owns four sections about an invented town, in Chinese and English: each sentence has a number or a name, so
// that no lexicon is needed to tell them apart.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "align/aligner.h"
#include "tests/align/segments.h"

namespace tongwen::align {

/// A section of the town's description: its sentences, and their translations one by one.
struct Section {
    std::vector<std::string> zh;
    std::vector<std::string> en;
};

inline const Section bridge = {
    {"石桥建于1876年，全长214米。", "设计者陈望山来自清河。", "桥上有38根石柱和19盏灯。",
     "1998年，工匠们更换了62块桥板。"},
    {"The stone bridge was built in 1876 and is 214 metres long.",
     "Its designer, Chen Wangshan, came from Qinghe.", "It has 38 stone pillars and 19 lamps.",
     "In 1998 craftsmen replaced 62 of its slabs."}};

inline const Section museum = {
    {"博物馆藏有4350件瓷器。", "馆长赵一鸣于2011年上任。", "每年约有87000人参观。", "门票为25元，学生12元。"},
    {"The museum holds 4,350 pieces of porcelain.", "Its director, Zhao Yiming, took office in 2011.",
     "About 87,000 people visit it every year.", "A ticket is 25 yuan, for students 12 yuan."}};

inline const Section railway = {
    {"铁路长156公里，有11座车站。", "第一列火车于1934年5月2日驶入南岭。", "火车司机孙大海工作了33年。",
     "2019年的洪水冲毁了7公里铁轨。", "修复工程用了14个月。"},
    {"The railway is 156 kilometres long and has 11 stations.",
     "The first train arrived in Nanling on May 2, 1934.", "The driver Sun Dahai worked for 33 years.",
     "The flood of 2019 washed away 7 kilometres of track.", "The repairs took 14 months."}};

inline const Section market = {
    {"集市每月逢5日和20日开放。", "集市上有240个摊位。", "周四娘的豆腐卖了51年。", "1963年这里只有6家店。"},
    {"The market opens on the 5th and the 20th of each month.", "It has 240 stalls.",
     "Zhou Siniang has sold bean curd here for 51 years.", "In 1963 there were only 6 shops."}};

/// A poem, a table, a list and a talk, as a web page has them.
inline const Section verse = {
    {"七盏灯照十二桥，", "三百里路雨潇潇。", "老渔翁今年八十六，", "五更天里撒网37回。"},
    {"Seven lamps shine on twelve bridges,", "three hundred miles of road lie in the rain.",
     "The old fisherman is eighty-six this year;", "by the fifth watch he has cast his net 37 times."}};

inline const Section table = {
    {"年份 | 船只 | 吨位", "2001 | 47 | 1380", "2002 | 52 | 1495", "2003 | 61 | 1710"},
    {"Year | Ships | Tonnes", "2001 | 47 | 1,380", "2002 | 52 | 1,495", "2003 | 61 | 1,710"}};

inline const Section directions = {
    {"1. 带上36元。", "2. 乘8路车到清河站。", "3. 步行450米。", "4. 找到孙大海的家。"},
    {"1. Bring 36 yuan.", "2. Take bus No. 8 to Qinghe Station.", "3. Walk 450 metres.",
     "4. Look for the house of Sun Dahai."}};

inline const Section talk = {
    {"“你今年多大？”林海问。", "“十七岁。”周宁说。", "“船上还有4个人。”", "“那就7点30分出发。”"},
    {"“How old are you?” asked Lin Hai.", "“Seventeen,” said Zhou Ning.",
     "“There are 4 more people on the ship.”", "“Then we leave at 7:30.”"}};

/// Nothing of the town.
inline const std::vector<std::string> recipe_en = {
    "Mix the flour with water and a little salt.", "Wait for an hour, or for two if the kitchen is cold.",
    "Bake the bread until its crust is dark.", "Eat it with butter.", "Keep what is left in a linen bag."};

inline std::vector<std::string> zh_of(std::initializer_list<Section> sections) {
    std::vector<std::string> all;
    for (const Section& section : sections) all.insert(all.end(), section.zh.begin(), section.zh.end());
    return all;
}

inline std::vector<std::string> en_of(std::initializer_list<Section> sections) {
    std::vector<std::string> all;
    for (const Section& section : sections) all.insert(all.end(), section.en.begin(), section.en.end());
    return all;
}

inline Bitext aligned(const std::vector<std::string>& source, const std::vector<std::string>& target) {
    Bitext bitext;
    bitext.source = segmented(source, "zh");
    bitext.target = segmented(target, "en");
    bitext.alignment = align(bitext.source, bitext.target);
    return bitext;
}

}  // namespace tongwen::align
