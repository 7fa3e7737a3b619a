#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests that LibreOffice opens our XLSX with all its texts, and that what it saves, as XLSX and as CSV, comes back as it was.
# Usage: xlsx_libreoffice_test.sh TONGWEN SAMPLES; exit code 77 (skipped) only when LibreOffice Calc is not installed.
set -euo pipefail

tongwen="$1"
samples="$2/zh-en"
if ! command -v soffice >/dev/null || ! command -v python3 >/dev/null; then
    echo "SKIPPED: LibreOffice is not installed (Debian package: libreoffice-calc-nogui), so nothing was tested with it"
    exit 77
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
export SOURCE_DATE_EPOCH=1764000000 USER=lin LANG=C.UTF-8 HOME="$work"
unset LANGUAGE LC_ALL LC_MESSAGES

fail() { echo "FAILED: $*" && exit 1; }
office() { soffice "-env:UserInstallation=file://$work/profile" --headless "$@" >/dev/null 2>&1 || fail "LibreOffice ends with an error"; }

"$tongwen" align "$samples/zh/speech.txt" "$samples/en/speech.txt" -o speech.tongwen --quiet
"$tongwen" review --script speech.tongwen >/dev/null <<'END'
{"operation":"edit","bead":2,"text":"=SUM(A1:A9)"}
{"operation":"edit","bead":3,"text":"007"}
{"operation":"edit","bead":4,"text":"3-4"}
{"operation":"comment","bead":5,"text":"one line\nand another"}
END
"$tongwen" export speech.tongwen -o speech.xlsx -o speech.tsv -o ours.csv --quiet

mkdir saved
# 44 comma, 34 quotation mark, 76 UTF-8
office --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' speech.xlsx --outdir saved
python3 - <<'END'
import csv
with open("speech.tsv", encoding="utf-8", newline="\n") as file:
    rows = [line.rstrip("\n").split("\t") for line in file]
plain = lambda cell: cell.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
ours = [[plain(cell) for cell in row] for row in rows]
theirs = list(csv.reader(open("saved/speech.csv", encoding="utf-8-sig", newline="")))
assert len(ours) == len(theirs), (len(ours), len(theirs))
for mine, other in zip(ours, theirs):
    assert mine == other, (mine, other)
print("LibreOffice shows all", len(ours), "rows as they were")
END

says_nothing() {
    "$tongwen" import speech.tongwen "$1" --dry-run >report.txt || { cat report.txt; fail "$1 came back otherwise"; }
    grep -q "rows that change: 0, decisions: 0;" report.txt || { cat report.txt; fail "$1 came back otherwise"; }
}
says_nothing speech.xlsx
says_nothing saved/speech.csv
office --convert-to xlsx:"Calc MS Excel 2007 XML" speech.xlsx --outdir saved
says_nothing saved/speech.xlsx
# Our CSV, opened and saved by a spreadsheet: texts that look like numbers and formulas stay texts.
mkdir csv
office '--infilter=Text - txt - csv (StarCalc):44,34,76' --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' ours.csv --outdir csv
says_nothing csv/ours.csv
echo "LibreOffice's way there and back loses nothing"
