// SPDX-License-Identifier: Apache-2.0
// Owns reading and writing of whole files, through POSIX calls, since streams hide the reason of a failure.
#include "text/files.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 18;

/// The names of unfinished temporary files, where a signal handler can read them: no allocation, no locks.
struct Unfinished {
    enum State : int { unused, claimed, active };
    std::atomic<int> state = unused;
    char path[PATH_MAX] = {};
    struct stat status = {};  // which file it is
};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler reads it");
std::array<Unfinished, 64> unfinished_files;

/// A slot that names `path`, or -1 when all are taken or the path is too long.
int remember(const std::string& path) {
    if (path.size() >= PATH_MAX) return -1;
    for (std::size_t slot = 0; slot < unfinished_files.size(); ++slot) {
        Unfinished& entry = unfinished_files[slot];
        int expected = Unfinished::unused;
        if (!entry.state.compare_exchange_strong(expected, Unfinished::claimed)) continue;
        std::memcpy(entry.path, path.c_str(), path.size() + 1);
        entry.status = {};
        entry.state = Unfinished::active;
        return static_cast<int>(slot);
    }
    return -1;
}

void forget(int slot) {
    if (slot >= 0) unfinished_files[static_cast<std::size_t>(slot)].state = Unfinished::unused;
}

/// Removes the file, unless another has its name by now. Async-signal-safe.
void remove(const Unfinished& entry) noexcept {
    struct stat now = {};
    const bool is_known = entry.status.st_ino != 0;
    if (is_known && (::stat(entry.path, &now) != 0 || now.st_ino != entry.status.st_ino ||
                     now.st_dev != entry.status.st_dev))
        return;
    ::unlink(entry.path);
}

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

/// Closes when it goes out of scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// The open descriptor that a path such as /dev/stdout or /dev/fd/3 names. Opening such a path anew would
/// start at the beginning of a file that a shell opened for appending, and fails for sockets.
std::optional<int> named_descriptor(std::string_view path) {
    if (path == "/dev/stdin") return STDIN_FILENO;
    if (path == "/dev/stdout") return STDOUT_FILENO;
    if (path == "/dev/stderr") return STDERR_FILENO;
    for (const std::string_view prefix : {"/dev/fd/", "/proc/self/fd/"}) {
        int number = 0;
        if (!path.starts_with(prefix)) continue;
        const char* const end = path.data() + path.size();
        const auto parsed = std::from_chars(path.data() + prefix.size(), end, number);
        if (parsed.ec == std::errc{} && parsed.ptr == end && number >= 0) return number;
    }
    return std::nullopt;
}

int open_or_duplicate(const std::filesystem::path& path, int flags) {
    if (const auto number = named_descriptor(path.native())) return ::fcntl(*number, F_DUPFD_CLOEXEC, 0);
    return ::open(path.c_str(), flags | O_CLOEXEC);
}

/// What a chain of symbolic links leads to, whether or not that exists. Stops at links to open descriptors.
std::filesystem::path follow_links(std::filesystem::path path) {
    constexpr int most_links = 40;  // the kernel's own limit
    for (int links = 0; links < most_links && !named_descriptor(path.native()); ++links) {
        std::error_code error;
        const std::filesystem::path next = std::filesystem::read_symlink(path, error);
        if (error) break;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

std::string temporary_beside(const std::filesystem::path& target) {
    static std::atomic<unsigned> counter = 0;
    const std::string name =
        ".tongwen-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
    return (folder_of(target) / name).string();
}

/// A rename lasts only when its folder reached the disk. Some file systems cannot sync a folder; the file is
/// whole anyway.
void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0) ::fsync(descriptor.number());
}

