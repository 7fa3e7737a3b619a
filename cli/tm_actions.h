// SPDX-License-Identifier: Apache-2.0
// Owns what the actions of `tongwen tm` share.
#pragma once

#include <string>
#include <vector>

#include "cli/actions.h"

namespace tongwen::cli {}  // namespace tongwen::cli
