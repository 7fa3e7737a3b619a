// SPDX-License-Identifier: Apache-2.0
// Owns the layout of a compiled lexicon: header, hash slots, entries, renderings, strings, info. All numbers
// are 32-bit little-endian.
#include "align/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "text/diagnostic.h"
#include "text/files.h"
#include "text/unicode.h"

namespace tongwen::align {
namespace {

constexpr std::string_view magic = "tongwen-lexicon";  // 15 bytes and the version's
constexpr char version = 1;
constexpr std::size_t header_size = 16 + 5 * 4;  // slots, entries, renderings, strings, info
constexpr std::size_t slot_size = 4;
constexpr std::size_t entry_size = 16;      // string offset, string size, first rendering, renderings
constexpr std::size_t rendering_size = 12;  // string offset, string size, strength in millionths
constexpr float strength_scale = 1e6F;

void append_number(std::string& out, std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift & 0xFF));
}

/// FNV-1a, 32 bits: the file must mean the same on every machine and in every version.
std::uint32_t hash(std::string_view text) {
    std::uint32_t value = 2166136261U;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    return value;
}

constexpr std::array<std::string_view, 3> kind_names = {"dictionary", "glossary", "supplement"};

LexiconKind kind_named(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    return found == kind_names.end() ? LexiconKind::dictionary
                                     : static_cast<LexiconKind>(found - kind_names.begin());
}

/// A line of the info; what would break it becomes a blank.
std::string info_line(std::string_view key, std::string value) {
    std::ranges::replace(value, '\n', ' ');
    return std::string(key) + ' ' + value + '\n';
}

std::string write_info(const LexiconInfo& info) {
    return info_line("source", info.source.tag()) + info_line("target", info.target.tag()) +
           info_line("name", info.name) + info_line("licence", info.licence) +
           info_line("attribution", info.attribution) +
           info_line("kind", std::string(kind_names[static_cast<std::size_t>(info.kind)]));
}

/// Strings of a file, each once. Refers to what it is given.
class StringPool {
  public:
    std::uint32_t add(std::string_view text) {
        const auto [found, fresh] = offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
        if (fresh) bytes_ += text;
        return found->second;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::unordered_map<std::string_view, std::uint32_t> offsets_;
    std::string bytes_;
};

/// Lays the parts of a file out, entry by entry.
class LexiconLayout {
  public:
    explicit LexiconLayout(std::size_t entries) : table_(std::bit_ceil(2 * entries + 1), 0) {}

    /// `headword` must stay where it is until the end, and the renderings' words too.
    void add(std::string_view headword, const std::vector<Rendering>& renderings) {
        append_number(entries_, pool_.add(headword));
        append_number(entries_, headword.size());
        append_number(entries_, place_of(renderings));
        append_number(entries_, renderings.size());
        std::size_t slot = hash(headword) & (table_.size() - 1);
        while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
        table_[slot] = ++count_;
    }

    [[nodiscard]] std::string finish(const LexiconInfo& lexicon_info) const {
        const std::string info = write_info(lexicon_info);
        std::string out(magic);
        out.push_back(version);
        for (const std::size_t size :
             {table_.size(), std::size_t{count_}, renderings_.size() / rendering_size, pool_.bytes().size(),
              info.size()})
            append_number(out, size);
        for (const std::uint32_t entry : table_) append_number(out, entry);
        return out + entries_ + renderings_ + pool_.bytes() + info;
    }

  private:
    /// The index of the first of these renderings; equal lists (a word's in two scripts) stand there once.
    std::size_t place_of(const std::vector<Rendering>& renderings) {
        std::string list;
        for (const Rendering& rendering : renderings) {
            append_number(list, pool_.add(rendering.word));
            append_number(list, rendering.word.size());
            append_number(list, static_cast<std::size_t>(rendering.strength * strength_scale));
        }
        const std::size_t next = renderings_.size() / rendering_size;
        const auto [place, fresh] = places_.try_emplace(std::move(list), next);
        if (fresh) renderings_ += place->first;
        return place->second;
    }

    StringPool pool_;
    std::vector<std::uint32_t> table_;
    std::string entries_;
    std::string renderings_;
    std::unordered_map<std::string, std::size_t> places_;  // by the bytes of the list
    std::uint32_t count_ = 0;
};

/// Each word once, the strongest first.
void keep_strongest(std::vector<Rendering>& renderings) {
    std::ranges::sort(renderings, [](const Rendering& one, const Rendering& other) {
        return std::tuple(one.word, other.strength) < std::tuple(other.word, one.strength);
    });
    const auto same = [](const Rendering& one, const Rendering& other) { return one.word == other.word; };
    renderings.erase(std::unique(renderings.begin(), renderings.end(), same), renderings.end());
    std::ranges::stable_sort(renderings, std::ranges::greater(), &Rendering::strength);
}

template <class Ids>
std::vector<const std::string*> by_id(const Ids& ids) {
    std::vector<const std::string*> texts(ids.size());
    for (const auto& [text, id] : ids) texts[id] = &text;
    return texts;
}

}  // namespace

Lexicon::Lexicon(const std::filesystem::path& path) : file_(path), bytes_(file_->bytes()) {
    read_header(path.string());
}

Lexicon::Lexicon(std::string bytes, const std::string& name) : memory_(std::move(bytes)), bytes_(memory_) {
    read_header(name);
}

