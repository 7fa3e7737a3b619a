// SPDX-License-Identifier: Apache-2.0
// Owns the format "markdown": md4c's events become plain text, blocks and the way back.
#include "corpus/markdown_reader.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

#include <md4c.h>

#include "corpus/html_text.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

/// Collects the text of one document. Every change of block closes the open paragraph; the next text opens
/// another, of the kind that its innermost block gives it.
class Collector {
  public:
    explicit Collector(std::string_view input) : input_(input) {}

    void add_front_matter(text::ByteSpan span) {
        code_ = true;
        copy(span.of(input_));
        code_ = false;
        close();
    }

    void enter(MD_BLOCKTYPE type, const void* detail) {
        close();
        html_ = HtmlText();
        if (type == MD_BLOCK_H)
            heading_ = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        if (type == MD_BLOCK_CODE) code_ = true;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) ++list_depth_;
        if (type == MD_BLOCK_LI) containers_.push_back(Kind::list_item);
        if (type == MD_BLOCK_QUOTE) containers_.push_back(Kind::quotation);
    }

    void leave(MD_BLOCKTYPE type) {
        close();
        if (type == MD_BLOCK_H) heading_ = 0;
        if (type == MD_BLOCK_CODE) code_ = false;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --list_depth_;
        if (type == MD_BLOCK_LI || type == MD_BLOCK_QUOTE) containers_.pop_back();
    }

    void add(MD_TEXTTYPE type, std::string_view bytes) {
        switch (type) {
            case MD_TEXT_BR:
            case MD_TEXT_SOFTBR:
                return put("\n");
            case MD_TEXT_NULLCHAR:
                return put("\xEF\xBF\xBD");
            case MD_TEXT_ENTITY:
                return replace(bytes, decode_entity(bytes));
            case MD_TEXT_HTML:
                return add_html(bytes);
            default:
                return copy(bytes);
        }
    }

    RawText finish() {
        close();
        return std::move(out_);
    }

  private:
    [[nodiscard]] RawParagraph paragraph_here() const {
        const std::size_t begin = out_.text.size();
        if (code_) return {{begin, begin}, Kind::code, 0};
        if (heading_ != 0) return {{begin, begin}, Kind::heading, heading_};
        if (containers_.empty()) return {{begin, begin}, Kind::body, 0};
        const bool in_list = containers_.back() == Kind::list_item;
        return {{begin, begin},
                containers_.back(),
                static_cast<std::uint8_t>(in_list ? std::min(list_depth_, 255) : 0)};
    }

    void open() {
        if (open_) return;
        if (!out_.text.empty()) invent("\n");
        open_ = paragraph_here();
    }

    void close() {
        if (!open_) return;
        const std::string_view text = std::string_view(out_.text).substr(open_->span.begin);
        const std::string_view trimmed = text::trim(text);
        const std::size_t begin = open_->span.begin + static_cast<std::size_t>(trimmed.data() - text.data());
        open_->span = {begin, begin + trimmed.size()};
        if (!trimmed.empty()) out_.paragraphs.push_back(*open_);
        open_.reset();
    }

    /// Where `bytes` are in the input; nothing for what md4c made up (the indentation of code).
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view bytes) const {
        const std::less_equal<> before;
        const char* const end = input_.data() + input_.size();
        if (!before(input_.data(), bytes.data()) || !before(bytes.data() + bytes.size(), end))
            return std::nullopt;
        const auto offset = static_cast<std::size_t>(bytes.data() - input_.data());
        return offset < reached_ ? std::nullopt : std::optional(offset);
    }

    /// Appends what has no bytes of its own in the input.
    void invent(std::string_view bytes) {
        out_.text.append(bytes);
        out_.to_input.append(bytes.size(), reached_, 0);
    }

    void put(std::string_view bytes) {
        open();
        invent(bytes);
    }

    void copy(std::string_view bytes) {
        open();
        const auto offset = place_of(bytes);
        if (!offset) return invent(bytes);
        out_.text.append(bytes);
        out_.to_input.append_copy(bytes.size(), *offset);
        reached_ = *offset + bytes.size();
    }

    void replace(std::string_view source, std::string_view bytes) {
        open();
        const auto offset = place_of(source);
        if (!offset) return invent(bytes);
        out_.text.append(bytes);
        out_.to_input.append(bytes.size(), *offset, source.size());
        reached_ = *offset + source.size();
    }

    void add_html(std::string_view bytes) {
        for (const HtmlPiece& piece : html_.feed(bytes)) {
            switch (piece.what) {
                case HtmlPiece::What::text:
                    copy(piece.source);
                    break;
                case HtmlPiece::What::entity:
                    replace(piece.source, decode_entity(piece.source));
                    break;
                case HtmlPiece::What::line_break:
                    put("\n");
                    break;
                case HtmlPiece::What::block_break:
                    close();
                    break;
            }
        }
    }

    std::string_view input_;
    RawText out_;
    std::optional<RawParagraph> open_;
    std::vector<Kind> containers_;  ///< list items and quotations, outermost first
    HtmlText html_;
    std::size_t reached_ = 0;  ///< of the input
    int list_depth_ = 0;
    std::uint8_t heading_ = 0;
    bool code_ = false;
};

/// Lets exceptions pass by md4c, which is C.
struct Run {
    Collector collector;
    std::exception_ptr failure = {};

    template <class Step>
    static int guard(void* run, Step step) noexcept {
        try {
            step(static_cast<Run*>(run)->collector);
            return 0;
        } catch (...) {
            static_cast<Run*>(run)->failure = std::current_exception();
            return 1;
        }
    }
};

MD_PARSER make_parser() {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* run) {
        return Run::guard(run, [=](Collector& collector) { collector.enter(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* run) {
        return Run::guard(run, [=](Collector& collector) { collector.leave(type); });
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* run) {
        return Run::guard(run, [=](Collector& collector) { collector.add(type, {bytes, size}); });
    };
    return parser;
}

struct FrontMatter {
    text::ByteSpan content = {};
    std::size_t size = 0;  ///< with both fences; 0 when there is no front matter
};

/// YAML between "---" lines, at the very beginning only, as site generators have it.
FrontMatter find_front_matter(std::string_view input) {
    constexpr std::string_view fence = "---\n";
    constexpr std::size_t longest = std::size_t{1} << 16;
    if (!input.starts_with(fence)) return {};
    const std::string_view first_line =
        input.substr(fence.size(), input.find('\n', fence.size()) - fence.size());
    if (first_line.find(':') == std::string_view::npos) return {};  // a thematic break, then text
    const std::string_view head = input.substr(0, longest);
    for (std::size_t end = head.find('\n', fence.size()); end != std::string_view::npos;
         end = head.find('\n', end + 1)) {
        const std::string_view next_line = head.substr(end + 1, head.find('\n', end + 1) - end - 1);
        if (next_line == "---" || next_line == "...")
            return {{fence.size(), end}, std::min(end + 1 + next_line.size() + 1, input.size())};
    }
    return {};
}

}  // namespace

RawText read_markdown(std::string utf8) {
    Run run{Collector(utf8)};
    const FrontMatter front = find_front_matter(utf8);
    if (front.size != 0) run.collector.add_front_matter(front.content);
    const std::string_view body = std::string_view(utf8).substr(front.size);
    const MD_PARSER parser = make_parser();
    const int result = md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &run);
    if (run.failure) std::rethrow_exception(run.failure);
    if (result != 0) throw std::bad_alloc();  // the only failure that md4c knows
    return run.collector.finish();
}

}  // namespace tongwen::corpus
