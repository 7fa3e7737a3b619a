// SPDX-License-Identifier: Apache-2.0
// Owns SRX 2.0: reading segmentation rules, and finding with them where a text breaks.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tongwen::corpus {

/// One <rule>: patterns in ICU's syntax, as written in the file.
struct SrxRule {
    bool breaks = true;
    std::string before;
    std::string after;
    std::size_t line = 0;  ///< of the <rule> in the file, from 1
};

struct SrxLanguageRule {
    std::string name;
    std::vector<SrxRule> rules;
};

struct SrxLanguageMap {
    std::string pattern;  ///< must match the whole language tag
    std::string rule_name;
    std::size_t line = 0;
};

/// What an SRX 2.0 file says (LISA/GALA, April 2008). Texts have no inline codes here, so the formathandle
/// flags are kept and checked, but no rule depends on them.
struct SrxFile {
    std::string name;  ///< for errors
    bool cascade = false;
    bool segment_subflows = true;
    bool include_start_codes = false;
    bool include_end_codes = true;
    bool include_isolated_codes = false;
    std::vector<SrxLanguageRule> language_rules;
    std::vector<SrxLanguageMap> language_maps;
};

/// Throws InputError, with the line where it is known: srx-not-xml {reason}, srx-not-srx {root element},
/// srx-version {version}, srx-missing {element or attribute}, srx-bad-value {attribute, value},
/// srx-unknown-rule {languagerule name}. `name` is the file's, for errors.
SrxFile parse_srx(std::string_view bytes, const std::string& name);

/// The rules of corpus/rules/tongwen.srx: Chinese and English.
std::string_view builtin_srx();

/// The rules for one language, compiled: at every place between two characters the first rule that matches
/// decides, where none does there is no break. Immutable: one object may serve many threads.
class SrxRules {
  public:
    /// All language maps that match the tag add their rules in order if the file says cascade, else only the
    /// first. Throws InputError bad-regex {pattern, reason} with file and line.
    SrxRules(const SrxFile& file, const std::string& language_tag);
    ~SrxRules();
    SrxRules(SrxRules&&) noexcept;
    SrxRules& operator=(SrxRules&&) noexcept;

    [[nodiscard]] bool empty() const;
    /// Byte offsets of the breaks, ascending, without 0 and the text's end. Linear in the text's length.
    [[nodiscard]] std::vector<std::size_t> find_breaks(std::string_view utf8) const;

  private:
    struct Compiled;
    std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tongwen::corpus
