# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a form is: pages of questions, each with its words, its kind of answer and when it is asked (house style 9).

Every form and every reviewer's act is one `FormSpec`, read from resources/forms and never changed. One renderer draws
them all, one validator checks them all. Words may hold placeholders such as {dsl}; `desktop.forms.words` lists them.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from desktop.people import WorkerType


class FieldType(StrEnum):
    """The kinds of answer."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO_UNSURE = "yes_no_unsure"
    PERSON = "person"
    PEOPLE = "people"
    CHILDREN = "children"
    DATE_CERTAINTY = "date_certainty"
    TIME_BAND = "time_band"
    PLACE = "place"
    TICK = "tick"
    MONEY = "money"
    DATE = "date"


class FormKind(StrEnum):
    """Whether staff send it, a reviewer adds it to a case, or a reviewer writes it about a person, in no case."""

    FILING = "filing"
    ACT = "act"
    NOTE = "note"


class PageAction(StrEnum):
    """What a page does: ask, interrupt until somebody has been spoken to, or turn away and keep nothing."""

    ASK = "ask"
    SPEAK_FIRST = "speak_first"
    REDIRECT_CHILD = "redirect_child"


class Tone(StrEnum):
    """How a note is drawn (ux.md section 7, banner)."""

    NEUTRAL = "neutral"
    INFO = "info"
    WARN = "warn"
    DANGER = "danger"
    OK = "ok"


class Tense(StrEnum):
    """Which days a date may name. Today is in all of them."""

    PAST = "past"
    FUTURE = "future"
    ANY = "any"


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that must be so in the answers to earlier questions.

    True when at least one of `fields` (with `every`: all of them) holds one of `values`, or any answer at all when no
    values are named. `negate` turns it round.
    """

    fields: tuple[str, ...]
    values: tuple[str, ...] = ()
    every: bool = False
    negate: bool = False


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer that may be chosen. `value` is stored and never changes its meaning.

    `more` puts it behind "More choices"; `always` marks what starts at "may meet the harm threshold"; a `retired` term
    is no longer offered but still has its label; `not_for` names the workers to whom an outcome cannot apply;
    `summary` is said instead of the label when the answer is read back. `clause` names the clauses of the model code
    that it rests on, by their labels with ", " between them, or says that it is the school's own.
    """

    value: str
    label: str
    hint: str = ""
    group: str = ""
    summary: str = ""
    clause: str = ""
    always: bool = False
    more: bool = False
    retired: bool = False
    not_for: tuple[WorkerType, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list of terms with its edition, which is signed into every entry that uses it (requirements.md section 11)."""

    vocabulary_id: str
    edition: int
    title: str
    source: str
    terms: tuple[Term, ...]


class Panel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fixed text with a version of its own, whose id is signed into the entry (F06).

    `away` replaces the words while the safeguarding lead is away. `sign_words` puts the words themselves, not only
    their id, into the signed content.
    """

    panel_id: str
    version: int
    words: str
    title: str = ""
    away: str = ""
    icon: str = ""
    tone: Tone = Tone.NEUTRAL
    sign_words: bool = False

    @property
    def ref(self) -> str:
        """The id and version under which an entry names it: 'danger/1'."""
        return f"{self.panel_id}/{self.version}"


class Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words beside or among the fields. `points` asks for a ticked list instead of paragraphs.

    `card` offers the card for when a child tells somebody something (desktop/child_card.py) below them.
    """

    words: tuple[str, ...]
    title: str = ""
    icon: str = ""
    tone: Tone = Tone.NEUTRAL
    points: bool = False
    card: bool = False
    when: tuple[Condition, ...] = ()


class Skip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way past a question. `asks` names the fields that are opened all the same."""

    label: str
    note: str
    asks: tuple[str, ...] = ()


class OwnName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to ask when somebody signed in chooses themselves."""

    words: str
    switch_to: str
    switch: str
    carry_on: str


