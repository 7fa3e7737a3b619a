# SPDX-License-Identifier: Apache-2.0
# Writes the bytes of INPUT as a comma-separated list of numbers to OUTPUT, for #include.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
file(WRITE "${OUTPUT}" "${bytes}\n")
