// SPDX-License-Identifier: Apache-2.0
// Owns the layout of a compiled lexicon: header, hash slots, entries, renderings, strings, info. All numbers
// are 32-bit little-endian.
#include "align/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/diagnostic.h"
#include "text/files.h"

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

std::string write_info(const LexiconInfo& info) {
    return "source " + info.source.tag() + "\ntarget " + info.target.tag() + "\nname " + info.name +
           "\nlicence " + info.licence + "\nattribution " + info.attribution +
           "\nkind " + (info.kind == LexiconKind::glossary ? "glossary" : "dictionary") + "\n";
}

/// Strings of a file, each once.
class StringPool {
  public:
    std::uint32_t add(const std::string& text) {
        const auto [found, fresh] = offsets_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
        if (fresh) bytes_ += text;
        return found->second;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::map<std::string, std::uint32_t> offsets_;
    std::string bytes_;
};

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
        if (key == "kind") info_.kind = value == "glossary" ? LexiconKind::glossary : LexiconKind::dictionary;
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

void LexiconBuilder::add(const std::string& headword, const std::string& word, float strength) {
    float& known = entries_[headword][word];
    known = std::max(known, strength);
}

std::string LexiconBuilder::compile() const {
    StringPool pool;
    std::string entries;
    std::string renderings;
    std::size_t rendering_count = 0;
    const std::size_t slots = std::bit_ceil(2 * entries_.size() + 1);
    std::vector<std::uint32_t> table(slots, 0);
    std::uint32_t index = 0;
    for (const auto& [headword, words] : entries_) {
        std::vector<std::pair<float, std::string_view>> order;
        for (const auto& [word, strength] : words) order.emplace_back(-strength, word);
        std::sort(order.begin(), order.end());
        append_number(entries, pool.add(headword));
        append_number(entries, headword.size());
        append_number(entries, rendering_count);
        append_number(entries, order.size());
        for (const auto& [strength, word] : order) {
            append_number(renderings, pool.add(std::string(word)));
            append_number(renderings, word.size());
            append_number(renderings, static_cast<std::size_t>(-strength * strength_scale));
        }
        rendering_count += order.size();
        std::size_t slot = hash(headword) & (slots - 1);
        while (table[slot] != 0) slot = (slot + 1) & (slots - 1);
        table[slot] = ++index;
    }
    const std::string info = write_info(info_);
    std::string out(magic);
    out.push_back(version);
    for (const std::size_t count :
         {slots, entries_.size(), rendering_count, pool.bytes().size(), info.size()})
        append_number(out, count);
    for (const std::uint32_t entry : table) append_number(out, entry);
    return out + entries + renderings + pool.bytes() + info;
}

}  // namespace tongwen::align
