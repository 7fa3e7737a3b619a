// SPDX-License-Identifier: Apache-2.0
// Owns Regex: an ICU regular expression over UTF-8, and the rewriting of its unbounded repeats.
#include "text/regex.h"

#include <cstdint>

#include <unicode/regex.h>
#include <unicode/utext.h>

#include "text/diagnostic.h"
#include "text/unicode.h"

namespace tongwen::text {
namespace {

// ICU counts in steps of 10,000 backtracks, about a millisecond: far beyond any sane match on a paragraph.
constexpr std::int32_t time_limit = 500;

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};
using TextHandle = std::unique_ptr<UText, TextCloser>;

TextHandle open_text(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    // An empty view may hold a null pointer, which ICU takes for an error.
    return TextHandle(utext_openUTF8(nullptr, utf8.empty() ? "" : utf8.data(),
                                     static_cast<std::int64_t>(utf8.size()), &status));
}

std::unique_ptr<const icu::RegexPattern> compile(std::string_view pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const icu::UnicodeString source =
        icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
    std::unique_ptr<const icu::RegexPattern> compiled(icu::RegexPattern::compile(source, where, status));
    if (U_FAILURE(status)) {
        throw InputError({.id = "bad-regex", .arguments = {std::string(pattern), u_errorName(status)}});
    }
    return compiled;
}

/// Copies a pattern token by token, bounding the repeats.
class RepeatBounder {
  public:
    RepeatBounder(std::string_view pattern, int limit) : pattern_(pattern), limit_(limit) {}

    std::string run() {
        while (at_ < pattern_.size()) step();
        return std::move(out_);
    }

  private:
    void step() {
        const char c = pattern_[at_];
        if (pattern_.substr(at_, 2) == "\\Q") return copy_through("\\E");
        if (c == '\\') return escape();
        if (c == '[') ++class_depth_;
        if (c == ']' && class_depth_ > 0) --class_depth_;
        if (class_depth_ > 0) return copy(1);
        if (c == '*') return repeat(0, 1);
        if (c == '+') return repeat(1, 1);
        if (c == '{') return braces();
        copy(1);
        if (c == '?') copy_modifier();
    }

    // The braces of \p{L} or \x{41} are no quantifier.
    void escape() {
        const bool braces = at_ + 2 < pattern_.size() && pattern_[at_ + 2] == '{' &&
                            std::string_view("pPxN").find(pattern_[at_ + 1]) != std::string_view::npos;
        if (braces) return copy_through("}");
        copy(2);
    }

    // The character behind a quantifier makes it lazy or possessive and is no quantifier itself.
    void copy_modifier() {
        if (at_ < pattern_.size() && (pattern_[at_] == '+' || pattern_[at_] == '?')) copy(1);
    }

    void repeat(int least, std::size_t size) {
        out_ += '{' + std::to_string(least) + ',' + std::to_string(least > 1 ? least + limit_ : limit_) + '}';
        at_ += size;
        copy_modifier();
    }

    void braces() {
        const std::size_t close = pattern_.find('}', at_);
        const std::string_view body = pattern_.substr(at_ + 1, close - at_ - 1);
        const bool open_ended = close != std::string_view::npos && body.size() > 1 && body.size() < 6 &&
                                body.find_first_not_of("0123456789") == body.size() - 1 && body.back() == ',';
        if (open_ended) return repeat(std::stoi(std::string(body)), body.size() + 2);
        copy(close == std::string_view::npos ? 1 : close - at_ + 1);
        copy_modifier();
    }

    void copy(std::size_t size) {
        out_ += pattern_.substr(at_, size);
        at_ += size;
    }

    void copy_through(std::string_view end) {
        const std::size_t found = pattern_.find(end, at_);
        copy(found == std::string_view::npos ? pattern_.size() - at_ : found + end.size() - at_);
    }

    std::string_view pattern_;
    int limit_;
    std::size_t at_ = 0;
    int class_depth_ = 0;
    std::string out_;
};

}  // namespace

Regex::Regex(std::string_view pattern) : pattern_(compile(pattern)) {}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::unique_ptr<icu::RegexMatcher> Regex::matcher() const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> matcher(pattern_->matcher(status));
    if (matcher == nullptr) throw std::bad_alloc();
    matcher->setTimeLimit(time_limit, status);
    return matcher;
}

bool Regex::matches(std::string_view utf8) const {
    const TextHandle text = open_text(utf8);
    UErrorCode status = U_ZERO_ERROR;
    return matcher()->reset(text.get()).matches(status) && U_SUCCESS(status);
}

std::optional<std::size_t> Regex::match_prefix(std::string_view utf8) const {
    const TextHandle text = open_text(utf8);
    const auto match = matcher();
    UErrorCode status = U_ZERO_ERROR;
    if (!match->reset(text.get()).lookingAt(status) || U_FAILURE(status)) return std::nullopt;
    return static_cast<std::size_t>(match->end64(status));
}

std::optional<ByteSpan> Regex::search(std::string_view utf8) const {
    const TextHandle text = open_text(utf8);
    const auto match = matcher();
    UErrorCode status = U_ZERO_ERROR;
    if (!match->reset(text.get()).find(status) || U_FAILURE(status)) return std::nullopt;
    return ByteSpan{static_cast<std::size_t>(match->start64(status)),
                    static_cast<std::size_t>(match->end64(status))};
}

/// ICU is several times as quick over UTF-16.
struct RegexFinder::State {
    explicit State(std::string_view source) : pattern(source), regex(source), matcher(regex.matcher()) {}

    std::string pattern;
    Regex regex;
    icu::UnicodeString text;
    std::unique_ptr<icu::RegexMatcher> matcher;
};

RegexFinder::RegexFinder(std::string_view pattern) : state_(std::make_unique<State>(pattern)) {}
RegexFinder::~RegexFinder() = default;
RegexFinder::RegexFinder(RegexFinder&&) noexcept = default;
RegexFinder& RegexFinder::operator=(RegexFinder&&) noexcept = default;

namespace {

/// Follows a text in UTF-8 as ICU's offsets into its UTF-16 go up.
class OffsetWalk {
  public:
    explicit OffsetWalk(std::string_view utf8) : utf8_(utf8) {}

    std::size_t to(std::int32_t units) {
        while (units_ < units && at_ < utf8_.size()) units_ += next_code_point(utf8_, at_) > 0xFFFF ? 2 : 1;
        return at_;
    }

  private:
    std::string_view utf8_;
    std::size_t at_ = 0;
    std::int32_t units_ = 0;
};

}  // namespace

std::vector<ByteSpan> RegexFinder::find_all(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    state_->text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    icu::RegexMatcher& matcher = *state_->matcher;
    matcher.reset(state_->text);
    std::vector<ByteSpan> found;
    OffsetWalk walk(utf8);
    while (matcher.find(status)) {
        const std::size_t begin = walk.to(matcher.start(status));
        const std::size_t end = walk.to(matcher.end(status));
        if (begin < end) found.push_back({begin, end});
    }
    if (U_FAILURE(status)) refuse("regex-too-slow", {state_->pattern});
    return found;
}

std::string bound_repeats(std::string_view pattern, int limit) { return RepeatBounder(pattern, limit).run(); }

}  // namespace tongwen::text
