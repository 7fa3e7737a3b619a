// SPDX-License-Identifier: Apache-2.0
// Owns the forms of ISO 8601 that exchange files have.
#include "tmx/date.h"

#include <cstddef>

#include "text/unicode.h"

namespace tongwen::tmx {
namespace {

using namespace std::chrono;

/// Takes parts of a time from the front of a text.
class Parts {
  public:
    explicit Parts(std::string_view text) : rest_(text) {}

    /// A number of exactly so many digits.
    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }
    bool skip(std::string_view any_of) {
        if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void skip_fraction() {
        if (!skip(".,")) return;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }

  private:
    std::string_view rest_;
};

std::optional<sys_days> read_day(Parts& parts) {
    const auto y = parts.number(4);
    const bool extended = parts.skip("-/");
    const auto m = y ? parts.number(2) : std::nullopt;
    if (extended && !parts.skip("-/")) return std::nullopt;
    const auto d = m ? parts.number(2) : std::nullopt;
    if (!d) return std::nullopt;
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d)));
    return date.ok() ? std::optional<sys_days>(date) : std::nullopt;
}

/// Hours, minutes and, where they stand there, seconds.
std::optional<seconds> read_clock(Parts& parts) {
    constexpr int leap_second = 60;
    const auto h = parts.number(2);
    const bool extended = parts.skip(":");
    const auto m = h ? parts.number(2) : std::nullopt;
    if (!m) return std::nullopt;
    std::optional<int> s = 0;
    if (extended ? parts.skip(":") : parts.front() >= '0' && parts.front() <= '9') s = parts.number(2);
    if (!s || *h > 23 || *m > 59 || *s > leap_second) return std::nullopt;
    parts.skip_fraction();
    return hours(*h) + minutes(*m) + seconds(*s);
}

/// "Z", nothing, or the way from UTC to the zone: "+08:00", "+0800", "+08".
std::optional<minutes> read_zone(Parts& parts) {
    if (parts.skip("Zz") || parts.at_end()) return minutes(0);
    const int sign = parts.front() == '-' ? -1 : 1;
    if (!parts.skip("+-")) return std::nullopt;
    const auto h = parts.number(2);
    if (!h) return std::nullopt;
    parts.skip(":");
    const int m = parts.at_end() ? 0 : parts.number(2).value_or(-1);
    if (m < 0) return std::nullopt;
    return sign * (hours(*h) + minutes(m));
}

}  // namespace

std::optional<sys_seconds> parse_date(std::string_view text) {
    Parts parts(text::trim(text));
    const auto day = read_day(parts);
    if (!day) return std::nullopt;
    if (parts.at_end()) return *day;
    if (!parts.skip("Tt ")) return std::nullopt;
    const auto clock = read_clock(parts);
    const auto zone = clock ? read_zone(parts) : std::nullopt;
    if (!zone || !parts.at_end()) return std::nullopt;
    return *day + *clock - *zone;
}

}  // namespace tongwen::tmx
