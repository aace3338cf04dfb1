# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Weighs what was gathered against what was decided: what is still open, and the copy as it would be. Pure.

Nothing can be made while one item is undecided; the reporter is kept only where they agreed (requirements.md F55;
practice.md R53). Somebody who stands only in what is left out needs no decision.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from desktop.access.covering import Span, covered
from desktop.access.gathered import Gathered, Passage, Piece, Record
from desktop.access.third_parties import Item, Part, Place, find_others, places_in
from desktop.access.work import Decision, LeftOut, Verdict, Work
from desktop.attaching.held import HeldFile
from desktop.people import School

REPORTER_NEEDS_CONSENT = frozenset({Part.REPORTER})


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What was gathered, everybody who was found in it, and what was decided about each.

    `records` are those that go into the copy, without the entries that were left out; nothing in them is covered yet.
    `items` are those that stand in them.
    """

    gathered: Gathered
    found: tuple[Item, ...]
    work: Work
    records: tuple[Record, ...]
    items: tuple[Item, ...]

    def again(self, work: Work) -> "Weighed":
        """The same with other decisions."""
        return _weighed(self.gathered, self.found, work)

    def decision(self, item: Item) -> Decision | None:
        """What was decided about an item, where that may stand: whoever reported is kept with their consent only."""
        if item.part is Part.BY_HAND:
            return Decision(verdict=Verdict.COVER)
        found = self.work.decisions.get(item.item_id)
        if found is None or not found.is_kept:
            return found
        needs_consent = item.part in REPORTER_NEEDS_CONSENT and found.verdict is not Verdict.AGREED
        return None if needs_consent or not found.why.strip() else found

    @property
    def undecided(self) -> tuple[Item, ...]:
        """What still needs a decision before a copy can be made."""
        return tuple(item for item in self.items if self.decision(item) is None)

    @property
    def counts(self) -> Mapping[Verdict | None, int]:
        """How many places are covered, kept with consent, kept as reasonable, and undecided (None)."""
        found: Counter[Verdict | None] = Counter()
        for item in self.items:
            decision = self.decision(item)
            found[decision.verdict if decision else None] += len(item.places)
        return found

    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """What is covered of each piece."""
        found: dict[str, list[Span]] = {}
        for item in self.items:
            decision = self.decision(item)
            if decision is not None and not decision.is_kept:
                for place in item.places:
                    found.setdefault(place.key, []).append(place.span)
        return {key: tuple(spans) for key, spans in found.items()}

    def copy(self) -> tuple[Record, ...]:
        """The records as they go into the copy: without a word of what is covered, left out, or whom they were by."""
        spans = self.spans()
        return tuple(_covered(record, spans) for record in self.records)

    def left_out(self) -> Iterator[tuple[Record, Passage | None, LeftOut]]:
        """What stays out whole: a record, or an entry of one."""
        for record in self.gathered.records:
            if record.key in self.work.left_out:
                yield record, None, self.work.left_out[record.key]
                continue
            for passage in record.passages:
                if passage.key in self.work.left_out:
                    yield record, passage, self.work.left_out[passage.key]

    @property
    def files_included(self) -> int:
        """How many files go into the copy."""
        return sum(len(self.files_of(record)) for record in self.records)

    def files_of(self, record: Record) -> tuple[Item, ...]:
        """The files of a record that go into the copy."""
        names = {file_id(record, file) for file in record.files}
        return tuple(item for item in self.items if item.item_id in names and self._is_kept(item))

    def is_covered(self, item: Item) -> bool:
        """Say whether somebody's words are taken out; a file is left out whole."""
        decision = self.decision(item)
        return item.part is not Part.FILE and decision is not None and not decision.is_kept

    def _is_kept(self, item: Item) -> bool:
        decision = self.decision(item)
        return decision is not None and decision.is_kept


def file_id(record: Record, file: HeldFile) -> str:
    """The name of the item that a file is."""
    return f"file:{record.key}:{file.number}"


def weigh(gathered: Gathered, work: Work, school: School, on: date) -> Weighed:
    """Look for everybody else in what was gathered, and put what was decided beside it."""
    return _weighed(gathered, find_others(gathered, school, on), work)


def _weighed(gathered: Gathered, found: tuple[Item, ...], work: Work) -> Weighed:
    records = tuple(_kept_records(gathered, work))
    return Weighed(
        gathered=gathered,
        found=found,
        work=work,
        records=records,
        items=(*_standing(found, records), *_by_hand(records, work), *_files(records)),
    )


def _kept_records(gathered: Gathered, work: Work) -> Iterator[Record]:
    for record in gathered.records:
        if record.key not in work.left_out:
            yield record.with_only(tuple(each for each in record.passages if each.key not in work.left_out))


def _standing(found: tuple[Item, ...], records: tuple[Record, ...]) -> Iterator[Item]:
    """Those who were found, at the places that are not left out."""
    keys = {piece.key for record in records for piece in record.pieces()}
    for item in found:
        if places := tuple(place for place in item.places if place.key in keys):
            yield msgspec.structs.replace(item, places=places)


def _by_hand(records: tuple[Record, ...], work: Work) -> Iterator[Item]:
    pieces = [piece for record in records for piece in record.pieces()]
    for words in work.by_hand:
        places = places_in(pieces, [words])
        yield Item(item_id=f"hand:{words}", part=Part.BY_HAND, name=words, words=(words,), places=places)


def _files(records: tuple[Record, ...]) -> Iterator[Item]:
    """Each file is included or left out whole: nothing in a picture or a document can be covered."""
    for record in records:
        for file in record.files:
            place = Place(f"{record.key}/{file.eid}/file{file.number}", Span(0, 0))
            yield Item(item_id=file_id(record, file), part=Part.FILE, name=file.name, words=(), places=(place,))


def _covered(record: Record, spans: Mapping[str, tuple[Span, ...]]) -> Record:
    passages = tuple(
        Passage(
            key=passage.key,
            recorded=passage.recorded,
            heading=_without(passage.heading, spans),
            pieces=tuple(_without(piece, spans) for piece in passage.pieces),
        )
        for passage in record.passages
    )
    return Record(
        key=record.key,
        reference=record.reference,
        title=record.title,
        day=record.day,
        why=record.why,
        passages=passages,
    )


def _without(piece: Piece, spans: Mapping[str, tuple[Span, ...]]) -> Piece:
    return msgspec.structs.replace(piece, text=covered(piece.text, spans.get(piece.key, ())))
