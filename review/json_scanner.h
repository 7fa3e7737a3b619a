// SPDX-License-Identifier: Apache-2.0
// Owns reading JSON piece by piece, without a tree: an alignment file has a hundred thousand lines of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongwen::review {

/// Reads the one value of a text (RFC 8259), in its order. Every member throws std::invalid_argument where
/// something else stands there than what is asked for; nothing else goes wrong, whatever the bytes.
///
///     scanner.begin_object();
///     while (scanner.next_key(key))
///         if (key == "n") n = scanner.whole_number(); else scanner.skip();
///     scanner.end();
class JsonScanner {
  public:
    /// Throws for ill-formed UTF-8. Refers to `text`.
    explicit JsonScanner(std::string_view text);

    void begin_object();
    /// The next member's key; false behind the last one, with which the object is left.
    bool next_key(std::string& key);
    void begin_array();
    /// Whether there is another element; false behind the last one, with which the array is left.
    bool next_element();

    [[nodiscard]] bool at_string();
    void append_string(std::string& out);
    std::string string();
    /// A finite number of at most a thousand million either way.
    double number();
    /// From 0 to 2^53.
    std::uint64_t whole_number();
    bool boolean();
    /// Any value; its text. At most 64 values inside each other.
    std::string_view skip();
    /// Nothing but white space is left.
    void end();

  private:
    void skip_space();
    [[nodiscard]] char peek();
    void take(char c);
    bool take_if(char c);
    bool next(char closing);
    void take_word(std::string_view word);
    void append_escape(std::string& out);
    char32_t four_digits();
    void skip_value(int depth);

    std::string_view text_;
    std::size_t at_ = 0;
    bool first_ = false;  // an object or array was just entered: no comma yet
};

/// Calls `read(key)` for each member of an object; what it does not want (false) is passed over.
void for_each_member(JsonScanner& scanner, const auto& read) {
    std::string key;
    scanner.begin_object();
    while (scanner.next_key(key))
        if (!read(key)) scanner.skip();
}

}  // namespace tongwen::review
