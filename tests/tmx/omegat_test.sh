#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests with OmegaT itself, without a screen, that the TMX of an alignment translates the document that it was made of,
# and that this test notices a file that OmegaT refuses.
# Usage: omegat_test.sh TONGWEN SAMPLES; exit code 77 (skipped) only when OmegaT is not installed.
set -euo pipefail

tongwen="$1"
source_text="$2/zh-en/zh/speech.txt"
target_text="$2/zh-en/en/speech.txt"
jar=/usr/share/omegat/OmegaT.jar

if [[ ! -f $jar ]] || ! command -v java >/dev/null; then
    echo "SKIPPED: OmegaT is not installed (Debian package: omegat), so nothing was tested with it"
    exit 77
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# make_project NAME TMX: a project from Chinese to English with one memory that translates by itself.
make_project() {
    local project="$work/$1"
    mkdir -p "$project"/{source,target,omegat,glossary,dictionary,tm/auto}
    # OmegaT's text filter ends a paragraph at an empty line only, unless told otherwise.
    sed G "$source_text" >"$project/source/speech.txt"
    cp "$2" "$project/tm/auto/"
    cat >"$project/omegat.project" <<'END'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>ZH-CN</source_lang>
        <target_lang>EN</target_lang>
        <sentence_seg>true</sentence_seg>
    </project>
</omegat>
END
}

# translate NAME: leaves target/ and log.
translate() {
    java -Djava.awt.headless=true -Duser.home="$work/home" -jar "$jar" "$work/$1" --mode=console-translate \
        >"$work/$1/log" 2>&1 || { echo "FAILED: OmegaT ends with an error" && tail -n 20 "$work/$1/log" && exit 1; }
}

# The English texts of the memory, one a line.
targets() {
    sed -n 's,^ *<tuv xml:lang="en"><seg>\(.*\)</seg></tuv>$,\1,p' "$1" |
        sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

# count_found NAME: how many of the memory's English texts are in the translation, of how many.
count_found() {
    local sentence found=0 all=0
    while IFS= read -r sentence; do
        all=$((all + 1))
        if grep -qF -- "$sentence" "$work/$1/target/speech.txt"; then found=$((found + 1)); fi
    done < <(targets "$work/speech.tmx")
    echo "$found $all"
}

"$tongwen" align "$source_text" "$target_text" -o "$work/speech.tmx"

make_project good "$work/speech.tmx"
translate good
read -r found all < <(count_found good)
echo "OmegaT translates $found of $all segments with the memory"
if grep -E '(Error|Warning): ' "$work/good/log"; then echo "FAILED: OmegaT complains of the memory" && exit 1; fi
# OmegaT does not cut after 。” and gives no two sentences to one unit, so that about one unit in ten cannot match.
if [[ $all -lt 20 || $((found * 100)) -lt $((all * 80)) ]]; then
    echo "FAILED: too few; the first units that did not match:"
    targets "$work/speech.tmx" | while IFS= read -r sentence; do
        grep -qF -- "$sentence" "$work/good/target/speech.txt" || echo "  $sentence"
    done | head -n 10
    exit 1
fi

# Memories that OmegaT is known to refuse whole: none of the above may be found then.
# refuses NAME SED-COMMAND
refuses() {
    mkdir "$work/spoilt-$1"
    sed "$2" "$work/speech.tmx" >"$work/spoilt-$1/speech.tmx"
    make_project "$1" "$work/spoilt-$1/speech.tmx"
    translate "$1"
    local spoilt
    read -r spoilt _ < <(count_found "$1")
    echo "with $1: $spoilt"
    if [[ $spoilt -ne 0 ]]; then echo "FAILED: a memory with $1 is not noticed" && exit 1; fi
}
refuses underscore 's/xml:lang="zh-CN"/xml:lang="zh_CN"/'
refuses control-character 's,</seg>,\&#11;</seg>,'