void Lexicon::read_header(const std::string& name) {
    const auto refuse = [&](const char* reason) {
        throw text::InputError({"bad-lexicon", text::Severity::error, {name}, {reason}});
    };
    if (bytes_.size() < header_size || !bytes_.starts_with(magic)) refuse("not a lexicon");
    if (bytes_[magic.size()] != version) refuse("another version");
    slots_ = number(16);
    entries_ = number(20);
    renderings_ = number(24);
    const std::size_t strings = number(28);
    const std::size_t info = number(32);
    entries_at_ = header_size + slots_ * slot_size;
    renderings_at_ = entries_at_ + entries_ * entry_size;
    strings_at_ = renderings_at_ + renderings_ * rendering_size;
    if (!std::has_single_bit(slots_) || slots_ <= entries_ || strings_at_ + strings + info != bytes_.size())
        refuse("damaged");
    read_info(bytes_.substr(strings_at_ + strings));
    bytes_.remove_suffix(info);
}

void Lexicon::read_info(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string_view key = line.substr(0, space);
        const std::string value(line.substr(std::min(space + 1, line.size())));
        if (key == "source") info_.source = text::Language::parse(value).value_or(text::Language());
        if (key == "target") info_.target = text::Language::parse(value).value_or(text::Language());
        if (key == "name") info_.name = value;
        if (key == "licence") info_.licence = value;
        if (key == "attribution") info_.attribution = value;
        if (key == "kind") info_.kind = kind_named(value);
    }
}

std::uint32_t Lexicon::number(std::size_t offset) const {
    if (offset + 4 > bytes_.size()) return 0;
    std::uint32_t value = 0;
    for (std::size_t k = 0; k < 4; ++k)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[offset + k])) << (8 * k);
    return value;
}

std::string_view Lexicon::string(std::uint32_t offset, std::uint32_t size) const {
    const std::size_t begin = strings_at_ + offset;
    return begin + size <= bytes_.size() ? bytes_.substr(begin, size) : std::string_view();
}

std::optional<std::size_t> Lexicon::find_entry(std::string_view headword) const {
    const std::uint32_t mask = slots_ - 1;
    std::uint32_t slot = hash(headword) & mask;
    for (std::uint32_t probe = 0; probe < slots_; ++probe, slot = (slot + 1) & mask) {
        const std::uint32_t entry = number(header_size + slot * slot_size);
        if (entry == 0 || entry > entries_) return std::nullopt;
        const std::size_t at = entries_at_ + (entry - 1) * entry_size;
        if (string(number(at), number(at + 4)) == headword) return at;
    }
    return std::nullopt;
}

std::string_view Lexicon::headword(std::size_t entry) const {
    const std::size_t at = entries_at_ + entry * entry_size;
    return string(number(at), number(at + 4));
}

std::uint32_t Lexicon::lengths_beginning(std::string_view prefix) const {
    std::size_t first = 0;
    for (std::size_t size = entries_; size > 0;) {
        const std::size_t half = size / 2;
        if (headword(first + half) < prefix) {
            first += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    std::uint32_t lengths = 0;
    for (std::size_t entry = first; entry < entries_; ++entry) {
        const std::string_view word = headword(entry);
        if (!word.starts_with(prefix)) break;
        lengths |= std::uint32_t{1} << std::min<std::size_t>(text::count_characters(word), 31);
    }
    return lengths;
}

std::vector<Rendering> Lexicon::find(std::string_view headword) const {
    std::vector<Rendering> found;
    const auto entry = find_entry(headword);
    if (!entry) return found;
    const std::uint32_t first = number(*entry + 8);
    const std::uint32_t count = number(*entry + 12);
    if (first > renderings_ || count > renderings_ - first) return found;
    found.reserve(count);
    for (std::uint32_t k = first; k < first + count; ++k) {
        const std::size_t at = renderings_at_ + k * rendering_size;
        const float strength = static_cast<float>(number(at + 8)) / strength_scale;
        found.push_back({string(number(at), number(at + 4)), std::clamp(strength, 1e-6F, 1.0F)});
    }
    return found;
}

std::uint32_t LexiconBuilder::id_of(Ids& ids, std::string_view text) {
    if (const auto found = ids.find(text); found != ids.end()) return found->second;
    return ids.emplace(text, static_cast<std::uint32_t>(ids.size())).first->second;
}

void LexiconBuilder::add(std::string_view headword, std::string_view word, float strength) {
    const std::uint32_t entry = id_of(headwords_, headword);
    if (entry == entries_.size()) entries_.emplace_back();
    entries_[entry].push_back({id_of(words_, word), strength});
}

std::string LexiconBuilder::compile() const {
    LexiconLayout layout(headwords_.size());
    const auto words = by_id(words_);
    std::vector<Ids::const_pointer> headwords;
    for (const auto& headword : headwords_) headwords.push_back(&headword);
    std::ranges::sort(headwords, {}, [](const auto* headword) { return std::string_view(headword->first); });
    for (const auto* headword : headwords) {
        std::vector<Rendering> renderings;
        for (const Word& word : entries_[headword->second])
            renderings.push_back({*words[word.id], word.strength});
        keep_strongest(renderings);
        layout.add(headword->first, renderings);
    }
    return layout.finish(info_);
}

}  // namespace tongwen::align
