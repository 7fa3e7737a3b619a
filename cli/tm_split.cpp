// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen tm split`: a memory in, a folder of memories out, all of them or none.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/tm_actions.h"
#include "cli/tm_files.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

// Open files at one time; who has more languages than that takes them apart in steps.
constexpr std::size_t most_parts = 50;
constexpr std::size_t longest_name = 60;

struct SplitOptions {
    CommonOptions common;
    std::string input, folder, to, units, megabytes, property;
    MemoryChoice choice;
    bool by_language = false, quiet = false;
};

void declare(CommandLine& line, SplitOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("MEMORY", options.input, tr("The memory to take apart; - is standard input."));
    line.group(tr("Options:"));
    line.option("-o,--output", options.folder, tr("FOLDER"), tr("A new folder for the parts."));
    line.option("-n,--units", options.units, tr("NUMBER"), tr("Parts of so many units."));
    line.option("--megabytes", options.megabytes, tr("NUMBER"),
                tr("Parts of about so many megabytes of text and markup."));
    line.flag("--by-language", options.by_language, tr("A part for each pair of languages."));
    line.option("--property", options.property, tr("NAME"),
                tr("A part for each value that the property of this name has."));
    line.option("--to", options.to, tr("FORMAT"),
                tr("The format of the parts; without it, the memory's, or TMX."));
    declare_memory(line, options.choice);
    line.flag("-q,--quiet", options.quiet, tr("Show errors only."));
    declare_common(line, options.common);
    line.example("tongwen tm split all.tmx -o parts --by-language",
                 tr("Make parts/all.zh-CN.en.tmx and so on."));
}

/// A name that every file system takes.
std::string safe_name(std::string_view value) {
    std::string name;
    for (std::size_t at = 0; at < value.size() && name.size() < longest_name;) {
        const char32_t c = text::next_code_point(value, at);
        const bool is_safe = text::is_letter(c) || text::is_digit(c) || c == U'-' || c == U'_';
        text::append_utf8(name, is_safe ? c : U'_');
    }
    return name.empty() ? "none" : name;
}

/// A folder that gets its name when it is whole. What an earlier run left behind under the same temporary
/// name goes first.
class NewFolder {
  public:
    explicit NewFolder(const fs::path& target) : target_(target.lexically_normal()) {
        if (!target_.has_filename()) target_ = target_.parent_path();
        std::error_code error;
        if (fs::exists(target_, error)) text::refuse_file("output-exists", target_);
        temporary_ = target_.parent_path() / ("." + target_.filename().string() + ".tongwen-part");
        fs::remove_all(temporary_, error);
        if (!error) fs::create_directories(temporary_, error);
        if (error) text::refuse_file("cannot-write", target_, {error.message()});
    }
    ~NewFolder() {
        std::error_code ignored;
        if (!done_) fs::remove_all(temporary_, ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return temporary_; }
    void commit() {
        std::error_code error;
        fs::rename(temporary_, target_, error);
        if (error) text::refuse_file("cannot-write", target_, {error.message()});
        done_ = true;
    }

  private:
    fs::path target_;
    fs::path temporary_;
    bool done_ = false;
};

/// Hands each unit to its part.
class Parts {
  public:
    Parts(const SplitOptions& options, const tmx::MemoryHeader& header, Messages& messages)
        : options_(options), header_(header), messages_(messages), folder_(options.folder) {
        constexpr std::size_t most_units = 1'000'000'000;
        constexpr std::size_t most_megabytes = 1'000'000;
        if (!options.units.empty())
            most_units_ = parse_whole_number("--units", options.units, 1, most_units, "positive");
        if (!options.megabytes.empty())
            most_bytes_ = 1'000'000 *
                          parse_whole_number("--megabytes", options.megabytes, 1, most_megabytes, "positive");
        stem_ = options.input == "-" ? "memory" : fs::path(options.input).filename().string();
        for (std::string suffix = suffix_of(stem_); suffix == ".gz" || suffix == ".zip";
             suffix = suffix_of(stem_))
            stem_ = fs::path(stem_).stem().string();
        if (tmx::writer_for(stem_) != nullptr) stem_ = fs::path(stem_).stem().string();
    }

    void add(const tmx::TranslationUnit& unit) {
        part_of(unit).write(unit);
        ++units_in_part_;
        bytes_in_part_ += unit.source.text.size() + unit.target.text.size() + 300;
    }

    /// The number of parts.
    std::size_t finish() {
        for (auto& [name, part] : parts_) part->finish();
        parts_.clear();
        folder_.commit();
        return count_;
    }

