// SPDX-License-Identifier: Apache-2.0
// Owns `tongwen align --resume`: aligns again what nobody has decided in an alignment file.
#include <algorithm>

#include <unistd.h>

#include "cli/align_stage.h"
#include "cli/commands.h"
#include "cli/line_breaking.h"
#include "cli/realigner.h"
#include "cli/reviewed_file.h"
#include "cli/words.h"

namespace tongwen::cli {

int align_resume(const AlignRequest& request) {
    const Environment environment = process_environment();
    Messages messages(look_at_terminal(STDERR_FILENO, environment, request.colour), request.quiet);
    OpenReview open(request.resume, reviewer_name({}, environment), request.take_over, environment,
                    messages.sink());
    review::Review& review = open.file.review;
    Realigner realigner(open.file);
    review::Entry entry = realigner.realign(review, {open.who, spell_time(request.created)});
    const auto fixed = std::ranges::count_if(review.beads(), &review::ReviewedBead::fixed);
    const std::size_t places = entry.changes.size();
    if (places > 0) {
        open.ledger.append(entry);
        review.apply(std::move(entry));
    }
    if (!request.quiet)
        write_fully(STDOUT_FILENO, legible(request.resume) + ": " +
                                       tr("rows kept as they were decided: {1}, places changed: {2}",
                                          {std::to_string(fixed), std::to_string(places)}) +
                                       '\n');
    return exit_clean;
}

}  // namespace tongwen::cli
