// SPDX-License-Identifier: Apache-2.0
// Owns the model of the first pass and what is kept of its corridor.
#include "align/narrowing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include <tbb/parallel_for.h>

#include "align/gains.h"

namespace tongwen::align {
namespace {

constexpr std::size_t piece_rows = 512;
constexpr std::size_t overlap = 32;  // rows before and behind a piece, so that its own are as in the whole
constexpr float negligible = 1e-5F;  // mass that passes a node
constexpr std::int64_t margin = 1;   // nodes kept beyond those that count
constexpr float sure = 0.998F;       // mass that passes a passage
constexpr std::size_t passage_rows = 256;  // rows between passages, at least

// Learned like all weights (bench/train_weights), with only these features; in nats.
struct Shape {
    std::uint32_t m;
    std::uint32_t n;
    double score;
};
constexpr std::array<Shape, 4> shapes = {{{1, 1, 1.5}, {1, 2, 0.3}, {2, 1, -0.8}, {2, 2, -2.5}}};
constexpr double per_gain = 0.2;
constexpr double per_target_mass = -0.16;
constexpr double per_source_mass = -0.37;
constexpr double per_square_long = -0.33;  // of the length deviation
constexpr double per_square_short = -0.15;
constexpr double equal_markers = 3;
// A segment that stands alone; between opening and extending a run, as this pass does not tell runs.
constexpr double source_alone = -1.9;
constexpr double target_alone = -2.4;
constexpr double per_alone_mass = 0.1;
constexpr std::size_t window = 2;
constexpr double without_dictionary = 0.5;  // of all scores

/// The lattice of some rows, and the sums over its paths.
class Piece {
  public:
    Piece(const NarrowingEvidence& evidence, const Corridor& corridor)
        : e_(evidence),
          corridor_(corridor),
          gains_({e_.source.tokens, e_.target.tokens, e_.associations, corridor_}, corridor_, window) {
        first_.reserve(corridor_.nodes() + 1);
        for_each_node([&](std::uint32_t i, std::uint32_t j) { add_steps(i, j); });
        first_.push_back(steps_.size());
    }

    /// What paths pass, from any node of the first row to any of the last.
    struct Passing {
        std::vector<float> share;  ///< by node, of all paths
        double singles = 0;        ///< expected beads 1-1 that begin in the rows asked for
        double links = 0;          ///< expected beads with both sides, of any shape
    };
    [[nodiscard]] Passing passing(std::size_t begin, std::size_t end) const {
        const std::vector<double> alpha = forward();
        const std::vector<double> beta = backward();
        double total = impossible;
        const std::size_t last = row_begin(corridor_.sources());
        for (std::size_t node = last; node < alpha.size(); ++node) total = log_add(total, alpha[node]);
        Passing passing;
        passing.share.resize(alpha.size());
        for (std::size_t node = 0; node < alpha.size(); ++node) {
            passing.share[node] =
                static_cast<float>(std::exp(std::min(0.0, alpha[node] + beta[node] - total)));
        }
        for (std::size_t node = row_begin(begin); node < std::min(row_begin(end), alpha.size()); ++node) {
            if (passing.share[node] < 0.01F) continue;
            for (std::size_t s = first_[node]; s < first_[node + 1]; ++s) {
                const Step& step = steps_[s];
                if (!step.linked) continue;
                const double p =
                    std::exp(alpha[node] + static_cast<double>(step.score) + beta[step.to] - total);
                passing.links += p;
                if (step.single) passing.singles += p;
            }
        }
        return passing;
    }

    [[nodiscard]] const Corridor& corridor() const { return corridor_; }

  private:
    static constexpr double impossible = -std::numeric_limits<double>::infinity();

    struct Step {
        std::uint32_t to;  ///< node
        float score;
        bool linked;
        bool single;
    };

    /// The first node of a row; behind the last row, the end of all nodes.
    [[nodiscard]] std::size_t row_begin(std::size_t i) const {
        return i > corridor_.sources() ? corridor_.nodes() : corridor_.node(i, corridor_.lo(i));
    }

    static double log_add(double a, double b) {
        constexpr double nothing = 50;  // nats below the greater one, the other is beyond its digits
        if (a < b) std::swap(a, b);
        return b < a - nothing || b == impossible ? a : a + std::log1p(std::exp(b - a));
    }

    template <class Visit>
    void for_each_node(Visit visit) const {
        for (auto i = static_cast<std::uint32_t>(corridor_.first()); i <= corridor_.sources(); ++i) {
            for (std::uint32_t j = corridor_.lo(i); j < corridor_.hi(i); ++j) visit(i, j);
        }
    }

