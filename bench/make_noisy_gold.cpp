// SPDX-License-Identifier: Apache-2.0
// Makes gold sets with dropped, added, joined and foreign segments out of clean ones: the disorder is known,
// so the gold stays exact.
//
// usage: make_noisy_gold [--seed N] [--drop P] [--swap P] [--join P] [--block P] [--both P] [--length N]
// [--side SIDE] [--size N] OUT_SET INPUT...
//
// INPUT is a gold set (a folder with src/, tgt/ and gold/) or a file of tab-separated rows: document, source
// segment, target segment. A document of rows is cut into pieces of at most --size rows (default 150).
// Written are OUT_SET/src, tgt and gold, a file a document. The chances, a bead each: --drop: it loses its
// source side or its target side; --swap: it loses its target side and the next its source side; --join: it
// and the next, both 1-1, become 1-2 or 2-1; --block: behind it 1 to 40 segments of another document are
// inserted on one side; --both: such segments of two other documents on both sides. --length: blocks have so
// many segments, of several other documents where one has too few. --side: those of --block stand on this
// side, source or target, instead of on any. Same seed, same bytes.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "align/gold_folder.h"
#include "text/diagnostic.h"
#include "text/files.h"

namespace {

using namespace tongwen;
namespace fs = std::filesystem;

/// A bead with its texts.
struct Pair {
    std::vector<std::string> source;
    std::vector<std::string> target;
};

struct Text {
    std::string name;
    std::vector<Pair> pairs;
};

struct Arguments {
    unsigned seed = 1;
    double drop = 0;
    double swap = 0;
    double join = 0;
    double block = 0;
    double both = 0;
    std::size_t length = 0;  ///< of blocks; 0: 1 to 40
    std::string side;        ///< of blocks on one side; empty: any
    std::size_t size = 150;
    std::vector<fs::path> paths;  ///< the output first
};

Arguments parse(int argc, char* argv[]) {
    Arguments arguments;
    for (int k = 1; k < argc; ++k) {
        const std::string word = argv[k];
        const auto value = [&] { return std::stod(k + 1 < argc ? argv[++k] : "?"); };
        if (word == "--seed") {
            arguments.seed = static_cast<unsigned>(value());
        } else if (word == "--drop") {
            arguments.drop = value();
        } else if (word == "--swap") {
            arguments.swap = value();
        } else if (word == "--join") {
            arguments.join = value();
        } else if (word == "--block") {
            arguments.block = value();
        } else if (word == "--both") {
            arguments.both = value();
        } else if (word == "--length") {
            arguments.length = static_cast<std::size_t>(value());
        } else if (word == "--side") {
            arguments.side = k + 1 < argc ? argv[++k] : "";
        } else if (word == "--size") {
            arguments.size = static_cast<std::size_t>(value());
        } else {
            arguments.paths.emplace_back(word);
        }
    }
    return arguments;
}

std::vector<Text> read_gold(const fs::path& folder) {
    std::vector<Text> texts;
    for (const align::GoldDocument& document : align::read_gold_folder(folder)) {
        Text text{document.name, {}};
        for (const align::ListedBead& bead : document.beads) {
            Pair pair;
            for (const auto i : bead.source) pair.source.emplace_back(document.source.segment_text(i));
            for (const auto j : bead.target) pair.target.emplace_back(document.target.segment_text(j));
            text.pairs.push_back(std::move(pair));
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<Text> read_rows(const fs::path& path, std::size_t size) {
    std::vector<Text> texts;
    const std::string bytes = text::read_file(path);
    std::string last;
    int piece = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string line = bytes.substr(at, end - at);
        at = end + 1;
        const std::size_t one = line.find('\t');
        const std::size_t two = line.find('\t', one + 1);
        if (one == std::string::npos || two == std::string::npos) continue;
        const std::string document = line.substr(0, one);
        const std::string source = line.substr(one + 1, two - one - 1);
        const std::string target = line.substr(two + 1);
        if (source.empty() || target.empty()) continue;
        if (texts.empty() || document != last || texts.back().pairs.size() >= size) {
            piece = texts.empty() || document != last ? 0 : piece + 1;
            texts.push_back({document + "." + std::to_string(piece), {}});
        }
        last = document;
        texts.back().pairs.push_back({{source}, {target}});
    }
    return texts;
}

std::string joined(const std::string& one, const std::string& other) {
    const bool spaced = static_cast<unsigned char>(one.back()) < 0x80;
    return one + (spaced ? " " : "") + other;
}

/// Makes the noise of one run.
class Noise {
  public:
    Noise(const Arguments& arguments, const std::vector<Text>& texts)
        : arguments_(arguments), texts_(texts), random_(arguments.seed) {}

    std::vector<Pair> add_to(std::size_t index) {
        std::vector<Pair> out;
        const std::vector<Pair>& pairs = texts_[index].pairs;
        for (std::size_t k = 0; k < pairs.size(); ++k) {
            Pair pair = pairs[k];
            const bool last = k + 1 == pairs.size();
            if (happens(arguments_.drop)) {
                (happens(0.5) ? pair.source : pair.target).clear();
            } else if (!last && happens(arguments_.swap)) {
                pair.target.clear();
                out.push_back(pair);
                pair = pairs[++k];
                pair.source.clear();
            } else if (!last && is_single(pair) && is_single(pairs[k + 1]) && happens(arguments_.join)) {
                const Pair& next = pairs[++k];
                join(happens(0.5) ? pair.source : pair.target, pair, next);
            }
            out.push_back(std::move(pair));
            if (texts_.size() > 1 && happens(arguments_.block)) {
                const std::size_t other = another_than(index, index);
                add_foreign(other, index, on_source(), out);
            }
            if (texts_.size() > 2 && happens(arguments_.both)) {
                const std::size_t other = another_than(index, index);
                add_foreign(other, index, true, out);
                add_foreign(another_than(index, other), index, false, out);
            }
        }
        return out;
    }

  private:
    bool happens(double chance) { return std::uniform_real_distribution<>(0, 1)(random_) < chance; }
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }
    static bool is_single(const Pair& pair) { return pair.source.size() == 1 && pair.target.size() == 1; }

    /// `side` of `pair` becomes one segment with that of `next`, the other side keeps two.
    static void join(std::vector<std::string>& side, Pair& pair, const Pair& next) {
        const bool of_source = &side == &pair.source;
        side[0] = joined(side[0], of_source ? next.source[0] : next.target[0]);
        if (of_source) {
            pair.target.push_back(next.target[0]);
        } else {
            pair.source.push_back(next.source[0]);
        }
    }

    std::size_t another_than(std::size_t one, std::size_t other) {
        while (true) {
            const std::size_t k = below(texts_.size());
            if (k != one && k != other) return k;
        }
    }

    bool on_source() { return arguments_.side.empty() ? happens(0.5) : arguments_.side == "source"; }

    /// A block of any length from one document, or of the length that was asked for, from wherever.
    void add_foreign(std::size_t other, std::size_t own, bool source, std::vector<Pair>& out) {
        if (arguments_.length > 0) {
            add_long(own, source, out);
            return;
        }
        const std::size_t all = texts_[other].pairs.size();
        const std::size_t size = std::min(1 + below(40), all);
        const std::size_t begin = below(all - size + 1);
        for (std::size_t k = begin; k < begin + size; ++k) add_side(texts_[other].pairs[k], source, out);
    }

    /// Blocks of source segments come from every other document and those of target segments from the rest,
    /// so that no two of one place translate each other.
    void add_long(std::size_t own, bool source, std::vector<Pair>& out) {
        const std::size_t texts = texts_.size() / 2;
        const std::size_t first = below(texts);
        std::size_t left = arguments_.length;
        for (std::size_t k = 0; k < texts && left > 0; ++k) {
            const std::size_t text = (first + k) % texts * 2 + (source ? 0 : 1);
            if (text == own) continue;
            for (const Pair& pair : texts_[text].pairs)
                if (left > 0) left -= std::min(left, add_side(pair, source, out));
        }
    }

    /// Adds one side of a pair and says how many segments that is.
    static std::size_t add_side(const Pair& pair, bool source, std::vector<Pair>& out) {
        const std::vector<std::string>& side = source ? pair.source : pair.target;
        if (side.empty()) return 0;
        Pair& alone = out.emplace_back();
        (source ? alone.source : alone.target) = side;
        return side.size();
    }

    const Arguments& arguments_;
    const std::vector<Text>& texts_;
    std::mt19937 random_;
};

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    text::AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void write(const fs::path& folder, const std::string& name, const std::vector<Pair>& pairs) {
    std::string source;
    std::string target;
    std::string gold;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto add = [](const std::vector<std::string>& segments, std::string& text, std::size_t& index) {
        std::string list = "[";
        for (const std::string& segment : segments) {
            text += segment + "\n";
            list += (list.size() > 1 ? ", " : "") + std::to_string(index++);
        }
        return list + "]";
    };
    for (const Pair& pair : pairs) {
        gold += add(pair.source, source, i) + ":";
        gold += add(pair.target, target, j) + "\n";
    }
    write(folder / "src" / name, source);
    write(folder / "tgt" / name, target);
    write(folder / "gold" / name, gold);
}

int run(const Arguments& arguments) {
    if (arguments.paths.size() < 2) {
        std::fputs("usage: see the top of bench/make_noisy_gold.cpp\n", stderr);
        return 2;
    }
    std::vector<Text> texts;
    for (std::size_t k = 1; k < arguments.paths.size(); ++k) {
        const fs::path& path = arguments.paths[k];
        auto more = fs::is_directory(path) ? read_gold(path) : read_rows(path, arguments.size);
        std::move(more.begin(), more.end(), std::back_inserter(texts));
    }
    Noise noise(arguments, texts);
    for (std::size_t k = 0; k < texts.size(); ++k) write(arguments.paths[0], texts[k].name, noise.add_to(k));
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    try {
        return run(parse(argc, argv));
    } catch (const text::InputError& error) {
        std::fprintf(stderr, "%s: %s\n", error.diagnostic().where.file.c_str(),
                     error.diagnostic().id.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 2;
}
