// SPDX-License-Identifier: Apache-2.0
// Owns appending to a ledger: a line is on the disk, or the file ends as before.
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "review/alignment_file.h"

namespace tongwen::review {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, std::string reason) {
    throw text::InputError({"cannot-write", text::Severity::error, {path.string()}, {std::move(reason)}});
}

[[noreturn]] void refuse(const std::filesystem::path& path, int error_number) {
    refuse(path, std::generic_category().message(error_number));
}

/// Writes all of it; the number of an error, or 0.
int write_at(int descriptor, std::string_view bytes, std::size_t offset) {
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::size_t>(count);
    }
    return 0;
}

}  // namespace

LedgerFile::LedgerFile(const std::filesystem::path& path, std::size_t good_bytes)
    : path_(path), size_(good_bytes) {
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor_ < 0) refuse(path_, errno);
    struct stat status = {};
    int error = ::fstat(descriptor_, &status) == 0 ? 0 : errno;
    const bool fits =
        error == 0 && S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) >= size_;
    if (fits && static_cast<std::size_t>(status.st_size) > size_ &&
        (::ftruncate(descriptor_, static_cast<off_t>(size_)) != 0 || ::fdatasync(descriptor_) != 0))
        error = errno;
    if (fits && error == 0) return;
    ::close(descriptor_);
    error != 0 ? refuse(path_, error) : refuse(path_, "changed meanwhile");
}

LedgerFile::~LedgerFile() { ::close(descriptor_); }

void LedgerFile::write(std::string line, bool sync) {
    // Another program (git, an editor) may have put another file in this one's place: what we wrote would be
    // nowhere.
    struct stat ours = {};
    struct stat there = {};
    if (::fstat(descriptor_, &ours) != 0 || ::stat(path_.c_str(), &there) != 0) refuse(path_, errno);
    if (ours.st_ino != there.st_ino || ours.st_dev != there.st_dev ||
        static_cast<std::size_t>(ours.st_size) != size_)
        refuse(path_, "changed meanwhile");
    line += '\n';
    int error = write_at(descriptor_, line, size_);
    if (error == 0 && sync && ::fdatasync(descriptor_) != 0) error = errno;
    if (error != 0) {
        // Best effort: where even this fails, the torn line is mended when the file is opened next.
        static_cast<void>(::ftruncate(descriptor_, static_cast<off_t>(size_)));
        refuse(path_, error);
    }
    size_ += line.size();
}

}  // namespace tongwen::review
