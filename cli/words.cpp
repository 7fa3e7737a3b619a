// SPDX-License-Identifier: Apache-2.0
// Owns the catalogue of messages: Boost.Locale's gettext, reading the bytes that the build put into the
// program.
#include "cli/words.h"

#include <locale>
#include <sstream>

#include <boost/locale/format.hpp>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include "cli/catalogue.h"
#include "text/language.h"

namespace tongwen::cli {
namespace {

namespace locale = boost::locale;

/// The classic locale and the catalogue, nothing else: messages need no locale of the system, and a machine
/// that has only "C" shows Chinese too.
std::locale make_chinese() {
    locale::gnu_gettext::messages_info info;
    info.language = "zh";
    info.country = "CN";
    info.encoding = "UTF-8";
    info.paths = {""};
    info.domains.emplace_back("tongwen");
    info.callback = [](const std::string& file, const std::string&) {
        const std::string_view bytes = catalogue_of(file);
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    return {std::locale::classic(), locale::gnu_gettext::create_messages_facet<char>(info)};
}

struct Voice {
    std::string language = "en";
    std::locale locale = std::locale::classic();
};

Voice& voice() {
    static Voice chosen;
    return chosen;
}

std::string fill(const std::string& message, const std::vector<std::string>& arguments) {
    if (arguments.empty()) return message;
    locale::format filled(message);
    for (const std::string& argument : arguments) filled % argument;
    return filled.str(voice().locale);
}

/// "zh" or "en" for a locale's name or a language tag.
std::string supported(std::string_view tag) {
    const auto language = text::Language::parse(tag.substr(0, tag.find_first_of(".@")));
    return language && language->primary() == "zh" ? "zh" : "en";
}

}  // namespace

std::string tr(const char* message, const std::vector<std::string>& arguments) {
    // gettext keeps the catalogue's header under the empty message.
    if (*message == '\0') return {};
    return fill(locale::translate(message).str(voice().locale), arguments);
}

std::string tr_count(const char* one, const char* many, std::size_t count,
                     const std::vector<std::string>& arguments) {
    // Boost.Locale 1.74 counts in int; no language's plural form depends on more than the last digits.
    const int number = static_cast<int>(count % 1'000'000'000);
    return fill(locale::translate(one, many, number).str(voice().locale), arguments);
}

std::string ui_language(const Environment& environment) {
    const std::string name = locale_name(environment, "LC_MESSAGES");
    if (name == "C" || name == "POSIX") return "en";
    std::string list = value_of(environment, "LANGUAGE");
    return supported(list.empty() ? std::string_view(name)
                                  : std::string_view(list).substr(0, list.find(':')));
}

void speak(std::string_view tag) {
    voice().language = supported(tag);
    voice().locale = voice().language == "zh" ? make_chinese() : std::locale::classic();
}

std::string spoken_language() { return voice().language; }

}  // namespace tongwen::cli
