# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A long protected bundle of case files, beside reportlab setting the same words; and whether memory grows with it."""

import io
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.bench.ground import Ground, answers
from desktop.bench.measuring import Measured
from desktop.exports.cases import export_cases
from desktop.exports.choices import Recipient
from desktop.exports.order import Order
from desktop.exports.saving import Saved
from desktop.session import Session

_TEACHER = 3
_WORDS = 3_000
_PART = 10


def bench_exporting(ground: Ground, cases: int) -> Iterator[Measured]:
    """File so many long concerns, bundle their case files, and a tenth of them."""
    head = ground.sign_in(0)
    try:
        text = "They let a child stay in at break, with the door closed. " * (_WORDS // 12)
        filled = {**answers(ground.people[_TEACHER]), "what_happened": text}
        ids = [head.file("concern", filled).case_id for _ in range(cases)]
        began = time.process_time()
        saved = _export(head, ids, ground.home / "whole")
        ours = time.process_time() - began
        note = f"{saved.pages / ours:.0f} pages a second; ours also checks the vault, tags, encrypts and records"
        raw = _raw(text, cases)
        yield Measured(f"a bundle of {saved.pages} pages, a page", ours * 1000 / saved.pages, raw, "ms", 10, note)
        yield _memory(head, ids, ground.home)
    finally:
        head.close()


def _memory(head: Session, ids: Sequence[str], folder: Path) -> Measured:
    """The most that Python's objects take while a bundle is made, beside a tenth of the bundle."""
    few, many = (_peak(head, some, folder / str(len(some))) for some in (ids[: max(1, len(ids) // _PART)], ids))
    return Measured(f"memory of {len(ids)} case files beside a tenth of them", many, few, "MiB", 1.2)


def _peak(head: Session, ids: Sequence[str], path: Path) -> float:
    tracemalloc.start()
    try:
        _export(head, ids, path)
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def _export(head: Session, ids: Sequence[str], path: Path) -> Saved:
    order = Order(
        kind=Recipient.POLICE,
        recipient="Bench",
        purpose="To measure",
        is_bundle=True,
        password="measure twice cut once",  # noqa: S106 - of a file that is thrown away
    )
    return export_cases(head, ids, path, order)


def _raw(text: str, times: int) -> float:
    """Milliseconds a page that reportlab alone takes for the same words."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pages, began = 0, time.process_time()
    for _ in range(times):
        document = SimpleDocTemplate(io.BytesIO())
        document.build([Paragraph(text, getSampleStyleSheet()["Normal"])])
        pages += document.page
    return (time.process_time() - began) * 1000 / pages
