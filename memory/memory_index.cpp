// SPDX-License-Identifier: Apache-2.0
// Owns the life of an index: found, made, repaired, asked.
#include "memory/memory_index.h"

#include <system_error>

#include "memory/concordance.h"
#include "memory/fuzzy_search.h"
#include "memory/index_builder.h"
#include "memory/stored_index.h"

#include "text/unicode.h"

namespace tongwen::memory {
namespace {

namespace fs = std::filesystem;

/// Whether an index was made of the memory as it is now.
bool is_current(const StoredIndex& index, const fs::path& memory, const MemoryState& state) {
    if (index.state() == state) return true;
    return index.state().size == state.size && index.hash() == hash_memory(memory);
}

/// The index in that file, if it is one, and of this memory as it is now.
std::unique_ptr<StoredIndex> open_current(const fs::path& file, const fs::path& memory,
                                          const text::DiagnosticSink& sink) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return nullptr;
    try {
        auto index = std::make_unique<StoredIndex>(file);
        if (is_current(*index, memory, look_at_memory(memory))) return index;
    } catch (const DatabaseError&) {
        sink({"index-damaged", text::Severity::note, {file.string()}, {}});
    }
    return nullptr;
}

std::vector<fs::path> places_of(const fs::path& memory, const fs::path& cache_folder) {
    std::vector<fs::path> places = {index_beside(memory)};
    if (!cache_folder.empty()) places.push_back(index_in_cache(memory, cache_folder));
    return places;
}

/// In the first place that can be written to.
FileToBe begin_file(const std::vector<fs::path>& places) {
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        std::error_code error;
        if (fs::exists(places[i], error) && !fs::is_regular_file(places[i], error)) continue;
        try {
            return FileToBe(places[i]);
        } catch (const text::InputError&) {  // the next place may do
        }
    }
    std::error_code ignored;  // the file says what is wrong
    fs::create_directories(places.back().parent_path(), ignored);
    return FileToBe(places.back());
}

fs::path make_index(const fs::path& memory, const IndexOptions& options) {
    options.sink({"making-index", text::Severity::note, {memory.string()}, {}});
    const MemoryState state = look_at_memory(memory);
    const std::unique_ptr<tmx::UnitReader> reader =
        options.open(memory, {.file = memory.string(), .sink = options.sink});
    FileToBe file = begin_file(places_of(memory, options.cache_folder));
    build_index(file.path(), *reader, {memory, state, hash_memory(memory)});
    if (look_at_memory(memory) != state) text::refuse_file("file-changed", memory);
    file.commit();
    return file.target();
}

void require_text(const std::string& query) {
    if (text::trim(query).empty()) text::refuse("empty-query");
}

}  // namespace

struct MemoryIndex::Opened {
    fs::path file;
    std::unique_ptr<StoredIndex> index;
};

MemoryIndex::MemoryIndex(fs::path memory, IndexOptions options)
    : memory_(std::move(memory)), options_(std::move(options)), opened_(std::make_unique<Opened>()) {
    look_at_memory(memory_);
    for (const fs::path& place : places_of(memory_, options_.cache_folder)) {
        opened_->index = open_current(place, memory_, options_.sink);
        opened_->file = place;
        if (opened_->index) return;
    }
    remake();
}

MemoryIndex::~MemoryIndex() = default;
MemoryIndex::MemoryIndex(MemoryIndex&&) noexcept = default;
MemoryIndex& MemoryIndex::operator=(MemoryIndex&&) noexcept = default;

void MemoryIndex::remake() {
    opened_->index.reset();
    opened_->file = make_index(memory_, options_);
    try {
        opened_->index = std::make_unique<StoredIndex>(opened_->file);
    } catch (const DatabaseError& error) {
        text::refuse_file("cannot-read", opened_->file, {error.what()});
    }
}

/// Damage that opening does not see comes up when the damaged part is read.
template <typename Work>
auto MemoryIndex::with_repair(Work work) {
    try {
        return work(*opened_->index);
    } catch (const DatabaseError&) {
        options_.sink({"index-damaged", text::Severity::note, {opened_->file.string()}, {}});
    }
    remake();
    try {
        return work(*opened_->index);
    } catch (const DatabaseError& error) {
        text::refuse_file("cannot-read", opened_->file, {error.what()});
    }
}

SearchResult MemoryIndex::search(const SearchQuery& query) {
    require_text(query.text);
    return with_repair([&query](StoredIndex& index) { return find_words(index, query); });
}

std::vector<FuzzyHit> MemoryIndex::fuzzy(const FuzzyQuery& query) {
    require_text(query.text);
    return with_repair([&query](StoredIndex& index) { return find_similar(index, query); });
}

std::optional<IndexedUnit> MemoryIndex::unit(std::size_t number) {
    return with_repair([number](StoredIndex& index) { return index.unit(number); });
}

std::size_t MemoryIndex::size() const { return opened_->index->size(); }
const text::Language& MemoryIndex::source_language() const { return opened_->index->language(Side::source); }
const text::Language& MemoryIndex::target_language() const { return opened_->index->language(Side::target); }
const fs::path& MemoryIndex::file() const { return opened_->file; }

}  // namespace tongwen::memory
