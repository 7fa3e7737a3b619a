// SPDX-License-Identifier: Apache-2.0
// Owns the making of folds, and of judgements.
#include "align/cross_validation.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "align/features.h"

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

bool is_searched(const ListedBead& bead) {
    return std::ranges::any_of(linked_shapes(), [&](const auto& shape) {
        return shape.first == bead.source.size() && shape.second == bead.target.size();
    });
}

/// The gold's links that are larger than any shape, asked which links lie inside them.
class LargeBeads {
  public:
    explicit LargeBeads(const std::vector<ListedBead>& gold) {
        for (const ListedBead& bead : gold) {
            if (!bead.linked() || is_searched(bead)) continue;
            beads_.push_back(
                {{bead.source.begin(), bead.source.end()}, {bead.target.begin(), bead.target.end()}});
            for (const std::uint32_t i : beads_.back().source) by_source_[i].push_back(beads_.size() - 1);
        }
    }

    [[nodiscard]] bool hold(const ListedBead& link) const {
        if (!link.linked()) return false;
        const auto candidates = by_source_.find(link.source[0]);
        if (candidates == by_source_.end()) return false;
        return std::ranges::any_of(candidates->second, [&](std::size_t bead) {
            return has_all(beads_[bead].source, link.source) && has_all(beads_[bead].target, link.target);
        });
    }

  private:
    using Indices = std::set<std::uint32_t>;
    struct LargeBead {
        Indices source;
        Indices target;
    };
    static bool has_all(const Indices& indices, const std::vector<std::uint32_t>& some) {
        return std::ranges::all_of(some, [&](std::uint32_t index) { return indices.contains(index); });
    }

    std::vector<LargeBead> beads_;
    std::map<std::uint32_t, std::vector<std::size_t>> by_source_;
};

std::string fold_of(const Lesson& lesson, const std::set<std::string>& by_document) {
    return by_document.contains(lesson.set) ? lesson.set + "/" + lesson.document.name : family_of(lesson.set);
}

/// Whether a lesson may be learned from while another is held out.
bool is_apart(const Lesson& lesson, const Lesson& held_out, const std::set<std::string>& by_document) {
    if (family_of(lesson.set) != family_of(held_out.set)) return true;
    return lesson.set == held_out.set && by_document.contains(lesson.set) &&
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
    known += other.known;
    return *this;
}

Judgement judge(const std::vector<ListedBead>& gold, const Alignment& found) {
    std::vector<ListedBead> beads = list(found);
    Judgement judgement{1, evaluate(gold, beads), {}};
    const LargeBeads large(gold);
    std::erase_if(beads, [&](const ListedBead& bead) { return large.hold(bead); });
    judgement.known = evaluate(gold, beads).calibration;
    return judgement;
}

}  // namespace tongwen::align
