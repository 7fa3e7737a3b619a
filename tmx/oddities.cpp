// SPDX-License-Identifier: Apache-2.0
// Owns the counting of oddities.
#include "tmx/oddities.h"

#include <utility>

namespace tongwen::tmx {

Oddities::Oddities(std::string file, text::DiagnosticSink sink, std::size_t most)
    : file_(std::move(file)), sink_(std::move(sink)), most_(most) {}

void Oddities::say(const std::string& id, std::size_t line, std::size_t unit,
                   std::vector<std::string> arguments) {
    if (++counts_[id] > most_) return;
    arguments.insert(arguments.begin(), std::to_string(unit));
    sink_({id, text::Severity::warning, {file_, line, 0, {}, unit}, std::move(arguments)});
}

void Oddities::finish() {
    for (const auto& [id, count] : counts_) {
        if (count <= most_) continue;
        sink_({"more-of-same", text::Severity::note, {file_}, {std::to_string(count - most_), id}});
    }
    counts_.clear();
}

}  // namespace tongwen::tmx
