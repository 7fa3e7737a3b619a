// SPDX-License-Identifier: Apache-2.0
// Owns the HTML page's ledger of what was not linked where it stands.
#pragma once

#include <string>

#include "align/alignment.h"

namespace tongwen::cli {

/// Lists of the segments that were dropped and added, and of the blocks that were moved, with links to their
/// rows; long lists are closed. Empty when there is nothing to list.
std::string list_unlinked(const align::Bitext& bitext);

}  // namespace tongwen::cli
