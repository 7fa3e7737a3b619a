// SPDX-License-Identifier: Apache-2.0
// Owns the reading of key bindings with toml++.
#include "cli/key_config.h"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "text/diagnostic.h"
#include "text/files.h"

namespace tongwen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_config = 1U << 20U;

/// A key that the file binds, and where it says so.
struct Binding {
    Key key;
    std::string name;
    const ActionRow* action;
    toml::source_region where;
};

class ConfigReader {
  public:
    ConfigReader(std::string_view text, const fs::path& file) : text_(text), file_(file) {}

    KeyBindings read() {
        const toml::table root = parse();
        for (const auto& [name, node] : root) {
            const toml::table* const keys = node.as_table();
            if (name.str() != "keys" || keys == nullptr)
                fail("unknown-setting", {std::string(name.str())}, name.source());
            for (const auto& [action, wanted] : *keys) read_action(action, wanted);
        }
        return bind();
    }

  private:
    [[noreturn]] void fail(std::string id, std::vector<std::string> arguments,
                           const toml::source_region& where) const {
        text::Location location{file_.string(), where.begin.line, where.begin.column, line(where.begin.line)};
        throw text::InputError(
            {std::move(id), text::Severity::error, std::move(location), std::move(arguments)});
    }

    /// A line of the file, from 1.
    [[nodiscard]] std::string line(std::size_t number) const {
        std::size_t begin = 0;
        for (; number > 1 && begin < text_.size(); --number)
            begin = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
        std::string found(text_.substr(begin, text_.find_first_of("\r\n", begin) - begin));
        return found;
    }

    [[nodiscard]] toml::table parse() const {
        try {
            return toml::parse(text_, file_.string());
        } catch (const toml::parse_error& error) {
            fail("bad-config", {std::string(error.description())}, error.source());
        }
    }

    void read_action(const toml::key& name, const toml::node& wanted) {
        const ActionRow* const action = find_action(name.str());
        if (action == nullptr) fail("unknown-action", {std::string(name.str())}, name.source());
        named_.push_back(action->action);
        if (const toml::array* const several = wanted.as_array()) {
            if (several->empty()) fail("key-needed", {std::string(name.str())}, wanted.source());
            for (const toml::node& one : *several) read_key(*action, one);
        } else {
            read_key(*action, wanted);
        }
    }

    void read_key(const ActionRow& action, const toml::node& wanted) {
        const std::optional<std::string> name = wanted.value_exact<std::string>();
        if (!name) fail("key-needed", {std::string(action.name)}, wanted.source());
        const std::optional<Key> key = parse_key(*name);
        if (!key) fail("bad-key", {*name}, wanted.source());
        bindings_.push_back({*key, *name, &action, wanted.source()});
    }

    [[nodiscard]] KeyBindings bind() const {
        KeyBindings bound;
        for (const auto& [key, action] : default_key_bindings())
            if (std::ranges::find(named_, action) == named_.end()) bound.emplace(key, action);
        for (const Binding& binding : bindings_) {
            const auto [place, is_new] = bound.emplace(binding.key, binding.action->action);
            if (!is_new && place->second != binding.action->action)
                fail("key-bound-twice", {binding.name, name_of(place->second)}, binding.where);
        }
        return bound;
    }

    static std::string name_of(Action action) {
        return std::string(std::ranges::find(action_rows(), action, &ActionRow::action)->name);
    }

    std::string_view text_;
    fs::path file_;
    std::vector<Action> named_;
    std::vector<Binding> bindings_;
};

}  // namespace

fs::path config_path(const Environment& environment) {
    const fs::path name = fs::path("tongwen") / "config.toml";
    const fs::path folder = value_of(environment, "XDG_CONFIG_HOME");
    if (folder.is_absolute()) return folder / name;
    const fs::path home = value_of(environment, "HOME");
    return home.is_absolute() ? home / ".config" / name : fs::path();
}

KeyBindings parse_key_bindings(std::string_view toml, const fs::path& file) {
    return ConfigReader(toml, file).read();
}

KeyBindings read_key_bindings(const Environment& environment) {
    const fs::path path = config_path(environment);
    std::error_code ignored;
    if (path.empty() || !fs::exists(path, ignored)) return default_key_bindings();
    return parse_key_bindings(text::read_file(path, largest_config), path);
}

}  // namespace tongwen::cli
