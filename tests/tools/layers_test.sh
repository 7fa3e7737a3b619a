#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests that tools/check-layers passes what keeps the folder rule and refuses each kind of violation.
# Usage: layers_test.sh ROOT
set -euo pipefail
root="$1"
tree="$(mktemp -d)"
trap 'rm -rf "$tree"' EXIT
failures=0

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# A tree that keeps the rule.
plant_clean_tree() {
    rm -rf "${tree:?}"/*
    mkdir "$tree"/{text,corpus,align,tmx,memory,check,review,cli}
    printf '#include <string>\n#include <unicode/uchar.h>\n' >"$tree/text/unicode.h"
    printf '#include "corpus/document.h"\n#include <pugixml.hpp>\n#include "text/unicode.h"\n' >"$tree/corpus/srx.cpp"
    printf '#include <fmt/format.h>\n' >"$tree/align/alignment.cpp"
    printf '#include <sys/stat.h>\n#include "check/check.h"\n#include <CLI/CLI.hpp>\n' >"$tree/cli/main.cpp"
    printf '#include "align/alignment.h"\n' >"$tree/check/check.h"
    printf '// #include "cli/main.h"\n' >"$tree/tmx/units.cpp"
}

# refuses FILE INCLUDE MESSAGE: planted in a clean tree, the include is found, with its place.
refuses() {
    local output
    plant_clean_tree
    printf '// first line\n#include %s\n' "$2" >"$tree/$1"
    if output="$("$root/tools/check-layers" "$tree")"; then fail "$2 in $1 passes"; fi
    [[ "$output" == "$1:2: $3: #include $2" ]] || fail "$2 in $1 gives: $output"
}

plant_clean_tree
"$root/tools/check-layers" "$tree" || fail "a clean tree is refused"
[[ "$("$root/tools/check-layers" --help)" == *"Usage: tools/check-layers"* ]] || fail "--help shows no usage"
refuses text/planted.cpp '"corpus/document.h"' "text may not include corpus"
refuses tmx/planted.h '"check/check.h"' "tmx may not include check"
refuses check/planted.cpp '"cli/wording.h"' "check may not include cli"
refuses corpus/planted.cpp '"document.h"' "not a folder of ours"
refuses corpus/planted.cpp '<unicode/uchar.h>' "not a library of corpus"
refuses check/planted.cpp '<boost/locale.hpp>' "not a library of check"
refuses tmx/planted.h '<pugixml.hpp>' "a library in a header"
refuses cli/planted.h '<fmt/format.h>' "a library in a header"
refuses align/planted.cpp '<expat.h>' "a library that tools/check-layers does not know"
"$root/tools/check-layers" || fail "this checkout breaks the folder rule"
[[ $failures -eq 0 ]] && echo "all passed"
