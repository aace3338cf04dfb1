# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of document, each made of what is hard to print: long double names, markup, formulas, text from the right.

A new kind of document gets a line in KINDS, and so everything that `test_every_kind.py` holds of all of them.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import msgspec

from desktop.access.weighing import weigh
from desktop.access.work import Work
from desktop.board.board import Board, board
from desktop.board.digest import Digest
from desktop.board.lateness import Lateness
from desktop.cases.case import Case, build_case
from desktop.cases.clocks import Clocks
from desktop.cases.rows import row_of
from desktop.child_card import card_for
from desktop.chronology.items import item_of
from desktop.chronology.page import PersonPage
from desktop.documents.access_copy import CopySource, access_copy
from desktop.documents.access_letter import LetterSource, access_letter
from desktop.documents.access_record import RecordSource, access_record
from desktop.documents.board_sheets import digest_sheet, todays_list
from desktop.documents.case_file import case_file
from desktop.documents.child_card import card_sheet
from desktop.documents.chronology import ChronologySource, chronology
from desktop.documents.governors_report import governors_report
from desktop.documents.letters import LetterInput, letter
from desktop.documents.look import Printed
from desktop.documents.policy import PolicySource, policy
from desktop.documents.recovery_sheet import SheetInput, recovery_sheet
from desktop.documents.setup_sheets import paper_key_sheet
from desktop.documents.sheets import Front, sheets
from desktop.documents.wall_sheets import glossary_sheet, poster
from desktop.exports.tables import Column, Table, Value
from desktop.governors.report import Asked, reckon
from desktop.governors.told import Side
from desktop.letters.templates import templates
from desktop.people import Person, Settings
from desktop.policies.taking_in import model_code
from tests.desktop.access.making_up import gathered, record
from tests.desktop.cases.building import eid, entry
from tests.desktop.documents.cases import (
    CONCERN,
    DSL,
    HEAD,
    MEANING,
    SCHOOL,
    TEACHER,
    decision,
    report,
    source,
)
from tests.desktop.governors import rows
from tests.desktop.routing.schools import full_school, person_changed

FIRST, SECOND = "Wolfeschlegelsteinhausenbergerdorff", "Featherstonehaughington"
NAME = f"{FIRST}-{SECOND}"
SCHOOL_NAME = f"The {NAME} Academy of Saint Bartholomew the Great and Holy Trinity"
HOSTILE = "<b>never closed &amp; =1+1 {name} turned\u202eround שלום مرحبا"
STORY = f"{HOSTILE}. " + "He let the child stay in at break, with the door closed, and nobody else was there. " * 40
AT = datetime(2026, 3, 12, 15, 12, tzinfo=UTC)
DAY = date(2026, 3, 12)

_SCHOOL = msgspec.structs.replace(
    SCHOOL,
    name=SCHOOL_NAME,
    people={**SCHOOL.people, TEACHER: Person(person_id=TEACHER, name=NAME, job=HOSTILE, start=DAY)},
)
_PLAIN = person_changed(full_school(), "D", name=NAME)
_CLOCKS = Clocks.of(Settings())


def _case() -> Case:
    said = {**CONCERN, "what_happened": STORY}
    action = {"what": f"Talk to {NAME}. {HOSTILE}", "owner": TEACHER, "due": "2026-03-10"}
    acts = (entry(2, "action", DSL, action), entry(3, "note", DSL, {"text": STORY}), decision(4))
    return build_case(eid(1), (report(said), *acts), _SCHOOL, MEANING)


def _case_file() -> Printed:
    return case_file(source(_case(), school=_SCHOOL, recipient=f"{NAME}, {HOSTILE}", purpose=HOSTILE))


def _chronology() -> Printed:
    item = item_of(_case(), TEACHER, HEAD, _SCHOOL, MEANING, _CLOCKS)
    page = PersonPage(
        person=_SCHOOL.people[TEACHER],
        on=DAY,
        today=DAY,
        items=(item,) * 3 if item else (),
        actions=(),
        seen_by=(),
        manager=NAME,
        is_me=False,
    )
    return chronology(
        ChronologySource(page=page, school=SCHOOL_NAME, maker=NAME, made_at=AT, recipient=HOSTILE, purpose=STORY)
    )


def _register() -> Printed:
    """A register of seven columns, which is the narrowest that there is."""
    titles = ("Declared", "Who", "Kind of link", "With", "Look again", "State", "Reference")
    shares = (0.13, 0.15, 0.17, 0.17, 0.13, 0.12, 0.13)
    columns = tuple(Column(title.lower(), title, share) for title, share in zip(titles, shares, strict=True))
    long: tuple[Value, ...] = (DAY, NAME, "Landlord, tenant or lodger", NAME, DAY, HOSTILE, "MRVZ-5WHH")
    two = (columns[1], columns[5])
    tables = (
        Table(name="ties", title="Relationships", columns=columns, rows=(long,) * 20),
        Table(name="returns", title="Who has answered", columns=two, rows=((NAME, "Not answered yet"),) * 3),
        Table(name="none", title="Nothing", columns=columns, rows=()),
    )
    return sheets(_front(), tables)


