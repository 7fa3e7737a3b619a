// SPDX-License-Identifier: Apache-2.0
// Tests reading and writing of whole files, in a folder of its own.
#include "text/files.h"

#include <fstream>
#include <thread>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "text/diagnostic.h"

namespace tongwen::text {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with everything in it.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "tongwen-files-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return path / name;
    }
    /// Whether its file system has them: then nothing unfinished is to be seen.
    [[nodiscard]] bool has_nameless_files() const {
        const int descriptor = ::open(path.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
        if (descriptor >= 0) ::close(descriptor);
        return descriptor >= 0;
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

template <class Action>
Diagnostic refused(Action action) {
    try {
        action();
    } catch (const InputError& error) {
        return error.diagnostic();
    }
    FAIL("nothing was thrown");
    return {};
}

void write_file(const fs::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

TEST_CASE("a file's bytes, and no more than allowed") {
    const Folder folder;
    const std::string bytes("a\0\r\n\xFF", 5);
    const fs::path path = folder.put("bytes", bytes);
    CHECK(read_file(path) == bytes);
    CHECK(read_file(path, 5) == bytes);
    CHECK(refused([&] { read_file(path, 4); }) ==
          Diagnostic{"file-too-large", Severity::error, {path.string()}, {"4"}});
    CHECK(read_file(folder.put("empty", "")).empty());
    const std::string large(3'000'001, 'x');
    CHECK(read_file(folder.put("large", large)) == large);
}

TEST_CASE("files that cannot be read") {
    const Folder folder;
    const fs::path missing = folder.path / "missing.txt";
    CHECK(refused([&] { read_file(missing); }) ==
          Diagnostic{"file-not-found", Severity::error, {missing.string()}});
    CHECK(refused([&] { read_file(folder.put("plain", "x") / "below"); }).id == "file-not-found");
    CHECK(refused([&] { read_file(folder.path); }) ==
          Diagnostic{"is-a-directory", Severity::error, {folder.path.string()}});
    if (::geteuid() != 0) {  // the superuser may read all
        const fs::path secret = folder.put("secret", "x");
        fs::permissions(secret, fs::perms::none);
        CHECK(refused([&] { read_file(secret); }).id == "cannot-read");
    }
    CHECK(refused([] { read_file("/dev/fd/987"); }).id == "cannot-read");
}

TEST_CASE("pipes can be read, up to the cap") {
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string bytes(200'000, 'p');
    std::thread writer([&] { std::ofstream(pipe) << bytes; });
    CHECK(read_file(pipe) == bytes);
    writer.join();
    CHECK(refused([] { read_file("/dev/zero", 1000); }).id == "file-too-large");
}

TEST_CASE("a file appears whole, at commit") {
    const Folder folder;
    const fs::path path = folder.path / "out";
    {
        AtomicFile file(path);
        file.write("one ");
        file.write(std::string(1'000'000, 'x'));
        CHECK_FALSE(fs::exists(path));
        CHECK(folder.count() == (folder.has_nameless_files() ? 0 : 1));
        file.commit();
    }
    CHECK(fs::file_size(path) == 1'000'004);
    CHECK(folder.count() == 1);
}

TEST_CASE("what is not committed leaves nothing behind and the old file alone") {
    const Folder folder;
    const fs::path path = folder.put("out", "old");
    { AtomicFile(path).write("new"); }
    CHECK(read_file(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a signal handler can remove what is unfinished") {
    const Folder folder;
    AtomicFile first(folder.path / "first");
    AtomicFile second(folder.path / "second");
    write_file(folder.path / "done", "x");
    CHECK(folder.count() == (folder.has_nameless_files() ? 1 : 3));
    remove_unfinished_files();
    CHECK(folder.count() == 1);
    if (!folder.has_nameless_files()) CHECK(refused([&] { first.commit(); }).id == "cannot-write");
}

TEST_CASE("slots are given back") {
    const Folder folder;
    for (int i = 0; i < 200; ++i) write_file(folder.path / "out", "x");
    CHECK(read_file(folder.path / "out") == "x");
}

TEST_CASE("modes: a new file has the umask's, an old one keeps its own") {
    const Folder folder;
    const ::mode_t before = ::umask(027);
    write_file(folder.path / "new", "x");
    ::umask(before);
    CHECK(fs::status(folder.path / "new").permissions() == static_cast<fs::perms>(0640));
    const fs::path old = folder.put("old", "x");
    fs::permissions(old, static_cast<fs::perms>(0604));
    write_file(old, "y");
    CHECK(fs::status(old).permissions() == static_cast<fs::perms>(0604));
    CHECK(read_file(old) == "y");
}

TEST_CASE("a symbolic link is followed") {
    const Folder folder;
    const fs::path target = folder.put("target", "old");
    const fs::path link = folder.path / "link";
    fs::create_symlink("target", link);
    write_file(link, "new");
    CHECK(fs::is_symlink(link));
    CHECK(read_file(target) == "new");
    fs::create_symlink("not-yet", folder.path / "dangling");
    write_file(folder.path / "dangling", "made");
    CHECK(read_file(folder.path / "not-yet") == "made");
}

TEST_CASE("pipes and open descriptors are written directly") {
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::string seen;
    std::thread reader([&] { seen = read_file(pipe); });
    write_file(pipe, "through");
    reader.join();
    CHECK(seen == "through");
    CHECK(fs::is_fifo(pipe));

    const fs::path log = folder.put("log", "before ");
    const int descriptor = ::open(log.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    write_file("/dev/fd/" + std::to_string(descriptor), "after");
    ::close(descriptor);
    CHECK(read_file(log) == "before after");
}

TEST_CASE("targets that cannot be written") {
    const Folder folder;
    const auto reason = [](const fs::path& path) { return refused([&] { write_file(path, "x"); }); };
    const fs::path below_nothing = folder.path / "no" / "such";
    CHECK(
        reason(below_nothing) ==
        Diagnostic{"cannot-write", Severity::error, {below_nothing.string()}, {"No such file or directory"}});
    CHECK(reason(folder.path).arguments == std::vector<std::string>{"Is a directory"});
    CHECK(reason(folder.path / "").arguments == std::vector<std::string>{"Is a directory"});
    CHECK(reason("/dev/full") ==
          Diagnostic{"cannot-write", Severity::error, {"/dev/full"}, {"No space left on device"}});
    CHECK(reason("").id == "cannot-write");
    if (::geteuid() != 0) {
        const fs::path locked = folder.put("locked", "x");
        fs::permissions(locked, fs::perms::owner_read);
        CHECK(reason(locked).arguments == std::vector<std::string>{"Permission denied"});
    }
    CHECK(folder.count() == (::geteuid() != 0 ? 1U : 0U));
}

TEST_CASE("content hashes are XXH3's of 128 bits, in its canonical spelling") {
    CHECK(content_hash("") == "xxh3-128:99aa06d3014798d86001c324468d497f");
    CHECK(content_hash("abc") == "xxh3-128:06b05ab6733a618578af5f94892f3950");
}

}  // namespace
}  // namespace tongwen::text
