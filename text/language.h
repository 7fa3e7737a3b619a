// SPDX-License-Identifier: Apache-2.0
// Owns Language: a canonical BCP 47 tag.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tongwen::text {

/// A language as a canonical BCP 47 tag ("zh-CN", "zh-TW", "zh-Hant", "en-GB"); empty when not known.
class Language {
  public:
    Language() = default;
    /// Accepts what people write ("zh_CN", "ZH-cn", "zh-hans-cn", "cmn-Hans"); nothing when it is no language
    /// tag.
    static std::optional<Language> parse(std::string_view tag);

    [[nodiscard]] const std::string& tag() const { return tag_; }
    /// The primary language subtag: "zh" for "zh-TW" (and for "cmn-…" and "yue-…").
    [[nodiscard]] std::string primary() const;
    /// The script, given or likely: "Hans", "Hant", "Latn", "Cyrl", "Jpan"…
    [[nodiscard]] std::string script() const;
    /// The three letters of ISO 639-2/T or 639-3: "deu" for "de", "zho" for "zh"; empty when there are none.
    [[nodiscard]] std::string three_letters() const;
    [[nodiscard]] bool known() const { return !tag_.empty(); }

    friend auto operator<=>(const Language&, const Language&) = default;

  private:
    explicit Language(std::string tag) : tag_(std::move(tag)) {}
    std::string tag_;
};

}  // namespace tongwen::text
