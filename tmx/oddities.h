// SPDX-License-Identifier: Apache-2.0
// Owns Oddities: what is said of the units of a file, a few times each.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "text/diagnostic.h"

namespace tongwen::tmx {

/// Says to the sink what is odd, of each id so many times at most: a file can have the same oddity in each of
/// its million units.
class Oddities {
  public:
    static constexpr std::size_t usual_most = 10;

    /// `most`: of each id.
    Oddities(std::string file, text::DiagnosticSink sink, std::size_t most = usual_most);

    /// A warning at a line. `unit` is its number from 1, or 0 for what is before all units, and goes before
    /// the arguments.
    void say(const std::string& id, std::size_t line, std::size_t unit,
             std::vector<std::string> arguments = {});
    /// A note more-of-same {how many more, id} for each id that was said too often; once, at the end.
    void finish();

  private:
    std::string file_;
    text::DiagnosticSink sink_;
    std::size_t most_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace tongwen::tmx
