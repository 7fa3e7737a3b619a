// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen train`: gold sets in, weights and what they are worth out.
#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "align/aligner.h"
#include "align/cross_validation.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/eval_report.h"
#include "cli/line_breaking.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/train_options.h"
#include "cli/weights_file.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

/// From where the weights of all lessons are, those without a few are not far.
constexpr int rounds_of_fold = 40;

/// The command's surroundings.
struct Stage {
    const TrainRequest& request;
    Messages messages;
    Lexicons lexicons;
    LexiconNames lexicon_names = {};

    explicit Stage(const TrainRequest& asked)
        : request(asked),
          messages(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic),
                   asked.quiet),
          lexicons(asked.lexicon, process_environment(), messages) {}

    /// What a step of the work tells: `done` of all steps of `whole` are behind it.
    align::Progress progress(std::string label, std::size_t done = 0, std::size_t whole = 1) {
        return [this, label = std::move(label), done, whole](double share) {
            messages.show_progress(label, (static_cast<double>(done) + share) / static_cast<double>(whole));
        };
    }
};

std::vector<align::Lesson> read_lessons(Stage& stage) {
    std::vector<align::Lesson> lessons;
    for (const GoldWish& set : stage.request.sets) {
        for (align::GoldDocument& document : align::read_gold_folder(set.folder)) {
            const text::Language source = document.source.language;
            const text::Language target = document.target.language;
            for (const ChosenLexicon& chosen : stage.lexicons.list(source, target))
                stage.lexicon_names.insert(chosen.lexicon->info().name);
            lessons.push_back(
                {set.name, set.weight, std::move(document), &stage.lexicons.find(source, target)});
        }
    }
    return lessons;
}

/// Gold that the aligner hardly ever could find is made for something else, or wrong.
void warn_of_strange_gold(const std::vector<align::Lesson>& lessons, Stage& stage) {
    for (const align::Lesson& lesson : lessons) {
        const std::size_t links = lesson.example->links();
        const std::size_t missing = lesson.example->missing();
        if (2 * missing <= links) continue;
        const auto set = std::ranges::find(stage.request.sets, lesson.set, &GoldWish::name);
        stage.messages.show({"gold-not-in-lattice",
                             text::Severity::warning,
                             {(fs::path(set->folder) / "gold" / lesson.document.name).string()},
                             {std::to_string(missing), std::to_string(links)}});
    }
}

std::vector<align::Lesson> make_lessons(Stage& stage) {
    std::vector<align::Lesson> lessons = read_lessons(stage);
    prepare(lessons, stage.progress(tr("reading")));
    warn_of_strange_gold(lessons, stage);
    return lessons;
}

std::vector<align::Fold> folds_of(const std::vector<align::Lesson>& lessons, const TrainRequest& request) {
    std::vector<align::Fold> folds = make_folds(lessons, request.by_document);
    for (const align::Fold& fold : folds)
        if (fold.rest.empty()) text::refuse_file("nothing-to-hold-out", {}, {fold.name});
    return folds;
}

align::TrainOptions train_options(const TrainRequest& request) {
    align::TrainOptions options;
    options.regularisation = request.regularisation;
    if (!request.prior.empty()) options.prior = read_weights(request.prior);
    if (!request.start.empty()) options.start = read_weights(request.start);
    options.without = request.without;
    return options;
}

align::WeightSet train_on_all(const std::vector<align::Lesson>& lessons, align::TrainOptions options,
                              Stage& stage) {
    std::vector<const align::Lesson*> all;
    for (const align::Lesson& lesson : lessons) all.push_back(&lesson);
    options.progress = stage.progress(tr("learning"));
    return train(examples_of(all), options);
}

void write_beads_of(const align::Lesson& lesson, const align::Alignment& alignment, const fs::path& beads) {
    std::error_code error;
    fs::create_directories(beads / lesson.set, error);
    if (error) text::refuse_file("cannot-write", beads / lesson.set, {error.message()});
    text::AtomicFile file(beads / lesson.set / lesson.document.name);
    constexpr int decimals = 6;  // for measuring how far confidences keep their word
    for (const align::Bead& bead : alignment.beads()) file.write(spell_bead(bead, decimals));
    file.commit();
}

align::Judgement judge_lesson(const align::Lesson& lesson, const align::WeightSet& weights,
                              const TrainRequest& request) {
    align::AlignOptions options;
    options.lexicons = lesson.lexicons;
    options.weights = &weights;
    const align::Alignment found = align::align(lesson.document.source, lesson.document.target, options);
    if (!request.beads.empty()) write_beads_of(lesson, found, request.beads);
    return judge(lesson.document.beads, found);
}

CrossReport cross_validate(const std::vector<align::Fold>& folds, align::TrainOptions options, Stage& stage) {
    CrossReport report;
    for (const GoldWish& set : stage.request.sets) report.sets.push_back({set.name, {}});
    options.rounds = rounds_of_fold;
    for (std::size_t k = 0; k < folds.size(); ++k) {
        options.progress = stage.progress(folds[k].name, k, folds.size());
        const align::WeightSet weights = train(examples_of(folds[k].rest), options);
        for (const align::Lesson* lesson : folds[k].held_out) {
            const align::Judgement one = judge_lesson(*lesson, weights, stage.request);
            std::ranges::find(report.sets, lesson->set, &JudgedSet::name)->judgement += one;
            report.total += one;
        }
    }
    return report;
}

std::string head_of(const std::vector<std::string>& arguments, const std::vector<align::Lesson>& lessons,
                    const Stage& stage) {
    WeightsOrigin origin{arguments, {}, stage.lexicon_names};
    for (const GoldWish& set : stage.request.sets) {
        const auto documents = std::ranges::count(lessons, set.name, &align::Lesson::set);
        origin.sets.push_back({set.name, set.weight, static_cast<std::size_t>(documents)});
    }
    return weights_head(origin);
}

int train_and_judge(const std::vector<std::string>& arguments, const TrainRequest& request) {
    Stage stage(request);
    align::TrainOptions options = train_options(request);
    const std::vector<align::Lesson> lessons = make_lessons(stage);
    std::vector<align::Fold> folds;
    if (request.cross) folds = folds_of(lessons, request);
    const align::WeightSet weights = train_on_all(lessons, options, stage);
    stage.messages.erase_progress();
    if (!request.output.empty()) {
        text::AtomicFile file(request.output == "-" ? "/dev/stdout" : request.output);
        file.write(head_of(arguments, lessons, stage) + weights.write());
        file.commit();
    }
    if (!request.cross) return exit_clean;
    options.start = weights;
    const CrossReport report = cross_validate(folds, options, stage);
    stage.messages.erase_progress();
    write_fully(STDOUT_FILENO, request.json ? write_cross_json(report) : write_cross_text(report));
    return exit_clean;
}

}  // namespace

int run_train(const std::vector<std::string>& arguments) {
    const TrainRequest request = parse_train_request(arguments, help_width(process_environment()));
    if (request.help) {
        write_fully(STDOUT_FILENO, request.help_text);
        return exit_clean;
    }
    return train_and_judge(arguments, request);
}

}  // namespace tongwen::cli