    void add_steps(std::uint32_t i, std::uint32_t j) {
        first_.push_back(steps_.size());
        const double trust = e_.with_dictionary ? 1 : without_dictionary;
        const std::size_t gap = e_.gaps.before({i, j});
        const auto way = [&](std::uint32_t m, std::uint32_t n) {
            return corridor_.contains(i + m, j + n) ? e_.gaps.way(gap, {i, j}, {i + m, j + n}) : Way::barred;
        };
        const auto add = [&](std::uint32_t m, std::uint32_t n, double score) {
            steps_.push_back({static_cast<std::uint32_t>(corridor_.node(i + m, j + n)),
                              static_cast<float>(trust * score), m > 0 && n > 0, m == 1 && n == 1});
        };
        for (const Shape& shape : shapes) {
            if (way(shape.m, shape.n) == Way::open) add(shape.m, shape.n, score_of(i, j, shape));
        }
        const auto alone = [&](std::uint32_t m, std::uint32_t n, double score, double mass) {
            const Way leads = way(m, n);
            if (leads == Way::barred) return;
            add(m, n, leads == Way::fixed ? 0 : score + per_alone_mass * mass);
        };
        if (i < e_.gaps.end().i) alone(1, 0, source_alone, static_cast<double>(e_.source.tokens.mass[i]));
        if (j < e_.gaps.end().j) alone(0, 1, target_alone, static_cast<double>(e_.target.tokens.mass[j]));
    }

    [[nodiscard]] double score_of(std::uint32_t i, std::uint32_t j, const Shape& shape) const {
        const auto [m, n, prior] = shape;
        double gain = 0;
        for (std::uint32_t k = j; k < j + n; ++k) gain += static_cast<double>(gains_.of_target(k, i, m).gain);
        for (std::uint32_t k = i; k < i + m; ++k) gain += static_cast<double>(gains_.of_source(k, j, n).gain);
        const double d =
            length_deviation(e_.source.sums.length(i, i + m), e_.target.sums.length(j, j + n), e_.ratio);
        const double square = std::min(d * d, 49.0);
        const int source_marker = e_.source.cues[i].marker;
        const bool marked = source_marker > 0 && source_marker == e_.target.cues[j].marker;
        return prior + per_gain * gain +
               per_source_mass * static_cast<double>(e_.source.sums.mass(i, i + m)) +
               per_target_mass * static_cast<double>(e_.target.sums.mass(j, j + n)) +
               (d > 0 ? per_square_long : per_square_short) * square + (marked ? equal_markers : 0);
    }

    [[nodiscard]] std::vector<double> forward() const {
        std::vector<double> alpha(corridor_.nodes(), impossible);
        const auto first = static_cast<std::uint32_t>(corridor_.first());
        for (std::uint32_t j = corridor_.lo(first); j < corridor_.hi(first); ++j)
            alpha[corridor_.node(first, j)] = 0;
        for (std::size_t node = 0; node < alpha.size(); ++node) {
            for (std::size_t s = first_[node]; s < first_[node + 1]; ++s) {
                double& there = alpha[steps_[s].to];
                there = log_add(there, alpha[node] + static_cast<double>(steps_[s].score));
            }
        }
        return alpha;
    }

    [[nodiscard]] std::vector<double> backward() const {
        std::vector<double> beta(corridor_.nodes(), impossible);
        const std::size_t last = row_begin(corridor_.sources());
        for (std::size_t node = beta.size(); node-- > 0;) {
            if (node >= last) beta[node] = 0;
            for (std::size_t s = first_[node]; s < first_[node + 1]; ++s)
                beta[node] = log_add(beta[node], beta[steps_[s].to] + static_cast<double>(steps_[s].score));
        }
        return beta;
    }

