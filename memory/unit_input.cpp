// SPDX-License-Identifier: Apache-2.0
// Owns the watch over a file that is read twice.
#include "memory/unit_input.h"

#include <cerrno>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "text/diagnostic.h"

namespace tongwen::memory {
namespace {

/// What tells whether a file is as it was.
struct Stamp {
    dev_t device;
    ino_t number;
    off_t size;
    std::int64_t seconds;
    std::int64_t nanoseconds;
    bool regular;
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

Stamp stamp_of(const std::filesystem::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) text::refuse_file("file-not-found", path);
        text::refuse_file("cannot-read", path, {std::generic_category().message(errno)});
    }
    if (S_ISDIR(status.st_mode)) text::refuse_file("is-a-directory", path);
    return {status.st_dev,         status.st_ino,          status.st_size,
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, S_ISREG(status.st_mode)};
}

class UnitsInMemory final : public tmx::UnitReader {
  public:
    struct Content {
        std::vector<tmx::TranslationUnit> units;
        tmx::MemoryHeader header;
    };

    explicit UnitsInMemory(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
    [[nodiscard]] const tmx::MemoryHeader& header() const override { return content_->header; }
    std::optional<tmx::TranslationUnit> next() override {
        return next_ < content_->units.size() ? std::optional(content_->units[next_++]) : std::nullopt;
    }
    [[nodiscard]] std::size_t line() const override { return next_; }

  private:
    std::shared_ptr<const Content> content_;
    std::size_t next_ = 0;
};

UnitInput watched(const std::filesystem::path& path, tmx::ReaderOptions options, const std::string& format,
                  const Stamp& before) {
    const auto require_unchanged = [path, before] {
        if (before.regular && stamp_of(path) != before) text::refuse_file("file-changed", path);
    };
    return {path.string(),
            [=](text::DiagnosticSink sink) {
                require_unchanged();
                tmx::ReaderOptions reading = options;
                reading.sink = std::move(sink);
                return tmx::open_units(path, reading, format);
            },
            require_unchanged};
}

}  // namespace

UnitInput input_of_file(const std::filesystem::path& path, tmx::ReaderOptions options,
                        const std::string& format) {
    const Stamp stamp = stamp_of(path);
    if (!stamp.regular) text::refuse_file("not-a-regular-file", path);
    return watched(path, std::move(options), format, stamp);
}

UnitInput input_to_read_once(const std::filesystem::path& path, tmx::ReaderOptions options,
                             const std::string& format) {
    return watched(path, std::move(options), format, stamp_of(path));
}

UnitInput input_of_units(std::string name, std::vector<tmx::TranslationUnit> units,
                         tmx::MemoryHeader header) {
    const auto content = std::make_shared<const UnitsInMemory::Content>(
        UnitsInMemory::Content{std::move(units), std::move(header)});
    return {std::move(name),
            [content](const text::DiagnosticSink&) { return std::make_unique<UnitsInMemory>(content); },
            [] {}};
}

}  // namespace tongwen::memory
