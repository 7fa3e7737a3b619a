// SPDX-License-Identifier: Apache-2.0
// A fuzzer's way into alignment files: any bytes are refused, or make a file that is the same when it is
// written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "review/alignment_file.h"

namespace {

using namespace tongwen;

std::string written(const review::AlignmentFile& file) {
    std::string bytes;
    review::write_alignment(file, "fuzz.tongwen", [&bytes](std::string_view part) { bytes += part; });
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto ignore = [](const text::Diagnostic&) {};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const std::string once = written(review::parse_alignment_file(bytes, "fuzz.tongwen", ignore));
        const std::string twice = written(review::parse_alignment_file(once, "fuzz.tongwen", ignore));
        if (once == twice) return 0;
        std::fprintf(stderr, "%s\n%s\n", once.c_str(), twice.c_str());
        std::abort();
    } catch (const text::InputError&) {
        return 0;
    }
}
