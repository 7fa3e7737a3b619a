// SPDX-License-Identifier: Apache-2.0
// Owns the order of what is looked at in a TMX file.
#include "tmx/validation.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "text/hash.h"
#include "tmx/oddities.h"
#include "tmx/tmx_checks.h"
#include "tmx/xml_trees.h"

namespace tongwen::tmx {
namespace {

constexpr std::array<std::string_view, 4> dtd_names = {"tmx14.dtd", "tmx13.dtd", "tmx12.dtd", "tmx11.dtd"};

/// The file's name at the end of the system identifier; empty where the DOCTYPE names none.
std::string_view dtd_name(std::string_view doctype) {
    const std::string_view outside = doctype.substr(0, doctype.find('['));
    const std::size_t end = outside.find_last_of("\"'");
    if (end == std::string_view::npos || end == 0) return {};
    const std::size_t begin = outside.find_last_of("\"'/", end - 1);
    return outside.substr(begin + 1, end - begin - 1);
}

/// Counts the bytes that go through.
class Counted final : public text::ByteSource {
  public:
    Counted(std::unique_ptr<text::ByteSource> source, std::size_t& count)
        : source_(std::move(source)), count_(count) {}
    std::size_t read(char* into, std::size_t most) override {
        const std::size_t size = source_->read(into, most);
        count_ += size;
        return size;
    }

  private:
    std::unique_ptr<text::ByteSource> source_;
    std::size_t& count_;
};

class Validation {
  public:
    Validation(std::unique_ptr<text::ByteSource> bytes, const ValidationOptions& options)
        : options_(options),
          oddities_(options.file, as_errors(options.sink), static_cast<std::size_t>(-1)),
          checks_(options.file, options.sink),
          trees_(std::make_unique<Counted>(std::move(bytes), size_), {"header", "tu"}, options.file,
                 oddities_) {}

    [[nodiscard]] std::size_t units() const { return number_; }

    void run() {
        for (const XmlPiece* piece = &trees_.next(1); piece->kind != XmlPiece::Kind::end;
             piece = &trees_.next(number_ + 1))
            look_at(*piece);
        checks_.at(0, 0);
        if (!has_header_) checks_.say("tmx-no-header", text::Severity::error);
        if (number_ == 0) options_.sink({"no-units", text::Severity::error, {options_.file}, {}});
        if (size_ > options_.size_limit)
            options_.sink({"file-over-limit",
                           text::Severity::warning,
                           {options_.file},
                           {std::to_string(size_), std::to_string(options_.size_limit)}});
    }

  private:
    static text::DiagnosticSink as_errors(const text::DiagnosticSink& sink) {
        return [&sink](const text::Diagnostic& one) {
            text::Diagnostic error = one;
            error.severity = text::Severity::error;
            sink(error);
        };
    }

    void look_at(const XmlPiece& piece) {
        if (piece.kind == XmlPiece::Kind::text) return oddities_.say("tmx-stray-text", piece.line, 0);
        if (piece.kind == XmlPiece::Kind::start_tag && !has_root_) return look_at_root(piece);
        if (piece.kind == XmlPiece::Kind::start_tag && piece.name != "body")
            return oddities_.say("tmx-dropped-element", piece.line, 0, {std::string(piece.name)});
        if (piece.kind != XmlPiece::Kind::element) return;
        if (!has_root_) refuse_root(piece);
        if (piece.name == "header") return look_at_header(piece);
        ++number_;
        const std::size_t line = piece.line;
        const pugi::xml_node tu = trees_.tree(number_);
        if (const std::string_view id = tu.attribute("tuid").value(); !id.empty())
            options_.id(text::hash_64(id), line, number_);
        checks_.look_at_unit(tu, line, number_);
    }

    void look_at_root(const XmlPiece& piece) {
        if (piece.name != "tmx") refuse_root(piece);
        has_root_ = true;
        const std::size_t line = piece.line;
        checks_.look_at_root(trees_.tree(0), line);
        const std::string_view name = dtd_name(trees_.doctype());
        if (!name.empty() && std::ranges::find(dtd_names, name) == dtd_names.end())
            checks_.say("tmx-doctype", text::Severity::error, {std::string(name)});
    }

    void look_at_header(const XmlPiece& piece) {
        if (std::exchange(has_header_, true)) return oddities_.say("tmx-second-header", piece.line, 0);
        const std::size_t line = piece.line;
        checks_.look_at_header(trees_.tree(0), line);
    }

    [[noreturn]] void refuse_root(const XmlPiece& piece) const {
        throw text::InputError(
            {"tmx-not-tmx", text::Severity::error, {options_.file, piece.line}, {std::string(piece.name)}});
    }

    const ValidationOptions& options_;
    Oddities oddities_;
    TmxChecks checks_;
    std::size_t size_ = 0;
    XmlTrees trees_;
    bool has_root_ = false;
    bool has_header_ = false;
    std::size_t number_ = 0;
};

}  // namespace

std::size_t validate_tmx(std::unique_ptr<text::ByteSource> bytes, const ValidationOptions& options) {
    std::size_t units = 0;
    try {
        Validation validation(std::move(bytes), options);
        try {
            validation.run();
        } catch (const text::InputError&) {
            units = validation.units();
            throw;
        }
        return validation.units();
    } catch (const text::InputError& error) {
        options.sink(error.diagnostic());
        return units;
    }
}

}  // namespace tongwen::tmx
