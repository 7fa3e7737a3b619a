// SPDX-License-Identifier: Apache-2.0
// Owns the tests' check of JSON against the schemas in docs/formats.
#pragma once

#include <algorithm>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

namespace tongwen::cli {

using Json = nlohmann::ordered_json;

inline Json schema_of(const std::string& name) {
    std::ifstream file(TONGWEN_SOURCE_DIR "/docs/formats/" + name + ".schema.json");
    return Json::parse(file);
}

/// Checks the part of JSON Schema 2020-12 that our schema uses; returns what is wrong, or nothing.
inline std::string violation(const Json& value, const Json& schema, const Json& root) {
    if (schema.contains("$ref")) {
        const std::string pointer = schema["$ref"].get<std::string>().substr(1);
        return violation(value, root.at(Json::json_pointer(pointer)), root);
    }
    if (schema.contains("const") && value != schema["const"]) return "const: " + value.dump();
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
        return "enum: " + value.dump();
    const std::string type = schema.value("type", "");
    const bool fits = type.empty() || (type == "object" && value.is_object()) ||
                      (type == "array" && value.is_array()) || (type == "string" && value.is_string()) ||
                      (type == "integer" && value.is_number_integer()) ||
                      (type == "number" && value.is_number()) || (type == "boolean" && value.is_boolean());
    if (!fits) return "type " + type + ": " + value.dump();
    if (schema.contains("minimum") && value < schema["minimum"]) return "minimum: " + value.dump();
    if (schema.contains("maximum") && value > schema["maximum"]) return "maximum: " + value.dump();
    if (schema.contains("minItems") && value.size() < schema["minItems"]) return "minItems: " + value.dump();
    if (schema.contains("maxItems") && value.size() > schema["maxItems"]) return "maxItems: " + value.dump();
    if (value.is_array() && schema.contains("items")) {
        for (const Json& item : value)
            if (const std::string found = violation(item, schema["items"], root); !found.empty())
                return found;
    }
    if (!value.is_object()) return {};
    for (const Json& name : schema.value("required", Json::array()))
        if (!value.contains(name.get<std::string>())) return "required: " + name.dump();
    for (const auto& [name, member] : value.items()) {
        if (!schema["properties"].contains(name)) return "not in the schema: " + name;
        if (const std::string found = violation(member, schema["properties"][name], root); !found.empty())
            return found;
    }
    return {};
}

}  // namespace tongwen::cli
