// SPDX-License-Identifier: Apache-2.0
// Owns taking a lock: its file is created by one process only; an old one is taken over by one only.
#include "review/lock.h"

#include <cerrno>
#include <csignal>
#include <limits>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "review/json_text.h"

namespace tongwen::review {
namespace {

namespace fs = std::filesystem;

/// Beside the file itself, whatever links lead to it.
fs::path lock_path(const fs::path& alignment_file) {
    std::error_code error;
    const fs::path real =
        fs::is_symlink(alignment_file, error) ? fs::weakly_canonical(alignment_file, error) : alignment_file;
    return (error ? alignment_file : real).string() + ".lock";
}

std::string host_name() {
    char name[256] = {};
    if (::gethostname(name, sizeof name - 1) != 0) return "?";
    return name;
}

[[noreturn]] void refuse(const fs::path& path, int error_number) {
    throw text::InputError({"cannot-write",
                            text::Severity::error,
                            {path.string()},
                            {std::generic_category().message(error_number)}});
}

std::string spell(const LockOwner& owner) {
    std::string line = "{";
    append_member(line, "owner", std::string_view(owner.who));
    append_member(line, "process", static_cast<std::uint64_t>(owner.process));
    append_member(line, "since", std::string_view(owner.since));
    return line + "}\n";
}

/// Whoever wrote what no lock says, or was killed before writing, is nobody that lives.
LockOwner parse_owner(std::string_view bytes) {
    const LockOwner nobody = {"?", 0, "?"};
    LockOwner owner = nobody;
    try {
        JsonScanner scanner(bytes);
        std::string key;
        scanner.begin_object();
        while (scanner.next_key(key)) {
            if (key == "owner") {
                owner.who = scanner.string();
            } else if (key == "process") {
                owner.process = static_cast<long>(scanner.whole_number());
            } else if (key == "since") {
                owner.since = scanner.string();
            } else {
                scanner.skip();
            }
        }
    } catch (const std::invalid_argument&) {
        return nobody;
    }
    return owner;
}

/// Whether the path still leads to what is open.
bool is_there(int descriptor, const fs::path& path) {
    struct stat open = {};
    struct stat there = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
           open.st_ino == there.st_ino && open.st_dev == there.st_dev;
}

void write_owner(int descriptor, const LockOwner& owner, const fs::path& path) {
    const std::string line = spell(owner);
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size()))
        refuse(path, errno);
}

[[noreturn]] void refuse_locked(const fs::path& alignment_file, const LockOwner& owner) {
    throw text::InputError({"locked",
                            text::Severity::error,
                            {alignment_file.string()},
                            {owner.who, std::to_string(owner.process), owner.since}});
}

/// Locks what is open; closes it (-1) where another process did so first, or put another in its place.
void hold(int& descriptor, const fs::path& path) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && is_there(descriptor, path)) return;
    ::close(std::exchange(descriptor, -1));
}

/// The lock that is there, open and held, after saying whose it was; -1 to try again. Throws when its owner
/// lives.
int take_over_existing(const fs::path& alignment_file, bool take_over, const text::DiagnosticSink& sink) {
    const fs::path path = lock_path(alignment_file);
    int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT) return -1;
    if (descriptor < 0) refuse(path, errno);
    const LockOwner other = find_lock(alignment_file).value_or(LockOwner{"?", 0, "?"});
    hold(descriptor, path);
    const bool living = descriptor < 0 || is_living(other);
    if (living && !take_over) {
        if (descriptor >= 0) ::close(descriptor);
        refuse_locked(alignment_file, other);
    }
    sink({living ? "lock-taken-over" : "stale-lock",
          text::Severity::note,
          {alignment_file.string()},
          {other.who, other.since}});
    if (descriptor < 0) ::unlink(path.c_str());  // its holder keeps a file without a name
    return descriptor;
}

}  // namespace

LockOwner this_owner(const std::string& who, const std::string& now) {
    return {(who.empty() ? "?" : who) + "@" + host_name(), ::getpid(), now};
}

bool is_living(const LockOwner& owner) {
    if (owner.process <= 0 || owner.process > std::numeric_limits<pid_t>::max()) return false;
    if (!owner.who.ends_with("@" + host_name())) return true;
    return ::kill(static_cast<pid_t>(owner.process), 0) == 0 || errno == EPERM;
}

Lock::Lock(const fs::path& alignment_file, const LockOwner& owner, bool take_over,
           const text::DiagnosticSink& sink)
    : path_(lock_path(alignment_file)) {
    constexpr int most_tries = 100;  // each means that another process was there first, just now
    for (int tries = 0; descriptor_ < 0; ++tries) {
        if (tries == most_tries)
            refuse_locked(alignment_file, find_lock(alignment_file).value_or(LockOwner{"?", 0, "?"}));
        descriptor_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC | O_CREAT | O_EXCL, 0666);
        if (descriptor_ < 0 && errno != EEXIST) refuse(path_, errno);
        if (descriptor_ >= 0) {
            hold(descriptor_, path_);
        } else {
            descriptor_ = take_over_existing(alignment_file, take_over, sink);
        }
    }
    passing_ = std::make_unique<text::PassingFile>(path_);
    write_owner(descriptor_, owner, path_);
}

Lock::~Lock() {
    passing_.reset();
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<LockOwner> find_lock(const fs::path& alignment_file) {
    try {
        constexpr std::size_t most = 4096;
        return parse_owner(text::read_file(lock_path(alignment_file), most));
    } catch (const text::InputError&) {
        return std::nullopt;
    }
}

}  // namespace tongwen::review
