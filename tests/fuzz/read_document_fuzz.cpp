// SPDX-License-Identifier: Apache-2.0
// A fuzzer's way into reading: any bytes make a document that keeps the laws, or are refused. Its first byte
// chooses the format.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "corpus/readers.h"
#include "tests/corpus/document_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tongwen;
    if (size == 0) return 0;
    const auto formats = corpus::readers();
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    corpus::ReadOptions options;
    options.format = formats[data[0] % formats.size()].name;
    try {
        const corpus::Document document =
            corpus::make_document(bytes, "fuzz", options, [](const text::Diagnostic&) {});
        const std::string law = corpus::broken_law(document, bytes.size());
        if (law.empty()) return 0;
        std::fprintf(stderr, "broken: %s\n", law.c_str());
        std::abort();
    } catch (const text::InputError&) {
        return 0;
    }
}
