// SPDX-License-Identifier: Apache-2.0
// Owns the format "text": the side-by-side view as a file.
#include "cli/outputs.h"
#include "cli/side_by_side.h"

namespace tongwen::cli {

void write_text(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive) {
    for (const std::string& line : side_by_side(bitext, context.findings, context.layout, context.review))
        receive(line + "\n");
}

}  // namespace tongwen::cli
