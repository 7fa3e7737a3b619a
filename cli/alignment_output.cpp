// SPDX-License-Identifier: Apache-2.0
// Owns the format "tongwen": a new alignment file (docs/formats/alignment-file.md).
#include "cli/outputs.h"
#include "review/alignment_file.h"

namespace tongwen::cli {
namespace {

std::vector<review::Decision> decisions_of(const review::Review* review) {
    std::vector<review::Decision> decisions;
    if (review == nullptr) return decisions;
    for (const review::ReviewedBead& bead : review->beads()) decisions.push_back(bead.decision);
    return decisions;
}

}  // namespace

void write_alignment(const align::Bitext& bitext, const OutputContext& context, const ByteReceiver& receive) {
    const review::AlignmentFile file{review::Review(bitext, decisions_of(context.review)), context.settings,
                                     "tongwen " TONGWEN_VERSION};
    review::write_alignment(file, context.file == "/dev/stdout" ? "" : context.file, receive);
}

}  // namespace tongwen::cli
