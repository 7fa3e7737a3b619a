// SPDX-License-Identifier: Apache-2.0
// Owns the grammar of JSON.
#include "review/json_scanner.h"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "text/unicode.h"

namespace tongwen::review {
namespace {

constexpr int most_depth = 64;
constexpr double most_number = 1e9;
constexpr std::uint64_t most_whole_number = std::uint64_t{1} << 53;

[[noreturn]] void refuse(const char* what) { throw std::invalid_argument(what); }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    refuse("not a hexadecimal digit");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The length of the number that a text begins with, by JSON's grammar, which from_chars does not keep.
std::size_t number_size(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at == begin) refuse("not a number");
    };
    if (text.starts_with('-')) ++at;
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t begin = at;
    digits();
    if (zero && at > begin + 1) refuse("a number begins with 0");
    if (at < text.size() && text[at] == '.') {
        ++at;
        digits();
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        digits();
    }
    return at;
}

}  // namespace

JsonScanner::JsonScanner(std::string_view text) : text_(text) {
    if (!text::is_valid_utf8(text)) refuse("ill-formed UTF-8");
}

void JsonScanner::skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n'))
        ++at_;
}

char JsonScanner::peek() {
    skip_space();
    if (at_ == text_.size()) refuse("the text ends early");
    return text_[at_];
}

void JsonScanner::take(char c) {
    if (peek() != c) refuse("something else is expected here");
    ++at_;
}

bool JsonScanner::take_if(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
}

void JsonScanner::begin_object() {
    take('{');
    first_ = true;
}

void JsonScanner::begin_array() {
    take('[');
    first_ = true;
}

bool JsonScanner::next(char closing) {
    if (take_if(closing)) {
        first_ = false;
        return false;
    }
    if (!first_) take(',');
    first_ = false;
    return true;
}

bool JsonScanner::next_key(std::string& key) {
    if (!next('}')) return false;
    key.clear();
    append_string(key);
    take(':');
    return true;
}

bool JsonScanner::next_element() { return next(']'); }

bool JsonScanner::at_string() { return peek() == '"'; }

std::string JsonScanner::string() {
    std::string out;
    append_string(out);
    return out;
}

void JsonScanner::append_string(std::string& out) {
    take('"');
    first_ = false;
    for (;;) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
               static_cast<unsigned char>(text_[at_]) >= 0x20)
            ++at_;
        out.append(text_, begin, at_ - begin);
        if (at_ == text_.size() || static_cast<unsigned char>(text_[at_]) < 0x20) refuse("an open string");
        if (text_[at_++] == '"') return;
        append_escape(out);
    }
}

void JsonScanner::append_escape(std::string& out) {
    if (at_ == text_.size()) refuse("an open string");
    const char c = text_[at_++];
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t found = letters.find(c); found != std::string_view::npos) {
        out.push_back(meanings[found]);
        return;
    }
    if (c != 'u') refuse("an unknown escape");
    char32_t code = four_digits();
    if (code >= 0xD800 && code < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
        at_ += 2;
        const char32_t low = four_digits();
        if (low < 0xDC00 || low > 0xDFFF) refuse("half a character");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (code >= 0xD800 && code < 0xE000) refuse("half a character");
    text::append_utf8(out, code);
}

char32_t JsonScanner::four_digits() {
    if (text_.size() - at_ < 4) refuse("an open escape");
    char32_t code = 0;
    for (int k = 0; k < 4; ++k) code = code * 16 + static_cast<char32_t>(hex_digit(text_[at_++]));
    return code;
}

double JsonScanner::number() {
    skip_space();
    const std::string_view rest = text_.substr(at_);
    const std::size_t size = number_size(rest);
    double value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + size, value);
    if (error != std::errc{} || std::abs(value) > most_number) refuse("a number that is too great");
    at_ += size;
    first_ = false;
    return value;
}

std::uint64_t JsonScanner::whole_number() {
    skip_space();
    const std::string_view rest = text_.substr(at_);
    const std::size_t size = number_size(rest);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + size, value);
    if (error != std::errc{} || end != rest.data() + size || value > most_whole_number)
        refuse("not a whole number");
    at_ += size;
    first_ = false;
    return value;
}

void JsonScanner::take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) refuse("something else is expected here");
    at_ += word.size();
    first_ = false;
}

bool JsonScanner::boolean() {
    const bool value = peek() == 't';
    take_word(value ? "true" : "false");
    return value;
}

std::string_view JsonScanner::skip() {
    skip_space();
    const std::size_t begin = at_;
    skip_value(0);
    return text_.substr(begin, at_ - begin);
}

void JsonScanner::skip_value(int depth) {
    if (depth > most_depth) refuse("too many values inside each other");
    std::string ignored;
    switch (peek()) {
        case '{':
            begin_object();
            while (next_key(ignored)) skip_value(depth + 1);
            break;
        case '[':
            begin_array();
            while (next_element()) skip_value(depth + 1);
            break;
        case '"':
            append_string(ignored);
            break;
        case 't':
        case 'f':
            boolean();
            break;
        case 'n':
            take_word("null");
            break;
        default:
            at_ += number_size(text_.substr(at_));
            first_ = false;
    }
}

void JsonScanner::end() {
    skip_space();
    if (at_ < text_.size()) refuse("something follows the value");
}

}  // namespace tongwen::review
