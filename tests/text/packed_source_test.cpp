// SPDX-License-Identifier: Apache-2.0
// Tests that what is packed on its way out is unpacked on its way in, and what damage does.
#include <filesystem>
#include <fstream>

#include <rapidcheck.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/gzipped.h"
#include "text/byte_source.h"
#include "text/diagnostic.h"
#include "text/files.h"
#include "text/packed_output.h"

namespace tongwen::text {
namespace {

/// A file of the test, removed at its end.
class Scratch {
  public:
    explicit Scratch(const std::string& name, std::string_view bytes = {})
        : path_(std::filesystem::temp_directory_path() / (std::to_string(getpid()) + "-" + name)) {
        write(bytes);
    }
    ~Scratch() { std::filesystem::remove(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    void write(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::string read_all(ByteSource& source, std::size_t piece = 1000) {
    std::string out;
    std::string buffer(piece, '\0');
    while (const std::size_t count = source.read(buffer.data(), buffer.size())) out.append(buffer, 0, count);
    CHECK(source.read(buffer.data(), 1) == 0);
    return out;
}

std::string unpacked(const std::filesystem::path& path, std::string_view suffix = ".tmx") {
    return read_all(*open_unpacked(path, suffix));
}

std::string packed(const std::string& name, const std::string& bytes) {
    std::string out;
    const auto output = pack_for(name, [&out](std::string_view piece) { out += piece; });
    for (std::size_t at = 0; at < bytes.size(); at += 777)
        output->write(std::string_view(bytes).substr(at, 777));
    output->finish();
    return out;
}

std::string id_of(const std::filesystem::path& path) {
    try {
        unpacked(path);
    } catch (const InputError& error) {
        CHECK(error.diagnostic().where.file == path.string());
        return error.diagnostic().id;
    }
    return "none";
}

const std::string text = "河 river, again and again, river\n";

TEST_CASE("what was packed is unpacked, whatever its size and however it is read") {
    std::string large;
    for (int i = 0; i < 20'000; ++i) large += std::to_string(i * 7919 % 10'007) + " river\n";
    for (const std::string& bytes : {std::string(), text, large}) {
        for (const char* const name : {"m.tmx", "m.tmx.gz", "m.TMX.GZ", "m.tmx.zip"}) {
            const Scratch file(name, packed(name, bytes));
            CHECK(unpacked(file.path()) == bytes);
            CHECK(read_all(*open_unpacked(file.path(), ".tmx"), 1) == bytes);
        }
    }
    CHECK(packed("m.tmx.gz", large).size() < large.size() / 2);
    CHECK(packed("m.tmx.zip", large) == packed("other/m.tmx.zip", large));
    CHECK(unpacked_name("a/b.tmx.gz") == "a/b.tmx");
    CHECK(unpacked_name("a/b.tmx") == "a/b.tmx");
}

TEST_CASE("unzip finds our archives whole") {
    if (std::system("command -v unzip >/dev/null") != 0) {
        WARN("unzip is not installed: archives are not checked with it");
        return;
    }
    const Scratch file("u.tmx.zip", packed("u.tmx.zip", text));
    CHECK(std::system(("unzip -tqq '" + file.path().string() + "' >/dev/null 2>&1").c_str()) == 0);
}

TEST_CASE("members of a gzip file come one after the other") {
    const Scratch file("s.tmx.gz", gzipped("a") + gzipped("") + gzipped("b"));
    CHECK(unpacked(file.path()) == "ab");
}

TEST_CASE("every truncation of a packed file is found") {
    for (const char* const name : {"t.tmx.gz", "t.tmx.zip"}) {
        const std::string whole = packed(name, text);
        const Scratch file(name);
        for (std::size_t size = 4; size < whole.size(); ++size) {
            file.write(whole.substr(0, size));
            CHECK((id_of(file.path()) == "bad-gzip" || id_of(file.path()) == "bad-zip"));
        }
        file.write(whole);
        CHECK(id_of(file.path()) == "none");
    }
}

TEST_CASE("no damage of a packed file does harm") {
    for (const char* const name : {"h.tmx.gz", "h.tmx.zip"}) {
        const std::string whole = packed(name, text);
        const Scratch file(name);
        CHECK(rc::check([&] {
            std::string bytes = whole;
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
            file.write(bytes);
            try {
                RC_ASSERT(unpacked(file.path()).size() < 10'000U);
            } catch (const InputError&) {  // refused: as good
            }
        }));
    }
}

TEST_CASE("an archive has one member that is wanted, or is refused") {
    const Scratch file("n.zip", packed("notes.txt.zip", text));
    CHECK(id_of(file.path()) == "zip-members");
    CHECK(unpacked(file.path(), ".TXT") == text);
    file.write(std::string("PK\5\6", 4) + std::string(18, '\0'));
    CHECK(id_of(file.path()) == "zip-members");
}

TEST_CASE("what is no file, or changes while it is read, is refused") {
    const auto id = [](const auto& work) {
        try {
            work();
        } catch (const InputError& error) {
            return error.diagnostic().id;
        }
        return std::string("none");
    };
    CHECK(id([] { open_plain("/nonexistent/x"); }) == "file-not-found");
    CHECK(id([] { open_plain("/"); }) == "is-a-directory");
    const Scratch grows("g.tmx", text);
    CHECK(id([&] {
              const auto source = open_plain(grows.path());
              char c = 0;
              source->read(&c, 1);
              grows.write(text + text);
              read_all(*source);
          }) == "file-changed");
    const Scratch shrinks("s.tmx", text);
    CHECK(id([&] {
              const auto source = open_plain(shrinks.path());
              char c = 0;
              source->read(&c, 1);
              shrinks.write("x");
              read_all(*source);
          }) == "file-changed");
    CHECK(read_all(*open_plain("/proc/self/status")).starts_with("Name:"));  // it says that it is empty
}

}  // namespace
}  // namespace tongwen::text
