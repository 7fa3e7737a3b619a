// SPDX-License-Identifier: Apache-2.0
// Owns SRX 2.0: reading segmentation rules, and finding with them where a text breaks.
#include "corpus/srx.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "text/boundary_pattern.h"
#include "text/diagnostic.h"
#include "text/regex.h"
#include "text/unicode.h"

namespace tongwen::corpus {
namespace {

/// Reads the tree of one file; every error names the line.
class SrxReader {
  public:
    SrxReader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

    SrxFile read() {
        const pugi::xml_parse_result result = document_.load_buffer(bytes_.data(), bytes_.size());
        if (!result) fail("srx-not-xml", line_at(result.offset), {result.description()});
        const pugi::xml_node root = document_.document_element();
        if (local_name(root) != "srx") fail("srx-not-srx", line_of(root), {root.name()});
        const std::string version = root.attribute("version").value();
        if (version != "2.0") fail("srx-version", line_of(root), {version});
        SrxFile file;
        file.name = name_;
        read_header(child(root, "header"), file);
        const pugi::xml_node body = child(root, "body");
        read_rules(child(body, "languagerules"), file);
        read_maps(child(body, "maprules"), file);
        return file;
    }

  private:
    [[noreturn]] void fail(std::string id, std::size_t line, std::vector<std::string> arguments) const {
        throw text::InputError({.id = std::move(id),
                                .where = {.file = name_, .line = line, .column = 0},
                                .arguments = std::move(arguments)});
    }

    // Offsets are those of UTF-8; in a file of another encoding the line is not known.
    [[nodiscard]] std::size_t line_at(std::ptrdiff_t offset) const {
        const bool wide =
            bytes_.starts_with("\xFF\xFE") || bytes_.starts_with("\xFE\xFF") || bytes_.find('\0') < 4;
        if (wide || offset < 0) return 0;
        const auto end = bytes_.begin() + std::min<std::ptrdiff_t>(offset, std::ssize(bytes_));
        return 1 + static_cast<std::size_t>(std::count(bytes_.begin(), end, '\n'));
    }
    [[nodiscard]] std::size_t line_of(pugi::xml_node node) const { return line_at(node.offset_debug()); }

    // Files differ in their prefixes (srx:rule); the names are all that counts.
    static std::string_view local_name(pugi::xml_node node) {
        const std::string_view name = node.name();
        const std::size_t colon = name.find(':');
        return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }

    static pugi::xml_node find_child(pugi::xml_node parent, std::string_view name) {
        return parent.find_child([&](pugi::xml_node node) { return local_name(node) == name; });
    }

    [[nodiscard]] pugi::xml_node child(pugi::xml_node parent, const std::string& name) const {
        const pugi::xml_node found = find_child(parent, name);
        if (!found) fail("srx-missing", line_of(parent), {name});
        return found;
    }

    [[nodiscard]] std::string attribute(pugi::xml_node node, const std::string& name) const {
        const pugi::xml_attribute found = node.attribute(name.c_str());
        if (!found) fail("srx-missing", line_of(node), {name});
        return found.value();
    }

    [[nodiscard]] bool yes_or_no(pugi::xml_node node, const char* name, bool otherwise) const {
        const pugi::xml_attribute found = node.attribute(name);
        const std::string value = found.value();
        if (!found) return otherwise;
        if (value != "yes" && value != "no") fail("srx-bad-value", line_of(node), {name, value});
        return value == "yes";
    }

    void read_header(pugi::xml_node header, SrxFile& file) const {
        file.cascade = yes_or_no(header, "cascade", file.cascade);
        file.segment_subflows = yes_or_no(header, "segmentsubflows", file.segment_subflows);
        for (const pugi::xml_node handle : header.children()) {
            if (local_name(handle) == "formathandle") read_format_handle(handle, file);
        }
    }

    void read_format_handle(pugi::xml_node handle, SrxFile& file) const {
        const std::string type = attribute(handle, "type");
        bool* const flag = type == "start"      ? &file.include_start_codes
                           : type == "end"      ? &file.include_end_codes
                           : type == "isolated" ? &file.include_isolated_codes
                                                : nullptr;
        if (flag == nullptr) fail("srx-bad-value", line_of(handle), {"type", type});
        *flag = yes_or_no(handle, "include", *flag);
    }

    void read_rules(pugi::xml_node parent, SrxFile& file) const {
        for (const pugi::xml_node node : parent.children()) {
            if (local_name(node) != "languagerule") continue;
            SrxLanguageRule language_rule{attribute(node, "languagerulename"), {}};
            for (const pugi::xml_node rule : node.children()) {
                if (local_name(rule) == "rule") language_rule.rules.push_back(read_rule(rule));
            }
            file.language_rules.push_back(std::move(language_rule));
        }
    }

    [[nodiscard]] SrxRule read_rule(pugi::xml_node node) const {
        const pugi::xml_node before = find_child(node, "beforebreak");
        const pugi::xml_node after = find_child(node, "afterbreak");
        if (!before && !after) fail("srx-missing", line_of(node), {"beforebreak"});
        return {yes_or_no(node, "break", true), before.text().get(), after.text().get(), line_of(node)};
    }

    void read_maps(pugi::xml_node parent, SrxFile& file) const {
        for (const pugi::xml_node node : parent.children()) {
            if (local_name(node) != "languagemap") continue;
            SrxLanguageMap map{attribute(node, "languagepattern"), attribute(node, "languagerulename"),
                               line_of(node)};
            const auto named = [&](const SrxLanguageRule& rule) { return rule.name == map.rule_name; };
            if (std::none_of(file.language_rules.begin(), file.language_rules.end(), named)) {
                fail("srx-unknown-rule", map.line, {map.rule_name});
            }
            file.language_maps.push_back(std::move(map));
        }
    }

