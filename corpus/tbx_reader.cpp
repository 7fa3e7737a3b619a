// SPDX-License-Identifier: Apache-2.0
// Owns the walk through a TBX file's tree.
#include "corpus/tbx_reader.h"

#include <algorithm>

#include <pugixml.hpp>

#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

/// The text of an element and of all that is in it, with white space as single blanks.
class TextWalker final : public pugi::xml_tree_walker {
  public:
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) return true;
        const std::string_view value = node.value();
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t begin = at;
            if (text::is_space(text::next_code_point(value, at))) {
                blank_ = true;
                continue;
            }
            if (blank_ && !text_.empty()) text_ += ' ';
            blank_ = false;
            text_ += value.substr(begin, at - begin);
        }
        return true;
    }

    std::string text_;
    bool blank_ = false;
};

std::string text_of(pugi::xml_node node) {
    TextWalker walker;
    node.traverse(walker);
    return walker.text();
}

/// Names differ in their prefixes (basic:definition); the rest is all that counts.
std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.rfind(':') + 1);  // npos + 1 is 0
}

/// The name of a data category: of DCT the element's, of DCA the type's.
std::string_view category_of(pugi::xml_node node) {
    const std::string_view type = node.attribute("type").value();
    return type.empty() ? local_name(node) : type;
}

bool is_note(pugi::xml_node node) {
    const std::string_view category = category_of(node);
    return category == "definition" || category == "note";
}

/// Whether a note on a term says that it is not to be used.
bool forbids(pugi::xml_node node) {
    const std::string_view category = category_of(node);
    if (category == "forbidden" || category == "deprecated") {
        const std::string value = text_of(node);
        return value != "false" && value != "no";
    }
    if (category != "administrativeStatus" && category != "normativeAuthorization" && category != "status" &&
        category != "termStatus")
        return false;
    const std::string status = text_of(node);
    constexpr std::string_view suffix = "-admn-sts";
    const std::string_view value =
        std::string_view(status).substr(0, status.size() - (status.ends_with(suffix) ? suffix.size() : 0));
    return value == "deprecatedTerm" || value == "supersededTerm" || value == "deprecated" ||
           value == "superseded" || value == "forbidden" || value == "obsolete";
}

class TbxReader {
  public:
    TbxReader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    Glossary read() {
        const pugi::xml_parse_result result = document_.load_buffer(bytes_.data(), bytes_.size());
        if (!result) fail("glossary-not-xml", place_of(result.offset), {result.description()});
        const pugi::xml_node root = document_.document_element();
        if (local_name(root) != "martif" && local_name(root) != "tbx")
            fail("glossary-not-tbx", place_of(root), {root.name()});
        Glossary glossary{file_, {}};
        for (const pugi::xml_node text : root.children()) {
            for (const pugi::xml_node body : text.children()) {
                if (local_name(body) == "body") read_body(body, glossary);
            }
        }
        return glossary;
    }

  private:
    [[noreturn]] static void fail(std::string id, text::Location where,
                                  std::vector<std::string> arguments = {}) {
        throw text::InputError(
            {std::move(id), text::Severity::error, std::move(where), std::move(arguments)});
    }

    /// Offsets are those of UTF-8; in a file of another encoding the place is not known.
    text::Location place_of(std::ptrdiff_t offset) {
        const bool wide =
            bytes_.starts_with("\xFF\xFE") || bytes_.starts_with("\xFE\xFF") || bytes_.find('\0') < 4;
        if (wide || offset < 0) return {file_};
        // Places are asked for in the order of the file: each byte is counted once.
        if (static_cast<std::size_t>(offset) < counted_) return {file_};
        const std::size_t end = std::min(static_cast<std::size_t>(offset), bytes_.size());
        while (counted_ < end) {
            const bool line_end = text::next_code_point(bytes_, counted_) == U'\n';
            line_ += line_end ? 1 : 0;
            column_ = line_end ? 1 : column_ + 1;
        }
        return {file_, line_, column_};
    }
    text::Location place_of(pugi::xml_node node) { return place_of(node.offset_debug()); }

    void read_body(pugi::xml_node body, Glossary& glossary) {
        for (const pugi::xml_node entry : body.children()) {
            const std::string_view name = local_name(entry);
            if (name == "termEntry" || name == "conceptEntry") read_entry(entry, glossary);
        }
    }

    void read_entry(pugi::xml_node entry, Glossary& glossary) {
        GlossaryConcept meaning{{}, {}, place_of(entry)};
        for (const pugi::xml_node part : entry.children()) {
            const std::string_view name = local_name(part);
            if (name == "langSet" || name == "langSec") {
                read_language(part, meaning);
            } else {
                read_note(part, meaning);
            }
        }
        glossary.concepts.push_back(std::move(meaning));
    }

    text::Language language_of(pugi::xml_node section) {
        const pugi::xml_attribute tag = section.attribute("xml:lang");
        if (!tag) fail("glossary-no-language", place_of(section));
        const auto language = text::Language::parse(tag.value());
        if (!language) fail("glossary-bad-language", place_of(section), {tag.value()});
        return *language;
    }

    void read_language(pugi::xml_node section, GlossaryConcept& meaning) {
        const text::Language language = language_of(section);
        for (const pugi::xml_node part : section.children()) {
            const std::string_view name = local_name(part);
            if (name == "tig" || name == "ntig" || name == "termSec") {
                read_term(part, language, meaning);
            } else {
                read_note(part, meaning);
            }
        }
    }

    /// The parts of an ntig stand one level deeper, in termGrp, as do notes that are grouped.
    void read_term(pugi::xml_node section, const text::Language& language, GlossaryConcept& meaning) {
        GlossaryTerm term{language, {}};
        read_parts(section, term, meaning);
        for (const pugi::xml_node group : section.children()) read_parts(group, term, meaning);
        if (!term.text.empty()) meaning.terms.push_back(std::move(term));
    }

    static void read_parts(pugi::xml_node parent, GlossaryTerm& term, GlossaryConcept& meaning) {
        for (const pugi::xml_node part : parent.children()) {
            if (local_name(part) == "term" && term.text.empty()) term.text = text_of(part);
            if (forbids(part)) term.forbidden = true;
            add_note(part, meaning);
        }
    }

    /// A note by itself or in a descripGrp.
    static void read_note(pugi::xml_node node, GlossaryConcept& meaning) {
        add_note(node, meaning);
        if (!local_name(node).ends_with("Grp")) return;
        for (const pugi::xml_node part : node.children()) add_note(part, meaning);
    }

    static void add_note(pugi::xml_node node, GlossaryConcept& meaning) {
        if (!is_note(node)) return;
        const std::string text = text_of(node);
        if (!meaning.note.empty() && !text.empty()) meaning.note += "; ";
        meaning.note += text;
    }

    std::string_view bytes_;
    const std::string& file_;
    pugi::xml_document document_;
    std::size_t counted_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

}  // namespace

Glossary read_tbx(std::string_view bytes, const std::string& file, const GlossaryLanguages&) {
    return TbxReader(bytes, file).read();
}

}  // namespace tongwen::corpus
