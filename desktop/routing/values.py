# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is asked of the routing rules, and what they answer. Plain frozen values; no rule stands here."""

from datetime import date
from enum import StrEnum

import msgspec

from desktop.people import PersonId


class Capacity(StrEnum):
    """As what somebody reads, highest office first: a person with two capacities reads in the first of them."""

    PERSON_CONCERNED = "person_concerned"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    GROUP_LEAD = "group_lead"
    HEAD = "head"
    DSL = "dsl"
    DEPUTY_DSL = "deputy_dsl"
    DPO = "dpo"
    BUSINESS_MANAGER = "business_manager"
    CLERK = "clerk"
    IT_LEAD = "it_lead"
    AUDITOR = "auditor"
    SENIOR_LEADER = "senior_leader"
    LINE_MANAGER = "line_manager"
    MANAGERS_MANAGER = "managers_manager"
    THEIR_LINE_MANAGER = "their_line_manager"
    THEIR_MANAGERS_MANAGER = "their_managers_manager"
    ANOTHER_MANAGER = "another_manager"
    BOARD = "board"
    CASE_READER = "case_reader"
    PARTY = "party"
    REPORTER = "reporter"
    EVERYONE = "everyone"


class Part(StrEnum):
    """How much of the record somebody reads."""

    FULL = "full"
    LINE = "line"
    TECHNICAL = "technical"
    YES_NO = "yes_no"
    SUPPORT = "support"


class Column(StrEnum):
    """Who the record is about, strictest first (requirements.md §10)."""

    CHAIR = "chair"
    DSL_AND_HEAD = "dsl_and_head"
    HEAD = "head"
    DSL = "dsl"
    GOVERNOR = "governor"
    WORKER = "worker"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Is a child involved? Only a plain no counts as no."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class ExclusionReason(StrEnum):
    """Why somebody does not read. A declared tie is never explained (rule 3)."""

    PERSON_CONCERNED = "person_concerned"
    MAY_BE_CONCERNED = "may_be_concerned"
    DECIDED_IT = "decided_it"
    DECLARED_TIE = "declared_tie"
    LEFT = "left"
    AWAY = "away"
    NARROWED = "narrowed"
    NOT_IN_ROUTE = "not_in_route"


class Caution(StrEnum):
    """What somebody must know about a route before it is used."""

    ONLY_ONE_READER = "only_one_reader"
    NARROWING_REFUSED = "narrowing_refused"
    CHOICE_NOT_POSSIBLE = "choice_not_possible"
    DECIDER_TO_BE_ADDED = "decider_to_be_added"
    NOBODY_DECIDES = "nobody_decides"
    REPORTER_DECIDES = "reporter_decides"
    SIGN_OFF_OUTSIDE = "sign_off_outside"
    NAMES_A_PERSON = "names_a_person"
    NOT_FORESEEN = "not_foreseen"


class RouteRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a form knows about a record before it is sealed.

    `concerned` are the listed persons it is about; `described` the words for those who are not listed. `not_to` is whom
    the reporter leaves out, `chosen` whom they pick where the row offers a choice. `case_readers` is for rows that
    inherit, `parties` for rows that name further people (supporter, panel chair, the two of a supervision, approvers),
    `decided_by` for the confirmation of a decision and for an appeal.
    """

    kind: str
    concerned: tuple[PersonId, ...] = ()
    described: tuple[str, ...] = ()
    could_be_someone_in_charge: bool = False
    reporter: PersonId | None = None
    not_to: tuple[PersonId, ...] = ()
    chosen: PersonId | None = None
    child_involved: Answer = Answer.UNSURE
    case_readers: tuple[PersonId, ...] = ()
    parties: tuple[PersonId, ...] = ()
    decided_by: PersonId | None = None


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """One person who may open the record, as what, and how much of it."""

    person_id: PersonId
    role: Capacity
    part: Part = Part.FULL


class Exclusion(msgspec.Struct, frozen=True, kw_only=True):
    """One person who might have been expected to read and does not."""

    person_id: PersonId
    reason: ExclusionReason


class FallbackStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a fallback chain: who was tried in whose place, and whom it reached (None: nobody may or can).

    `instead_of` is None where several persons are concerned and nobody may read about all of them.
    """

    instead_of: Capacity | None
    tried: Capacity
    person_id: PersonId | None


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads a record and why; what rule 9 stores in the signed entry.

    Either `readers` holds somebody who reads in full, or `outside` is true and nobody reads. `contacts` are the
    purposes of the outside contacts to show. `decision_maker` is None where the row has no decision or nobody may take
    it; `sign_off` is whoever would confirm that decision (R27), None where that has to happen outside.
    """

    kind: str
    rule: str
    column: Column
    on: date
    directory_version: int
    directory_hash: str
    readers: tuple[Reader, ...]
    excluded: tuple[Exclusion, ...]
    fallback: tuple[FallbackStep, ...]
    decision_maker: PersonId | None
    sign_off: PersonId | None
    outside: bool
    go_straight_to_lado: bool
    contacts: tuple[str, ...]
    cautions: tuple[Caution, ...]

    @property
    def cited(self) -> str:
        """The rule as an entry cites it: the row, and its column."""
        return f"{self.rule}.{self.column.value}"
