// SPDX-License-Identifier: Apache-2.0
// Tests the catalogue: every message of the sources has a translation, with the same placeholders.
#include "cli/words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

struct Entry {
    std::map<std::string, std::string> fields;  ///< "msgid", "msgid_plural", "msgstr", "msgstr[0]"
    bool fuzzy = false;
};

std::string unquote(const std::string& line) {
    std::string out;
    for (std::size_t i = line.find('"') + 1; i + 1 < line.size() && line[i] != '"'; ++i) {
        if (line[i] == '\\') ++i;
        out += line[i] == 'n' && line[i - 1] == '\\' ? '\n' : line[i];
    }
    return out;
}

/// The entries of a PO file by their msgid, the header left out.
std::map<std::string, Entry> parse_po(std::istream& input) {
    std::map<std::string, Entry> entries;
    Entry entry;
    std::string field;
    const auto finish = [&] {
        if (!entry.fields["msgid"].empty()) entries[entry.fields["msgid"]] = entry;
        entry = {};
    };
    for (std::string line; std::getline(input, line);) {
        if (line.empty()) {
            finish();
        } else if (line.starts_with("#,")) {
            entry.fuzzy = line.find("fuzzy") != std::string::npos;
        } else if (line.starts_with("msg")) {
            field = line.substr(0, line.find(' '));
            entry.fields[field] = unquote(line);
        } else if (line[0] == '"') {
            entry.fields[field] += unquote(line);
        }
    }
    finish();
    return entries;
}

std::map<std::string, Entry> messages_of_sources() {
    const std::string command = XGETTEXT
        " --language=C++ --from-code=UTF-8 --keyword= -ktr -kmark -ktr_count:1,2 -o - " TONGWEN_SOURCE_DIR
        "/cli/*.cpp";
    FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> buffer = {};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        text.append(buffer.data(), count);
    REQUIRE(::pclose(pipe) == 0);
    std::istringstream input(text);
    return parse_po(input);
}

std::map<std::string, Entry> translations() {
    std::ifstream input(TONGWEN_SOURCE_DIR "/cli/locale/zh_CN.po");
    return parse_po(input);
}

std::set<std::string> placeholders(const std::string& message) {
    static const std::regex placeholder(R"(\{[^}]*\})");
    std::set<std::string> found;
    for (std::sregex_iterator i(message.begin(), message.end(), placeholder), end; i != end; ++i)
        found.insert(i->str());
    return found;
}

TEST_CASE("every message has a Chinese translation with the same placeholders") {
    const auto messages = messages_of_sources();
    const auto chinese = translations();
    REQUIRE(messages.size() > 100);
    for (const auto& [message, source] : messages) {
        INFO(message);
        const auto found = chinese.find(message);
        REQUIRE(found != chinese.end());
        const Entry& entry = found->second;
        CHECK_FALSE(entry.fuzzy);
        const std::string field = source.fields.contains("msgid_plural") ? "msgstr[0]" : "msgstr";
        REQUIRE(entry.fields.contains(field));
        const std::string& translation = entry.fields.at(field);
        CHECK_FALSE(translation.empty());
        CHECK(placeholders(translation) == placeholders(message));
    }
}

TEST_CASE(
    "messages in the sources are ASCII: Boost.Locale drops other characters where there is no translation") {
    for (const auto& [message, source] : messages_of_sources()) {
        INFO(message);
        CHECK(std::all_of(message.begin(), message.end(), [](unsigned char c) { return c < 0x80; }));
    }
}

TEST_CASE("no translation is left of a message that went away") {
    const auto messages = messages_of_sources();
    for (const auto& [message, entry] : translations()) {
        INFO(message);
        CHECK(messages.contains(message));
    }
}

TEST_CASE("messages are in the language chosen, placeholders filled") {
    speak("zh-CN");
    CHECK(spoken_language() == "zh");
    CHECK(tr("no such file") == "没有这个文件");
    CHECK(tr("cannot be read: {1}", {"{2}"}) == "无法读取：{2}");
    CHECK(tr("not a message") == "not a message");
    CHECK(tr("").empty());
    CHECK(tr_count("Total of {1} pair: {2}", "Total of {1} pairs: {2}", 3, {"3", "x"}) == "合计 3 对文件：x");
    speak("zh-Hant-HK");
    CHECK(tr("no such file") == "没有这个文件");
    speak("fr");
    CHECK(spoken_language() == "en");
    CHECK(tr("no such file") == "no such file");
    CHECK(tr_count("Total of {1} pair: {2}", "Total of {1} pairs: {2}", 1, {"1", "x"}) ==
          "Total of 1 pair: x");
    CHECK(tr_count("Total of {1} pair: {2}", "Total of {1} pairs: {2}", 2, {"2", "x"}) ==
          "Total of 2 pairs: x");
}

}  // namespace
}  // namespace tongwen::cli
