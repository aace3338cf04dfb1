# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From records with names as typed to what the engine counts: who, whose family, which child, where.

Records are taken in the order in which they were recorded, each on its own, so that nothing of a later one can show in
an earlier look. What is undecided is never guessed: the record then counts for places and times, but about nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final

from desktop.importing.names import loose_key
from desktop.patterns.arrivals import Arrival, Channel, Gift, Report, Tie
from desktop.patterns.children import Children, last_name_of
from desktop.patterns.families import Families
from desktop.patterns.names import Match, Names
from desktop.patterns.parameters import Parameters
from desktop.patterns.register import ConcernRecord, GiftRecord, Record, Register, TieRecord

_NOBODY: Final = "?"
"""Begins the key of whoever is not on the staff list."""
_FROM_FAMILIES: Final = frozenset(("parent", "pupil", "anonymous"))
_GIVEN: Final = "given"
_COLLEAGUES: Final = frozenset(("staff", "colleague"))


class Resolver:
    """Resolves one record after another. `undecided` lists those about whom somebody has to be asked."""

    def __init__(self, register: Register, parameters: Parameters) -> None:
        """Take the staff list of a register; its records are handed in one by one."""
        self._parameters = parameters
        self._names = Names(register.staff)
        self.people = {member.staff_id: member for member in register.staff}
        self._schools = _schools(register)
        self._is_trust = len({member.school for member in register.staff}) > 1
        self._children: dict[str, Children] = defaultdict(Children)
        self._families: dict[str, Families] = defaultdict(Families)
        """By unit for voices; by adult for gifts, ties and concerns: a name is rarer among what one adult does."""
        self._fullest: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        for site in (site for member in register.staff for site in (member.site, *member.other_sites)):
            self._label("site", site)
        self.titles: dict[str, str] = {}
        """How to call somebody or something that is on no list, by its key."""
        self.undecided: dict[str, tuple[str, ...]] = {}
        """By reference: the staff who may be meant."""
        self._sites: dict[str, str] = {}

    def resolve(self, record: Record) -> Arrival:
        """Say what one record is about."""
        match record:
            case ConcernRecord():
                return self._report(record)
            case GiftRecord():
                return self._gift(record)
            case TieRecord():
                return self._tie(record)

    def name(self, key: str) -> str:
        """How a person, a child or a family is called in a sentence."""
        member = self.people.get(key)
        return f"{member.first_name} {member.last_name}".strip() if member else self.titles.get(key, key)

    def usual_site(self, records: Iterable[str]) -> str:
        """The site that most of these records name."""
        named = Counter(self._sites.get(reference, "") for reference in records)
        return max(named, key=lambda site: (named[site], site), default="")

    def _report(self, record: ConcernRecord) -> Report:
        on = record.reported_at.date()
        found = self._names.of(
            record.subject, role=record.subject_role, department=record.department, site=record.site, on=on
        )
        person = self._person(found, record.subject, record.reference)
        member = self.people.get(person)
        site = self._label("site", record.site or (member.site if member and not member.other_sites else ""))
        unit = self._schools.get(loose_key(site), member.school if member else "")
        self._sites[record.reference] = site
        department = self._label("department", member.department if member else record.department)
        channel, voice, is_colleague = self._voice(record, person, unit)
        children = self._named(unit, record.children, on)
        happened = record.occurred_at or record.reported_at
        families = tuple(dict.fromkeys(filter(None, (self._family(person, "", key, name) for key, name in children))))
        return Report(
            reference=record.reference,
            day=on.toordinal(),
            happened=min(happened.toordinal(), on.toordinal()),
            person=person,
            unit=unit,
            site=site,
            voice=voice,
            is_colleague=is_colleague,
            is_outside=channel is not Channel.SELF and self._works_elsewhere(voice, department),
            channel=channel,
            category=self._label("category", record.category),
            department=department,
            place=self._label("place", _without_article(record.location)),
            activity=self._label("activity", record.activity),
            minute=_minute(record.occurred_at),
            children=tuple(dict.fromkeys(key for key, _name in children)),
            families=families,
            severity=record.severity or 0,
            states_tie=channel is not Channel.SELF and self._states_tie(record),
        )

    def _gift(self, record: GiftRecord) -> Gift:
        on = record.declared_at.date()
        is_given = record.direction.casefold().startswith(_GIVEN)
        ours, theirs = (record.giver, record.recipient) if is_given else (record.recipient, record.giver)
        person, unit = self._declarant(ours, "" if is_given else record.recipient_role, record, on)
        named = self._named(unit, (record.related_child,), on)
        child, child_name = named[0] if named else ("", "")
        giver_type = record.giver_type.casefold()
        family = (
            self._donor(person, theirs) if giver_type == "supplier" else self._family(person, theirs, child, child_name)
        )
        return Gift(
            reference=record.reference,
            day=on.toordinal(),
            person=person,
            unit=unit,
            is_given=is_given,
            family=family,
            child=child,
            pence=int(record.value * 100) if record.value else 0,
            is_seasonal=(record.exchanged_on or on).month in self._parameters.policy.seasons,
            from_outside=is_given or giver_type not in _COLLEAGUES,
        )

    def _tie(self, record: TieRecord) -> Tie:
        on = record.declared_at.date()
        person, unit = self._declarant(record.declarant, record.declarant_role, record, on)
        other = child = family = ""
        kind = record.party_type.casefold()
        if record.is_nil:
            pass
        elif kind in _COLLEAGUES:
            other = self._names.of(record.party, site=self._if_school(record.site), on=on).person
        elif kind == "pupil":
            named = self._named(unit, (record.party,), on)
            child, child_name = named[0] if named else (_NOBODY + record.reference, "")
            family = self._family(person, "", child, child_name)
        elif kind == "parent":
            party, _, of_child = record.party.partition("(")
            named = self._named(unit, (of_child.rpartition(" of ")[2].rstrip(") "),), on)
            family = self._family(person, party, *(named[0] if named else ("", "")))
        return Tie(
            reference=record.reference,
            day=on.toordinal(),
            person=person,
            unit=unit,
            is_nil=record.is_nil,
            other=other if other != person else "",
            family=family,
            child=child,
            began=record.started_on.toordinal() if record.started_on else 0,
        )

    def _declarant(self, text: str, role: str, record: GiftRecord | TieRecord, on: date) -> tuple[str, str]:
        found = self._names.of(text, role=role, site=record.site, on=on)
        person = self._person(found, text, record.reference)
        member = self.people.get(person)
        return person, member.school if member else self._schools.get(loose_key(record.site), "")

    def _person(self, found: Match, text: str, reference: str) -> str:
        if found.person:
            return found.person
        if found.candidates:
            self.undecided[reference] = found.candidates
            key = f"{_NOBODY}{reference}"
        else:
            key = f"{_NOBODY}{loose_key(text) or reference}"
        self.titles.setdefault(key, text.strip() or "somebody who is not named")
        return key

    def _voice(self, record: ConcernRecord, person: str, unit: str) -> tuple[Channel, str, bool]:
        """From where it came, whose voice it is, and whether that is a known colleague's."""
        source = record.source.casefold()
        alone = f"{_NOBODY}{record.reference}"
        if source == "self":
            return Channel.SELF, person, False
        if source in _FROM_FAMILIES or "parent" in record.reporter.casefold():
            family = self._family(unit, record.reporter.partition("(")[0], "", "") if source == "parent" else ""
            return Channel.FAMILY, family if _is_name(record.reporter) and family else alone, False
        on = record.reported_at.date()
        found = self._names.of(record.reporter, site=self._if_school(record.site), on=on).person
        if found and found == person:
            return Channel.SELF, person, False
        text = loose_key(record.reporter)
        return Channel.COLLEAGUE, found or (f"{_NOBODY}{text}" if text else alone), bool(found)

    def _if_school(self, site: str) -> str:
        """A site that tells where a colleague works: in a trust. Within one school it only says where it happened."""
        return site if self._is_trust else ""

    def _works_elsewhere(self, voice: str, department: str) -> bool:
        member = self.people.get(voice)
        return not member or not department or self._label("department", member.department) != department

    def _named(self, unit: str, texts: tuple[str, ...], on: date) -> list[tuple[str, str]]:
        """Each child by key, and the fullest name by which they were ever typed."""
        found = []
        for text in texts:
            number = self._children[unit].of(text, on) if text.strip() else 0
            if number:
                key = f"{unit}/child/{number}"
                # "Carol E (10A)" is called as she was when her last name was given.
                fullest = self._fullest.get(key, "") or text
                if last_name_of(text) and not last_name_of(fullest):
                    fullest = text
                self._fullest[key] = fullest
                self.titles[key] = fullest.partition("(")[0].strip()
                found.append((key, fullest))
        return found

    def _family(self, among: str, giver: str, child: str, child_name: str) -> str:
        """Which family is meant, among those that are known of one adult or to one unit."""
        number = int(child.rpartition("/")[2]) if "/" in child else 0
        found = self._families[among].of(giver, child=number, child_name=child_name)
        return f"{among}/family/{found}" if found else ""

    def _donor(self, among: str, name: str) -> str:
        found = self._families[among].organisation(name)
        return f"{among}/family/{found}" if found else ""

    def _label(self, kind: str, text: str) -> str:
        """One spelling for what differs in capitals, spaces and points only: the first that was seen."""
        folded = loose_key(text)
        return self._labels.setdefault(f"{kind}/{folded}", text.strip()) if folded else ""

    def _states_tie(self, record: ConcernRecord) -> bool:
        if "relationship" not in record.category.casefold():
            return False
        said = f" {loose_key(record.narrative)} "
        return any(f" {words} " in said for words in self._parameters.tie_words)


def in_order(register: Register) -> list[Record]:
    """Every record that counts, in an order that no reshuffling changes."""
    return sorted((each for each in register.records if each.counts), key=moment_of)


def moment_of(record: Record) -> tuple[datetime, str]:
    """When a record was taken in, and what decides between two of one moment."""
    return record.recorded_at.replace(tzinfo=None), record.reference


def _schools(register: Register) -> Mapping[str, str]:
    """The school to which a site belongs, where only one has it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for member in register.staff:
        found[loose_key(member.site)][member.school] += 1
    return {site: next(iter(schools)) for site, schools in found.items() if len(schools) == 1}


def _without_article(text: str) -> str:
    stripped = text.strip()
    return stripped[4:].strip() if stripped.casefold().startswith("the ") else stripped


def _minute(occurred: date | datetime | None) -> int:
    """Minutes after midnight; -1 where only a day is known: midnight is what an empty hour is exported as."""
    if not isinstance(occurred, datetime):
        return -1
    return occurred.hour * 60 + occurred.minute or -1


def _is_name(reporter: str) -> bool:
    return loose_key(reporter) not in {"", "parent", "parents", "pupil", "anonymous", "anon", "self"}
