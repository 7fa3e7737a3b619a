// SPDX-License-Identifier: Apache-2.0
// Owns the order of a TMX file: header, units, end.
#include "tmx/tmx_reader.h"

#include <utility>

#include <pugixml.hpp>

#include "tmx/oddities.h"
#include "tmx/tmx_unit_reader.h"
#include "tmx/xml_trees.h"

namespace tongwen::tmx {
namespace {

class TmxReader final : public UnitReader {
  public:
    TmxReader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options)
        : file_(options.file),
          oddities_(options.file, options.sink),
          units_(std::move(options.source_language), std::move(options.target_language), oddities_),
          trees_(std::move(bytes), {"header", "tu"}, file_, oddities_) {
        read_begin();
    }

    [[nodiscard]] const MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }

    std::optional<TranslationUnit> next() override {
        if (!held_) held_ = next_unit_piece();
        if (!*held_) return std::nullopt;
        held_.reset();
        line_ = piece_->line;
        units_.at(line_, ++number_);
        return units_.unit(trees_.tree(number_), header_);
    }

  private:
    /// Up to the first unit: the header comes before it.
    void read_begin() {
        held_ = next_unit_piece();
        if (!has_header_) oddities_.say("tmx-no-header", root_line_, 0);
    }

    /// Goes on to the next `tu`; false at the end.
    bool next_unit_piece() {
        for (;;) {
            piece_ = &trees_.next(number_ + 1);
            switch (piece_->kind) {
                case XmlPiece::Kind::end:
                    oddities_.finish();
                    return false;
                case XmlPiece::Kind::start_tag:
                    look_at_tag();
                    break;
                case XmlPiece::Kind::text:
                    oddities_.say("tmx-stray-text", piece_->line, number_);
                    break;
                case XmlPiece::Kind::doctype:
                case XmlPiece::Kind::end_tag:
                    break;
                case XmlPiece::Kind::element:
                    if (root_line_ == 0) fail("tmx-not-tmx", {std::string(piece_->name)});
                    if (piece_->name == "tu") return true;
                    read_header();
            }
        }
    }

    void look_at_tag() {
        const std::string name(piece_->name);
        if (root_line_ == 0 && name != "tmx") fail("tmx-not-tmx", {name});
        if (root_line_ == 0) {
            root_line_ = piece_->line;
        } else if (name != "body") {
            oddities_.say("tmx-dropped-element", piece_->line, number_, {name});
        }
    }

    void read_header() {
        units_.at(piece_->line, 0);
        if (std::exchange(has_header_, true))
            return oddities_.say("tmx-second-header", piece_->line, number_);
        header_ = units_.header(trees_.tree(0));
    }

    [[noreturn]] void fail(std::string id, std::vector<std::string> arguments) const {
        throw text::InputError(
            {std::move(id), text::Severity::error, {file_, piece_->line}, std::move(arguments)});
    }

    std::string file_;
    Oddities oddities_;
    TmxUnitReader units_;
    XmlTrees trees_;
    const XmlPiece* piece_ = nullptr;
    std::optional<bool> held_;  // the outcome of a search for a unit that was not asked for yet
    MemoryHeader header_;
    bool has_header_ = false;
    std::size_t root_line_ = 0;
    std::size_t line_ = 0;
    std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_tmx_reader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options) {
    return std::make_unique<TmxReader>(std::move(bytes), std::move(options));
}

}  // namespace tongwen::tmx
