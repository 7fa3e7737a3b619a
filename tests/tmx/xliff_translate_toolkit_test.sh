#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests a review that goes through a real tool: export to XLIFF 1.2, xliff2po of the Translate Toolkit, a target edited and
# another marked fuzzy in the PO file, po2xliff back, tongwen import; nothing is lost, and nothing else comes.
# Usage: xliff_translate_toolkit_test.sh TONGWEN SAMPLES; exit code 77 (skipped) only when the Translate Toolkit is not installed.
set -euo pipefail

tongwen="$1"
samples="$2/zh-en"
for tool in xliff2po po2xliff python3; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed (Debian package: translate-toolkit), so nothing was tested with it"
        exit 77
    fi
done

# The Toolkit's library is the system's Python's.
python=/usr/bin/python3
"$python" -c 'import translate' 2>/dev/null || { echo "SKIPPED: python3-translate is not installed"; exit 77; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
export SOURCE_DATE_EPOCH=1764000000 USER=lin LANG=C.UTF-8
unset LANGUAGE LC_ALL LC_MESSAGES

fail() { echo "FAILED: $*" && exit 1; }

"$tongwen" align "$samples/zh/speech.txt" "$samples/en/speech.txt" -o speech.tongwen --quiet
"$tongwen" review --script speech.tongwen >/dev/null <<'END'
{"operation":"accept","bead":3}
{"operation":"comment","bead":3,"text":"as it was said"}
END
"$tongwen" export speech.tongwen -o speech.xlf --quiet
units=$(grep -c '<trans-unit' speech.xlf)

# As it went, it says nothing.
"$tongwen" import speech.tongwen speech.xlf --dry-run | tee same.txt
grep -q "rows that change: 0, decisions: 0; units that say nothing new: $units; not taken: 0" same.txt || fail "an untouched file says something"

xliff2po --progress=none speech.xlf speech.po
"$python" - <<'END'
from translate.storage import po
store = po.pofile.parsefile("speech.po")
units = [unit for unit in store.units if unit.source and not unit.isheader()]
print("the Toolkit reads", len(units), "units")
units[4].target = "A translator was here & there <twice>."
store.save()
END
# Without a template: the Toolkit would add its units to those that are there. Ids are its own then, ours are references.
po2xliff --progress=none speech.po back.xlf
"$tongwen" import speech.tongwen back.xlf --json --user ana | tee import.json || true
"$python" - "$units" <<'END'
import json, sys
report = json.load(open("import.json"))
assert report["units"] == int(sys.argv[1]), report["units"]
edits = [row for row in report["changed"] if "edit" in row["operations"]]
assert len(edits) == 1, edits
assert edits[0]["target"]["after"] == "A translator was here & there <twice>.", edits
assert edits[0]["who"] == "ana", edits
assert report["not_taken"] == [], report["not_taken"]
print("changed:", [(row["row"], row["operations"]) for row in report["changed"]])
END
"$tongwen" export speech.tongwen --to tmx --quiet | grep -q 'A translator was here &amp; there &lt;twice&gt;\.' || fail "the edit is not in the alignment"
"$tongwen" export speech.tongwen --to tsv --quiet | grep -q 'as it was said' || fail "the comment is lost"
# A second time, it says nothing.
"$tongwen" import speech.tongwen back.xlf --json | "$python" -c 'import json, sys; report = json.load(sys.stdin); assert report["decisions"] == 0 and not report["not_taken"], report'
echo "the Translate Toolkit's way there and back loses nothing"