    std::string_view bytes_;
    const std::string& name_;
    pugi::xml_document document_;
};

/// Runs `make`, adding file and line to the error of a bad regular expression.
template <typename Make>
auto at_line(const SrxFile& file, std::size_t line, Make make) {
    try {
        return make();
    } catch (const text::InputError& error) {
        text::Diagnostic diagnostic = error.diagnostic();
        diagnostic.where = {.file = file.name, .line = line, .column = 0};
        throw text::InputError(std::move(diagnostic));
    }
}

struct CompiledRule {
    bool breaks;
    text::BoundaryPattern pattern;
};

std::vector<const SrxLanguageRule*> select_rules(const SrxFile& file, const std::string& tag) {
    std::vector<const SrxLanguageRule*> selected;
    for (const SrxLanguageMap& map : file.language_maps) {
        const auto regex = at_line(file, map.line, [&] { return text::Regex(map.pattern); });
        if (!regex.matches(tag)) continue;
        const auto rule =
            std::find_if(file.language_rules.begin(), file.language_rules.end(),
                         [&](const SrxLanguageRule& candidate) { return candidate.name == map.rule_name; });
        selected.push_back(&*rule);
        if (!file.cascade) break;
    }
    return selected;
}

/// A place where some breaking rule may match.
struct Candidate {
    std::size_t byte;
    std::size_t unit;
    char32_t previous;
    char32_t next;
};

}  // namespace

struct SrxRules::Compiled {
    std::vector<CompiledRule> rules;
    // A break can only be where some breaking rule's `before` can end and its `after` can begin: two look-ups
    // a character leave few places for the rules themselves.
    text::CharacterSet before_break = text::CharacterSet::none();
    text::CharacterSet after_break = text::CharacterSet::none();
    bool breaks_after_anything = false;
    bool breaks_before_anything = false;

    void add(const SrxFile& file, const SrxRule& rule) {
        rules.push_back({rule.breaks, at_line(file, rule.line, [&] {
                             return text::BoundaryPattern(rule.before, rule.after);
                         })});
        if (!rule.breaks) return;
        const text::BoundaryPattern& pattern = rules.back().pattern;
        before_break = before_break.with(pattern.before_edges().last);
        after_break = after_break.with(pattern.after_edges().first);
        breaks_after_anything = breaks_after_anything || pattern.before_edges().may_be_empty;
        breaks_before_anything = breaks_before_anything || pattern.after_edges().may_be_empty;
    }

    [[nodiscard]] bool may_break(char32_t previous, char32_t next) const {
        return (breaks_after_anything || before_break.contains(previous)) &&
               (breaks_before_anything || after_break.contains(next));
    }

    /// The candidates of a text, and the text itself as UTF-16.
    std::vector<Candidate> scan(std::string_view utf8, std::u16string& units) const {
        std::vector<Candidate> candidates;
        units.reserve(utf8.size());
        char32_t previous = 0;
        for (std::size_t offset = 0; offset < utf8.size();) {
            const std::size_t begin = offset;
            const auto byte = static_cast<unsigned char>(utf8[offset]);
            const char32_t c = byte < 0x80 ? (++offset, byte) : text::next_code_point(utf8, offset);
            if (begin > 0 && may_break(previous, c)) candidates.push_back({begin, units.size(), previous, c});
            if (c > 0xFFFF) units += static_cast<char16_t>(0xD7C0 + (c >> 10));
            units += static_cast<char16_t>(c > 0xFFFF ? 0xDC00 + (c & 0x3FF) : c);
            previous = c;
        }
        return candidates;
    }
};

namespace {

/// Asks the rules in order; keeps one matcher a rule for the text, made when first needed.
class RuleRun {
  public:
    RuleRun(const std::vector<CompiledRule>& rules, const text::BoundaryText& text)
        : rules_(rules), text_(text), matchers_(rules.size()) {}

    bool breaks_at(const Candidate& candidate) {
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            if (!rules_[i].pattern.fits(candidate.previous, candidate.next)) continue;
            if (!matchers_[i]) matchers_[i].emplace(rules_[i].pattern, text_);
            if (matchers_[i]->matches_at(candidate.unit)) return rules_[i].breaks;
        }
        return false;
    }

  private:
    const std::vector<CompiledRule>& rules_;
    const text::BoundaryText& text_;
    std::vector<std::optional<text::BoundaryMatcher>> matchers_;
};

}  // namespace

SrxFile parse_srx(std::string_view bytes, const std::string& name) { return SrxReader(bytes, name).read(); }

SrxRules::SrxRules(const SrxFile& file, const std::string& language_tag) {
    auto compiled = std::make_unique<Compiled>();
    for (const SrxLanguageRule* language_rule : select_rules(file, language_tag)) {
        for (const SrxRule& rule : language_rule->rules) compiled->add(file, rule);
    }
    compiled_ = std::move(compiled);
}
SrxRules::~SrxRules() = default;
SrxRules::SrxRules(SrxRules&&) noexcept = default;
SrxRules& SrxRules::operator=(SrxRules&&) noexcept = default;

bool SrxRules::empty() const { return compiled_->rules.empty(); }

std::vector<std::size_t> SrxRules::find_breaks(std::string_view utf8) const {
    std::u16string units;
    const std::vector<Candidate> candidates = compiled_->scan(utf8, units);
    const text::BoundaryText boundary_text(units);
    RuleRun run(compiled_->rules, boundary_text);
    std::vector<std::size_t> breaks;
    for (const Candidate& candidate : candidates) {
        if (run.breaks_at(candidate)) breaks.push_back(candidate.byte);
    }
    return breaks;
}

}  // namespace tongwen::corpus
