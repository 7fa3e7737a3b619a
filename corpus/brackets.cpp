// SPDX-License-Identifier: Apache-2.0
// Owns finding pairs of brackets in a paragraph.
#include "corpus/brackets.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

struct BracketKind {
    char32_t open;
    char32_t close;
    bool square;
};
constexpr std::array<BracketKind, 9> kinds{{{U'(', U')', false},
                                            {U'[', U']', true},
                                            {U'（', U'）', false},
                                            {U'［', U'］', true},
                                            {U'《', U'》', false},
                                            {U'〈', U'〉', false},
                                            {U'【', U'】', true},
                                            {U'〔', U'〕', true},
                                            {U'〖', U'〗', true}}};

// Full-width and ASCII brackets are often mixed in one pair （…), so both kinds share one stack.
constexpr std::size_t stack_of(std::size_t kind) { return kind == 2 ? 0 : kind == 3 ? 1 : kind; }

// Of non-ASCII characters only those that begin with these bytes (U+3000 to U+303F, U+FF00 to U+FF3F) need a
// look.
bool may_be_bracket(unsigned char byte) {
    return byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == 0xE3 || byte == 0xEF;
}

/// Keeps only pairs that lie in no other; `pairs` come ordered by their ends.
std::vector<BracketPair> outermost(const std::vector<BracketPair>& pairs) {
    std::vector<BracketPair> kept;
    for (const BracketPair& pair : pairs) {
        while (!kept.empty() && kept.back().span.begin > pair.span.begin) kept.pop_back();
        if (kept.empty() || kept.back().span.end <= pair.span.begin) kept.push_back(pair);
    }
    return kept;
}

}  // namespace

std::vector<BracketPair> find_brackets(std::string_view paragraph, std::size_t limit) {
    std::array<std::vector<std::size_t>, kinds.size()> open;
    std::vector<BracketPair> pairs;
    for (std::size_t offset = 0; offset < paragraph.size();) {
        const std::size_t begin = offset;
        if (!may_be_bracket(static_cast<unsigned char>(paragraph[offset]))) {
            ++offset;
            continue;
        }
        const char32_t c = text::next_code_point(paragraph, offset);
        const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                       [c](const BracketKind& k) { return k.open == c || k.close == c; });
        if (kind == kinds.end()) continue;
        std::vector<std::size_t>& stack = open[stack_of(static_cast<std::size_t>(kind - kinds.begin()))];
        if (kind->open == c) {
            stack.push_back(begin);
        } else if (!stack.empty()) {
            if (offset - stack.back() <= limit)
                pairs.push_back({{stack.back(), offset}, c > 0xFF, kind->square});
            stack.pop_back();
        }
    }
    return outermost(pairs);
}

}  // namespace tongwen::corpus
