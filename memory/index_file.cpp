// SPDX-License-Identifier: Apache-2.0
// Owns the looks at a memory's file, and the rename of an index that is whole.
#include "memory/index_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
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

FileToBe::FileToBe(fs::path target) : target_(std::move(target)) {
    std::string name = target_.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) refuse_writing(target_, errno);
    temporary_ = name;
    passing_ = std::make_unique<text::PassingFile>(temporary_);
    // Others may read what the user's mask lets them: an index says no more than its memory.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    ::close(descriptor);
}

void FileToBe::commit() {
    const int descriptor = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) refuse_writing(target_, errno);
    const int failed = ::fsync(descriptor) != 0 ? errno : 0;
    ::close(descriptor);
    if (failed != 0) refuse_writing(target_, failed);
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) refuse_writing(target_, errno);
}

}  // namespace tongwen::memory
