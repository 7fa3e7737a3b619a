// SPDX-License-Identifier: Apache-2.0
// Owns the format "segmented": one segment a line, as its author cut it.
#pragma once

#include <string>

#include "corpus/readers.h"

namespace tongwen::corpus {

/// Every line that is not blank, trimmed, is a paragraph of one segment.
RawText read_segmented(std::string utf8);

}  // namespace tongwen::corpus