def _front() -> Front:
    return Front(
        name="Interests register",
        title="Interests register",
        about=STORY,
        school=SCHOOL_NAME,
        maker=NAME,
        maker_job=HOSTILE,
        made_at=AT,
        recipient=f"{NAME} {HOSTILE}",
        purpose=HOSTILE,
        remarks=(HOSTILE,),
    )


def _governors(side: Side, many: int) -> Printed:
    shared = (*rows.concerns(many), *rows.concerns(many // 2, theme="touch"))
    ground = rows.ground(shared, tuple([rows.gift(date(2025, 10, 1), 2_000)] * many), side=side)
    school = msgspec.structs.replace(ground.school, name=SCHOOL_NAME)
    asked = Asked(period=rows.YEAR, recipient=f"{NAME} {HOSTILE}", actions=HOSTILE, commentary=STORY, reviewed=True)
    return governors_report(reckon(ground, asked), school, AT)


def _letter(template: str) -> Printed:
    head = f"# {HOSTILE}\nName: {NAME}\nDate of birth: [to fill in: a day]\n"
    text = f"{head}In the words of the report:\n> {STORY}\n- one"
    return letter(
        LetterInput(
            template=templates()[template],
            school=SCHOOL_NAME,
            maker=NAME,
            recipient=f"{NAME} {HOSTILE}",
            text=text,
            made_at=AT,
            warning=HOSTILE,
        )
    )


def _policy() -> Printed:
    version = msgspec.structs.replace(model_code(), title=f"Code of {NAME} {HOSTILE}", approver=NAME)
    return policy(PolicySource(version=version, fingerprint="0123456789abcdef" * 4, school=SCHOOL_NAME, printed_at=AT))


def _own_data(kind: str) -> Printed:
    weighed_records = (record(f"About {NAME}", STORY, HOSTILE),)
    if kind == "copy":
        return access_copy(CopySource(SCHOOL_NAME, NAME, DAY, AT, weighed_records, {"record-1": ("file-1.png",)}))
    if kind == "letter":
        return access_letter(LetterSource(SCHOOL_NAME, NAME, DAY, AT, 4, has_records=True, has_covers=True, grounds=()))
    weighed = weigh(gathered(*weighed_records), Work(), _SCHOOL, DAY)
    return access_record(RecordSource(weighed, SCHOOL_NAME, "7KQ4-M2XR", NAME, DAY, DAY, AT, 4, "0123456789abcdef" * 4))


def _board() -> Board:
    return board([row_of(_case(), HEAD, _SCHOOL, _CLOCKS)], AT, _CLOCKS.calendar)


def _digest() -> Printed:
    lines = _board().open
    none = Lateness(
        decided=0, late=0, typical=None, longest=None, worst=None, reasons=(), without_reason=0, open_late=0
    )
    digest = Digest(
        monday=date(2026, 3, 9), at=AT, came=4, decisions=none, open={}, overdue=lines, ahead=lines * 12, done=0,
        done_without_evidence=0, moved_often=0, checks=0, check_days=5,
    )  # fmt: skip
    return digest_sheet(digest, _SCHOOL)


def _kit() -> Printed:
    groups = ("ABCDE", "FGHJK", "MNPQR", "STVWX", "YZ012", "34567", "89ABC", "DEFGH")
    place = "\\\\server\\" + "a-long-folder\\" * 9
    words = "amber piano river sixty otter crown"
    sheet = SheetInput(SCHOOL_NAME, words, NAME, "ab" * 16, place, AT, groups, f"AGE-SECRET-KEY-1{'Q' * 58}")
    return recovery_sheet(sheet)


KINDS: Mapping[str, Callable[[], Printed]] = {
    "case file": _case_file,
    "chronology": _chronology,
    "register": _register,
    "report to governors": lambda: _governors(Side.REPORT, 24),
    "report of few": lambda: _governors(Side.REPORT, 3),
    "chair's supplement": lambda: _governors(Side.SUPPLEMENT, 9),
    "letter": lambda: _letter("outcome"),
    "referral": lambda: _letter("lado_referral"),
    "policy": _policy,
    "own data": lambda: _own_data("copy"),
    "letter with own data": lambda: _own_data("letter"),
    "record of own data": lambda: _own_data("record"),
    "list of today": lambda: todays_list(_board(), _SCHOOL),
    "digest": _digest,
    "poster": lambda: poster(msgspec.structs.replace(_PLAIN, name=SCHOOL_NAME), "", AT),
    "glossary": lambda: glossary_sheet(SCHOOL_NAME, AT),
    "child card": lambda: card_sheet(card_for(_PLAIN, DAY), SCHOOL_NAME, AT),
    "recovery kit": _kit,
    "paper key": lambda: paper_key_sheet(SCHOOL_NAME, "amber piano river", "-".join(["ABCDE"] * 11), AT),
}
