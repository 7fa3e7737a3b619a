// SPDX-License-Identifier: Apache-2.0
// Owns Lexicon: headwords of one language and the words that render them in another, compiled into a file
// that is mapped, not read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/language.h"
#include "text/mapped_file.h"

namespace tongwen::align {

/// One word of a rendering (a lower-case stem of the target language) and how strongly the headword stands
/// for it, above 0 to 1.
struct Rendering {
    std::string_view word;
    float strength;
};

/// What a lexicon is to others. A dictionary lists what words may mean; what a glossary says of a term is
/// taken for all that it means; a supplement (set phrases, names) adds to a dictionary and knows too little
/// to stand for one.
enum class LexiconKind : std::uint8_t { dictionary, glossary, supplement };

/// The strength that a glossary's rendering has at least where the headword is a whole term; words of longer
/// terms have less.
inline constexpr float whole_term = 0.5F;

/// What a lexicon says about itself.
struct LexiconInfo {
    text::Language source;
    text::Language target;
    std::string name;         ///< "CC-CEDICT"
    std::string licence;      ///< "CC BY-SA 4.0"
    std::string attribution;  ///< whom to name, and where it is from
    LexiconKind kind = LexiconKind::dictionary;
    friend bool operator==(const LexiconInfo&, const LexiconInfo&) = default;
};

/// A compiled lexicon. Opening maps the file and checks its header; a look-up is a hash and a comparison.
/// Every offset is checked before it is followed, so a damaged file gives wrong words at worst. The format is
/// docs/formats/lexicon.md.
class Lexicon {
  public:
    /// Throws InputError: those of text::MappedFile, bad-lexicon {reason}.
    explicit Lexicon(const std::filesystem::path& path);
    /// A lexicon in memory, as LexiconBuilder::compile made it. Throws InputError bad-lexicon {reason} at
    /// `name`.
    Lexicon(std::string bytes, const std::string& name);
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// Whether it is a headword.
    [[nodiscard]] bool contains(std::string_view headword) const { return find_entry(headword).has_value(); }
    /// The lengths of the headwords that begin with this: bit n stands for n code points, the last bit for
    /// all beyond. Headwords are in the order of their bytes.
    [[nodiscard]] std::uint32_t lengths_beginning(std::string_view prefix) const;
    /// The renderings of a headword, strongest first; empty when it is none.
    [[nodiscard]] std::vector<Rendering> find(std::string_view headword) const;
    [[nodiscard]] std::size_t size() const { return entries_; }
    [[nodiscard]] const LexiconInfo& info() const { return info_; }

  private:
    [[nodiscard]] std::optional<std::size_t> find_entry(std::string_view headword) const;
    /// Of the entry with this index.
    [[nodiscard]] std::string_view headword(std::size_t entry) const;
    [[nodiscard]] std::uint32_t number(std::size_t offset) const;
    [[nodiscard]] std::string_view string(std::uint32_t offset, std::uint32_t size) const;
    void read_header(const std::string& name);
    void read_info(std::string_view text);

    std::optional<text::MappedFile> file_;
    std::string memory_;
    std::string_view bytes_;
    std::uint32_t slots_ = 0;
    std::uint32_t entries_ = 0;
    std::uint32_t renderings_ = 0;
    std::size_t entries_at_ = 0;
    std::size_t renderings_at_ = 0;
    std::size_t strings_at_ = 0;
    LexiconInfo info_;
};

/// Collects words and writes a compiled lexicon.
class LexiconBuilder {
  public:
    explicit LexiconBuilder(LexiconInfo info) : info_(std::move(info)) {}

    /// Of several strengths for one pair of words the greatest counts.
    void add(std::string_view headword, std::string_view word, float strength);
    [[nodiscard]] std::size_t size() const { return headwords_.size(); }
    [[nodiscard]] const LexiconInfo& info() const { return info_; }
    /// The bytes of the compiled file; the same words give the same bytes.
    [[nodiscard]] std::string compile() const;

  private:
    struct Word {
        std::uint32_t id;
        float strength;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Ids = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    static std::uint32_t id_of(Ids& ids, std::string_view text);

    LexiconInfo info_;
    Ids headwords_;
    Ids words_;
    std::vector<std::vector<Word>> entries_;  // by id of the headword; a word may be there more than once
};

}  // namespace tongwen::align
