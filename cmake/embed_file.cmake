# SPDX-License-Identifier: Apache-2.0
# Writes a C++ source that holds a file's bytes; run with -DINPUT -DOUTPUT -DFUNCTION.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "::[^:]*$" "" namespace "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" name "${FUNCTION}")
file(WRITE ${OUTPUT} "#include <string_view>\n\nnamespace ${namespace} {\n
std::string_view ${name}();\n
std::string_view ${name}() {
    static constexpr unsigned char bytes[] = {${bytes}0};
    return {reinterpret_cast<const char*>(bytes), sizeof bytes - 1};
}\n
}  // namespace ${namespace}\n")