  private:
    [[nodiscard]] bool by_size() const { return most_units_ > 0 || most_bytes_ > 0; }

    /// What tells the unit's part.
    [[nodiscard]] std::string value_of(const tmx::TranslationUnit& unit) const {
        if (options_.by_language) {
            const auto tag = [](const text::Language& one) { return one.known() ? one.tag() : "und"; };
            return tag(unit.source.language) + "." + tag(unit.target.language);
        }
        for (const auto& [type, value] : unit.properties)
            if (type == options_.property) return value;
        return {};
    }

    MemoryOutput& part_of(const tmx::TranslationUnit& unit) {
        if (by_size()) return part_by_size(unit);
        const std::string value = value_of(unit);
        const auto found = parts_.find(value);
        if (found != parts_.end()) return *found->second;
        if (parts_.size() == most_parts) text::refuse("too-many-parts", {std::to_string(most_parts)});
        std::string name = options_.by_language ? value : safe_name(value);
        while (!names_.insert(text::to_lower(name)).second)
            name += "-2";  // some file systems know one case only
        return open(value, name, unit);
    }

    MemoryOutput& part_by_size(const tmx::TranslationUnit& unit) {
        const bool is_full = (most_units_ > 0 && units_in_part_ == most_units_) ||
                             (most_bytes_ > 0 && bytes_in_part_ >= most_bytes_);
        if (!parts_.empty() && !is_full) return *parts_.begin()->second;
        if (!parts_.empty()) parts_.begin()->second->finish();
        parts_.clear();
        units_in_part_ = 0;
        bytes_in_part_ = 0;
        return open("", fmt::format("{:04}", count_ + 1), unit);
    }

    MemoryOutput& open(const std::string& value, const std::string& name, const tmx::TranslationUnit& unit) {
        ++count_;
        const std::string& format = options_.to;
        const std::string suffix(tmx::find_writer(format)->suffixes.front());
        const MemoryTarget target = {(folder_.path() / (stem_ + "." + name + suffix)).string(), format};
        const memory::LanguagePair pair = {unit.source.language, unit.target.language, 1};
        return *parts_.emplace(value, std::make_unique<MemoryOutput>(target, header_, pair, messages_))
                    .first->second;
    }

    const SplitOptions& options_;
    const tmx::MemoryHeader& header_;
    Messages& messages_;
    NewFolder folder_;
    std::string stem_;
    std::size_t most_units_ = 0;
    std::size_t most_bytes_ = 0;
    std::map<std::string, std::unique_ptr<MemoryOutput>> parts_;  // those that are open, by value
    std::set<std::string> names_;
    std::size_t count_ = 0;
    std::size_t units_in_part_ = 0;
    std::size_t bytes_in_part_ = 0;
};

void check(SplitOptions& options) {
    if (options.input.empty()) text::refuse("missing-argument", {"MEMORY"});
    if (options.folder.empty()) text::refuse("missing-argument", {"-o"});
    const int ways = (options.units.empty() && options.megabytes.empty() ? 0 : 1) +
                     (options.by_language ? 1 : 0) + (options.property.empty() ? 0 : 1);
    if (ways == 0) text::refuse("missing-argument", {"--units"});
    if (ways > 1)
        text::refuse("options-exclude", {"--units", options.by_language ? "--by-language" : "--property"});
    if (!options.to.empty()) return static_cast<void>(writer_of({"-", options.to}));
    const tmx::Writer* const writer = options.input == "-" ? nullptr : tmx::writer_for(options.input);
    options.to = writer == nullptr ? "tmx" : std::string(writer->name);
}

int run(const SplitOptions& options) {
    Messages messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                      options.quiet);
    const memory::UnitInput input = memory_to_read_once(options.input, options.choice);
    const auto reader = input.open(messages.sink());
    const tmx::MemoryHeader header = reader->header();
    Parts parts(options, header, messages);
    std::uint64_t read = 0;
    for (; const auto unit = reader->next(); ++read) parts.add(*unit);
    input.require_unchanged();
    if (read == 0) text::refuse_file("no-units", options.input);
    const std::size_t count = parts.finish();
    if (!options.quiet)
        write_fully(STDOUT_FILENO,
                    tr("units: {1}, parts: {2}", {std::to_string(read), std::to_string(count)}) + "\n");
    return exit_clean;
}

}  // namespace

int run_tm_split(const std::vector<std::string>& arguments) {
    SplitOptions options;
    CommandLine line(tr("tongwen tm split [OPTIONS] MEMORY -o FOLDER"),
                     tr("Takes a translation memory apart, by size, by language or by a property."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    check(options);
    return run(options);
}

}  // namespace tongwen::cli
