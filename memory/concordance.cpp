// SPDX-License-Identifier: Apache-2.0
// Owns how a query becomes expressions of FTS5, and how both sides' numbers become hits.
#include "memory/concordance.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>

#include "memory/phrase.h"

#include "text/diagnostic.h"
#include "text/regex.h"
#include "text/unicode.h"

namespace tongwen::memory {
namespace {

/// The parts of a query between white space.
std::vector<std::string_view> parts_of(std::string_view query) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= query.size();) {
        const std::size_t end = at;
        const bool space = at == query.size() || text::is_space(text::next_code_point(query, at));
        if (space && end > begin) parts.push_back(query.substr(begin, end - begin));
        if (end == query.size()) break;
        if (space) begin = at;
    }
    return parts;
}

/// What is looked for on one side: all phrases, a text as it is written, or what an expression matches.
class Wanted {
  public:
    Wanted(const SearchQuery& query, const IndexTokens& tokens)
        : tokens_(tokens), exact_(query.manner == SearchManner::exact ? text::trim(query.text) : "") {
        if (query.manner == SearchManner::regex)
            regex_.emplace(query.text);
        else if (query.manner == SearchManner::words)
            for (const std::string_view part : parts_of(query.text)) add(part);
        else
            add(query.text);
    }

    [[nodiscard]] bool empty() const { return phrases_.empty() && exact_.empty() && !regex_; }
    /// Nothing that the index knows is in it: all units are to be looked at.
    [[nodiscard]] bool is_nothing_indexed() const { return phrases_.empty(); }
    /// The index finds more than is wanted: each is to be looked at.
    [[nodiscard]] bool is_more_than_its_expression() const {
        return regex_ || !exact_.empty() || phrases_.size() > Phrase::most_indexed ||
               std::ranges::any_of(phrases_, &Phrase::is_longer_than_its_expression);
    }

    [[nodiscard]] std::string expression() const {
        std::string all;
        for (std::size_t i = 0; i < std::min(phrases_.size(), Phrase::most_indexed); ++i)
            all.append(i == 0 ? "" : " AND ").append(phrases_[i].expression());
        return all;
    }

    /// The places in a text, none where a part of what is wanted is missing.
    [[nodiscard]] std::vector<text::ByteSpan> find(std::string_view utf8) {
        if (regex_) return regex_->find_all(utf8);
        // Marks alone are looked for in every unit.
        if (!exact_.empty() && utf8.find(exact_) == std::string_view::npos) return {};
        const Terms terms = cut(utf8);
        if (!exact_.empty()) return find_exact(utf8, terms, exact_);
        std::vector<text::ByteSpan> all;
        for (const Phrase& phrase : phrases_) {
            const std::vector<text::ByteSpan> found = phrase.find(terms, tokens_);
            if (found.empty()) return {};
            all.insert(all.end(), found.begin(), found.end());
        }
        return joined(std::move(all));
    }

  private:
    void add(std::string_view part) {
        Phrase phrase(part, tokens_);
        if (!phrase.empty()) phrases_.push_back(std::move(phrase));
    }

    static std::vector<text::ByteSpan> joined(std::vector<text::ByteSpan> spans) {
        std::ranges::sort(spans);
        std::vector<text::ByteSpan> out;
        for (const text::ByteSpan& span : spans) {
            if (!out.empty() && span.begin < out.back().end)
                out.back().end = std::max(out.back().end, span.end);
            else
                out.push_back(span);
        }
        return out;
    }

    const IndexTokens& tokens_;
    std::string exact_;
    std::optional<text::RegexFinder> regex_;
    std::vector<Phrase> phrases_;
};

/// How long one waits for an expression that is slow in every text.
class Patience {
  public:
    [[nodiscard]] bool is_over_after(std::size_t units) const {
        return Clock::now() - begin_ > std::chrono::seconds(1) + units * std::chrono::microseconds(200);
    }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point begin_ = Clock::now();
};

constexpr std::size_t at_end = std::numeric_limits<std::size_t>::max();

/// The numbers of the units that one side finds, in order.
class Numbers {
  public:
    Numbers(StoredIndex& index, Side side, const Wanted& wanted, bool asked)
        : finder_(index.finder(side)),
          expression_(wanted.expression()),
          all_(wanted.is_nothing_indexed()),
          size_(index.size()) {
        finder_.reset();
        if (!asked) return;
        if (!all_) finder_.bind(0, std::string_view(expression_));
        at_ = 0;
        advance();
    }
    ~Numbers() { finder_.reset(); }
    Numbers(const Numbers&) = delete;
    Numbers& operator=(const Numbers&) = delete;

    [[nodiscard]] std::size_t at() const { return at_; }

    void advance() {
        if (all_)
            at_ = at_ < size_ ? at_ + 1 : at_end;
        else
            at_ = finder_.step() ? static_cast<std::size_t>(finder_.number(0)) : at_end;
    }

  private:
    Statement& finder_;
    std::string expression_;
    bool all_;
    std::size_t size_;
    std::size_t at_ = at_end;
};

class Search {
  public:
    Search(StoredIndex& index, const SearchQuery& query)
        : index_(index),
          query_(query),
          source_(query, index.tokens(Side::source)),
          target_(query, index.tokens(Side::target)) {
        if (source_.empty()) text::refuse("empty-query");
    }

    SearchResult run() {
        const bool look_at_all = source_.is_more_than_its_expression();
        Numbers source(index_, Side::source, source_, query_.side != SearchSide::target);
        Numbers target(index_, Side::target, target_, query_.side != SearchSide::source);
        while (!result_.more) {
            const std::size_t number = std::min(source.at(), target.at());
            if (number == at_end) break;
            if (look_at_all || !has_enough())
                look_at(number);
            else
                count();
            if (source.at() == number) source.advance();
            if (target.at() == number) target.advance();
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool has_enough() const { return query_.limit > 0 && result_.hits.size() == query_.limit; }

    /// Who wants all hits, or a count of all units, gets all.
    void count() {
        const bool all = query_.limit == 0 || query_.count_to == 0;
        if (all || result_.units < std::max(query_.limit, query_.count_to))
            ++result_.units;
        else
            result_.more = true;
    }

    void look_at(std::size_t number) {
        ++looked_at_;
        if (query_.manner == SearchManner::regex && patience_.is_over_after(looked_at_))
            text::refuse("regex-too-slow", {query_.text});
        const StoredTexts texts = index_.texts(number);
        SearchHit hit;
        if (query_.side != SearchSide::target) hit.source_marks = source_.find(texts.source);
        if (query_.side != SearchSide::source) hit.target_marks = target_.find(texts.target);
        if (hit.source_marks.empty() && hit.target_marks.empty()) return;
        count();
        if (has_enough()) return;
        auto unit = index_.unit(number);
        if (!unit) return;
        hit.unit = std::move(*unit);
        result_.hits.push_back(std::move(hit));
    }

    StoredIndex& index_;
    const SearchQuery& query_;
    Wanted source_;
    Wanted target_;
    Patience patience_;
    std::size_t looked_at_ = 0;  // units
    SearchResult result_;
};

}  // namespace

SearchResult find_words(StoredIndex& index, const SearchQuery& query) { return Search(index, query).run(); }

}  // namespace tongwen::memory
