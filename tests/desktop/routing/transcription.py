# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Requirements.md §10 written out by hand: who reads in a school where everyone is there and nobody has a tie.

Not generated from the table that ships. A reader is a code, or code:part. "self" means that the author is the person
concerned. Where the specification has a dash, what must happen all the same stands in brackets. A person concerned
whom their own row names (R23, R35, R36, R41) is taken out, because exclusion is by person in every row (rule 1); in
R23 a deputy then stands in for the DSL (rule 11). R38 is a notice to one person: of two, neither reads the other's.
"""

import msgspec

from desktop.routing import Column

ABOUT: dict[Column, str] = {
    Column.WORKER: "W",
    Column.DSL: "D",
    Column.HEAD: "H",
    Column.DSL_AND_HEAD: "D H",
    Column.GOVERNOR: "G1",
    Column.CHAIR: "C",
    Column.UNKNOWN: "",
}
"""Whom a record in each column is about, in the order in which the columns are written."""

EVERYBODY = "D d1 d2 H SL C V G1 G2 T K B P IT A LM LM2 M W W2 R case1 case2 party"

#        row  kind                           worker | dsl | head | dsl and head | governor | chair | not known
_WRITTEN = """
R01 concern.safeguarding               D H | H | C | C | C D H | V D H | D H
R02 concern.conduct                    H | H | C | C | C | V | H
R03 concern.service                    H | H | C | C | C | V | H
R04 concern.colleagues_relationship    H | H | C | C | C | V | H
R05 concern.money                      H C | H C | C | C | C H | V | H C
R06 whistleblowing                     C | C | C | C | C | V | C
R07 detriment                          C H | C H | C | C | C | V | C
R08 self_report.practice          self D H | H | C | C | C D | V D | [D H]
R09 self_report.wrongdoing        self H | H | C | C | C | V | [H]
R10 disqualification              self H | H | C | C | C | V | [H]
R11 gift                          self H D B:line | H B:line | C K:line | [C] | C K | V K | [H D B:line]
R12 sponsorship                   self H B | H B | C B | [C] | C B | V B | [H B]
R13 tie.colleague                 self LM H D:line | H | C | C | C | V | [H D:line]
R14 tie.family                    self D H | H | C | C | C D | V D | [D H]
R15 tie.contractor                self H C K B:line | H C K | C K | C K | C K | V K | [H C K B:line]
R16 tie.applicant               self H B party:yes_no | H B party:yes_no | C party:yes_no | C | C | V | H B party:yes_no
R17 secondary_employment          self H | H | C | [C] | [C] | [V] | [H]
R18 permission                    self LM H | H | C | [C] | [C] | [V] | [H]
R19 breach                             P H IT:technical | P H | P C | P C | P C | P V | P H
R20 media                              H C | H C | C | C | H C | H V | H C
R21 advice                             LM | LM | C | C | H | V | LM
R22 child_handoff                      D d1 d2 | d1 d2 H | D d1 d2 | d1 d2 | D d1 d2 | D d1 d2 | D d1 d2
R23 barrier                            D H | d1 H | D C | C | D H C | D H V | D H
R24 good_practice                      LM H | H | C | C | C | V | H
R25 case.entry                         case1 case2 | = | = | = | = | = | =
R26 case.support                       case1 case2 party:support | H party:support | C party:support | C | C | V | [=]
R27 case.sign_off                      C | C | V | V | V | T | C
R28 case.appeal                        case1 case2 C | C | V | V | V | T | [=]
R29 supervision                        R party | = | = | [C] | [C] | [V] | [=]
R30 monitoring.open                    H P | H P C | C P | C P | C P | V P | [H P]
R30 monitoring.covert                  H P C | H P C | C P | C P | C P | V P | [H P C]
R31 reference                          H B:line | H | C | C | C | V | [H B:line]
R32 rights_request                     P H | P H | P C | P C | P C | P V | P H
R33 acknowledgement                    H B D LM | H B | C B | [C] | C K | V K | [H B D]
R34 audit.grant                        A H | A H | A C | A C | A C | A V | [A H]
R34 audit.finding                      H C | H C | C | C | C | V | [H C]
R35 figures                            H C V G1 G2 | H C V G1 G2 | C V G1 G2 | C V G1 G2 | H C V G2 | H V G1 G2 | =
R36 governors_report                   C V G1 G2 | = | = | = | C V G2 | V G1 G2 | =
R37 learning.draft                     R party | = | = | = | = | = | =
R37 learning.published                 all
R38 case.outcome_notice                W case1 case2 | D case1 case2 | H case1 case2 | case1 case2 | G1 case1 case2 \
| C case1 case2 | [case1 case2]
R39 case.receipt                       R case1 case2 | = | = | = | = | = | =
R40 draft                              R | = | = | = | = | = | =
R41 directory                          all
R41 directory.change                   H C | H C | C T | C T | C V | V H | [H C]
"""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: the row, the kind, whether it is about its author, and the readers in each column."""

    row: str
    kind: str
    about_author: bool
    readers: dict[Column, frozenset[str]]
    not_foreseen: frozenset[Column]


def lines() -> tuple[Line, ...]:
    """The whole table."""
    return tuple(_line(line) for line in _WRITTEN.strip().splitlines())


def _line(line: str) -> Line:
    row, kind, written = line.split(maxsplit=2)
    texts = [text.strip() for text in written.removeprefix("self ").split("|")]
    if texts == ["all"]:
        cells = {column: frozenset(EVERYBODY.split()) - frozenset(ABOUT[column].split()) for column in ABOUT}
    else:
        same = [texts[0] if text.strip("[]") == "=" else text.strip("[]") for text in texts]
        cells = {column: frozenset(text.split()) for column, text in zip(ABOUT, same, strict=True)}
    dashes = frozenset(c for c, text in zip(ABOUT, texts, strict=False) if text.startswith("["))
    about_author = written.startswith("self ")
    return Line(row=row, kind=kind, about_author=about_author, readers=cells, not_foreseen=dashes)
