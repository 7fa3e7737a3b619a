// SPDX-License-Identifier: Apache-2.0
// Picks the header of Catch2 version 3 or 2, so that both build.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
using Catch::Matchers::Contains;
#endif
