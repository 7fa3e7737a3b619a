// SPDX-License-Identifier: Apache-2.0
#include "review/lock.h"

#include <csignal>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

using namespace tongwen;
using namespace tongwen::review;

namespace {

namespace fs = std::filesystem;

const text::DiagnosticSink nothing_said = [](const text::Diagnostic& diagnostic) { FAIL(diagnostic.id); };
const LockOwner lin = this_owner("lin", "2026-11-24T09:30:00Z");

std::string refusal_of(const fs::path& file) {
    try {
        const Lock lock(file, lin, false, nothing_said);
    } catch (const text::InputError& error) {
        std::string told = error.diagnostic().id;
        for (const std::string& argument : error.diagnostic().arguments) told += " " + argument;
        return told;
    }
    return {};
}

/// A lock's bytes for a process of this host.
std::string lock_of(long process) {
    return R"({"owner":")" + lin.who + R"(","process":)" + std::to_string(process) +
           R"(,"since":"2026-11-23T00:00:00Z"})" + "\n";
}

}  // namespace

TEST_CASE("a lock is there as long as its object, and names its owner") {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "x.tongwen";
    {
        const Lock lock(file, lin, false, nothing_said);
        CHECK(fs::exists(folder.path() / "x.tongwen.lock"));
        CHECK(find_lock(file) == lin);
        CHECK(lin.who.starts_with("lin@"));
        CHECK(refusal_of(file) == "locked " + lin.who + " " + std::to_string(::getpid()) + " " + lin.since);
    }
    CHECK_FALSE(find_lock(file));
    CHECK(refusal_of(file).empty());
    CHECK_FALSE(fs::exists(folder.path() / "x.tongwen.lock"));
}

TEST_CASE("the lock of a process that is not there is taken over, with a note") {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "x.tongwen";
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    for (const std::string& bytes : {lock_of(child), std::string(), std::string("garbage")}) {
        folder.add("x.tongwen.lock", bytes);
        std::vector<text::Diagnostic> said;
        const Lock lock(file, lin, false,
                        [&](const text::Diagnostic& diagnostic) { said.push_back(diagnostic); });
        REQUIRE(said.size() == 1);
        CHECK(said[0].id == "stale-lock");
        CHECK(said[0].severity == text::Severity::note);
        if (bytes.size() > 10)
            CHECK(said[0].arguments == std::vector{lin.who, std::string("2026-11-23T00:00:00Z")});
        CHECK(find_lock(file) == lin);
    }
}

TEST_CASE("a lock of a living process, or of another host, is taken over on request only") {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "x.tongwen";
    for (const std::string& bytes :
         {lock_of(::getppid()), std::string(R"({"owner":"wei@elsewhere","process":1,"since":""})")}) {
        folder.add("x.tongwen.lock", bytes);
        CHECK(refusal_of(file).starts_with("locked "));
        std::string said;
        {
            const Lock lock(file, lin, true,
                            [&](const text::Diagnostic& diagnostic) { said = diagnostic.id; });
            CHECK(said == "lock-taken-over");
            CHECK(find_lock(file) == lin);
        }
        CHECK_FALSE(find_lock(file));
    }
}

TEST_CASE("who lost a lock does not remove the other's") {
    const ScratchFolder folder;
    const fs::path file = folder.path() / "x.tongwen";
    auto first = std::make_unique<Lock>(file, lin, false, nothing_said);
    const LockOwner wei = this_owner("wei", "2026-11-24T10:00:00Z");
    const Lock second(file, wei, true, [](const text::Diagnostic&) {});
    CHECK(find_lock(file) == wei);
    first.reset();
    CHECK(find_lock(file) == wei);
    text::remove_unfinished_files();
    CHECK_FALSE(find_lock(file));
}

TEST_CASE("a file and a link to it have one lock") {
    const ScratchFolder folder;
    const fs::path file = folder.add("x.tongwen", "");
    fs::create_directory(folder.path() / "links");
    fs::create_symlink(file, folder.path() / "links/y.tongwen");
    const Lock lock(file, lin, false, nothing_said);
    CHECK(refusal_of(folder.path() / "links/y.tongwen").starts_with("locked "));
    CHECK(find_lock(folder.path() / "links/y.tongwen") == lin);
}

TEST_CASE("a folder that cannot be written to is said") {
    CHECK(refusal_of("/nowhere/x.tongwen") == "cannot-write No such file or directory");
}
