// SPDX-License-Identifier: Apache-2.0
// Owns the tests' way from UTF-8 to other encodings, by the system's iconv, so that our converters meet
// another's.
#pragma once

#include <stdexcept>
#include <string>

#include <iconv.h>

namespace tongwen::corpus {

/// The text in another encoding, as iconv names it.
inline std::string encoded(const std::string& charset, std::string utf8) {
    const iconv_t conversion = ::iconv_open(charset.c_str(), "UTF-8");
    if (conversion == reinterpret_cast<iconv_t>(-1))
        throw std::invalid_argument("iconv does not know " + charset);
    std::string out(utf8.size() * 4 + 8, '\0');
    char* from = utf8.data();
    char* to = out.data();
    std::size_t from_left = utf8.size();
    std::size_t to_left = out.size();
    const bool failed = ::iconv(conversion, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1);
    ::iconv_close(conversion);
    if (failed) throw std::invalid_argument(charset + " cannot hold " + utf8);
    out.resize(out.size() - to_left);
    return out;
}

}  // namespace tongwen::corpus
