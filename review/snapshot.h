// SPDX-License-Identifier: Apache-2.0
// Owns the lines of an alignment file that stand before its ledger: how they are written and read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "review/alignment_file.h"

namespace tongwen::review {

inline constexpr std::string_view format_name = "tongwen-review";
inline constexpr std::size_t newest_version = 2;

using LineReceiver = std::function<void(std::string_view line)>;

/// Everything up to and with the line which ends the snapshot; `home` is the file's folder.
void write_snapshot(const AlignmentFile& file, const std::filesystem::path& home,
                    const LineReceiver& receive);

/// A line that is no part of an alignment file; `what` is an id of the argument words of cli/wording.cpp.
struct BadLine {
    std::string what;
};

/// Thrown for a file of a newer version than ours.
struct NewerVersion {
    std::size_t version;
};

/// Takes the lines of a snapshot, one after another.
class SnapshotReader {
  public:
    /// `home`: the file's folder.
    explicit SnapshotReader(std::filesystem::path home);

    /// Throws BadLine, NewerVersion, std::invalid_argument (no JSON, or other values than are expected).
    void read(std::string_view line);
    [[nodiscard]] bool done() const { return done_; }
    /// Settings, program, edition, history and a review without ledger. Throws BadLine where the beads do not
    /// fit the documents. Once, when all was read.
    AlignmentFile take();

  private:
    void read_header(std::string_view line);
    void read_settings(std::string_view line);
    void read_document(std::string_view line);
    void read_offsets(std::string_view line);
    void read_paragraph(std::string_view line);
    void read_bead(std::string_view line);
    void read_moved(std::string_view line);
    void read_page(std::string_view line);
    void read_history(std::string_view line);
    void read_end(std::string_view line);
    corpus::Document& document();

    std::filesystem::path home_;
    AlignSettings settings_;
    std::string program_;
    std::size_t edition_ = 1;
    std::vector<std::string> history_;
    corpus::Document documents_[2];
    std::vector<std::size_t> offsets_;  // of the document that is read
    int document_ = -1;                 // 0: the source is read, 1: the target
    std::vector<align::Bead> beads_;
    std::vector<Decision> decisions_;
    std::vector<align::MovedBlock> moved_;
    std::optional<align::PagePlace> page_;
    std::size_t version_ = 0;
    bool decided_ = false;
    bool done_ = false;
};

/// What is wrong with beads and blocks for these documents, an id as in BadLine; empty: nothing.
std::string find_misfit(const std::vector<align::Bead>& beads, const std::vector<align::MovedBlock>& moved,
                        std::size_t source_size, std::size_t target_size);

}  // namespace tongwen::review
