// SPDX-License-Identifier: Apache-2.0
// Owns what the elements of XLIFF say of a unit.
#include "tmx/xliff_reader.h"

#include <deque>
#include <utility>

#include <pugixml.hpp>

#include "tmx/date.h"
#include "tmx/xliff_inline.h"
#include "tmx/xliff_state.h"
#include "tmx/xliff_writer.h"
#include "tmx/xml_trees.h"

namespace tongwen::tmx {
namespace {

/// The text of an element and of what is in it.
std::string text_within(const pugi::xml_node& element) {
    Variant variant;
    read_inline(element, {}, variant);
    return std::move(variant.text);
}

/// What `XliffWriter` writes as an extra: "property" with its name, "changed-by"…
void take_extra(std::string_view kind, std::string name, std::string value, TranslationUnit& unit) {
    if (kind == "property") {
        unit.properties.emplace_back(std::move(name), std::move(value));
    } else if (kind == "attribute") {
        unit.attributes.emplace_back(std::move(name), std::move(value));
    } else if (kind == "id") {
        unit.id = std::move(value);
    } else if (kind == "changed-by") {
        unit.changed_by = std::move(value);
    } else if (kind == "changed-at") {
        unit.changed_when = parse_date(value);
    } else if (kind == "created-at") {
        unit.created_when = parse_date(value);
    }
}

void read_metadata(const pugi::xml_node& metadata, TranslationUnit& unit) {
    for (const pugi::xml_node& group : metadata.children()) {
        if (group.attribute("category").value() != xliff_category) continue;
        for (const pugi::xml_node& meta : group.children()) {
            const std::string_view type = meta.attribute("type").value();
            const std::size_t colon = std::min(type.find(':'), type.size());
            const std::string_view name = type.substr(std::min(colon + 1, type.size()));
            take_extra(type.substr(0, colon), std::string(name), meta.text().get(), unit);
        }
    }
}

/// Elements of our own name space in 1.2, under the prefix that we write, or that another tool gave it.
void read_own_elements(const pugi::xml_node& trans_unit, TranslationUnit& unit) {
    for (const pugi::xml_node& child : trans_unit.children()) {
        const std::string_view name = child.name();
        const bool prefixed = name.find(':') != std::string_view::npos;
        const bool ours =
            name.starts_with("tongwen:") || child.attribute("xmlns").value() == xliff_namespace ||
            (prefixed &&
             (without_prefix(name) == "property" || without_prefix(name).starts_with("changed-")));
        if (ours) take_extra(without_prefix(name), child.attribute("name").value(), child.text().get(), unit);
    }
}

class XliffReader final : public UnitReader {
  public:
    XliffReader(std::unique_ptr<text::ByteSource> bytes, ReaderOptions options)
        : options_(std::move(options)),
          oddities_(options_.file, options_.sink),
          trees_(std::move(bytes), {"trans-unit", "bin-unit", "unit"}, options_.file, oddities_) {
        while (units_.empty() && !file_seen_ && !at_end_) read_piece();  // the languages
        header_.source_language = source_;
        header_.target_language = target_;
    }

    [[nodiscard]] const MemoryHeader& header() const override { return header_; }
    [[nodiscard]] std::size_t line() const override { return line_; }

    std::optional<TranslationUnit> next() override {
        while (units_.empty() && !at_end_) read_piece();
        if (units_.empty()) return std::nullopt;
        line_ = units_.front().line;
        TranslationUnit unit = std::move(units_.front().unit);
        units_.pop_front();
        return unit;
    }

  private:
    struct Placed {
        TranslationUnit unit;
        std::size_t line;
    };

    void read_piece() {
        const XmlPiece& piece = trees_.next(number_ + 1);
        piece_line_ = piece.line;
        if (piece.kind == XmlPiece::Kind::end) {
            at_end_ = true;
            oddities_.finish();
        } else if (piece.kind == XmlPiece::Kind::start_tag) {
            read_tag();
        } else if (piece.kind == XmlPiece::Kind::element) {
            if (!root_seen_) fail();
            if (trees_.name() == "trans-unit") read_trans_unit(trees_.tree(number_ + 1));
            if (trees_.name() == "unit") read_unit(trees_.tree(number_ + 1));
        }
    }

    [[noreturn]] void fail() {
        throw text::InputError({"xliff-not-xliff",
                                text::Severity::error,
                                {options_.file, piece_line_},
                                {std::string(trees_.name())}});
    }

    void read_tag() {
        const std::string_view name = trees_.name();
        if (!root_seen_ && name != "xliff") fail();
        if (name == "xliff") {
            root_seen_ = true;
            take_languages("srcLang", "trgLang");
        } else if (name == "file") {
            file_seen_ = true;
            take_languages("source-language", "target-language");
        }
    }

    void take_languages(const char* source, const char* target) {
        const pugi::xml_node tag = trees_.tree(0);
        if (const auto tag_of_source = tag.attribute(source)) source_ = parse(tag_of_source.value());
        if (const auto tag_of_target = tag.attribute(target)) target_ = parse(tag_of_target.value());
    }

