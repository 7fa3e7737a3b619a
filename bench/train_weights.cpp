// SPDX-License-Identifier: Apache-2.0
// Learns the built-in weights from gold folders, and aligns every folder with weights that never saw it.
//
// usage: train_weights [--prior FILE] [--l2 X] [--weights OUT] [--lexicon FILE] [--cross OUT_DIR]
//   [--by-document SET] GOLD_DIR[=WEIGHT]...
//
// --weights writes weights learned from all folders. --cross writes beads to OUT_DIR/SET/DOC, aligned with
// weights learned without the set's family (sets whose names agree up to the second '-'), or, for the set
// named by --by-document, without the document. Score them with a scorer of your choice. Weights are
// deterministic: same folders, same bytes.
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/training.h"
#include "bench/gold_folder.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace {

using namespace tongwen;
namespace fs = std::filesystem;

struct Trained {
    std::string set;
    std::string family;
    bench::GoldDocument document;
    std::unique_ptr<align::Scene> scene;
    std::unique_ptr<align::Example> example;
};

struct Arguments {
    align::TrainOptions training;
    std::string weights_out;
    std::string cross_out;
    std::string by_document;
    align::LexiconSet lexicons;
    std::vector<std::pair<fs::path, double>> folders;
};

/// "derived-wmt2021-noisy" and "derived-wmt2021-sent" are one text.
std::string family_of(const std::string& set) {
    const std::size_t first = set.find('-');
    return set.substr(0, set.find('-', first == std::string::npos ? 0 : first + 1));
}

Arguments parse(int argc, char* argv[]) {
    Arguments arguments;
    for (int k = 1; k < argc; ++k) {
        const std::string word = argv[k];
        const auto value = [&] { return std::string(k + 1 < argc ? argv[++k] : ""); };
        if (word == "--prior") {
            const std::string file = value();
            arguments.training.prior = align::Weights::parse(text::read_file(file), file);
        } else if (word == "--l2") {
            arguments.training.regularisation = std::stod(value());
        } else if (word == "--weights") {
            arguments.weights_out = value();
        } else if (word == "--cross") {
            arguments.cross_out = value();
        } else if (word == "--lexicon") {
            arguments.lexicons.add(std::make_shared<align::Lexicon>(value()));
        } else if (word == "--by-document") {
            arguments.by_document = value();
        } else {
            const std::size_t equals = word.find('=');
            const double weight = equals == std::string::npos ? 1 : std::stod(word.substr(equals + 1));
            arguments.folders.emplace_back(word.substr(0, equals), weight);
        }
    }
    return arguments;
}

std::vector<Trained> load(const Arguments& arguments) {
    std::vector<Trained> all;
    for (const auto& [folder, weight] : arguments.folders) {
        const std::string set = folder.filename().string();
        for (auto& document : bench::read_gold_folder(folder)) {
            Trained one{set, family_of(set), std::move(document), nullptr, nullptr};
            one.scene = std::make_unique<align::Scene>(one.document.source, one.document.target,
                                                       arguments.lexicons);
            one.example = std::make_unique<align::Example>(*one.scene, one.document.beads, weight);
            if (!one.example->usable())
                std::fprintf(stderr, "not usable: %s/%s\n", set.c_str(), one.document.name.c_str());
            all.push_back(std::move(one));
        }
    }
    return all;
}

void write_beads(const Arguments& arguments, const Trained& one, const align::Weights& weights) {
    const fs::path folder = arguments.cross_out;
    fs::create_directories(folder / one.set);
    text::AtomicFile file(folder / one.set / one.document.name);
    align::AlignOptions options;
    options.weights = &weights;
    options.lexicons = &arguments.lexicons;
    const align::Alignment alignment = align::align(one.document.source, one.document.target, options);
    for (const align::Bead& bead : alignment.beads()) {
        file.write(bench::spell_bead(bead) + ":" + std::to_string(bead.confidence) + "\n");
    }
    file.commit();
}

/// The documents that are held out together: a family, or one document.
std::string fold_of(const Trained& one, const std::string& by_document) {
    return one.set == by_document ? one.set + "/" + one.document.name : one.family;
}

void cross_validate(const std::vector<Trained>& all, const Arguments& arguments) {
    std::map<std::string, std::vector<const Trained*>> folds;
    for (const Trained& one : all) folds[fold_of(one, arguments.by_document)].push_back(&one);
    for (const auto& [fold, held_out] : folds) {
        std::vector<const align::Example*> rest;
        for (const Trained& one : all) {
            if (fold_of(one, arguments.by_document) != fold) rest.push_back(one.example.get());
        }
        const align::Weights weights = align::train(rest, arguments.training);
        for (const Trained* one : held_out) write_beads(arguments, *one, weights);
        std::fprintf(stderr, "%s: %zu documents\n", fold.c_str(), held_out.size());
    }
}

int run(int argc, char* argv[]) {
    const Arguments arguments = parse(argc, argv);
    if (arguments.folders.empty()) {
        std::fputs("usage: see the top of bench/train_weights.cpp\n", stderr);
        return 2;
    }
    const std::vector<Trained> all = load(arguments);
    if (!arguments.cross_out.empty()) cross_validate(all, arguments);
    if (!arguments.weights_out.empty()) {
        std::vector<const align::Example*> examples;
        for (const Trained& one : all) examples.push_back(one.example.get());
        text::AtomicFile file(arguments.weights_out);
        file.write(align::train(examples, arguments.training).write());
        file.commit();
    }
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    try {
        return run(argc, argv);
    } catch (const text::InputError& error) {
        const text::Diagnostic& diagnostic = error.diagnostic();
        std::fprintf(stderr, "%s:%zu: %s\n", diagnostic.where.file.c_str(), diagnostic.where.line,
                     diagnostic.id.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 2;
}
