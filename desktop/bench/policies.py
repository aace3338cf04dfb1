# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A handbook taken in from each kind of file, beside its library reading the same; compared, and printed.

Each file is read in a process of its own, because most of the memory is the libraries', which Python does not count.
"""

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from desktop.bench.handbook import as_pdf, as_text, as_word
from desktop.bench.measuring import Measured
from desktop.bench.start import peak_memory

Result = TypeVar("Result")

_COMPARED_MS, _PRINTED_MS = 3_000, 60_000
_SCRIPT = "import sys; from desktop.bench import policies; policies.{}(sys.argv[1])"


def bench_policies(folder: Path, pages: int, files: Sequence[Path]) -> Iterator[Measured]:
    """Take in a generated handbook of so many pages, and these files; then a second version of it."""
    folder.mkdir()
    for name, content in (("md", as_text(pages)), ("docx", as_word(pages)), ("pdf", as_pdf(pages))):
        path = folder / f"handbook.{name}"
        path.write_bytes(content)
        yield _taken(f"a policy of {pages} pages taken in, .{name}", path)
    for file in files:
        yield _taken(f"a policy taken in, {file.name}", file)
    yield from _compared_and_printed(pages)


def _taken(name: str, path: Path) -> Measured:
    ours, raw = (_commands(function, path) for function in ("take", "take_raw"))
    saw, beside = (json.loads(subprocess.run(each, check=True, capture_output=True).stdout) for each in (ours, raw))  # noqa: S603 - our own words
    memory = f"{peak_memory(ours):.0f} MiB at most for the whole program, {peak_memory(raw):.0f} for the library alone"
    note = f"{saw['clauses']} clauses, {saw['odd']} oddities; {memory}"
    return Measured(name, saw["ms"], beside["ms"], "ms", 5, note)


def _commands(function: str, path: Path) -> list[str]:
    return [sys.executable, "-c", _SCRIPT.format(function), str(path)]


def take(file: str) -> None:
    """Take a file in; tell how long it took a processor and what came of it, as JSON."""
    from desktop.policies.taking_in import take_in

    data = Path(file).read_bytes()
    took, taken = _timed(lambda: take_in(Path(file).name, data))
    sys.stdout.write(json.dumps({"ms": took, "clauses": len(taken.found.clauses), "odd": len(taken.odd)}))


def take_raw(file: str) -> None:
    """Have its library alone read a file; tell how long that took a processor, as JSON."""
    data = Path(file).read_bytes()
    took, _ = _timed(lambda: _raw(data))
    sys.stdout.write(json.dumps({"ms": took}))


def _raw(data: bytes) -> None:
    if data.startswith(b"%PDF-"):
        import pypdfium2

        with pypdfium2.PdfDocument(data) as pdf:
            for page in pdf:
                page.get_textpage().get_text_range()
    elif data.startswith(b"PK"):
        import docx

        for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
            paragraph.text  # noqa: B018 - reading it is what is measured
    else:
        from markdown_it import MarkdownIt

        MarkdownIt("commonmark").parse(data.decode())


def _compared_and_printed(pages: int) -> Iterator[Measured]:
    """A second version with other words in every clause, and the first as a PDF."""
    from desktop.documents.policy import PolicySource, policy
    from desktop.policies.comparing import compare
    from desktop.policies.preparing import Facts, Preparing, prepared_from, version_of
    from desktop.policies.taking_in import take_in

    today = date(2026, 11, 21)
    facts = Facts(title="Handbook", edition="1")
    first = prepared_from(take_in("one.md", as_text(pages)), None)
    before = version_of(Preparing(prepared=first, facts=facts), None, (), today)
    taken = take_in("two.md", as_text(pages, seed=2))

    def again() -> int:
        second = prepared_from(taken, before)
        after = version_of(Preparing(policy_id=before.policy_id, prepared=second, facts=facts), before, (), today)
        return len(compare(before, after))

    source = PolicySource(
        version=before, fingerprint="0" * 64, school="Bench", printed_at=datetime(2026, 11, 21, tzinfo=UTC)
    )
    took, count = _timed(again)
    note = f"{count} clauses told: every one is new or taken out"
    yield Measured(f"a policy of {pages} pages against the version before", took, _COMPARED_MS, "ms", 1, note)
    took, printed = _timed(lambda: policy(source).pages)
    yield Measured(f"a policy of {pages} pages as a PDF", took, _PRINTED_MS, "ms", 1, f"{printed} pages of ours")


def _timed(does: Callable[[], Result]) -> tuple[float, Result]:
    """How long it takes a processor, in milliseconds, and its result."""
    began = time.process_time()
    result = does()
    return (time.process_time() - began) * 1000, result
