# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run the engine over invented schools and print what it found."""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain

from desktop.patterns.cuts import Cuts
from desktop.patterns.parameters import load_parameters
from desktop.patterns.replaying import replay
from tests.patterns_yardstick.inventing import YEARS, Invented, invent
from tests.patterns_yardstick.judging import Finding, Tally, findings_of, stated_against_true


def main() -> None:
    """Read the arguments, run, print."""
    asked = _asked()
    tally = Tally()
    quiet = []
    for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
        school = invent(asked.size, seed, schools=asked.schools)
        tally.judge(school, _findings(school))
        if not asked.planted_only:
            empty = invent(asked.size, seed, planted=False, schools=asked.schools)
            quiet.append((empty, _findings(empty)))
    sys.stdout.writelines(f"{line}\n" for line in chain(_table(tally), _truth(quiet)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.patterns_yardstick", description=__doc__)
    parser.add_argument("--size", choices=sorted(YEARS), default="primary")
    parser.add_argument("--seeds", type=int, default=10, help="how many schools")
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--schools", type=int, default=60, help="how many schools a trust has")
    parser.add_argument("--planted-only", action="store_true", help="leave out the schools with nothing planted")
    return parser.parse_args()


def _findings(school: Invented) -> list[Finding]:
    last = max(record.reported_at for record in school.register.concerns).date()
    return findings_of(replay(school.register, last, Cuts(parameters=load_parameters())))


def _table(tally: Tally) -> Iterator[str]:
    yield f"{'kind':28}planted  found  named"
    for kind, planted in sorted(tally.planted.items()):
        yield f"{kind:28}{planted:7}{tally.found[kind] / planted:7.0%}{tally.named[kind] / planted:7.0%}"
    planted, found, named = (sum(counted.values()) for counted in (tally.planted, tally.found, tally.named))
    yield f"{'all':28}{planted:7}{found / planted:7.0%}{named / planted:7.0%}"
    false = sum(tally.false.values()) / tally.school_terms
    yield f"prompts a school term {tally.prompts / tally.school_terms:.2f}, of which match nothing {false:.2f}"
    yield f"  by kind {dict(tally.false.most_common())}, on decoys {dict(tally.decoys.most_common())}"
    days = sorted(tally.days) or [0]
    half, most = days[len(days) // 2], days[len(days) * 9 // 10]
    yield f"days from the first record: half within {half}, nine in ten within {most}"
    names = sum(tally.names.values())
    yield "names: " + ", ".join(f"{how} {number / names:.2%}" for how, number in tally.names.most_common())


def _truth(quiet: list[tuple[Invented, list[Finding]]]) -> Iterator[str]:
    yield f"{'with nothing planted':28}prompts  stated a term  true a term"
    for kind, number, stated, true in stated_against_true(quiet):
        yield f"{kind:28}{number:7}{stated:15.3f}{true:13.3f}"
    everything = sum(len(findings) for _school, findings in quiet)
    yield f"all prompts a school term: {everything / max(1, sum(school.school_terms for school, _found in quiet)):.2f}"


if __name__ == "__main__":
    main()
