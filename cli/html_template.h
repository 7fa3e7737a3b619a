// SPDX-License-Identifier: Apache-2.0
// Owns the style and the script of the HTML page: cli/html/page.css and page.js, which the build puts into
// the program.
#pragma once

#include <string>
#include <string_view>

namespace tongwen::cli {

std::string_view page_style();
std::string_view page_script();

/// The content security policy of the page: this style and this script, known by their SHA-256, and nothing
/// from anywhere else. What a document smuggled into the page could not run.
std::string page_policy();

}  // namespace tongwen::cli
