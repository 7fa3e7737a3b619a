// SPDX-License-Identifier: Apache-2.0
// Tests what is made behind the review screen.
#include "cli/review_worker.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include "tests/cli/sample_bitext.h"
#include "tests/support/catch.h"

namespace tongwen::cli {
namespace {

/// Counts how often it was woken.
class Alarm {
  public:
    void ring() {
        const std::scoped_lock lock(mutex_);
        ++rings_;
        rung_.notify_all();
    }
    /// Whether it was woken so often within ten seconds.
    bool wait_for(int rings) {
        std::unique_lock lock(mutex_);
        return rung_.wait_for(lock, std::chrono::seconds(10), [&] { return rings_ >= rings; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable rung_;
    int rings_ = 0;
};

TEST_CASE("the explainer comes once, or none where it cannot be made") {
    for (const bool fails : {false, true}) {
        Alarm alarm;
        ReviewWorker worker([&alarm] { alarm.ring(); });
        CHECK_FALSE(worker.take_explainer());
        worker.explain([fails]() -> ReviewWorker::Explainer {
            if (fails) throw std::runtime_error("no lexicon");
            return std::make_shared<align::Explainer>(speech(), align::LexiconSet{});
        });
        REQUIRE(alarm.wait_for(1));
        const auto made = worker.take_explainer();
        REQUIRE(made);
        CHECK((*made == nullptr) == fails);
        CHECK_FALSE(worker.take_explainer());
    }
}

TEST_CASE("findings are those of the bitext that was given last") {
    Alarm alarm;
    ReviewWorker worker([&alarm] { alarm.ring(); });
    for (int i = 0; i < 20; ++i) worker.check(letter());
    worker.check(speech());
    for (int rings = 1;; ++rings) {
        REQUIRE(alarm.wait_for(rings));
        const auto findings = worker.take_findings();
        if (!findings) continue;
        if (*findings == check::run_checks(speech())) break;
        CHECK(*findings == check::run_checks(letter()));
    }
}

}  // namespace
}  // namespace tongwen::cli
