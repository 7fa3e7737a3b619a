// SPDX-License-Identifier: Apache-2.0
// Owns the packing of remarks: fields of a kind, a length and so many bytes.
#include "memory/remarks.h"

#include <charconv>

namespace tongwen::memory {
namespace {

void pack(char kind, std::string_view bytes, std::string& into) {
    into.append(1, kind).append(std::to_string(bytes.size())).append(1, ':').append(bytes);
}

struct Field {
    char kind = 0;  ///< 0: there is none
    std::string_view bytes = {};
};

Field next_field(std::string_view& packed) {
    const std::size_t colon = packed.find(':');
    std::size_t size = 0;
    if (packed.empty() || colon == std::string_view::npos) return {};
    const auto read = std::from_chars(packed.data() + 1, packed.data() + colon, size);
    if (read.ec != std::errc() || size > packed.size() - colon - 1) return {};
    const Field field = {packed[0], packed.substr(colon + 1, size)};
    packed.remove_prefix(colon + 1 + size);
    return field;
}

}  // namespace

std::string pack_remarks(const tmx::TranslationUnit& unit) {
    std::string packed;
    for (const std::string& note : unit.notes) pack('n', note, packed);
    for (const auto& [type, value] : unit.properties) {
        pack('p', type, packed);
        pack('v', value, packed);
    }
    if (!unit.changed_by.empty()) pack('b', unit.changed_by, packed);
    if (unit.changed_when) pack('w', std::to_string(unit.changed_when->time_since_epoch().count()), packed);
    return packed;
}

void unpack_remarks(std::string_view packed, IndexedUnit& into) {
    while (true) {
        const auto [kind, bytes] = next_field(packed);
        if (kind == 0) return;
        if (kind == 'n') into.notes.emplace_back(bytes);
        if (kind == 'p') into.properties.emplace_back(bytes, "");
        if (kind == 'v' && !into.properties.empty()) into.properties.back().second = bytes;
        if (kind == 'b') into.changed_by = bytes;
        std::int64_t seconds = 0;
        if (kind == 'w' &&
            std::from_chars(bytes.data(), bytes.data() + bytes.size(), seconds).ec == std::errc())
            into.changed_when = std::chrono::sys_seconds(std::chrono::seconds(seconds));
    }
}

}  // namespace tongwen::memory
