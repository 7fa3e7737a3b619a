// SPDX-License-Identifier: Apache-2.0
// Owns the loop between the terminal, the desk and the ledger.
#include "cli/review_terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/curses_screen.h"
#include "cli/external_editor.h"
#include "cli/key_config.h"
#include "cli/review_desk.h"
#include "cli/review_screen.h"
#include "cli/review_worker.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

constexpr int pause = 60;  // milliseconds without a key, after which there is time for other work
constexpr std::array<int, 3> ending_signals = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t ending_signal = 0;
int wake_end = -1;

/// For the signal handler, and for threads.
void wake() {
    constexpr char byte = 0;
    const int error = errno;
    [[maybe_unused]] const ssize_t ignored = ::write(wake_end, &byte, 1);
    errno = error;
}

void (*resize_handler)(int) = nullptr;

/// The signal may come to another thread than the one that waits.
void note_resize(int number) {
    if (resize_handler != nullptr) resize_handler(number);
    wake();
}

void note_signal(int number) {
    ending_signal = number;
    wake();
}

/// A pipe that wakes the loop, and the signals that end it, as long as it lives. Then a signal that came does
/// what it would have done.
class Waking {
  public:
    Waking() {
        if (::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            throw text::InputError(
                {"cannot-read", text::Severity::error, {}, {std::generic_category().message(errno)}});
        wake_end = ends_[1];
        ending_signal = 0;
        for (std::size_t i = 0; i < ending_signals.size(); ++i) {
            ::sigaction(ending_signals[i], nullptr, &before_[i]);
            struct sigaction action = {};
            action.sa_handler = note_signal;
            if (before_[i].sa_handler != SIG_IGN) ::sigaction(ending_signals[i], &action, nullptr);
        }
    }
    ~Waking() {
        for (std::size_t i = 0; i < ending_signals.size(); ++i)
            ::sigaction(ending_signals[i], &before_[i], nullptr);
        ::close(ends_[0]);
        ::close(std::exchange(wake_end, -1));
    }
    Waking(const Waking&) = delete;
    Waking& operator=(const Waking&) = delete;

    /// From now on a change of the terminal's size wakes, too, besides what is done about it already.
    static void watch_resizes() {
        struct sigaction action = {};
        ::sigaction(SIGWINCH, nullptr, &action);
        if (action.sa_handler == note_resize) return;
        const bool is_function = action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN;
        resize_handler = is_function ? action.sa_handler : nullptr;
        action.sa_handler = note_resize;
        ::sigaction(SIGWINCH, &action, nullptr);
    }

    enum class Event : std::uint8_t { something, nothing, no_terminal };

    /// Until a key was typed, a signal came or a thread has something, or nothing for so many milliseconds
    /// (below 0: for ever).
    [[nodiscard]] Event wait(int milliseconds) const {
        std::array<pollfd, 2> ends = {{{STDIN_FILENO, POLLIN, 0}, {ends_[0], POLLIN, 0}}};
        const int ready = ::poll(ends.data(), ends.size(), milliseconds);
        if (ready == 0) return Event::nothing;
        if (ready < 0) return errno == EINTR ? Event::something : Event::no_terminal;
        std::array<char, 64> bytes = {};
        while (::read(ends_[0], bytes.data(), bytes.size()) > 0) {
        }
        const bool gone = (ends[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
        return gone ? Event::no_terminal : Event::something;
    }

  private:
    std::array<int, 2> ends_ = {-1, -1};
    std::array<struct sigaction, 3> before_ = {};
};

ScreenSettings settings_of(const ReviewSession& session, const Terminal& terminal, KeyBindings keys) {
    return {session.ambiguous_width, terminal.unicode, terminal.colour, std::move(keys),
            std::random_device{}()};
}

class Loop {
  public:
    Loop(ReviewSession& session, ScreenSettings settings, const Environment& environment)
        : session_(session),
          environment_(environment),
          screen_(std::in_place, session.ambiguous_width),
          desk_(ReviewState(std::move(session.review), std::move(settings))),
          worker_(std::in_place, wake) {
        Waking::watch_resizes();
        desk_.say(session.message);
    }

    void run() {
        desk_.resize(screen_->size());
        draw();
        start_worker();
        while (!leaving_) {
            const Waking::Event event = waking_.wait(check_due_ ? pause : -1);
            if (event == Waking::Event::no_terminal) break;
            if (event == Waking::Event::nothing) start_check();
            take_keys();
            take_work();
            if (screen_->take_resized()) desk_.resize(screen_->size());
            if (ending_signal != 0) leaving_ = true;
            if (!leaving_) draw();
        }
        keep_place();
    }

    /// The review back; the terminal first, for what a thread is at may take a moment.
    [[nodiscard]] review::Review end() {
        screen_.reset();
        worker_.reset();
        return desk_.take_review();
    }

  private:
    void draw() {
        const Screen screen = draw_review(desk_.state());
        screen_->show(screen.cells, screen.cursor);
    }

    [[nodiscard]] review::Stamp stamp() const { return {session_.who, session_.now()}; }

    void start_worker() {
        if (!session_.make_explainer) return;
        desk_.expect_explainer();
        worker_->explain([this] { return session_.make_explainer(desk_.state().review.origin()); });
    }

    /// Between keys, for it takes a copy of both documents.
    void start_check() {
        check_due_ = false;
        worker_->check(desk_.state().review.current());
    }

    void take_keys() {
        while (!leaving_) {
            const std::optional<Key> key = screen_->read_key();
            if (!key) return;
            carry_out(desk_.press(*key, stamp()));
        }
    }

    void take_work() {
        auto findings = worker_->take_findings();
        if (findings && !check_due_) desk_.checked(std::move(*findings));
        if (auto explainer = worker_->take_explainer()) desk_.explained(std::move(*explainer));
    }

    void carry_out(Effects effects) {
        for (Effect& effect : effects) std::visit([this](auto& wanted) { carry_out_one(wanted); }, effect);
    }

    void carry_out_one(RecordEntry& wanted) {
        try {
            session_.record(wanted.entry);
        } catch (const text::InputError& error) {
            return desk_.not_recorded(word(error.diagnostic()));
        }
        carry_out(desk_.recorded(std::move(wanted.entry)));
        keep_place();
    }

    void carry_out_one(const CheckAgain&) { check_due_ = true; }

    void carry_out_one(const EditTarget& wanted) {
        screen_->lend();
        try {
            const std::string text = edit_text(wanted.text, editor_command(environment_), environment_);
            screen_->take_back();
            carry_out(desk_.edited(text, stamp()));
        } catch (const text::InputError& error) {
            screen_->take_back();
            desk_.say(word(error.diagnostic()));
        }
    }

    void carry_out_one(const AlignOpen&) {
        desk_.say(tr("aligning again what is open..."));
        draw();
        try {
            carry_out(desk_.realigned(session_.realign(desk_.state().review, stamp())));
        } catch (const text::InputError& error) {
            desk_.say(word(error.diagnostic()));
        }
    }

    void carry_out_one(const KeepPlace&) { keep_place(); }
    void carry_out_one(const Leave&) { leaving_ = true; }

    void keep_place() {
        const ReviewState& state = desk_.state();
        try {
            session_.remember_place(state.bead().value_or(0), state.review.source_anchored);
        } catch (const text::InputError& error) {
            desk_.say(word(error.diagnostic()));  // no decision is lost by that
        }
    }

    ReviewSession& session_;
    const Environment& environment_;
    Waking waking_;
    std::optional<CursesScreen> screen_;
    ReviewDesk desk_;
    std::optional<ReviewWorker> worker_;
    bool check_due_ = true;  ///< the findings are not those of the present beads
    bool leaving_ = false;
};

}  // namespace

void require_screen(const Environment& environment) {
    const std::string kind = value_of(environment, "TERM");
    if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1 && !kind.empty() && kind != "dumb")
        return;
    throw text::InputError({"review-needs-terminal", text::Severity::error, {}, {}});
}

int run_review_screen(ReviewSession& session, const Terminal& terminal, const Environment& environment) {
    require_screen(environment);
    {
        Loop loop(session, settings_of(session, terminal, read_key_bindings(environment)), environment);
        loop.run();
        session.review = loop.end();
    }
    if (ending_signal != 0) ::raise(ending_signal);
    return exit_clean;
}

}  // namespace tongwen::cli
