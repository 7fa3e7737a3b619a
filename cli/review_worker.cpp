// SPDX-License-Identifier: Apache-2.0
// Owns the threads behind the review screen.
#include "cli/review_worker.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace tongwen::cli {

struct ReviewWorker::Parts {
    std::function<void()> wake;
    std::mutex mutex;
    std::condition_variable something;
    bool over = false;
    std::optional<align::Bitext> wanted;
    std::optional<Explainer> explainer;
    std::optional<std::vector<check::Finding>> findings;
    std::thread explaining;
    std::thread checking;

    void check_until_over() {
        std::unique_lock lock(mutex);
        for (;;) {
            something.wait(lock, [this] { return over || wanted; });
            if (over) return;
            const align::Bitext bitext = *std::exchange(wanted, std::nullopt);
            lock.unlock();
            std::vector<check::Finding> found = check::run_checks(bitext);
            lock.lock();
            if (wanted) continue;  // these would be of beads that are no more
            findings = std::move(found);
            wake();
        }
    }
};

ReviewWorker::ReviewWorker(std::function<void()> wake) : parts_(std::make_unique<Parts>()) {
    parts_->wake = std::move(wake);
    parts_->checking = std::thread([parts = parts_.get()] { parts->check_until_over(); });
}

ReviewWorker::~ReviewWorker() {
    {
        const std::scoped_lock lock(parts_->mutex);
        parts_->over = true;
    }
    parts_->something.notify_all();
    parts_->checking.join();
    if (parts_->explaining.joinable()) parts_->explaining.join();
}

void ReviewWorker::explain(std::function<Explainer()> make) {
    parts_->explaining = std::thread([parts = parts_.get(), make = std::move(make)] {
        Explainer made;
        try {
            made = make();
        } catch (const std::exception&) {
            made = nullptr;  // the screen says that words are not marked
        }
        const std::scoped_lock lock(parts->mutex);
        parts->explainer = std::move(made);
        parts->wake();
    });
}

void ReviewWorker::check(align::Bitext bitext) {
    {
        const std::scoped_lock lock(parts_->mutex);
        parts_->wanted = std::move(bitext);
        parts_->findings.reset();
    }
    parts_->something.notify_all();
}

std::optional<ReviewWorker::Explainer> ReviewWorker::take_explainer() {
    const std::scoped_lock lock(parts_->mutex);
    return std::exchange(parts_->explainer, std::nullopt);
}

std::optional<std::vector<check::Finding>> ReviewWorker::take_findings() {
    const std::scoped_lock lock(parts_->mutex);
    return std::exchange(parts_->findings, std::nullopt);
}

}  // namespace tongwen::cli
