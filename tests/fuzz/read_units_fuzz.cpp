// SPDX-License-Identifier: Apache-2.0
// A fuzzer's way into translation memories: any bytes make units, or are refused; the units make a TMX file
// that the validation takes and that is the same when it is read and written again. The first byte chooses
// the format.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_source.h"
#include "tmx/readers.h"
#include "tmx/validation.h"
#include "tmx/writers.h"

namespace {

using namespace tongwen;

std::string as_tmx(const tmx::Reader& format, std::string bytes) {
    const auto reader = format.make(text::bytes_of(std::move(bytes)), {});
    std::string written;
    tmx::WriterOptions options;
    options.verbatim = true;
    options.header = reader->header();
    // As the program asks for languages where a file names none.
    options.source_language = options.header.source_language.known() ? options.header.source_language
                                                                     : *text::Language::parse("zh");
    options.target_language = *text::Language::parse("en");
    const auto writer =
        tmx::find_writer("tmx")->make([&written](std::string_view part) { written += part; }, options);
    while (const auto unit = reader->next()) writer->write(*unit);
    writer->finish();
    return written;
}

[[noreturn]] void complain(const char* what, const std::string& once, const std::string& more) {
    std::fprintf(stderr, "%s\n%s\n%s\n", what, once.c_str(), more.c_str());
    std::abort();
}

void require_valid(const std::string& written) {
    tmx::ValidationOptions options;
    options.sink = [&written](const text::Diagnostic& finding) {
        // What a memory or its texts lack is theirs: they are passed on as they came.
        constexpr auto passed_on =
            std::to_array<std::string_view>({"tmx-unpaired", "tmx-differing-x", "tmx-missing-attribute",
                                             "tmx-empty-segment", "tmx-bad-value", "no-units"});
        if (finding.severity == text::Severity::error && std::ranges::count(passed_on, finding.id) == 0)
            complain("not valid", written, finding.id);
    };
    tmx::validate_tmx(text::bytes_of(written), options);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // An archive's format reads bytes of its own kind only: the fuzzer would spend its time on checksums.
    std::vector<const tmx::Reader*> formats;
    for (const tmx::Reader& format : tmx::readers())
        if (!format.is_archive) formats.push_back(&format);
    std::string once;
    try {
        once = as_tmx(*formats[data[0] % formats.size()],
                      std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    } catch (const text::InputError&) {
        return 0;
    }
    require_valid(once);
    const std::string twice = as_tmx(*tmx::find_reader("tmx"), once);
    if (once != twice) complain("not the same", once, twice);
    return 0;
}
