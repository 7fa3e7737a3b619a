// SPDX-License-Identifier: Apache-2.0
// Owns the lock of an alignment file: one person at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::review {

/// Who has a lock.
struct LockOwner {
    std::string who;    ///< "lin@host"
    long process = 0;   ///< its number on that host
    std::string since;  ///< RFC 3339, UTC
    friend bool operator==(const LockOwner&, const LockOwner&) = default;
};

/// The owner that this process would be.
LockOwner this_owner(const std::string& who, const std::string& now);

/// NAME.tongwen.lock, for as long as the object lives; it goes on signals too
/// (text::remove_unfinished_files).
///
/// A lock whose process is not there any more (on this host) is taken over, and told to the sink as a note,
/// stale-lock {owner, since}; one that lives only with `take_over`. The lock of another host counts as
/// living.
class Lock {
  public:
    /// Throws InputError: locked {owner, process, since}; cannot-write {reason}.
    Lock(const std::filesystem::path& alignment_file, const LockOwner& owner, bool take_over,
         const text::DiagnosticSink& sink);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;  // open and locked (flock) while we have it, so that two cannot take over at once
    std::unique_ptr<text::PassingFile> passing_;
};

/// Whether the owner's process is still there; of another host's nobody can tell, it counts as living.
bool is_living(const LockOwner& owner);

/// Who has the file's lock, living or not; nothing when nobody has.
std::optional<LockOwner> find_lock(const std::filesystem::path& alignment_file);

}  // namespace tongwen::review
