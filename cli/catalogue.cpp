// SPDX-License-Identifier: Apache-2.0
// Owns the bytes of the compiled catalogues; embed_catalogue.cmake makes the included list of numbers from
// zh_CN.po.
#include "cli/catalogue.h"

#include <array>

namespace tongwen::cli {
namespace {

constexpr auto zh_cn_bytes = std::to_array<unsigned char>({
#include "cli/zh_CN.mo.inc"
});

}  // namespace

std::string_view catalogue_of(std::string_view path) {
    if (path.find("zh_CN") == std::string_view::npos) return {};
    return {reinterpret_cast<const char*>(zh_cn_bytes.data()), zh_cn_bytes.size()};
}

}  // namespace tongwen::cli
