// SPDX-License-Identifier: Apache-2.0
// Owns the walk through the lines of a file of JSON Lines.
#include "tmx/jsonl_reader.h"

#include <type_traits>
#include <utility>

#include "text/unicode.h"
#include "tmx/line_stream.h"
#include "tmx/unit_json.h"

namespace tongwen::tmx {
namespace {

class JsonlReader final : public UnitReader {
  public:
    JsonlReader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options)
        : options_(std::move(options)),
          languages_{options_.source_language, options_.target_language},
          lines_(std::move(bytes), options_.file) {
        begin();
    }

    [[nodiscard]] const MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }

    std::optional<TranslationUnit> next() override {
        if (!waiting_ && !advance()) return std::nullopt;
        waiting_ = false;
        line_ = lines_.number();
        return placed([&] { return unit_from_json(text_, languages_); });
    }

  private:
    /// The first line may be a header.
    void begin() {
        waiting_ = advance();
        if (!waiting_) return;
        if (std::optional<MemoryHeader> header = placed([&] { return header_from_json(text_); })) {
            header_ = std::move(*header);
            waiting_ = false;
        }
        if (!languages_.source.known()) languages_.source = header_.source_language;
        if (!languages_.target.known()) languages_.target = header_.target_language;
    }

    /// To the next line that is not empty.
    bool advance() {
        while (lines_.next(text_))
            if (!text::trim(text_).empty()) return true;
        if (lines_.bad_count() > 0 && !std::exchange(said_, true))
            options_.sink({"undecodable-bytes",
                           text::Severity::warning,
                           {options_.file},
                           {std::to_string(lines_.bad_count()), "UTF-8"}});
        return false;
    }

    /// What a function returns; what it refuses has its place in the file.
    template <typename Function>
    std::invoke_result_t<Function> placed(Function function) {
        try {
            return function();
        } catch (const text::InputError& error) {
            text::Diagnostic diagnostic = error.diagnostic();
            diagnostic.where = {options_.file, lines_.number()};
            throw text::InputError(std::move(diagnostic));
        }
    }

    ReaderOptions options_;
    JsonLanguages languages_;
    MemoryHeader header_;
    LineStream lines_;
    std::string_view text_;
    bool waiting_ = false;  // the line in text_ is yet to be read as a unit
    bool said_ = false;
    std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_jsonl_reader(std::unique_ptr<text::ByteSource> bytes,
                                              ReaderOptions options) {
    return std::make_unique<JsonlReader>(std::move(bytes), std::move(options));
}

}  // namespace tongwen::tmx