    const NarrowingEvidence& e_;
    Corridor corridor_;
    Gains gains_;
    std::vector<std::size_t> first_;
    std::vector<Step> steps_;
};

/// What the pieces find out, row by row and piece by piece. Each piece writes its own only.
struct Findings {
    Bounds bounds;
    std::vector<std::int64_t> passage;  ///< the node of the row that nearly all paths pass, or -1
    std::vector<double> singles;
    std::vector<double> links;
};

void look_at(const Piece& piece, std::size_t number, std::size_t begin, std::size_t end, Findings& findings) {
    const Piece::Passing passing = piece.passing(begin, end);
    findings.singles[number] = passing.singles;
    findings.links[number] = passing.links;
    const Corridor& corridor = piece.corridor();
    for (std::size_t i = begin; i < end; ++i) {
        for (std::uint32_t j = corridor.lo(i); j < corridor.hi(i); ++j) {
            const float here = passing.share[corridor.node(i, j)];
            if (here >= negligible) {
                findings.bounds.lo[i] = std::min(findings.bounds.lo[i], j - margin);
                findings.bounds.hi[i] = std::max(findings.bounds.hi[i], j + margin);
            }
            if (here >= sure) findings.passage[i] = j;
        }
    }
}

/// Whether a node lies in a gap and not on its first or last row.
bool is_amid(Node node, const Gaps& gaps) {
    const Gap& gap = gaps.all()[gaps.before(node)];
    return node.i > gap.from.i && node.i < gap.to.i && node.j <= gap.to.j;
}

/// Rows of gaps where nearly all paths pass one node, and go straight from it and to it.
std::vector<Node> find_gates(const Findings& findings, const Gaps& gaps) {
    std::vector<Node> gates;
    const std::vector<std::int64_t>& at = findings.passage;
    for (std::size_t i = 1; i + 1 < at.size(); ++i) {
        if (at[i] < 0 || at[i - 1] != at[i] - 1 || at[i + 1] != at[i] + 1) continue;
        const Node gate{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(at[i])};
        if (is_amid(gate, gaps)) gates.push_back(gate);
    }
    return gates;
}

/// The part of a corridor that paths through the gates may pass.
Corridor through(const std::vector<Node>& gates, const Corridor& corridor) {
    const std::size_t rows = corridor.sources() + 1;
    std::vector<std::uint32_t> lo(rows);
    std::vector<std::uint32_t> hi(rows);
    std::vector<bool> is_gate(rows, false);
    auto next = gates.begin();  // the first behind the row
    std::uint32_t least = 0;    // the column of the last that is not
    for (std::uint32_t i = 0; i < rows; ++i) {
        if (next != gates.end() && next->i == i) {
            is_gate[i] = true;
            least = next->j;
            ++next;
        }
        lo[i] = std::max(corridor.lo(i), least);
        hi[i] = next == gates.end() ? corridor.hi(i) : std::min(corridor.hi(i), next->j + 1);
    }
    return {std::move(lo), std::move(hi), 0, std::move(is_gate)};
}

/// Of the gates and the fixed beads' beginnings.
std::vector<Node> choose_passages(const std::vector<Node>& gates, const Gaps& gaps) {
    std::vector<Node> nodes = gates;
    for (std::size_t k = 0; k + 1 < gaps.all().size(); ++k) nodes.push_back(gaps.all()[k].to);
    const auto end_of_gates = nodes.begin() + static_cast<std::ptrdiff_t>(gates.size());
    std::inplace_merge(nodes.begin(), end_of_gates, nodes.end(),
                       [](Node a, Node b) { return std::tie(a.i, a.j) < std::tie(b.i, b.j); });
    const Node last = gaps.end();
    std::vector<Node> passages = {{0, 0}};
    for (const Node node : nodes) {
        if (node.i >= passages.back().i + passage_rows && node.i + passage_rows / 2 <= last.i)
            passages.push_back(node);
    }
    if (passages.back() != last || passages.size() == 1) passages.push_back(last);
    return passages;
}

double ratio_of(const std::vector<double>& singles, const std::vector<double>& links) {
    // Short documents say little: most translations go line by line.
    constexpr double usual = 0.88;
    constexpr double worth = 12;  // beads
    const double all = std::accumulate(links.begin(), links.end(), worth);
    return std::min(1.0, std::accumulate(singles.begin(), singles.end(), usual * worth) / all);
}

}  // namespace

Narrowed narrow(const NarrowingEvidence& evidence, const Corridor& wide) {
    const std::size_t rows = wide.sources() + 1;
    const auto targets = static_cast<std::int64_t>(wide.targets());
    const std::size_t pieces = (rows + piece_rows - 1) / piece_rows;
    Findings findings{{std::vector<std::int64_t>(rows, targets), std::vector<std::int64_t>(rows, 0)},
                      std::vector<std::int64_t>(rows, -1),
                      std::vector<double>(pieces),
                      std::vector<double>(pieces)};
    tbb::parallel_for(std::size_t{0}, pieces, [&](std::size_t k) {
        const std::size_t begin = k * piece_rows;
        const std::size_t end = std::min(rows, begin + piece_rows);
        const Piece piece(evidence,
                          wide.rows(begin - std::min(begin, overlap), std::min(rows - 1, end - 1 + overlap)));
        look_at(piece, k, begin, end, findings);
    });
    findings.singles.push_back(static_cast<double>(evidence.gaps.singles()));
    findings.links.push_back(static_cast<double>(evidence.gaps.links()));
    const double single_share = ratio_of(findings.singles, findings.links);
    for (std::size_t i = 0; i < rows; ++i) {
        // A row that beads only reach across keeps what its neighbours ask for.
        if (findings.bounds.lo[i] <= findings.bounds.hi[i]) continue;
        findings.bounds.lo[i] = i > 0 ? findings.bounds.lo[i - 1] : 0;
        findings.bounds.hi[i] = i > 0 ? findings.bounds.hi[i - 1] : 0;
    }
    include_fixed(findings.bounds, evidence.gaps);
    const std::vector<Node> gates = find_gates(findings, evidence.gaps);
    Corridor surroundings = close_bounds(std::move(findings.bounds), wide.targets());
    Corridor corridor = through(gates, surroundings);
    std::vector<Node> passages = choose_passages(gates, evidence.gaps);
    return {std::move(corridor), std::move(surroundings), single_share, std::move(passages)};
}

}  // namespace tongwen::align
