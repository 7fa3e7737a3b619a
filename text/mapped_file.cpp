// SPDX-License-Identifier: Apache-2.0
// Owns the call of mmap.
#include "text/mapped_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    if (error == ENOENT) throw InputError({"file-not-found", Severity::error, {path.string()}, {}});
    if (error == EISDIR) throw InputError({"is-a-directory", Severity::error, {path.string()}, {}});
    throw InputError({"cannot-read", Severity::error, {path.string()}, {std::strerror(error)}});
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path, errno);
    struct stat status {};
    const int error = ::fstat(file, &status) != 0 ? errno
                      : S_ISDIR(status.st_mode)   ? EISDIR
                      : S_ISREG(status.st_mode)   ? 0
                                                  : EINVAL;
    const auto size = static_cast<std::size_t>(status.st_size);
    void* address = error == 0 && size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    const int map_error = address == MAP_FAILED ? errno : error;
    ::close(file);
    if (map_error != 0) fail(path, map_error);
    if (address != nullptr) bytes_ = {static_cast<const char*>(address), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

}  // namespace tongwen::text
