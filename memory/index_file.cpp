// SPDX-License-Identifier: Apache-2.0
// Owns the looks at a memory's file, and the rename of an index that is whole.
#include "memory/index_file.h"

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/byte_source.h"
#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_writing(const fs::path& file, int error_number) {
    text::refuse_file("cannot-write", file, {std::generic_category().message(error_number)});
}

}  // namespace

MemoryState look_at_memory(const fs::path& memory) {
    struct stat status = {};
    if (::stat(memory.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) text::refuse_file("file-not-found", memory);
        text::refuse_file("cannot-read", memory, {std::generic_category().message(errno)});
    }
    if (S_ISDIR(status.st_mode)) text::refuse_file("is-a-directory", memory);
    if (!S_ISREG(status.st_mode)) text::refuse_file("not-a-regular-file", memory);
    return {status.st_size, status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

std::string hash_memory(const fs::path& memory) {
    constexpr std::size_t piece_size = std::size_t{1} << 20;
    const std::unique_ptr<text::ByteSource> bytes = text::open_plain(memory);
    std::string piece(piece_size, '\0');
    std::string hashes;
    while (true) {
        std::size_t size = 0;
        for (std::size_t more = 1; more > 0 && size < piece_size; size += more)
            more = bytes->read(piece.data() + size, piece_size - size);
        if (size == 0) break;
        hashes += text::content_hash(std::string_view(piece).substr(0, size));
    }
    return text::content_hash(hashes);
}

fs::path index_beside(const fs::path& memory) {
    fs::path file = memory;
    return file += ".index";
}

fs::path index_in_cache(const fs::path& memory, const fs::path& cache_folder) {
    std::error_code error;
    fs::path whole = fs::canonical(memory, error);
    if (error) whole = fs::absolute(memory);
    const std::string hash = text::content_hash(whole.string());
    return cache_folder / (memory.stem().string() + "." + hash.substr(hash.find(':') + 1) + ".index");
}

namespace {

constexpr std::string_view unique_part = ".XXXXXX";  // of the name, as mkstemp wants it

bool has_name(int descriptor) {
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

bool lock(int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0; }

void remove_if_abandoned(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return;
    if (lock(descriptor)) ::unlink(file.c_str());
    ::close(descriptor);
}

/// Litter is no reason to fail: what cannot be listed or removed stays.
void remove_abandoned_files_of(const fs::path& target) {
    const std::string beginning = target.filename().string() + ".";
    std::error_code error;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.size() != beginning.size() + unique_part.size() - 1 || !name.starts_with(beginning)) continue;
        if (entry->is_regular_file(error)) remove_if_abandoned(entry->path());
    }
}

}  // namespace

FileToBe::FileToBe(fs::path target) : target_(std::move(target)) {
    remove_abandoned_files_of(target_);
    open();
    // Others may read what the user's mask lets them: an index says no more than its memory.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, 0666 & ~mask);
    passing_ = std::make_unique<text::PassingFile>(temporary_);
}

/// Until the lock is there somebody else may take the file for an abandoned one. Where there are no locks,
/// nobody removes anything.
void FileToBe::open() {
    do {
        if (descriptor_ >= 0) ::close(descriptor_);
        std::string name = target_.string().append(unique_part);
        descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor_ < 0) refuse_writing(target_, errno);
        temporary_ = name;
        lock(descriptor_);
    } while (!has_name(descriptor_));
}

FileToBe::~FileToBe() {
    passing_.reset();
    ::close(descriptor_);
}

void FileToBe::commit() {
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), target_.c_str()) != 0)
        refuse_writing(target_, errno);
}

}  // namespace tongwen::memory
