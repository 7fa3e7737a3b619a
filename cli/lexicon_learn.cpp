// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen lexicon learn`: documents and their translations in, a lexicon of what they teach out.
#include <optional>
#include <system_error>
#include <utility>

#include <tbb/parallel_invoke.h>
#include <unistd.h>

#include "align/aligner.h"
#include "align/association_learner.h"
#include "cli/commands.h"
#include "cli/document_reading.h"
#include "cli/learning_inputs.h"
#include "cli/lexicon_actions.h"
#include "cli/lexicon_files.h"
#include "cli/lexicons.h"
#include "cli/messages.h"
#include "cli/reviewed_file.h"
#include "cli/terminal.h"
#include "cli/wording.h"
#include "cli/words.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

struct LearnOptions {
    CommonOptions common;
    LearningPaths paths;
    std::string output;
    std::string source_language;
    std::string target_language;
    bool segmented = false;
    LexiconWish lexicon;
};

void declare(CommandLine& line, LearnOptions& options) {
    line.group(tr("Arguments:"));
    line.argument("SOURCE", options.paths.source, tr("The source text, or a folder of them."));
    line.argument("TARGET", options.paths.target, tr("Its translation, or a folder of them."));
    line.group(tr("Options:"));
    line.option("-o,--output", options.output, tr("FILE"),
                tr("Write to FILE, - is standard output; without it, to where 'tongwen align' finds it."));
    line.option("--beads", options.paths.beads, tr("PATH"),
                tr("The alignment of the texts: a file of beads, or a folder of such files; without it, the "
                   "texts are aligned first."));
    line.flag("--segmented", options.segmented,
              tr("Take each line as one segment, as it is (--format segmented)."));
    line.option("--source-lang", options.source_language, tr("LANG"),
                tr("The source's language, such as zh-CN; without it, it is found from the text."));
    line.option("--target-lang", options.target_language, tr("LANG"), tr("The target's language."));
    line.option(
        "--lexicon", options.lexicon.files, tr("FILE"),
        tr("A lexicon to use; may be repeated; without it, those that are found (see 'tongwen lexicon "
           "--help')."));
    line.flag("--no-lexicon", options.lexicon.none, tr("Use no lexicon."));
    line.option("--glossary", options.lexicon.glossaries, tr("FILE"),
                tr("A glossary (.tsv, .csv, .tbx) whose terms go before every lexicon; may be repeated."));
    declare_common(line, options.common);
    line.example("tongwen lexicon learn zh/ en/ -o reports.lexicon",
                 tr("Align all files of two folders, and learn from them."));
    line.example("tongwen lexicon learn zh/ en/ --beads aligned/",
                 tr("Learn from alignments that are there already, for every later run."));
}

corpus::ReadOptions read_options(const LearnOptions& options, const std::string& option,
                                 const std::string& tag) {
    corpus::ReadOptions reading;
    if (options.segmented) reading.format = "segmented";
    if (tag.empty()) return reading;
    reading.language = text::Language::parse(tag);
    if (!reading.language) text::refuse("bad-option-value", {option, tag, "language-tag"});
    return reading;
}

/// Whether one alignment file stands for both texts.
bool is_reviewed(const LearnOptions& options) {
    return options.paths.target.empty() && names_alignment_file(options.paths.source);
}

/// Refuses what would be known only after the work.
void check(const LearnOptions& options) {
    if (options.paths.source.empty()) text::refuse("missing-argument", {"SOURCE"});
    if (options.paths.target.empty() && !is_reviewed(options)) text::refuse("missing-argument", {"TARGET"});
    for (const std::string& input : {options.paths.source, options.paths.target, options.paths.beads}) {
        std::error_code ignored;  // of files that do not exist: they are not the same
        if (!options.output.empty() && options.output != "-" && !input.empty() &&
            fs::equivalent(options.output, input, ignored))
            text::refuse_file("output-is-input", options.output);
    }
}

/// Reads, aligns and learns, a pair at a time.
class Lessons {
  public:
    explicit Lessons(const LearnOptions& options)
        : options_(options),
          source_options_(read_options(options, "--source-lang", options.source_language)),
          target_options_(read_options(options, "--target-lang", options.target_language)),
          messages_(look_at_terminal(STDERR_FILENO, process_environment(), ColourChoice::automatic), false),
          lexicons_(options.lexicon, process_environment(), messages_) {}

    /// Learns from the present beads of an alignment file but those that were dropped.
    void take(const review::AlignmentFile& file) {
        align::Bitext bitext = file.review.current();
        require_languages(bitext);
        if (!learner_) learner_.emplace(lexicons_.find(bitext.source.language, bitext.target.language));
        std::vector<align::Bead> beads;
        for (const review::ReviewedBead& bead : file.review.beads())
            if (bead.decision.status != review::Status::dropped) beads.push_back(bead.bead);
        learner_->add(bitext.source, bitext.target, beads);
        ++documents_;
    }
    [[nodiscard]] text::DiagnosticSink sink() { return messages_.sink(); }

    /// False when one of the pairs could not be learned from.
    bool take(const FolderPairs& found) {
        bool good = true;
        for (std::size_t k = 0; k < found.pairs.size(); ++k) {
            try {
                const double done = static_cast<double>(k);
                const double all = static_cast<double>(found.pairs.size());
                const std::string label = found.pairs[k].source.string();
                take(found.pairs[k],
                     [&, done, all](double share) { messages_.show_progress(label, (done + share) / all); });
                ++documents_;
            } catch (const text::InputError& error) {
                messages_.show(error.diagnostic());
                good = false;
            }
        }
        messages_.erase_progress();
        return show_missing(found) && good;
    }

