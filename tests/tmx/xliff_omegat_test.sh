#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests that OmegaT's filter for XLIFF reads our file and translates it with our memory, and that what it writes is taken
# back: every unit is placed.
# Usage: xliff_omegat_test.sh TONGWEN SAMPLES; exit code 77 (skipped) only when OmegaT is not installed.
set -euo pipefail

tongwen="$1"
samples="$2/zh-en"
jar=/usr/share/omegat/OmegaT.jar
if [[ ! -f $jar ]] || ! command -v java >/dev/null; then
    echo "SKIPPED: OmegaT is not installed (Debian package: omegat), so nothing was tested with it"
    exit 77
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1764000000 USER=lin LANG=C.UTF-8
unset LANGUAGE LC_ALL LC_MESSAGES
fail() { echo "FAILED: $*" && exit 1; }

project="$work/project"
mkdir -p "$project"/{source,target,omegat,glossary,dictionary,tm/auto}
"$tongwen" align "$samples/zh/speech.txt" "$samples/en/speech.txt" -o "$work/speech.tongwen" --quiet
"$tongwen" export "$work/speech.tongwen" -o "$project/source/speech.xlf" -o "$project/tm/auto/speech.tmx" --for omegat --quiet
units=$(grep -c '<trans-unit' "$project/source/speech.xlf")
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
        <sentence_seg>false</sentence_seg>
    </project>
</omegat>
END
java -Djava.awt.headless=true -Duser.home="$work/home" -jar "$jar" "$project" --mode=console-translate >"$work/log" 2>&1 ||
    { tail -n 20 "$work/log"; fail "OmegaT ends with an error"; }
[[ -f $project/target/speech.xlf ]] || fail "OmegaT wrote no XLIFF"
[[ $(grep -c '<trans-unit' "$project/target/speech.xlf") -eq $units ]] || fail "OmegaT lost units"
"$tongwen" import "$work/speech.tongwen" "$project/target/speech.xlf" --dry-run | tee "$work/report.txt" || true
grep -q "^units: $units;" "$work/report.txt" || fail "not all units were read"
grep -q "not taken: 0, conflicts: 0" "$work/report.txt" || fail "units could not be placed"
echo "OmegaT's way there and back loses nothing"
