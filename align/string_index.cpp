// SPDX-License-Identifier: Apache-2.0
// Owns the hash table of StringIndex: open addressing, linear probing.
#include "align/string_index.h"

#include <algorithm>
#include <functional>

namespace tongwen::align {
namespace {

constexpr std::size_t fewest_slots = 64;

/// The upper half: what the lower one has of a hash is there, too.
std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(text) >> 32);
}

}  // namespace

std::size_t StringIndex::slot_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].place != 0 && (slots_[at].hash != hash || texts_[slots_[at].place - 1] != text))
        at = (at + 1) & mask;
    return at;
}

std::pair<std::uint32_t, bool> StringIndex::add(std::string_view text) {
    if (2 * texts_.size() >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.place != 0) return {slot.place - 1, false};
    texts_.push_back(text);
    slot = {hash, size()};
    return {slot.place - 1, true};
}

std::uint32_t StringIndex::find(std::string_view text) const {
    if (texts_.empty()) return 0;
    const Slot& slot = slots_[slot_of(text, hash_of(text))];
    return slot.place == 0 ? size() : slot.place - 1;
}

void StringIndex::grow() {
    const std::vector<Slot> before = std::move(slots_);
    slots_.assign(std::max(fewest_slots, 2 * before.size()), {});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : before) {
        if (slot.place == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].place != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace tongwen::align
