// SPDX-License-Identifier: Apache-2.0
// Owns the members of the settings, written and read.
#include "review/settings_json.h"

#include "review/file_paths.h"
#include "review/json_text.h"

namespace tongwen::review {
namespace {

namespace fs = std::filesystem;

void append_paths(std::string& out, std::string_view key, const std::vector<std::string>& paths,
                  const fs::path& home) {
    append_key(out, key);
    out += '[';
    for (const std::string& path : paths) {
        if (!out.ends_with('[')) out += ',';
        append_json(out, std::string_view(seen_from(home, path)));
    }
    out += ']';
}

std::vector<std::string> read_paths(JsonScanner& scanner, const std::filesystem::path& home) {
    std::vector<std::string> paths;
    scanner.begin_array();
    while (scanner.next_element()) paths.push_back(seen_from_here(home, scanner.string()));
    return paths;
}

ReadSettings read_settings_of_side(JsonScanner& scanner, const std::filesystem::path& home) {
    ReadSettings settings;
    for_each_member(scanner, [&](const std::string& key) {
        if (key == "format") {
            settings.format = scanner.string();
        } else if (key == "encoding") {
            settings.encoding = scanner.string();
        } else if (key == "language") {
            settings.language = scanner.string();
        } else if (key == "srx") {
            settings.srx_file = seen_from_here(home, scanner.string());
        } else if (key == "break_at_semicolon") {
            settings.break_at_semicolon = scanner.boolean();
        } else {
            return false;
        }
        return true;
    });
    return settings;
}

void append_settings(std::string& line, const ReadSettings& settings, const fs::path& home) {
    line += '{';
    append_member(line, "format", std::string_view(settings.format));
    append_member(line, "encoding", std::string_view(settings.encoding));
    append_member(line, "language", std::string_view(settings.language));
    append_member(line, "srx", std::string_view(seen_from(home, settings.srx_file)));
    append_member(line, "break_at_semicolon", settings.break_at_semicolon);
    line += '}';
}

}  // namespace

std::string spell_settings(const AlignSettings& settings, const fs::path& home) {
    std::string line = "{";
    append_key(line, "settings");
    line += '{';
    append_key(line, "source");
    append_settings(line, settings.source, home);
    append_key(line, "target");
    append_settings(line, settings.target, home);
    append_member(line, "lexicon", settings.lexicon);
    append_paths(line, "lexicon_files", settings.lexicon_files, home);
    append_paths(line, "glossaries", settings.glossaries, home);
    append_member(line, "weights", std::string_view(seen_from(home, settings.weights)));
    append_member(line, "self_training", std::string_view(settings.self_training));
    append_member(line, "style", std::string_view(settings.style));
    append_member(line, "source_mt", std::string_view(seen_from(home, settings.source_translation)));
    append_paths(line, "embeddings", settings.embeddings, home);
    return line + "}}";
}

AlignSettings read_settings_json(JsonScanner& scanner, const std::filesystem::path& home) {
    AlignSettings settings;
    for_each_member(scanner, [&](const std::string& key) {
        if (key == "source") {
            settings.source = read_settings_of_side(scanner, home);
        } else if (key == "target") {
            settings.target = read_settings_of_side(scanner, home);
        } else if (key == "lexicon") {
            settings.lexicon = scanner.boolean();
        } else if (key == "lexicon_files") {
            settings.lexicon_files = read_paths(scanner, home);
        } else if (key == "glossaries") {
            settings.glossaries = read_paths(scanner, home);
        } else if (key == "weights") {
            settings.weights = seen_from_here(home, scanner.string());
        } else if (key == "self_training") {
            settings.self_training = scanner.string();
        } else if (key == "style") {
            settings.style = scanner.string();
        } else if (key == "source_mt") {
            settings.source_translation = seen_from_here(home, scanner.string());
        } else if (key == "embeddings") {
            settings.embeddings = read_paths(scanner, home);
        } else {
            return false;
        }
        return true;
    });
    return settings;
}

}  // namespace tongwen::review
