// SPDX-License-Identifier: Apache-2.0
// Owns Diagnostic: one thing said about an input, as an id and its arguments; `cli/` words it.
#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tongwen::text {

enum class Severity { note, warning, error };

/// A place in an input. `line` and `column` count from 1, columns in code points; 0 means "not known".
struct Location {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string excerpt = {};  ///< the line itself (UTF-8, no line end), empty when it would not help
    std::size_t unit = 0;      ///< of a translation memory, from 1; 0 outside of its units and in other files

    friend bool operator==(const Location&, const Location&) = default;
};

/// One thing said about an input. `id` is stable and kebab-case ("file-not-found"); every id has its
/// wording, in every language, in cli/wording.cpp, where {1}, {2}… stand for `arguments`.
struct Diagnostic {
    std::string id;
    Severity severity = Severity::error;
    Location where = {};
    std::vector<std::string> arguments = {};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Receives what is odd but does not stop the work.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

/// Thrown when an input (or output) cannot be used at all.
class InputError : public std::exception {
  public:
    explicit InputError(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }
    /// The id: for logs of the test runner only, people get the wording of cli/.
    [[nodiscard]] const char* what() const noexcept override { return diagnostic_.id.c_str(); }

  private:
    Diagnostic diagnostic_;
};

/// Throws InputError: what was asked for cannot be done, whatever the file.
[[noreturn]] inline void refuse(std::string id, std::vector<std::string> arguments = {}) {
    throw InputError({std::move(id), Severity::error, {}, std::move(arguments)});
}

/// Throws InputError: this file cannot be used.
[[noreturn]] inline void refuse_file(std::string id, const std::filesystem::path& file,
                                     std::vector<std::string> arguments = {}) {
    throw InputError({std::move(id), Severity::error, {file.string()}, std::move(arguments)});
}

}  // namespace tongwen::text
