# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where invented records are written down, and beside them who was truly meant."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from desktop.patterns.register import ConcernRecord, GiftRecord, Register, StaffMember, TieRecord
from tests.patterns_yardstick.days import holidays, next_school_day
from tests.patterns_yardstick.people import Pupil, School
from tests.patterns_yardstick.typing_names import parent_name, pupil_name, staff_name

CATEGORIES = {
    "Inappropriate language / humiliation": 18,
    "Physical contact": 15,
    "Mobile phone / photographs": 11,
    "Supervision / ratios": 11,
    "One-to-one in secluded or closed room": 8,
    "Over-friendly / favouritism": 8,
    "ICT misuse": 6,
    "Confidentiality / data": 6,
    "Lifts / transport": 5,
    "Dress / conduct at work": 5,
    "Gifts or treats to pupils": 4,
    "Neutrality / expressing views": 3,
    "Social media / private messaging": 3,
    "Conduct outside work": 2,
}
PLACES = {
    "Lesson": ("Classroom 1A", "Classroom 2B", "Classroom 4A", "Classroom 6B", "Room 12", "Room 23", "Main hall"),
    "Break or lunch duty": ("Top yard", "Dinner hall", "Playground", "School field", "Cloakroom"),
    "One-to-one support": ("Intervention room", "Sensory room", "Nurture room", "Library"),
    "After-school club": ("Club room", "Main hall", "Library"),
    "PE": ("Changing rooms", "PE store", "School field", "Main hall"),
    "Transport": ("Car park", "Minibus"),
    "Music lesson": ("Music practice room",),
    "Residential": ("Off site",),
    "Online": ("Online",),
}
_ACTIVITY_WEIGHTS = (38, 20, 11, 9, 8, 6, 3, 2, 3)
_HOURS = {
    "Lesson": (9, 10, 11, 13, 14),
    "Break or lunch duty": (10, 12, 12),
    "One-to-one support": (9, 10, 11, 14),
    "After-school club": (15, 16, 17),
    "PE": (9, 11, 13, 14),
    "Transport": (8, 15, 17),
    "Music lesson": (10, 12, 14),
    "Residential": (20, 21, 22),
    "Online": (19, 20, 21, 22),
}
PRESENTS = ("box of chocolates", "scented candle", "plant in a pot", "book", "gift card", "homemade cake", "scarf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What happened, before somebody writes it down. Empty and None: drawn as is usual."""

    about: StaffMember
    on: date
    category: str = ""
    activity: str = ""
    place: str = ""
    hour: int | None = None
    child: Pupil | None = None
    severity: int = 0
    site: str = ""


@dataclass(slots=True)
class Ledger:
    """Records of one school so far, and who was truly meant in each by staff_id."""

    school: School
    chance: Random
    prefix: str = ""
    concerns: list[ConcernRecord] = field(default_factory=list)
    gifts: list[GiftRecord] = field(default_factory=list)
    ties: list[TieRecord] = field(default_factory=list)
    subjects: dict[str, str] = field(default_factory=dict)
    reporters: dict[str, str] = field(default_factory=dict)
    category_weights: dict[str, float] = field(default_factory=dict)
    eagerness: dict[str, float] = field(default_factory=dict)
    subjects_planted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.category_weights = {name: w * self.chance.gammavariate(4, 0.25) for name, w in CATEGORIES.items()}
        self.eagerness = {person.staff_id: self.chance.gammavariate(0.8, 1.25) for person in self.school.staff}

    def in_post(self, on: date, *, with_children: bool = False) -> list[StaffMember]:
        """Who works here on this day."""
        return [
            person
            for person in self.school.staff
            if (person.started or on) <= on <= (person.left or on)
            and (not with_children or (person.contact_hours or 0) > 5)
        ]

    def pupil(self, on: date) -> Pupil:
        """A pupil of the school on this day; some are named more often than others."""
        oldest, youngest = (6, 0) if self.school.phase == "primary" else (11, 7)
        september = on.year if on.month >= 9 else on.year - 1
        pupils = self.school.pupils
        while True:
            pupil = pupils[int(len(pupils) * self.chance.random() ** 1.5)]
            if youngest <= september - pupil.starts <= oldest:
                return pupil

    def colleague(self, about: StaffMember, on: date, apart_from: frozenset[str] = frozenset()) -> StaffMember:
        """A colleague who reports: rather of the same department, rather an eager one."""
        others = [p for p in self.in_post(on) if p.staff_id != about.staff_id and p.staff_id not in apart_from]
        weights = [self.eagerness[p.staff_id] * (4 if p.department == about.department else 1) + 0.01 for p in others]
        return self.chance.choices(others, weights)[0]

    def report(self, matter: Matter, by: StaffMember | str = "") -> str:
        """Write one report of a matter. `by`: a colleague, or "parent", "pupil", "anonymous", "self"; empty: as usual.

        Returns its reference.
        """
        chance, about = self.chance, matter.about
        by = by or chance.choices(("staff", "parent", "self", "pupil", "anonymous"), (74, 11, 7, 6, 2))[0]
        if by == "staff":
            by = self.colleague(about, matter.on)
        activity = matter.activity or chance.choices(tuple(PLACES), _ACTIVITY_WEIGHTS)[0]
        reference = self._next("C")
        self.subjects[reference] = about.staff_id
        if isinstance(by, StaffMember):
            self.reporters[reference] = by.staff_id
        reported, occurred = self._reported(matter.on), self._occurred(matter, activity)
        self.concerns.append(
            ConcernRecord(
                reference=reference,
                reported_at=reported,
                occurred_on=matter.on if occurred else None,
                occurred_time=occurred.time() if isinstance(occurred, datetime) else None,
                reporter=self._reporter(by, matter),
                subject=staff_name(chance, about),
                subject_role=self._or_blank(about.role, 0.12),
                department=self._or_blank(about.department, 0.06),
                site=self._or_blank(matter.site or about.site, 0.03),
                category=matter.category or chance.choices(tuple(CATEGORIES), tuple(self.category_weights.values()))[0],
                location=self._written_place(matter.place or chance.choice(PLACES[activity])),
                activity=self._or_blank(activity, 0.04),
                children=self._children(matter),
                severity=matter.severity or chance.choices((1, 2, 3, 4), (52, 40, 7, 1))[0],
                source="staff" if isinstance(by, StaffMember) else by,
                narrative="",
            )
        )
        return reference

    def gift(self, to: StaffMember, pupil: Pupil, on: date, value: int = 0) -> str:
        """Declare a present from a pupil's family."""
        reference, chance = self._next("G"), self.chance
        self.subjects[reference] = to.staff_id
        self.gifts.append(
            GiftRecord(
                reference=reference,
                declared_at=self._reported(on),
                exchanged_on=on,
                direction="received by staff",
                giver=parent_name(chance, pupil),
                giver_type="parent",
                recipient=staff_name(chance, to),
                recipient_role=to.role,
                related_child=pupil_name(chance, pupil, on) if chance.random() < 0.8 else "",
                site=to.site,
                description=chance.choice(PRESENTS),
                value=Decimal(value or max(3, round(chance.lognormvariate(2.3, 0.5)))),
                decision="accepted",
            )
        )
        return reference

    def gift_to_child(self, by: StaffMember, pupil: Pupil, on: date) -> str:
        """Declare a present from a member of staff to a child."""
        reference, name = self._next("G"), pupil_name(self.chance, pupil, on)
        self.subjects[reference] = by.staff_id
        self.gifts.append(
            GiftRecord(
                reference=reference,
                declared_at=self._reported(on),
                exchanged_on=on,
                direction="given by staff",
                giver=staff_name(self.chance, by),
                giver_type="staff",
                recipient=name,
                recipient_role="pupil",
                related_child=name,
                site=by.site,
                description="pencil case",
                value=Decimal(self.chance.randint(3, 15)),
                decision="accepted",
            )
        )
        return reference

    def tie(self, by: StaffMember, on: date, party: str = "", kind: str = "", started: date | None = None) -> str:
        """Declare a relationship, or with no `party` that there is none. `kind`: "party type / relationship"."""
        reference = self._next("R")
        self.subjects[reference] = by.staff_id
        party_type, _, relationship = kind.partition(" / ")
        self.ties.append(
            TieRecord(
                reference=reference,
                declared_at=self._reported(on),
                declarant=staff_name(self.chance, by),
                declarant_role=by.role,
                site=by.site,
                is_nil=not party,
                party=party,
                party_type=party_type,
                relationship=relationship,
                started_on=started,
            )
        )
        return reference

    def register(self) -> Register:
        """Everything so far, in the order in which it was recorded."""
        first, last = self.school.first_day.year - 1, self.school.last_day.year
        return Register(
            concerns=tuple(sorted(self.concerns, key=lambda record: record.reported_at)),
            gifts=tuple(sorted(self.gifts, key=lambda record: record.declared_at)),
            ties=tuple(sorted(self.ties, key=lambda record: record.declared_at)),
            staff=self.school.staff,
            holidays=holidays(first, last),
        )

    def _next(self, register: str) -> str:
        return f"{self.prefix}{register}{len(self.subjects) + 1:05}"

    def _reported(self, on: date) -> datetime:
        late = self.chance.choices((0, 1, self.chance.randint(2, 6), self.chance.randint(7, 40)), (55, 25, 14, 6))[0]
        day = next_school_day(on + timedelta(days=late)) if late else on
        return datetime.combine(day, time(self.chance.randint(15, 19), self.chance.randrange(60)))

    def _occurred(self, matter: Matter, activity: str) -> date | datetime | None:
        known = self.chance.random()
        if known < 0.03:
            return None
        if known < 0.12 and matter.hour is None:
            return matter.on
        hour = matter.hour if matter.hour is not None else self.chance.choice(_HOURS[activity])
        return datetime.combine(matter.on, time(hour, self.chance.randrange(0, 60, 5)))

    def _reporter(self, by: StaffMember | str, matter: Matter) -> str:
        if isinstance(by, StaffMember):
            return staff_name(self.chance, by)
        if by == "self":
            return self.chance.choice(("Self", staff_name(self.chance, matter.about)))
        if by == "parent" and matter.child and self.chance.random() < 0.7:
            return self.chance.choice(
                (
                    f"{parent_name(self.chance, matter.child)} (parent)",
                    f"Parent of {matter.child.first} {matter.child.last}",
                )
            )
        return by.capitalize()

    def _children(self, matter: Matter) -> tuple[str, ...]:
        if matter.child:
            return (pupil_name(self.chance, matter.child, matter.on),)
        if self.chance.random() < 0.4:
            return (pupil_name(self.chance, self.pupil(matter.on), matter.on),)
        return ()

    def _written_place(self, place: str) -> str:
        return self.chance.choices((place, f"the {place.lower()}", place.lower(), f"{place} "), (80, 7, 8, 5))[0]

    def _or_blank(self, text: str, share: float) -> str:
        return "" if self.chance.random() < share else text
