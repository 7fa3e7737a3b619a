// SPDX-License-Identifier: Apache-2.0
// Owns a scene in parts, for tests that want a corridor of their own.
#pragma once

#include "align/scene.h"
#include "align/stretch.h"

namespace tongwen::align {

/// All that a Scene and a Stretch make of two documents, in a corridor that the test chooses.
class Parts {
  public:
    Parts(const corpus::Document& source, const corpus::Document& target, Corridor chosen)
        : sources(make_tokens({source, names_of(source)}, {target, names_of(target)})),
          targets(make_tokens({target, names_of(target)}, {source, names_of(source)})),
          associations(associate(sources, targets)),
          corridor(std::move(chosen)),
          gains({sources, targets, associations, corridor}, corridor),
          claims({sources, targets, associations, corridor}, corridor),
          source_cues(find_cues(source)),
          target_cues(find_cues(target)),
          source_sums(sources),
          target_sums(targets),
          ratio(length_ratio(sources, targets, find_anchors(sources, targets, associations))),
          features({{sources, source_sums, source_cues},
                    {targets, target_sums, target_cues},
                    gains,
                    claims,
                    corridor,
                    ratio}) {}
    Parts(const corpus::Document& source, const corpus::Document& target)
        : Parts(source, target, Corridor::full(source.segments.size(), target.segments.size())) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    TokenTable sources;
    TokenTable targets;
    Associations associations;
    Corridor corridor;
    Gains gains;
    Claims claims;
    std::vector<Cues> source_cues;
    std::vector<Cues> target_cues;
    SegmentSums source_sums;
    SegmentSums target_sums;
    double ratio;
    FeatureMaker features;
};

}  // namespace tongwen::align