    [[nodiscard]] std::size_t documents() const { return documents_; }
    [[nodiscard]] std::size_t beads() const { return learner_ ? learner_->beads() : 0; }
    [[nodiscard]] align::LexiconBuilder learn() const {
        align::LexiconInfo info;
        info.name = "learned from " + name_of(options_.paths.source) + ", " + name_of(options_.paths.target);
        return learner_ ? learner_->learn(std::move(info)) : align::LexiconBuilder(std::move(info));
    }

  private:
    void take(const FilePair& files, const align::Progress& progress) {
        align::Bitext bitext = read_pair(files);
        require_languages(bitext);
        const align::LexiconSet& set = lexicons_.find(bitext.source.language, bitext.target.language);
        if (!learner_) learner_.emplace(set);
        if (!options_.paths.beads.empty()) {
            const fs::path file = beads_file_of(files, options_.paths);
            learner_->add(bitext.source, bitext.target, read_bead_runs(file, bitext));
            progress(1);
            return;
        }
        align::AlignOptions aligning;
        aligning.lexicons = &set;
        aligning.progress = progress;
        bitext.alignment = align::align(bitext.source, bitext.target, aligning);
        learner_->add(bitext.source, bitext.target, bitext.alignment.beads());
    }

    align::Bitext read_pair(const FilePair& files) {
        Reading source;
        Reading target;
        tbb::parallel_invoke([&] { source = read(files.source.string(), source_options_); },
                             [&] { target = read(files.target.string(), target_options_); });
        align::Bitext bitext;
        bitext.source = tell(std::move(source), false, messages_);
        bitext.target = tell(std::move(target), false, messages_);
        refuse_same_language(bitext.source, bitext.target);
        return bitext;
    }

    /// A lexicon is of two languages: those of the first pair, in either order.
    void require_languages(const align::Bitext& bitext) {
        for (const corpus::Document* document : {&bitext.source, &bitext.target})
            if (!document->language.known())
                text::refuse_file("learn-no-language", document->provenance.path);
        const text::Language& source = bitext.source.language;
        const text::Language& target = bitext.target.language;
        if (languages_.empty()) languages_ = pair_name(source, target);
        if (languages_ != pair_name(source, target) && languages_ != pair_name(target, source))
            text::refuse_file("learn-other-languages", bitext.source.provenance.path,
                              {pair_name(source, target), languages_});
    }

    bool show_missing(const FolderPairs& found) {
        const auto say = [&](const std::vector<fs::path>& files, const std::string& folder) {
            for (const fs::path& file : files)
                messages_.show({"missing-partner", text::Severity::error, {file.string()}, {folder}});
        };
        say(found.source_only, options_.paths.target);
        say(found.target_only, options_.paths.source);
        return found.source_only.empty() && found.target_only.empty();
    }

    static std::string name_of(const std::string& path) {
        const fs::path plain = fs::path(path).lexically_normal();
        return (plain.has_filename() ? plain.filename() : plain.parent_path().filename()).string();
    }

    const LearnOptions& options_;
    corpus::ReadOptions source_options_;
    corpus::ReadOptions target_options_;
    Messages messages_;
    Lexicons lexicons_;
    std::string languages_;
    std::optional<align::AssociationLearner> learner_;  // of the first pair's languages
    std::size_t documents_ = 0;
};

void write_lexicon(const Lessons& lessons, const LearnOptions& options) {
    const align::LexiconBuilder builder = lessons.learn();
    if (builder.size() == 0) text::refuse("nothing-learned", {std::to_string(lessons.beads())});
    const align::LexiconInfo& info = builder.info();
    const fs::path file = options.output.empty()
                              ? own_lexicon_file(pair_name(info.source, info.target) + ".learned.lexicon")
                              : fs::path(options.output);
    text::AtomicFile output(file == "-" ? "/dev/stdout" : file);
    output.write(builder.compile());
    output.commit();
    const std::string text = tr("{1}: pairs of documents: {2}, beads: {3}, headwords: {4}",
                                {word_path(file.string()), std::to_string(lessons.documents()),
                                 std::to_string(lessons.beads()), std::to_string(builder.size())});
    write_fully(file == "-" ? STDERR_FILENO : STDOUT_FILENO, text + "\n");
}

}  // namespace

int run_lexicon_learn(const std::vector<std::string>& arguments) {
    LearnOptions options;
    CommandLine line(tr("tongwen lexicon learn [OPTIONS] SOURCE TARGET | FILE.tongwen"),
                     tr("Learns which words of documents and of their translations stand for each other, and "
                        "makes a lexicon of them, a supplement to dictionaries."));
    declare(line, options);
    line.parse(arguments);
    if (options.common.help) return show_help(line);
    check(options);
    Lessons lessons(options);
    bool good = true;
    if (is_reviewed(options)) {
        lessons.take(review::read_alignment_file(options.paths.source, lessons.sink()));
    } else {
        good = lessons.take(find_learning_pairs(options.paths));
    }
    if (!good && lessons.beads() == 0) return exit_failed;  // what was shown says why
    write_lexicon(lessons, options);
    return good ? exit_clean : exit_failed;
}

}  // namespace tongwen::cli