/// Appends what there is to read, up to the end or to one byte more than `max_bytes`. The number of an error,
/// or 0.
int read_to_end(int descriptor, std::size_t max_bytes, std::string& bytes) {
    std::size_t size = 0;
    while (size <= max_bytes) {
        if (bytes.size() - size < chunk_size / 4) bytes.resize(std::max(bytes.size() * 2, chunk_size));
        const ssize_t count =
            ::read(descriptor, bytes.data() + size, std::min(bytes.size() - size, max_bytes - size + 1));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    bytes.resize(size);
    return 0;
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes) {
    const Descriptor descriptor(open_or_duplicate(path, O_RDONLY));
    if (descriptor.number() < 0) {
        if (errno == ENOENT || errno == ENOTDIR) refuse_file("file-not-found", path);
        refuse_file("cannot-read", path, {reason_of(errno)});
    }
    struct stat status = {};
    if (::fstat(descriptor.number(), &status) != 0) refuse_file("cannot-read", path, {reason_of(errno)});
    if (S_ISDIR(status.st_mode)) refuse_file("is-a-directory", path);
    const auto size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    if (size > max_bytes) refuse_file("file-too-large", path, {std::to_string(max_bytes)});
    std::string bytes(size + chunk_size / 2, '\0');  // room to see the end without growing
    if (const int error = read_to_end(descriptor.number(), max_bytes, bytes); error != 0)
        refuse_file("cannot-read", path, {reason_of(error)});
    if (bytes.size() > max_bytes) refuse_file("file-too-large", path, {std::to_string(max_bytes)});
    return bytes;
}

AtomicFile::AtomicFile(std::filesystem::path target) : target_(std::move(target)) {
    resolved_ = follow_links(target_);
    struct stat status = {};
    const bool exists = ::stat(resolved_.c_str(), &status) == 0;
    direct_ = named_descriptor(resolved_.native()).has_value() || (exists && !S_ISREG(status.st_mode));
    if (direct_) {
        descriptor_ = open_or_duplicate(resolved_, O_WRONLY);
        if (descriptor_ < 0) fail(errno);
        return;
    }
    if (!resolved_.has_filename()) fail(exists ? EISDIR : ENOENT);
    // Renaming over a file needs no permission to write it; people who took that permission away mean it.
    if (exists && ::access(resolved_.c_str(), W_OK) != 0) fail(errno);
    open_temporary();
    // Without the right to do so (a foreign file of a shared folder) the umask's mode has to do.
    if (exists) static_cast<void>(::fchmod(descriptor_, status.st_mode & 07777));
}

// A file without a name goes with the program, however that ends. Not all file systems know such files, and
// without /proc it could get no name later.
void AtomicFile::open_temporary() {
    if (::access("/proc/self/fd", X_OK) == 0)
        descriptor_ = ::open(folder_of(resolved_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) return;
    do {
        forget(slot_);
        temporary_ = temporary_beside(resolved_);
        slot_ = remember(temporary_);
        if (slot_ < 0) fail(temporary_.size() >= PATH_MAX ? ENAMETOOLONG : EMFILE);
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EEXIST);
    if (descriptor_ >= 0) return;
    const int error = errno;
    forget(slot_);
    fail(error);
}

void AtomicFile::give_name() {
    if (!temporary_.empty()) return;
    const std::string open_file = "/proc/self/fd/" + std::to_string(descriptor_);
    int linked = 0;
    do {
        forget(slot_);
        temporary_ = temporary_beside(resolved_);
        slot_ = remember(temporary_);
        if (slot_ < 0) fail(temporary_.size() >= PATH_MAX ? ENAMETOOLONG : EMFILE);
        linked = ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW);
    } while (linked != 0 && errno == EEXIST);
    if (linked != 0) fail(errno);
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!committed_ && !temporary_.empty()) ::unlink(temporary_.c_str());
    forget(slot_);
}

void AtomicFile::write(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= chunk_size) flush();
}

void AtomicFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
}

void AtomicFile::commit() {
    flush();
    // Pipes and terminals cannot be synced (EINVAL, ENOTSUP); a disk that is full can say so as late as here.
    if (!direct_ && ::fsync(descriptor_) != 0) fail(errno);
    if (!direct_) give_name();
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
    if (!direct_) {
        if (::rename(temporary_.c_str(), resolved_.c_str()) != 0) fail(errno);
        sync_folder(folder_of(resolved_));
    }
    committed_ = true;
}

void AtomicFile::fail(int error_number) const {
    refuse_file("cannot-write", target_, {reason_of(error_number)});
}

PassingFile::PassingFile(const std::filesystem::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) refuse_file("cannot-write", path, {reason_of(errno)});
    // The name counts from where the program was started, and a signal may come from anywhere.
    slot_ = remember(std::filesystem::absolute(path).string());
    if (slot_ < 0) refuse_file("cannot-write", path, {reason_of(EMFILE)});
    unfinished_files[static_cast<std::size_t>(slot_)].status = status;
}

PassingFile::~PassingFile() {
    if (slot_ >= 0) remove(unfinished_files[static_cast<std::size_t>(slot_)]);
    forget(slot_);
}

void remove_unfinished_files() noexcept {
    for (const Unfinished& entry : unfinished_files)
        if (entry.state == Unfinished::active) remove(entry);
}

std::string content_hash(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::string out = "xxh3-128:";
    for (const unsigned char byte : canonical.digest) {
        out.push_back("0123456789abcdef"[byte >> 4]);
        out.push_back("0123456789abcdef"[byte & 15]);
    }
    return out;
}

}  // namespace tongwen::text
