#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests with xmllint (against the DTD beside this test) and with the Translate Toolkit's reader that others read what is
# written of a memory with inline codes, notes and properties.
# Usage: tmx_interop_test.sh TONGWEN TESTS/TMX; exit code 77 (skipped) only when neither is installed.
set -euo pipefail

tongwen="$1"
dtd="$2/tmx14.dtd"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

cat >"$work/memory.tmx" <<'XML'
<tmx version="1.4b"><header srclang="zh_CN" segtype="sentence" odd="1"><note>from a test</note></header><body>
<tu tuid="1" changedate="20260102T030405Z" odd="2"><tuv lang="zh_CN"><seg>一座<bpt i="1" x="1" type="bold">&lt;b></bpt>旧桥<ept i="1">&lt;/b></ept>。</seg></tuv>
<tuv lang="en_US"><seg>An <bpt i="1" x="1">&lt;b></bpt>old bridge<ept i="1">&lt;/b></ept> &amp; more.</seg></tuv><note>late</note><prop type="x-a">v</prop></tu>
<tu tuid="2"><tuv lang="zh_CN"><seg>河<hi type="x">边<ph x="2">&lt;br/><sub>题</sub></ph></hi></seg></tuv><tuv lang="en_US"><seg>By the <hi>river<ph x="2"/></hi></seg></tuv></tu>
</body></tmx>
XML
tested=0
for name in plain.tmx again.tmx.gz again.tmx.zip; do
    SOURCE_DATE_EPOCH=1720051200 "$tongwen" tm convert -q "$work/memory.tmx" -o "$work/$name"
done
"$tongwen" tm validate "$work/plain.tmx" "$work/again.tmx.gz" "$work/again.tmx.zip" ||
    { echo "FAILED: our own validation refuses what we wrote" && exit 1; }

gzip -t "$work/again.tmx.gz" || { echo "FAILED: .gz is no gzip file" && exit 1; }
gzip -dc "$work/again.tmx.gz" | cmp - "$work/plain.tmx" || { echo "FAILED: packing changes the memory" && exit 1; }
if command -v unzip >/dev/null; then
    unzip -p "$work/again.tmx.zip" | cmp - "$work/plain.tmx" || { echo "FAILED: .zip holds another memory" && exit 1; }
fi
if command -v xmllint >/dev/null; then
    tested=1
    xmllint --noout --nonet --dtdvalid "$dtd" "$work/plain.tmx" || { echo "FAILED: not valid by the DTD" && exit 1; }
    # The DTD does refuse what we were given.
    if xmllint --noout --nonet --dtdvalid "$dtd" "$work/memory.tmx" 2>/dev/null; then
        echo "FAILED: the test's own file is valid, so nothing was shown" && exit 1
    fi
fi
if python3 -c 'import translate.storage.tmx' 2>/dev/null; then
    tested=1
    python3 - "$work/plain.tmx" <<'PYTHON'
import sys
from translate.storage import tmx
store = tmx.tmxfile(open(sys.argv[1], "rb"), "zh-CN", "en-US")
units = [(unit.source, unit.target) for unit in store.units]
texts = [("一座", "旧桥", "An ", "old bridge"), ("河", "边", "By the ", "river")]
assert len(units) == 2, units
for (source, target), wanted in zip(units, texts):
    assert wanted[0] in source and wanted[1] in source, source
    assert wanted[2] in target and wanted[3] in target, target
PYTHON
fi
if [[ $tested -eq 0 ]]; then
    echo "SKIPPED: neither xmllint nor the Translate Toolkit is installed, so nothing was tested with them"
    exit 77
fi