class Detour(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A link to another page of this form (`page`) or to another form (`form`)."""

    label: str
    page: str = ""
    form: str = ""


class Attach(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That files may be added to a page, how many and how large."""

    label: str
    warning: str
    most: int
    megabytes: int


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question's field.

    Words: `label`; `hint` between label and input; `below` under the input; `example` of the format inside it; `errors`
    by code; `way_out` ends the error's line in the summary; `parts` names the parts of a compound answer.
    Rules: `required`, `required_when` and `visible_when` (all must hold); `limit` and `least` count characters, or
    items of a list; `tense` bounds dates; `listed_only` bars described people; `walk_up` asks only who is not signed
    in. `subject` marks persons concerned, whom routing keeps out. `sensitive` marks what a copy for others covers
    first: a child, whoever reported, health or criminal-offence data. Consecutive fields with the same `fold` hide
    behind one control with those words. Fields of a page with the same `summary` are read back in one row, with
    `join` before all but the first. `verbatim` keeps a long text letter for letter (F48).
    """

    name: str
    type: FieldType
    label: str
    hint: str = ""
    below: str = ""
    example: str = ""
    required: bool = False
    required_when: tuple[Condition, ...] = ()
    visible_when: tuple[Condition, ...] = ()
    choices: tuple[Term, ...] = ()
    vocabulary: str = ""
    more_label: str = ""
    limit: int = 0
    least: int = 0
    tense: Tense = Tense.PAST
    listed_only: bool = False
    walk_up: bool = False
    subject: bool = False
    sensitive: bool = False
    verbatim: bool = False
    fold: str = ""
    skip: Skip | None = None
    own_name: OwnName | None = None
    summary: str = ""
    join: str = ". "
    change: str = ""
    errors: Mapping[str, str] = {}
    way_out: str = ""
    parts: Mapping[str, str] = {}

    @property
    def offered(self) -> tuple[Term, ...]:
        """The terms that may still be chosen."""
        return tuple(term for term in self.choices if not term.retired)

    def term(self, value: str) -> Term | None:
        """Find a term, retired or not."""
        return next((term for term in self.choices if term.value == value), None)


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question. `when` says in which case it is shown; `asides` stand beside it, `notes` under its fields."""

    page_id: str
    title: str
    intro: str = ""
    action: PageAction = PageAction.ASK
    when: tuple[Condition, ...] = ()
    fields: tuple[Field, ...] = ()
    notes: tuple[Note, ...] = ()
    asides: tuple[Note, ...] = ()
    detours: tuple[Detour, ...] = ()
    attach: Attach | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last page before sending: its title, the statement made by sending, and what stands beside it."""

    title: str
    statement: Panel
    aside: Panel


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all forms say alike: errors by code, what each type expects, parts of answers, phrases to read them back."""

    errors: Mapping[str, str]
    expected: Mapping[FieldType, str]
    parts: Mapping[FieldType, Mapping[str, str]]
    spoken: Mapping[str, str]


class FormSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole form or act, ready to be drawn and checked.

    `panels` stand before the first field. `blurb`, `minutes` and `icon` make its card; `button` sends it; `headline` is
    its title in a case's story. `clause` names clauses of the model code, as a term's does. `editions` are those of the
    vocabularies it uses. A key that nobody reads is refused: it is a mistake in the file.
    """

    form_id: str
    version: int
    kind: FormKind
    title: str
    button: str
    headline: str
    icon: str
    words: Words
    blurb: str = ""
    minutes: str = ""
    clause: str = ""
    panels: tuple[Panel, ...] = ()
    pages: tuple[Page, ...] = ()
    check: Check | None = None
    editions: Mapping[str, int] = {}

    @property
    def questions(self) -> tuple[Page, ...]:
        """The pages that ask, in order: 'question 2 of 6' counts these."""
        return tuple(page for page in self.pages if page.action is PageAction.ASK)

    def page(self, page_id: str) -> Page:
        """Find a page by its id; KeyError when there is none."""
        for page in self.pages:
            if page.page_id == page_id:
                return page
        raise KeyError(page_id)

    def fields(self) -> Iterator[tuple[Page, Field]]:
        """Go through every field with its page, in order."""
        return ((page, field) for page in self.pages for field in page.fields)

    def field(self, name: str) -> Field:
        """Find a field by its name; KeyError when there is none."""
        for _, field in self.fields():
            if field.name == name:
                return field
        raise KeyError(name)
