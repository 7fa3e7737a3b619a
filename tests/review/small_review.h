// SPDX-License-Identifier: Apache-2.0
// Owns small reviews for tests: segments "s1" "s2"… and "t1" "t2"… in the shapes that a spelling names.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "review/review.h"
#include "tests/align/segments.h"

namespace tongwen::review {

inline corpus::Document numbered_segments(std::string_view prefix, std::size_t count,
                                          std::string_view language) {
    std::vector<std::string> segments;
    for (std::size_t i = 1; i <= count; ++i) segments.push_back(std::string(prefix) + std::to_string(i));
    return align::segmented(segments, language);
}

/// Bead i (from 0) has confidence 0.5 + i/100, up to 0.99, then again from 0.5 on.
inline Review small_review(std::string_view shapes) {
    const align::Alignment plain = align::parse_alignment(shapes);
    std::vector<align::Bead> beads = plain.beads();
    for (std::size_t i = 0; i < beads.size(); ++i)
        beads[i].confidence = 0.5 + static_cast<double>(i % 50) / 100;
    return Review({numbered_segments("s", plain.source_size(), "zh-CN"),
                   numbered_segments("t", plain.target_size(), "en"),
                   align::Alignment(std::move(beads), plain.source_size(), plain.target_size())});
}

inline const Stamp lin = {"lin", "2026-11-24T09:30:00Z"};

/// Applies the request; its refusal's name, or "done".
inline std::string ask(Review& review, const Request& request, const Stamp& stamp = lin) {
    auto outcome = review.plan(request, stamp);
    if (const Refusal* const refusal = std::get_if<Refusal>(&outcome)) return std::string(name(*refusal));
    review.apply(std::get<Entry>(std::move(outcome)));
    return "done";
}

/// The present beads' shapes.
inline std::string shapes(const Review& review) { return align::spell(review.current().alignment); }

}  // namespace tongwen::review
