// SPDX-License-Identifier: Apache-2.0
// Owns reading of the times that stand in exchange files.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace tongwen::tmx {

/// A time in ISO 8601, UTC unless it has an offset, as programs write it: "20261124T093000Z" (TMX),
/// "2026-11-24T09:30:00Z", "2026-11-24T17:30:00.5+08:00" (XLIFF, RFC 3339), "2026-11-24 09:30",
/// "2026-11-24". Nothing when it is no such time. `date_text` of segment_text.h writes them.
std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

}  // namespace tongwen::tmx
