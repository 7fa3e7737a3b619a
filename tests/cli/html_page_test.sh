#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests the HTML page of an alignment in a real browser: filters, search, keys, marks, and that documents cannot run
# anything in it.
# Usage: html_page_test.sh TONGWEN SAMPLES; exit code 77 (skipped) only when Chromium is not installed.
set -euo pipefail

tongwen="$1"
samples="$2/zh-en"

if ! command -v chromium >/dev/null; then
    echo "SKIPPED: Chromium is not installed (Debian package: chromium), so the page was tested in no browser"
    exit 77
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# The locale is set, and no lexicon is found, whatever the person has who runs the tests.
export LANGUAGE= LC_ALL=C.UTF-8 HOME="$work" XDG_DATA_HOME="$work/data" XDG_CACHE_HOME="$work/cache"
export TONGWEN_LEXICONS= TONGWEN_DICTD= TONGWEN_WORDNET=

# browse FILE FRAGMENT: the document as the browser has it after the page's script ran.
browse() {
    rm -rf "$work/profile"
    timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage \
        --user-data-dir="$work/profile" --virtual-time-budget=2000 --dump-dom "file://$work/$1#$2" \
        2>"$work/browser.log" || { cat "$work/browser.log" && fail "the browser ends with an error"; }
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# expect WHAT EXPECTED ACTUAL
expect() {
    if [[ $2 != "$3" ]]; then fail "$1: '$3' instead of '$2'"; fi
    echo "ok: $1"
}

# Of a document on standard input: the ids of the rows that are there to see, in order.
visible() { grep -o '<article [^>]*>' | grep -v ' hidden=""' | sed 's/.* id="b\([0-9]*\)".*/\1/; s/.*<article id="b\([0-9]*\)".*/\1/' | xargs; }

# The ids of rows with a class, from the file itself.
with_class() { grep -o '<article [^>]*>' "$work/$1" | { grep -E "class=\"([^\"]* )?$2[ \"]" || true; } | sed 's/.*id="b\([0-9]*\)".*/\1/' | xargs; }

# The ids of rows with a text, from the file itself.
with_text() { { grep -E "^<article .*$2" "$work/$1" || true; } | sed 's/^<article id="b\([0-9]*\)".*/\1/' | xargs; }

# The value of an attribute of the element <html>.
root() { grep -o '<html [^>]*>' | sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p"; }

"$tongwen" align -q "$samples/zh/defects.txt" "$samples/en/defects.txt" -o "$work/page.html"
count=$(grep -c '^<article ' "$work/page.html")
[[ $count -gt 50 ]] || fail "the sample has $count rows only"

# ---- Filters and search
dom="$(browse page.html '')"
expect "all rows are shown at first" "$count" "$(visible <<<"$dom" | wc -w)"
expect "and counted" "$count of $count beads" "$(sed -n 's/.*<output id="shown"[^>]*>\([^<]*\)<.*/\1/p' <<<"$dom")"
if grep -q '<form id="tools"[^>]* hidden' <<<"$dom"; then fail "the controls stay hidden"; fi
for filter in unsure not-1-1 unlinked moved findings; do
    rows="$(with_class page.html "$filter")"
    [[ -n $rows ]] || fail "the sample has no rows of the filter $filter"
    expect "#filter=$filter" "$rows" "$(browse page.html "filter=$filter" | visible)"
done
rows="$(with_text page.html 咖啡)"
[[ -n $rows ]] || fail "the sample has no coffee"
expect "search in Chinese" "$rows" "$(browse page.html "q=咖啡" | visible)"
expect "search in English, whatever the case" "$(with_text page.html '[Cc]orridor')" "$(browse page.html "q=CORRidor" | visible)"
expect "full-width digits find others" "$(with_text page.html '2,650')" "$(browse page.html "q=２,６５０" | visible)"
expect "a filter and a search" "$(with_text page.html 咖啡 | tr ' ' '\n' | grep -Fx -f <(with_class page.html moved | tr ' ' '\n') | xargs)" \
    "$(browse page.html "filter=moved&q=咖啡" | visible)"
expect "what is not there" "0" "$(browse page.html "q=no+such+text" | root data-shown)"
expect "an unknown filter shows all" "$count" "$(browse page.html "filter=%3Cb%3E" | root data-shown)"
expect "dark" "dark" "$(browse page.html "theme=dark" | root data-theme)"

# ---- A bead by its number, and its words
dom="$(browse page.html b37)"
expect "#b37 is the current row" "b37" "$(grep -o '<article [^>]*>' <<<"$dom" | grep ' current' | sed 's/.*id="\([^"]*\)".*/\1/')"
row="$(grep -o '<article id="b37".*' <<<"$dom")"
grep -q '<span class="w number">' <<<"$row" || fail "no number is marked in it"
expect "marks change no text" "$(grep '^<article id="b37"' "$work/page.html" | sed 's/<[^>]*>//g')" "$(sed 's/<[^>]*>//g' <<<"$row")"

# ---- Keys, clicks and typing: a script that the page's policy would not let run, in a copy without the policy
cat >"$work/driver" <<'END'
<script>
const log = [];
const press = (key, at = document.activeElement) =>
  at.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
const here = () => log.push(document.activeElement.id || document.activeElement.name);
press('j'); here(); press('j'); here(); press('k'); here();
press('/'); here();
document.activeElement.value = '咖啡';
press('Enter'); log.push(document.documentElement.dataset.shown); here();
press('ArrowRight'); log.push(document.querySelectorAll('.w.on').length >= 2);
press('Escape'); log.push(document.documentElement.dataset.shown);
document.querySelector('[value="unlinked"]').click(); log.push(document.documentElement.dataset.shown);
press('j'); here();
document.querySelector('#unlinked a').click(); here();
document.querySelector('#picture path').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})); here();
press('t'); log.push(document.documentElement.dataset.theme);
press('?'); log.push(document.getElementById('help').open);
document.documentElement.dataset.log = log.join(' ');
</script>
END
{ cat "$work/page.html" "$work/driver"; } >"$work/guarded.html"
sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' "$work/guarded.html" >"$work/driven.html"
coffee=($(with_text page.html 咖啡))
unlinked=($(with_class page.html unlinked))
after_coffee=$(for bead in "${unlinked[@]}"; do if [[ $bead -gt ${coffee[0]} ]]; then echo "$bead"; fi; done | head -n 1)
expect "keys and clicks" \
    "b1 b2 b1 q ${#coffee[@]} b${coffee[0]} true $count ${#unlinked[@]} b$after_coffee b${unlinked[0]} b1 dark true" \
    "$(browse driven.html '' | root data-log)"

# ---- Documents cannot run anything
expect "the policy stops a foreign script" "" "$(browse guarded.html '' | root data-log)"
evil='</p></article></script><script>document.documentElement.dataset.evil=1</script><img src=x onerror="document.documentElement.dataset.evil=2">'
printf '一。%s\n二。\n' "$evil" >"$work/evil.zh"
printf 'One. %s\nTwo.\n' "$evil" >"$work/evil.en"
"$tongwen" align -q --segmented --source-lang zh --target-lang en "$work/evil.zh" "$work/evil.en" -o "$work/evil.html"
sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' "$work/evil.html" >"$work/unguarded.html"
dom="$(browse unguarded.html b1)"
expect "what documents hold stays text, even without the policy" "" "$(root data-evil <<<"$dom")"
expect "and is found as text" "1" "$(browse unguarded.html 'q=%3Cimg+src%3Dx' | root data-shown)"

# ---- A long page
for ((i = 1; i <= 5000; ++i)); do
    echo "第${i}号文件已经送到河湾市。" >&3
    echo "Document No. $i has been delivered to Hewan City." >&4
done 3>"$work/long.zh" 4>"$work/long.en"
"$tongwen" align -q --segmented --source-lang zh --target-lang en "$work/long.zh" "$work/long.en" -o "$work/long.html"
expect "search in 5,000 beads" "1" "$(browse long.html 'q=第4321号' | root data-shown)"
