// SPDX-License-Identifier: Apache-2.0
// Owns reading of plain files and of memory, piece by piece.
#include "text/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

class PlainFile final : public ByteSource {
  public:
    explicit PlainFile(std::filesystem::path path) : path_(std::move(path)) {
        descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0 && (errno == ENOENT || errno == ENOTDIR)) refuse_file("file-not-found", path_);
        if (descriptor_ < 0) refuse_file("cannot-read", path_, {reason_of(errno)});
        look_at_kind();
    }
    ~PlainFile() override { ::close(descriptor_); }

    std::size_t read(char* into, std::size_t most) override {
        ssize_t count = -1;
        do {
            count = ::read(descriptor_, into, most);
        } while (count < 0 && errno == EINTR);
        if (count < 0) refuse_file("cannot-read", path_, {reason_of(errno)});
        position_ += count;
        look_for_change(count == 0);
        return static_cast<std::size_t>(count);
    }

  private:
    void look_at_kind() {
        struct stat status = {};
        const int error = ::fstat(descriptor_, &status) == 0 ? 0 : errno;
        is_regular_ = error == 0 && S_ISREG(status.st_mode);
        size_ = status.st_size;
        if (error == 0 && !S_ISDIR(status.st_mode)) return;
        ::close(descriptor_);  // the destructor does not run
        if (error == 0) refuse_file("is-a-directory", path_);
        refuse_file("cannot-read", path_, {reason_of(error)});
    }

    // Somebody else's writing: what was read fits together with neither the old file nor the new one. Files
    // that say they are empty (those of /proc) are read like pipes.
    void look_for_change(bool at_end) const {
        if (!is_regular_ || size_ == 0) return;
        if (position_ > size_ || (at_end && position_ < size_)) refuse_file("file-changed", path_);
    }

    std::filesystem::path path_;
    int descriptor_ = -1;
    bool is_regular_ = false;
    off_t size_ = 0;
    off_t position_ = 0;
};

class Memory final : public ByteSource {
  public:
    explicit Memory(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* into, std::size_t most) override {
        const std::size_t count = std::min(most, bytes_.size() - position_);
        std::memcpy(into, bytes_.data() + position_, count);
        position_ += count;
        return count;
    }

  private:
    std::string bytes_;
    std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_plain(const std::filesystem::path& path) {
    return std::make_unique<PlainFile>(path);
}

std::unique_ptr<ByteSource> bytes_of(std::string bytes) { return std::make_unique<Memory>(std::move(bytes)); }

}  // namespace tongwen::text
