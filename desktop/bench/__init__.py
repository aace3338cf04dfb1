# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What Candour costs, as ratios to the raw library calls made in the same run (docs/benchmarks.md).

Never a timed test: machines differ, ratios less so. Ours and raw are measured in turns, and medians compared.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.bench.attaching import bench_attaching
from desktop.bench.chronology import bench_chronology
from desktop.bench.exporting import bench_exporting
from desktop.bench.filing import bench_filing
from desktop.bench.governors import bench_report
from desktop.bench.ground import founded
from desktop.bench.growth import SIZES, STAFF, bench_growth
from desktop.bench.handing import bench_handover
from desktop.bench.ingest import bench_ingest
from desktop.bench.looking import bench_patterns
from desktop.bench.measuring import Measured
from desktop.bench.policies import bench_policies
from desktop.bench.recovering import bench_recovering
from desktop.bench.searching import bench_searching
from desktop.bench.start import bench_memory, bench_stalls, bench_start
from desktop.bench.vaults import bench_draft, bench_unlock

ENVELOPES = 10_000
PATTERN_RECORDS = 100_000
POLICIES = 100
HANDBOOK = 500
FILINGS = 200
HANDED = 2_000
ABOUT_ONE = 500
CASE_FILES = 125
ATTACHED = 9
STARTS = 9
UNLOCKS = 30
DRAFTS = 200


def run_all(*, small: bool, policies: Sequence[Path] = ()) -> Iterator[Measured]:
    """Measure everything, one row at a time. `small` does a tenth of the work; these files are taken in too."""
    part = 10 if small else 1
    with tempfile.TemporaryDirectory(prefix="candour-bench-") as folder:
        ground = founded(Path(folder))
        yield from bench_start(ground, max(3, STARTS // part))
        yield bench_memory(ground)
        yield from bench_unlock(ground, UNLOCKS // part)
        yield from bench_draft(ground, DRAFTS // part)
        yield from bench_filing(ground, FILINGS // part)
        yield from bench_attaching(founded(Path(folder) / "attaching"), max(3, ATTACHED // part))
        grown = founded(Path(folder) / "growth", STAFF)
        yield from bench_growth(grown, part)
        yield from bench_report(grown, SIZES[-1] // part)
        before = shutil.copytree(ground.home, Path(folder) / "before")
        yield from bench_ingest(ground, ENVELOPES // part)
        yield from bench_recovering(ground, ENVELOPES // part)
        yield from bench_handover(founded(Path(folder) / "handover"), HANDED // part)
        yield from bench_chronology(founded(Path(folder) / "chronology"), ABOUT_ONE // part)
        yield from bench_exporting(founded(Path(folder) / "exporting"), CASE_FILES // part)
        yield from bench_searching(POLICIES // part)
        yield from bench_policies(Path(folder) / "policies", HANDBOOK // part, policies)
        yield from bench_patterns(PATTERN_RECORDS // part)
        yield from bench_stalls(ground, before, ground.people[1], ENVELOPES // part)
