// SPDX-License-Identifier: Apache-2.0
// Kills the program while it reviews, at random moments: what it had answered must be there.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

#include <nlohmann/json.hpp>

#include "cli/reviewed_file.h"
#include "review/lock.h"
#include "tests/cli/child_process.h"
#include "tests/review/small_review.h"
#include "tests/support/catch.h"
#include "tests/support/scratch_folder.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// How often; more in the environment's TONGWEN_KILLS.
int kill_count() {
    const char* const wanted = std::getenv("TONGWEN_KILLS");
    return wanted != nullptr ? std::atoi(wanted) : 20;
}

std::string random_request(std::mt19937& random) {
    static const std::vector<std::string> operations = {
        "accept", "needs-work", "drop", "merge", "split", "pin", "comment", "clear", "undo", "shift-target"};
    nlohmann::json request = {{"operation", operations[random() % operations.size()]},
                              {"bead", 1 + random() % 200},
                              {"source", 1},
                              {"target", random() % 2},
                              {"text", std::string(random() % 3000, 'x')}};
    return request.dump() + "\n";
}

/// Talks with the program until it is killed; the number of the last entry that it answered for.
std::size_t talk_and_kill(const fs::path& file, std::mt19937& random) {
    ChildProcess program({TONGWEN_PROGRAM, "review", file.string(), "--script", "--user", "lin"});
    const auto delay = std::chrono::microseconds(random() % 60'000);
    std::thread killer([&program, delay] {
        std::this_thread::sleep_for(delay);
        ::kill(program.id(), SIGKILL);
    });
    std::size_t last = 0;
    while (program.write(random_request(random))) {
        const auto line = program.read_line();
        if (!line) break;
        const auto answer = nlohmann::json::parse(*line);
        if (answer["ok"] == true) last = answer["entry"].get<std::size_t>();
    }
    killer.join();
    const int status = program.wait();
    CHECK(WIFSIGNALED(status));
    return last;
}

TEST_CASE("whenever the program is killed, every decision that it answered for is there") {
    std::signal(SIGPIPE, SIG_IGN);
    const ScratchFolder folder;
    const fs::path path = folder.path() / "x.tongwen";
    std::string shapes = "1-1";
    for (int i = 1; i < 300; ++i) shapes += i % 3 == 0 ? " 2-2" : " 1-1";
    review::write_alignment_file(path, {review::small_review(shapes), {}, "test"});
    std::mt19937 random(20'261'124);
    std::size_t acknowledged = 0;
    std::size_t torn = 0;
    const int kills = kill_count();
    for (int k = 0; k < kills; ++k) {
        acknowledged = std::max(acknowledged, talk_and_kill(path, random));
        const review::AlignmentFile file = review::read_alignment_file(
            path, [&torn](const text::Diagnostic& diagnostic) { torn += diagnostic.id == "torn-ledger"; });
        INFO("kill " << k);
        REQUIRE(file.review.ledger().size() >= acknowledged);
        CHECK(file.review.ledger().size() <= acknowledged + 1);
        acknowledged = file.review.ledger().size();
    }
    CHECK(acknowledged > 0);
    if (std::getenv("TONGWEN_KILLS") != nullptr)
        WARN(kills << " kills, " << acknowledged << " decisions, none lost, torn lines mended: " << torn);
}

TEST_CASE("a signal that can be caught leaves no lock behind, kill -9 leaves one that is taken over") {
    std::signal(SIGPIPE, SIG_IGN);
    const ScratchFolder folder;
    const fs::path path = folder.path() / "x.tongwen";
    review::write_alignment_file(path, {review::small_review("1-1 1-1"), {}, "test"});
    for (const int signal : {SIGTERM, SIGKILL}) {
        ChildProcess program({TONGWEN_PROGRAM, "review", path.string(), "--script", "--user", "lin"});
        REQUIRE(program.write("{\"operation\":\"accept\"}\n"));
        REQUIRE(program.read_line());
        CHECK(review::find_lock(path)->process == program.id());
        CHECK_THROWS_AS(OpenReview(path, "wei", false, process_environment(), [](const auto&) {}),
                        text::InputError);
        ::kill(program.id(), signal);
        CHECK(WTERMSIG(program.wait()) == signal);
        CHECK(review::find_lock(path).has_value() == (signal == SIGKILL));
    }
    std::string said;
    const OpenReview open(path, "wei", false, process_environment(),
                          [&said](const text::Diagnostic& diagnostic) { said += diagnostic.id; });
    CHECK(said == "stale-lock");
    CHECK(open.file.review.ledger().size() == 1);
}

}  // namespace
}  // namespace tongwen::cli
