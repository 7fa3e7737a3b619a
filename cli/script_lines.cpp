// SPDX-License-Identifier: Apache-2.0
// Owns the splitting of what was read into lines.
#include "cli/script_lines.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "text/diagnostic.h"

namespace tongwen::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, int error_number) {
    const bool missing = error_number == ENOENT;
    throw text::InputError(
        {missing ? "file-not-found" : "cannot-read",
         text::Severity::error,
         {path},
         missing ? std::vector<std::string>() : std::vector{std::generic_category().message(error_number)}});
}

}  // namespace

ScriptLines::ScriptLines(const std::string& path)
    : path_(path), descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) refuse(path_, errno);
}

ScriptLines::~ScriptLines() {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::optional<std::string> ScriptLines::next() {
    constexpr std::size_t chunk = 1 << 16;
    std::size_t end = read_.find('\n', at_);
    while (end == std::string::npos && !ended_) {
        read_.erase(0, at_);
        at_ = 0;
        const std::size_t size = read_.size();
        read_.resize(size + chunk);
        const ssize_t count = ::read(descriptor_, read_.data() + size, chunk);
        read_.resize(size + static_cast<std::size_t>(count > 0 ? count : 0));
        if (count < 0 && errno != EINTR) refuse(path_, errno);
        ended_ = count == 0;
        end = read_.find('\n', size);
    }
    if (end == std::string::npos) end = read_.size();
    if (at_ == read_.size()) return std::nullopt;
    std::string line = read_.substr(at_, end - at_);
    at_ = end < read_.size() ? end + 1 : end;
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace tongwen::cli
