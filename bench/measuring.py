# SPDX-License-Identifier: Apache-2.0
"""Owns how the benches in Python call the programs of a build and print tables."""
import json
import shlex
import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parent.parent / "build"


def add_options(parser):
    """The options that all benches have."""
    parser.add_argument("--build", type=Path, default=BUILD, help="folder of the programs (default: build)")
    parser.add_argument("--work", type=Path, help="folder for what is made; kept (default: one that is removed)")


def words(text):
    """The words of an option that holds further options."""
    return shlex.split(text)


def run(*command):
    """Standard output of a command; ends the bench when it fails."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True)
    if done.returncode > 1:
        sys.exit(f"failed: {shlex.join(str(word) for word in command)}")
    return done.stdout


def align(build, gold, out, options):
    """Aligns the texts of a gold set into a folder of beads."""
    out.mkdir(parents=True, exist_ok=True)
    run(build / "tongwen", "align", "--segmented", "--quiet", *options, gold / "src", gold / "tgt",
        "-o", out, "--to", "beads")


def evaluate(build, pairs):
    """What `tongwen eval` says of pairs of gold and alignments, counted together (docs/formats/eval.md)."""
    paths = [path for pair in pairs for path in pair]
    return json.loads(run(build / "tongwen", "eval", *paths, "--to", "json"))


def share(value):
    """A share as the tables have it; of nothing there is none."""
    return "–" if value is None else "1" if value == 1 else f"{value:.3f}".lstrip("0")


def f1(scores):
    """Strict / lax F1."""
    return f"{share(scores['strict']['f1'])} / {share(scores['lax']['f1'])}"


def rates(hits):
    """Precision, recall of segments; nothing where there are none."""
    precision = hits["precision"] if hits["found"] else None
    recall = hits["recall"] if hits["gold"] else None
    return f"{share(precision)}, {share(recall)}"


def table(titles, rows):
    """Prints a table in Markdown."""
    for row in [titles, ["---"] * len(titles), *rows]:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
    print()
