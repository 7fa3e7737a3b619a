// SPDX-License-Identifier: Apache-2.0
// Owns reading and writing of whole files: clear errors in, never a half file out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tongwen::text {

/// The bytes of a regular file (or of a pipe), at most `max_bytes` of them.
/// Throws InputError: file-not-found, is-a-directory, cannot-read {reason}, file-too-large {limit}.
std::string read_file(const std::filesystem::path& path, std::size_t max_bytes = std::size_t{1} << 31);

/// A file that appears whole or not at all: bytes go to a file without a name in the target's folder,
/// `commit()` syncs and names it; what was not committed goes with the program, even when that is killed.
/// Where the file system has no such files, bytes go to a temporary name beside the target; the destructor,
/// or a signal (see remove_unfinished_files), removes what was not committed. A
/// symbolic link is followed, not replaced; an existing file keeps its mode, a new one gets the umask's. An
/// existing target that is no regular file (a pipe, /dev/stdout, /dev/full) is written directly. Throws
/// InputError cannot-write {reason} from every member.
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    void commit();

  private:
    void open_temporary();
    void give_name();
    void flush();
    [[noreturn]] void fail(int error_number) const;

    std::filesystem::path target_;    ///< as given, for errors
    std::filesystem::path resolved_;  ///< behind all symbolic links
    std::string temporary_;
    std::string buffer_;
    int descriptor_ = -1;
    int slot_ = -1;
    bool direct_ = false;
    bool committed_ = false;
};

/// A file that is there already and goes with this object, or on a signal (see remove_unfinished_files),
/// unless another was put in its place.
class PassingFile {
  public:
    explicit PassingFile(const std::filesystem::path& path);
    ~PassingFile();
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;

  private:
    int slot_ = -1;
};

/// Removes the temporary files of all unfinished AtomicFiles, and all PassingFiles. Async-signal-safe: for
/// signal handlers.
void remove_unfinished_files() noexcept;

/// A hash of content for telling whether a file changed: "xxh3-128:" and 32 hexadecimal digits (as
/// `xxh128sum` prints).
std::string content_hash(std::string_view bytes);

}  // namespace tongwen::text
