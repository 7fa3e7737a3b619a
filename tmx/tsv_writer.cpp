// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of a file of tab-separated values.
#include "tmx/tsv_writer.h"

#include <utility>

#include "tmx/segment_text.h"
#include "tmx/table_writer.h"

namespace tongwen::tmx {
namespace {

std::string escape_field(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    for (const char c : value) {
        switch (c) {
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += c;
        }
    }
    return out;
}

class TsvWriter final : public TableWriter {
  public:
    TsvWriter(Output output, WriterOptions options)
        : TableWriter(std::move(options)),
          output_(this->options().utf16 ? to_utf16(std::move(output)) : std::move(output)) {
        TsvWriter::put(head());
    }

  private:
    void put(const Fields& row) override {
        std::string line;
        for (const std::string& field : row) line.append(escape_field(field)).append(1, '\t');
        line.back() = '\n';
        output_(line);
    }

    Output output_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tsv_writer(Output output, WriterOptions options) {
    return std::make_unique<TsvWriter>(std::move(output), std::move(options));
}

}  // namespace tongwen::tmx