    text::Language parse(const std::string& tag) {
        if (tag.empty() || tag == "und") return {};
        if (auto language = text::Language::parse(tag)) return *std::move(language);
        oddities_.say("tmx-bad-language", piece_line_, 0, {tag});
        return {};
    }

    void read_trans_unit(const pugi::xml_node& element) {
        // What the Translate Toolkit makes of the first entry of a PO file.
        if (std::string_view(element.attribute("restype").value()) == "x-gettext-domain-header") return;
        TranslationUnit unit;
        unit.id = element.attribute("id").value();
        const pugi::xml_node target = child_of(element, "target");
        read_texts(child_of(element, "source"), target, {}, unit);
        for (const pugi::xml_node& child : element.children())
            if (std::string_view(child.name()) == "note" || std::string_view(child.name()).ends_with(":note"))
                add_note(child, unit);
        read_own_elements(element, unit);
        const State12 state = {element.attribute("approved").value(), target.attribute("state").value(),
                               target.attribute("state-qualifier").value()};
        const std::string reference = po_reference(element);
        if (!reference.empty()) unit.properties.emplace_back("x-po-reference", reference);
        // A fuzzy entry of a PO file was not looked at, or needs work: nobody knows.
        if (reference.empty() || state.approved == "yes") set_status(unit, status_of(state));
        add(std::move(unit));
    }

    /// Where a PO file says that an entry is from, once the Toolkit has made XLIFF of it again; of our own
    /// files, the unit's id.
    static std::string po_reference(const pugi::xml_node& element) {
        for (const pugi::xml_node& group : element.children())
            if (std::string_view(group.attribute("name").value()) == "po-reference")
                for (const pugi::xml_node& context : group.children())
                    if (std::string_view(context.attribute("context-type").value()) == "sourcefile")
                        return context.text().get();
        return {};
    }

    void read_unit(const pugi::xml_node& element) {
        TranslationUnit common;
        common.id = element.attribute("id").value();
        read_metadata(child_of(element, "metadata"), common);
        for (const pugi::xml_node& note : child_of(element, "notes").children()) add_note(note, common);
        std::size_t count = 0;
        for (const pugi::xml_node& child : element.children())
            count += without_prefix(child.name()) == "segment" ? 1 : 0;
        std::size_t number = 0;
        for (const pugi::xml_node& child : element.children()) {
            if (without_prefix(child.name()) != "segment") continue;
            ++number;
            TranslationUnit unit = common;
            if (count > 1) {
                const std::string id = child.attribute("id").value();
                unit.id += '#' + (id.empty() ? std::to_string(number) : id);
            }
            read_segment(child, child_of(element, "originalData"), std::move(unit));
        }
    }

    void read_segment(const pugi::xml_node& segment, const pugi::xml_node& data, TranslationUnit unit) {
        read_texts(child_of(segment, "source"), child_of(segment, "target"), data, unit);
        set_status(unit, status_of(State21{segment.attribute("state").value(),
                                           segment.attribute("subState").value()}));
        add(std::move(unit));
    }

    void read_texts(const pugi::xml_node& source, const pugi::xml_node& target, const pugi::xml_node& data,
                    TranslationUnit& unit) {
        if (!source) oddities_.say("xliff-no-source", piece_line_, number_ + 1);
        unit.source.language = source_;
        unit.target.language = target_;
        read_inline(source, data, unit.source);
        read_inline(target, data, unit.target);
        // Who asks for the other direction gets it; XLIFF has two languages, so that there is no doubt.
        const auto is = [](const text::Language& wanted, const text::Language& there) {
            return wanted.known() && there.known() && wanted.primary() == there.primary();
        };
        if (is(options_.source_language, target_) && !is(options_.source_language, source_))
            std::swap(unit.source, unit.target);
    }

    static void add_note(const pugi::xml_node& note, TranslationUnit& unit) {
        if (std::string text = text_within(note); !text.empty()) unit.notes.push_back(std::move(text));
    }

    void add(TranslationUnit unit) {
        ++number_;
        units_.push_back({std::move(unit), piece_line_});
    }

    ReaderOptions options_;
    Oddities oddities_;
    XmlTrees trees_;
    MemoryHeader header_;
    text::Language source_;
    text::Language target_;
    std::deque<Placed> units_;  // of the element that was read last
    std::size_t number_ = 0;
    std::size_t line_ = 0;
    std::size_t piece_line_ = 0;
    bool root_seen_ = false;
    bool file_seen_ = false;
    bool at_end_ = false;
};

}  // namespace

std::unique_ptr<UnitReader> make_xliff_reader(std::unique_ptr<text::ByteSource> bytes,
                                              ReaderOptions options) {
    return std::make_unique<XliffReader>(std::move(bytes), std::move(options));
}

}  // namespace tongwen::tmx
