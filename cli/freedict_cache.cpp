// SPDX-License-Identifier: Apache-2.0
// Owns the names and the keeping of cached lexicons.
#include "cli/freedict_cache.h"

#include <system_error>
#include <utility>

#include "cli/lexicon_making.h"
#include "corpus/dictd_reader.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// What tells one state of a file from another.
std::string state_of(const fs::path& file) {
    std::error_code ignored;  // a file that is not there has a state too
    return file.string() + '\n' + std::to_string(fs::file_size(file, ignored)) + '\n' +
           std::to_string(fs::last_write_time(file, ignored).time_since_epoch().count()) + '\n';
}

}  // namespace

FreedictCache::FreedictCache(fs::path folder, fs::path wordnet, Messages& messages)
    : folder_(std::move(folder)), wordnet_(std::move(wordnet)), messages_(messages) {}

fs::path FreedictCache::file_for(const fs::path& index) const {
    std::string state = state_of(index) + state_of(corpus::dictd_text_of(index));
    if (!wordnet_.empty()) state += state_of(wordnet_ / "index.noun");
    const std::string hash = text::content_hash(state);
    return folder_ / (index.stem().string() + "." + hash.substr(hash.find(':') + 1) + ".lexicon");
}

std::shared_ptr<const align::Lexicon> FreedictCache::open(const fs::path& index) {
    const fs::path file = folder_.empty() ? fs::path() : file_for(index);
    std::error_code ignored;  // what cannot be looked at is not there
    if (!file.empty() && fs::exists(file, ignored)) {
        try {
            return std::make_shared<const align::Lexicon>(file);
        } catch (const text::InputError&) {  // damaged, or of another version: it is made anew
        }
    }
    messages_.show({"compiling-dictionary", text::Severity::note, {index.string()}, {}});
    MadeLexicon made = make_freedict(index, {.wordnet = wordnet_});
    if (!file.empty()) keep(file, index, made.bytes);
    return std::make_shared<const align::Lexicon>(std::move(made.bytes), index.string());
}

/// What cannot be kept is made again next time. Earlier states of the dictionary are of no use any more.
void FreedictCache::keep(const fs::path& file, const fs::path& index, const std::string& bytes) {
    std::error_code error;
    fs::create_directories(folder_, error);
    try {
        text::AtomicFile output(file);
        output.write(bytes);
        output.commit();
    } catch (const text::InputError&) {
        return;
    }
    const std::string beginning = index.stem().string() + ".";
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;  // somebody else may have removed it
        const std::string name = entry->path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(".lexicon") && entry->path() != file)
            fs::remove(entry->path(), ignored);
    }
}

}  // namespace tongwen::cli
