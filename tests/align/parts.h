// SPDX-License-Identifier: Apache-2.0
// Owns a scene in parts, for tests that want a corridor of their own.
#pragma once

#include "align/scene.h"

namespace tongwen::align {

/// All that a Scene makes of two documents, in a corridor that the test chooses.
class Parts {
  public:
    Parts(const corpus::Document& source, const corpus::Document& target, Corridor chosen)
        : sources(make_tokens({source, names_of(source)}, {target, names_of(target)})),
          targets(make_tokens({target, names_of(target)}, {source, names_of(source)})),
          associations(associate(sources, targets)),
          corridor(std::move(chosen)),
          gains(sources, targets, associations, corridor),
          source_cues(find_cues(source)),
          target_cues(find_cues(target)),
          ratio(length_ratio(sources, targets, find_anchors(sources, targets, associations))),
          features({sources, targets, source_cues, target_cues, gains, corridor, ratio}) {}
    Parts(const corpus::Document& source, const corpus::Document& target)
        : Parts(source, target, Corridor::full(source.segments.size(), target.segments.size())) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    TokenTable sources;
    TokenTable targets;
    Associations associations;
    Corridor corridor;
    Gains gains;
    std::vector<Cues> source_cues;
    std::vector<Cues> target_cues;
    double ratio;
    FeatureMaker features;
};

}  // namespace tongwen::align
