// SPDX-License-Identifier: Apache-2.0
// Owns the way from gold documents to examples.
#include "align/lessons.h"

#include <utility>

#include <tbb/parallel_for.h>

#include "align/aligner.h"
#include "align/scene.h"

namespace tongwen::align {
namespace {

std::vector<ListedBead> mirror(std::vector<ListedBead> beads) {
    for (ListedBead& bead : beads) std::swap(bead.source, bead.target);
    return beads;
}

std::unique_ptr<const Example> make_example(const Lesson& lesson) {
    const auto& [name, source, target, beads] = lesson.document;
    const bool mirrored = is_mirrored(source, target);
    const Scene scene(mirrored ? target : source, mirrored ? source : target, *lesson.lexicons);
    return std::make_unique<const Example>(scene, mirrored ? mirror(beads) : beads, lesson.weight);
}

}  // namespace

void prepare(std::vector<Lesson>& lessons, const Progress& progress) {
    Tally tally(progress, lessons.size());
    tbb::parallel_for(std::size_t{0}, lessons.size(), [&](std::size_t k) {
        lessons[k].example = make_example(lessons[k]);
        tally.add();
    });
}

std::vector<const Example*> examples_of(const std::vector<const Lesson*>& lessons) {
    std::vector<const Example*> examples;
    for (const Lesson* lesson : lessons) examples.push_back(lesson->example.get());
    return examples;
}

}  // namespace tongwen::align
