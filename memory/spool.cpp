// SPDX-License-Identifier: Apache-2.0
// Owns a temporary file without a name.
#include "memory/spool.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 18;

[[noreturn]] void fail(const char* id, int error_number) {
    text::refuse_file(id, std::filesystem::temp_directory_path(),
                      {std::generic_category().message(error_number)});
}

}  // namespace

Spool::Spool() = default;
Spool::Spool(Spool&& other) noexcept
    : buffer_(std::move(other.buffer_)),
      written_(std::exchange(other.written_, 0)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}
Spool::~Spool() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Spool::open() {
    const std::string folder = std::filesystem::temp_directory_path().string();
    descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor_ >= 0) return;
    std::string name = folder + "/.tongwen-XXXXXX";  // a file system that knows no files without names
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail("cannot-write", errno);
    ::unlink(name.c_str());
}

std::uint64_t Spool::append(std::string_view bytes) {
    const std::uint64_t at = size();
    if (buffer_.size() + bytes.size() < buffer_size) {
        buffer_.append(bytes);
    } else {
        flush();
        write(bytes);
    }
    return at;
}

void Spool::flush() {
    write(buffer_);
    buffer_.clear();
}

void Spool::write(std::string_view rest) {
    if (descriptor_ < 0) open();
    while (!rest.empty()) {
        const ssize_t count = ::pwrite(descriptor_, rest.data(), rest.size(), static_cast<off_t>(written_));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("cannot-write", errno);
        written_ += static_cast<std::uint64_t>(count);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

void Spool::read(std::uint64_t at, char* into, std::size_t size) {
    if (at >= written_) {
        std::memcpy(into, buffer_.data() + (at - written_), size);
        return;
    }
    if (at + size > written_) flush();
    while (size > 0) {
        const ssize_t count = ::pread(descriptor_, into, size, static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("cannot-read", count < 0 ? errno : EIO);
        into += count;
        at += static_cast<std::uint64_t>(count);
        size -= static_cast<std::size_t>(count);
    }
}

}  // namespace tongwen::memory
