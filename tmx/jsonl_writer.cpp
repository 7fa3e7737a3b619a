// SPDX-License-Identifier: Apache-2.0
// Owns the lines of a file of JSON Lines.
#include "tmx/jsonl_writer.h"

#include <cassert>
#include <utility>

#include "tmx/segment_text.h"
#include "tmx/unit_json.h"

namespace tongwen::tmx {
namespace {

class JsonlWriter final : public UnitWriter {
  public:
    JsonlWriter(Output output, WriterOptions options)
        : options_(std::move(options)), output_(std::move(output)) {
        if (options_.utf16) output_ = to_utf16(std::move(output_));
        const MemoryHeader& header = options_.header;
        if (!header.attributes.empty() || !header.notes.empty() || !header.properties.empty())
            output_(header_to_json(header) + '\n');
    }

    void write(const TranslationUnit& unit) override {
        assert(!finished_);
        if (unit.source.text.empty() && unit.target.text.empty() && unit.further.empty())
            return options_.sink({"unit-without-text", text::Severity::warning, {options_.file}, {unit.id}});
        output_(unit_to_json(unit) + '\n');
    }

    void finish() override {
        assert(!finished_);
        finished_ = true;
    }

  private:
    WriterOptions options_;
    Output output_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<UnitWriter> make_jsonl_writer(Output output, WriterOptions options) {
    return std::make_unique<JsonlWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
