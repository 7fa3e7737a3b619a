// SPDX-License-Identifier: Apache-2.0
// Owns the choice of a compiled catalogue; the build embeds their bytes.
#include "cli/catalogue.h"

namespace tongwen::cli {

std::string_view zh_cn_catalogue();  // locale/zh_CN.po, compiled

std::string_view catalogue_of(std::string_view path) {
    return path.find("zh_CN") == std::string_view::npos ? std::string_view() : zh_cn_catalogue();
}

}  // namespace tongwen::cli
