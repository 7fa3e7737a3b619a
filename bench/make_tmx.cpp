// SPDX-License-Identifier: Apache-2.0
// Writes a large TMX file of invented sentences, the same bytes for the same arguments, to standard output.
// Usage: make_tmx MEGABYTES [SEED]
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 16> english = {
    "the river",     "a lamp",       "our teacher", "the old bridge", "every morning", "a letter",
    "the tall pine", "my neighbour", "carries",     "follows",        "remembers",     "repairs",
    "the market",    "a map",        "in spring",   "behind the wall"};
constexpr std::array<std::string_view, 16> chinese = {
    "河流", "一盏灯", "我们的老师", "旧桥", "每天早上", "一封信", "高松树", "邻居",
    "带着", "跟随",   "记得",       "修理", "集市",     "地图",   "春天里", "墙后面"};

/// A generator of numbers that is the same everywhere (splitmix64).
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

  private:
    std::uint64_t state_;
};

void append_unit(std::string& out, std::uint64_t number, Numbers& numbers) {
    std::string en;
    std::string zh;
    const std::uint64_t words = 4 + numbers.next() % 12;
    for (std::uint64_t i = 0; i < words; ++i) {
        const std::size_t word = numbers.next() % english.size();
        en.append(i == 0 ? "" : " ").append(english[word]);
        zh += chinese[word];
    }
    en += " " + std::to_string(number) + " &amp; more.";
    zh += std::to_string(number) + "等等。";
    if (number % 8 == 0) {
        en = "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>" + en + "<ept i=\"1\">&lt;/b&gt;</ept>";
        zh = "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>" + zh + "<ept i=\"1\">&lt;/b&gt;</ept>";
    }
    const std::string id = std::to_string(number);
    out += "    <tu tuid=\"u" + id + "\" creationdate=\"20260101T000000Z\">\n";
    out += "      <prop type=\"x-Origin\">Alignment</prop>\n";
    out += "      <tuv xml:lang=\"zh-CN\"><seg>" + zh + "</seg></tuv>\n";
    out += "      <tuv xml:lang=\"en\"><seg>" + en + "</seg></tuv>\n    </tu>\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fputs("usage: make_tmx MEGABYTES [SEED]\n", stderr);
        return 2;
    }
    const std::uint64_t size = std::strtoull(arguments[1], nullptr, 10) * 1'000'000;
    Numbers numbers(count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx "
        "version=\"1.4\">\n"
        "  <header creationtool=\"make_tmx\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"none\" "
        "adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/>\n  <body>\n";
    std::uint64_t written = 0;
    for (std::uint64_t number = 1; written < size; ++number) {
        append_unit(out, number, numbers);
        if (out.size() < (1 << 20)) continue;
        std::fwrite(out.data(), 1, out.size(), stdout);
        written += out.size();
        out.clear();
    }
    out += "  </body>\n</tmx>\n";
    std::fwrite(out.data(), 1, out.size(), stdout);
    return std::ferror(stdout) == 0 ? 0 : 1;
}
