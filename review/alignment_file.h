// SPDX-License-Identifier: Apache-2.0
// Owns the alignment file, NAME.tongwen: reading it, writing it, and appending to its ledger
// (docs/formats/alignment-file.md, docs/formats/alignment-file.schema.json).
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/review.h"
#include "text/diagnostic.h"

namespace tongwen::review {

/// How a document was read, so that it can be read again in the same way.
struct ReadSettings {
    std::string format = {};    ///< a row of corpus::readers(); empty: by suffix
    std::string encoding = {};  ///< empty: find it
    std::string language = {};  ///< BCP 47; as it was given or found
    std::string srx_file = {};
    bool break_at_semicolon = false;
    friend bool operator==(const ReadSettings&, const ReadSettings&) = default;
};

/// How the documents were aligned, so that `--resume`, `R` and `update` do the same.
struct AlignSettings {
    ReadSettings source;
    ReadSettings target;
    bool lexicon = true;  ///< false: --no-lexicon
    std::vector<std::string> lexicon_files = {};
    std::vector<std::string> glossaries = {};
    std::string weights = {};             ///< a file; empty: the built-in ones
    std::string self_training = "auto";   ///< as `tongwen align` takes it
    std::string style = "none";           ///< the same
    std::string source_translation = {};  ///< a file of --source-mt; empty: none
    /// The files of --source-overlaps, --source-embeddings, --target-overlaps, --target-embeddings, or none.
    std::vector<std::string> embeddings = {};
    friend bool operator==(const AlignSettings&, const AlignSettings&) = default;
};

/// A whole alignment file.
struct AlignmentFile {
    Review review;
    AlignSettings settings;
    std::string program = {};               ///< "tongwen 0.1.0", which wrote the snapshot
    std::size_t edition = 1;                ///< grows with every update of the documents
    std::vector<std::string> history = {};  ///< the ledger lines of earlier editions, as they were
    std::size_t good_bytes =
        0;  ///< length of what was read; less than the file's where its last line is torn
};

/// Whether these bytes begin as an alignment file does.
bool is_alignment_file(std::string_view first_bytes);

/// Reads a file of this or an older version. A last line that is torn (no line end, or no JSON) is left out
/// and told as torn-ledger {line, bytes}. Paths of documents are resolved against the file's folder. Throws
/// InputError: those of text::read_file, not-an-alignment-file, newer-alignment-file {version, known},
/// bad-alignment-file {what} with the line.
AlignmentFile read_alignment_file(const std::filesystem::path& path, const text::DiagnosticSink& sink);
/// As `read_alignment_file`, from bytes that were read already.
AlignmentFile parse_alignment_file(std::string_view bytes, const std::filesystem::path& path,
                                   const text::DiagnosticSink& sink);

/// The bytes of a file that is to be at `path`, whose folder paths are seen from.
void write_alignment(const AlignmentFile& file, const std::filesystem::path& path,
                     const std::function<void(std::string_view)>& receive);
/// Writes snapshot and ledger, whole or not at all. Throws InputError cannot-write {reason}.
void write_alignment_file(const std::filesystem::path& path, const AlignmentFile& file);

/// The end of an alignment file, where decisions go. Opening cuts a torn last line off (what was read of it
/// ends at `good_bytes`). `append` returns when the entry is on the disk (fdatasync): from then on it is
/// acknowledged. Throws InputError cannot-write {reason}, also when another program has written to the file
/// or put another in its place ("changed meanwhile"); then the file ends as before the call.
class LedgerFile {
  public:
    LedgerFile(const std::filesystem::path& path, std::size_t good_bytes);
    ~LedgerFile();
    LedgerFile(const LedgerFile&) = delete;
    LedgerFile& operator=(const LedgerFile&) = delete;

    void append(const Entry& entry);
    /// Several at once: they are acknowledged together, and on failure none of them is there.
    void append(std::span<const Entry> entries);
    /// Where the reviewer stands, and in which mode; not a decision, and not synced.
    void append_place(std::size_t bead, bool source_anchored);

  private:
    void write(std::string line, bool sync);
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

/// A ledger's line without its line end, and back; throws std::invalid_argument.
std::string spell(const Entry& entry);
Entry parse_entry(std::string_view line);

}  // namespace tongwen::review
