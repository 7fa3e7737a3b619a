// SPDX-License-Identifier: Apache-2.0
// Owns what writers of tables share: a head, then a row a unit.
#pragma once

#include "tmx/table_columns.h"
#include "tmx/writers.h"

namespace tongwen::tmx {

/// Makes rows of units. A unit may have one empty text; of one without any the diagnostic unit-without-text
/// {id} tells.
class TableWriter : public UnitWriter {
  public:
    void write(const TranslationUnit& unit) final;
    void finish() final;

  protected:
    explicit TableWriter(WriterOptions options) : options_(std::move(options)) {}
    [[nodiscard]] const WriterOptions& options() const { return options_; }
    void warn(std::string id, std::vector<std::string> arguments) const;
    [[nodiscard]] Fields head() const {
        return head_fields(options_.source_language, options_.target_language);
    }

  private:
    virtual void put(const Fields& row) = 0;
    virtual void end() {}

    WriterOptions options_;
    bool finished_ = false;
};

}  // namespace tongwen::tmx
