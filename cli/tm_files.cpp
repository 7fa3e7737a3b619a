// SPDX-License-Identifier: Apache-2.0
// Owns the way from paths and options to readers and writers of memories.
#include "cli/tm_files.h"

#include <filesystem>
#include <utility>

#include "cli/reviewed_file.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::cli {
namespace {

template <typename Rows>
std::string list_names(const Rows& rows) {
    std::string list;
    for (const auto& row : rows) list.append(list.empty() ? "" : ", ").append(row.name);
    return list;
}

text::Language parse_language(const std::string& option, const std::string& tag) {
    if (tag.empty()) return {};
    const auto language = text::Language::parse(tag);
    if (!language) text::refuse("bad-option-value", {option, tag, "language-tag"});
    return *language;
}

tmx::ReaderOptions reader_options(const MemoryChoice& choice) {
    if (!choice.from.empty() && tmx::find_reader(choice.from) == nullptr)
        text::refuse("bad-option-value", {"--from", choice.from, list_names(tmx::readers())});
    tmx::ReaderOptions options;
    options.source_language = parse_language("--source-lang", choice.source_language);
    options.target_language = parse_language("--target-lang", choice.target_language);
    return options;
}

/// Where "-" leads.
std::string real_path(const std::string& path, const char* standard) { return path == "-" ? standard : path; }

tmx::WriterOptions writer_options(const MemoryTarget& target, const tmx::MemoryHeader& header,
                                  const memory::LanguagePair& pair, Messages& messages) {
    tmx::WriterOptions options;
    options.source_language = pair.source;
    options.target_language = pair.target;
    options.created = present_time(process_environment());
    options.tool_version = TONGWEN_VERSION;
    options.verbatim = true;
    options.header = header;
    options.file = real_path(target.path, "/dev/stdout");
    options.sink = messages.sink();
    return options;
}

}  // namespace

void declare_memory(CommandLine& line, MemoryChoice& choice) {
    line.option(
        "--from", choice.from, tr("FORMAT"),
        tr("The format of what is read, where the suffix does not tell: {1}.", {list_names(tmx::readers())}));
    line.option("--source-lang", choice.source_language, tr("LANG"),
                tr("Which language of the memory is the source; without it, what the memory says."));
    line.option("--target-lang", choice.target_language, tr("LANG"),
                tr("Which language of the memory is the target; without it, the first other one."));
}

memory::UnitInput memory_input(const std::string& path, const MemoryChoice& choice) {
    return memory::input_of_file(real_path(path, "/dev/stdin"), reader_options(choice), choice.from);
}

memory::UnitInput memory_to_read_once(const std::string& path, const MemoryChoice& choice) {
    return memory::input_to_read_once(real_path(path, "/dev/stdin"), reader_options(choice), choice.from);
}

void declare_target(CommandLine& line, MemoryTarget& target) {
    line.option("-o,--output", target.path, tr("FILE"),
                tr("The memory to write, in the format of its suffix; - is standard output."));
    line.option("--to", target.to, tr("FORMAT"),
                tr("The format of what is written, where the suffix does not tell: {1}.",
                   {list_names(tmx::writers())}));
}

const tmx::Writer& writer_of(const MemoryTarget& target) {
    if (target.path.empty()) text::refuse("missing-argument", {"-o"});
    const tmx::Writer* const writer =
        target.to.empty() ? tmx::writer_for(target.path) : tmx::find_writer(target.to);
    if (writer == nullptr && !target.to.empty())
        text::refuse("bad-option-value", {"--to", target.to, list_names(tmx::writers())});
    if (writer == nullptr) text::refuse_file("unknown-format", target.path, {suffix_of(target.path)});
    return *writer;
}

MemoryOutput::MemoryOutput(const MemoryTarget& target, const tmx::MemoryHeader& header,
                           const memory::LanguagePair& pair, Messages& messages)
    : path_(real_path(target.path, "/dev/stdout")),
      format_(writer_of(target).name),
      messages_(messages),
      losses_(writer_of(target).name, pair.source, pair.target),
      file_(path_),
      writer_(writer_of(target).make([this](std::string_view bytes) { file_.write(bytes); },
                                     writer_options(target, header, pair, messages))) {}

void MemoryOutput::write(const tmx::TranslationUnit& unit) {
    if (!losses_.look_at(unit)) return;
    writer_->write(unit);
    ++written_;
}

void MemoryOutput::finish() {
    writer_->finish();
    file_.commit();
    for (const memory::Losses::Loss& loss : losses_.losses())
        messages_.show(
            {loss.part == memory::Part::other_languages ? "units-of-other-languages" : "format-drops",
             text::Severity::warning,
             {path_},
             {std::string(name(loss.part)), std::to_string(loss.units), format_}});
}

memory::LanguagePair main_pair(const memory::LanguagePairs& pairs, const tmx::MemoryHeader& header) {
    const std::vector<memory::LanguagePair> sorted = pairs.by_frequency();
    return sorted.empty() ? memory::LanguagePair{header.source_language, header.target_language}
                          : sorted.front();
}

std::string one_cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    return out;
}

std::string suffix_of(const std::string& path) {
    return text::to_lower(std::filesystem::path(path).extension().string());
}

}  // namespace tongwen::cli
