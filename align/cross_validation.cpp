// SPDX-License-Identifier: Apache-2.0
// Owns the making of folds, and of judgements.
#include "align/cross_validation.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tongwen::align {
namespace {

template <class Side>
std::vector<std::uint32_t> indices_of(Run<Side> run) {
    std::vector<std::uint32_t> indices(run.end.value - run.begin.value);
    std::iota(indices.begin(), indices.end(), run.begin.value);
    return indices;
}

std::vector<ListedBead> list(const Alignment& alignment) {
    std::vector<ListedBead> listed;
    for (const Bead& bead : alignment.beads())
        listed.push_back({indices_of(bead.source), indices_of(bead.target), bead.confidence});
    return listed;
}

std::string fold_of(const Lesson& lesson, const std::set<std::string>& by_document) {
    return by_document.contains(lesson.set) ? lesson.set + "/" + lesson.document.name : family_of(lesson.set);
}

/// Whether a lesson may be learned from while another is held out. Documents of one name in sets of one
/// family are made from the same text.
bool is_apart(const Lesson& lesson, const Lesson& held_out, const std::set<std::string>& by_document) {
    if (family_of(lesson.set) != family_of(held_out.set)) return true;
    return by_document.contains(lesson.set) && by_document.contains(held_out.set) &&
           lesson.document.name != held_out.document.name;
}

}  // namespace

std::string family_of(std::string_view set) {
    const std::size_t first = set.find('-');
    if (first == std::string_view::npos) return std::string(set);
    return std::string(set.substr(0, set.find('-', first + 1)));
}

std::vector<Fold> make_folds(const std::vector<Lesson>& lessons, const std::set<std::string>& by_document) {
    std::map<std::string, Fold> folds;
    for (const Lesson& lesson : lessons) {
        const std::string name = fold_of(lesson, by_document);
        Fold& fold = folds[name];
        fold.name = name;
        fold.held_out.push_back(&lesson);
    }
    std::vector<Fold> result;
    for (auto& [name, fold] : folds) {
        for (const Lesson& lesson : lessons)
            if (is_apart(lesson, *fold.held_out[0], by_document)) fold.rest.push_back(&lesson);
        result.push_back(std::move(fold));
    }
    return result;
}

Judgement& Judgement::operator+=(const Judgement& other) {
    documents += other.documents;
    evaluation += other.evaluation;
    return *this;
}

Judgement judge(const std::vector<ListedBead>& gold, const Alignment& found) {
    return {1, evaluate(gold, list(found))};
}

}  // namespace tongwen::align
