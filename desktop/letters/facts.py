# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is on record for a letter, fact by fact. Pure. What is not on record is not here: nothing is guessed.

Where a case is about several people, what holds for one of them only is a fact once it is said who is written about.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import msgspec

from desktop.cases.case import Case, latest_assessment
from desktop.cases.clocks import Clocks, decision_clock
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.rows import CaseRow, names_about
from desktop.cases.story import tell
from desktop.clocks import date_words, london_day
from desktop.documents.words import has, say
from desktop.forms import fill, load_vocabularies, summary
from desktop.letters.templates import letter_words
from desktop.people import Person, PersonId, School
from desktop.phrases import reference
from desktop.registers.declared import Register
from desktop.sharing.weighing import DISCLOSURE
from storage.body import Standing

_DONE = frozenset(
    {
        "triage",
        "decision",
        "lado_consultation",
        "lado_referral",
        "employer_told",
        "action",
        "outcome",
        "letter",
        DISCLOSURE,
    }
)
_OTHER_WORK = "secondary_employment"
_LADO = ("lado_referral", "lado_consultation")
_ANSWERS = {
    "when": "when",
    "where": "where",
    "vulnerable": "child_extra_vulnerable",
    "risk_now": "risk_now",
    "with_children": "with_children_today",
}
"""Facts that a report's own answers give, as they are read back everywhere."""
_QUOTED = {"exact_words": "exact_words", "others_present": "others_present"}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter is drafted from: a case, who writes, and on which day.

    `about` is the person concerned whom it is to or about, where somebody chose; `of` the entry of what was shared, the
    last one where none is named; `earlier` are the other cases about
    the same people that the writer may see.
    """

    case: Case
    school: School
    meaning: Meaning
    clocks: Clocks
    writer: PersonId
    today: date
    about: PersonId | None = None
    of: str = ""
    earlier: tuple[CaseRow, ...] = ()

    @property
    def person(self) -> Person | None:
        """The one person concerned, where there is one or one was chosen, and the school lists them."""
        known = self.case.concerned()
        chosen = self.about or (next(iter(known)) if len(known) == 1 == len(self.case.subjects) else None)
        return self.school.people.get(chosen) if chosen in known else None


def facts_of(source: Source) -> Mapping[str, str]:
    """Every fact that is on record. Lists and people's own words come in lines, "- " and "> " before each."""
    found = {
        **_writing(source),
        **_adult(source),
        **_report(source),
        **_assessment(source),
        **_since(source),
        **_told(source),
        **_shared(source),
    }
    return {name: words for name, words in found.items() if words.strip()}


def _writing(source: Source) -> dict[str, str]:
    writer = source.school.people.get(source.writer)
    due = decision_clock(source.case, source.clocks)
    lado = next((entry for kind in _LADO for entry in reversed(source.case.of_kind(kind))), None)
    references = [entry.text("reference") for kind in (*_LADO, "lado_reference") for entry in source.case.of_kind(kind)]
    return {
        "school": source.school.name,
        "today": date_words(source.today),
        "reference": reference(source.case.case_id),
        "writer": writer.name if writer else "",
        "writer_job": writer.job if writer else "",
        "writer_phone": writer.phone if writer else "",
        "support_line": source.school.settings.support_line,
        "decide_by": date_words(london_day(due.due)) if due else "",
        "lado_officer": lado.text("officer") if lado else "",
        "lado_reference": next((each for each in reversed(references) if each), ""),
    }


def _adult(source: Source) -> dict[str, str]:
    person, case = source.person, source.case
    employer = case.report.text("about_employer") if case.report else ""
    if person is None:
        return {"person": _named_together(source), "agency": employer, "employer": employer}
    employer = person.employer or employer
    return {
        "person": person.name,
        "known_as": "; ".join(filter(None, (person.known_as, *person.aliases))),
        "job": person.job,
        "worker_type": _worker_types().get(person.worker_type, ""),
        "employer": employer,
        "agency": employer,
        "started": date_words(person.start) if person.start else "",
        "declared_work": "; ".join(filter(None, (_employer(row) for row in source.earlier))),
    }


def _employer(row: CaseRow) -> str:
    """For whom else somebody works, where this is their declaration of it."""
    return _line(row.declared.text("employer")) if row.declared and row.form == _OTHER_WORK else ""


@cache
def _worker_types() -> Mapping[str, str]:
    return {term.value: term.label for term in load_vocabularies()["worker_types"].terms}


def _named_together(source: Source) -> str:
    """Everybody whom it is about, where that is more than one, or nobody who is listed.

    Who asks for something of their own is written to by name, as they gave it.
    """
    if source.case.track.own_right:
        return "; ".join(map(_line, names_about(source.case, source.school)))
    said = letter_words().said
    names = [
        name if subject.person_id else fill(said["unlisted"], {"words": _line(name)})
        for subject, name in zip(source.case.subjects, names_about(source.case, source.school), strict=True)
        if name
    ]
    return fill(said["several"], {"names": "; ".join(names)}) if len(names) > 1 else "".join(names)


def _report(source: Source) -> dict[str, str]:
    report = source.case.report
    if report is None:
        return {}
    spec = source.meaning.forms.get(report.form)
    rows = summary(spec, report.values, source.school) if spec else ()
    read = {name: row.value for row in rows if row.is_given for name in row.fields}
    children = report.values.get("children")
    listed = [child for child in children if isinstance(child, dict)] if isinstance(children, list) else []
    return {
        "account": quoted(report.account),
        "reported_on": date_words(london_day(report.at)),
        "reported_by": _reported_by(source, report),
        "reporter": _reporter(source),
        "children": read.get("children", ""),
        "years": _years(source, listed),
        "month": _month(report.values.get("when")),
        "place": _place(source, report.values.get("where")),
        **{fact: read.get(name, "") for fact, name in _ANSWERS.items()},
        **{fact: quoted(report.text(name)) for fact, name in _QUOTED.items()},
    }


def _reporter(source: Source) -> str:
    reporter = source.case.reporter
    person = source.school.people.get(reporter) if reporter else None
    report = source.case.report
    return person.name if person else (report.claims if report else "")


def _reported_by(source: Source, report: CaseEntry) -> str:
    said, name = letter_words().said, _reporter(source)
    if report.standing is Standing.WALK_UP_ANONYMOUS:
        return said["nobody_named"]
    if report.standing is Standing.WALK_UP_NAMED:
        return fill(said["claims"], {"name": name})
    if report.form in source.meaning.forms_about_the_sender:
        return fill(said["by_themselves"], {"name": name})
    person = source.school.people.get(source.case.reporter) if source.case.reporter else None
    return fill(said["job"], {"name": name, "job": person.job}) if person and person.job else name


def _years(source: Source, children: list[dict[str, object]]) -> str:
    """How many children, and their year groups: nothing of who they are."""
    if not children:
        return ""
    said = letter_words().said
    field = next(field for _, field in source.meaning.forms["concern"].fields() if field.name == "children")
    terms = [field.term(str(child.get("year"))) for child in children]
    years = "; ".join(dict.fromkeys(term.label if term else said["no_year"] for term in terms))
    count = said["one_child"] if len(children) == 1 else fill(said["some_children"], {"count": len(children)})
    return fill(said["children"], {"count": count, "years": years})


def _month(when: object) -> str:
    known = when if isinstance(when, dict) else {}
    told = next((str(known[name]) for name in ("date", "from", "to") if name in known), "")
    try:
        return date_words(date.fromisoformat(told)).partition(" ")[2]
    except ValueError:
        return ""


def _place(source: Source, where: object) -> str:
    field = next(field for _, field in source.meaning.forms["concern"].fields() if field.name == "where")
    term = field.term(str(where.get("kind"))) if isinstance(where, dict) else None
    return term.label if term else ""


def _assessment(source: Source) -> dict[str, str]:
    """What was answered about the harm threshold, last of all."""
    latest = latest_assessment(source.case)
    spec = source.meaning.forms.get(latest.form) if latest else None
    if latest is None or spec is None:
        return {}
    limbs = set(source.meaning.limbs)
    whole = [row for row in summary(spec, latest.values, source.school) if row.is_given and row.fields[0] in limbs]
    bare = {name: value for name, value in latest.values.items() if name in limbs}
    plain = [row for row in summary(spec, bare, source.school) if row.is_given]
    return {
        "limbs": _points(f"{row.label}: {row.value}" for row in whole),
        "limbs_plain": _points(f"{row.label}: {row.value}" for row in plain),
    }


def _since(source: Source) -> dict[str, str]:
    """What was done since, and what came of it."""
    case, said = source.case, letter_words().said
    done = []
    for item in tell(case, source.writer, source.school, source.meaning).items:
        if item.kind in _DONE and item.title:
            words = said["done_label"] if item.label else said["done"]
            done.append(fill(words, {"day": date_words(item.day), "what": item.title, "label": item.label}))
    outcome = next(reversed(case.of_kind("outcome")), None)
    decision = case.decision
    return {
        "done": _points(done),
        "decided_on": date_words(london_day(decision.at)) if decision else "",
        "decided": _answer(source, decision, "outcome"),
        "outcome": _points(filter(None, [_answer(source, outcome, "outcomes"), _answer(source, outcome, "finding")])),
        "appeal_route": _line(decision.text("appeal_route")) if decision else "",
        "earlier": _earlier(source),
    }


def _answer(source: Source, entry: CaseEntry | None, name: str) -> str:
    """One answer of an act as it is read back."""
    spec = source.meaning.forms.get(entry.form) if entry else None
    if entry is None or spec is None or name not in entry.values:
        return ""
    rows = summary(spec, {name: entry.values[name]}, source.school)
    return next((row.value for row in rows if name in row.fields and row.is_given), "")


def _earlier(source: Source) -> str:
    """The other allegations and concerns about the same people; gifts and ties are none."""
    said = letter_words().said
    rows = [row for row in source.earlier if row.declared is None or row.declared.register is Register.NOTICES]
    if not rows:
        writer = source.school.people.get(source.writer)
        return fill(said["no_earlier"], {"writer": writer.name if writer else "", "day": date_words(source.today)})
    return _points(_earlier_line(source, row) for row in rows)


def _earlier_line(source: Source, row: CaseRow) -> str:
    said, meaning = letter_words().said, source.meaning
    spec, decision = meaning.forms.get(row.form), meaning.forms.get(meaning.track(row.form).decision)
    fields = (field for _, field in decision.fields() if field.name == "outcome") if decision else ()
    term = next((field.term(row.outcome) for field in fields), None)
    told = {
        "day": date_words(london_day(row.filed_at)),
        "form": say("kinds", row.form) if has("kinds", row.form) else (spec.title if spec else row.form),
        "summary": _line(row.summary),
        "outcome": (term.summary or term.label) if term else row.outcome or said["earlier_open"],
    }
    return fill(said["earlier"], told)


def _told(source: Source) -> dict[str, str]:
    """Who knows: as the latest record of the LADO's says it."""
    entries = [entry for kind in _LADO for entry in source.case.of_kind(kind)]
    latest = max(entries, key=source.case.entries.index, default=None)
    employer = next(reversed(source.case.of_kind("employer_told")), None)
    return {
        "others_told": _line(latest.text("others_told")) if latest else "",
        "person_knows": _answer(source, latest, "person_knows"),
        "agency_contact": employer.text("spoke_to_name") if employer else "",
    }


def _shared(source: Source) -> dict[str, str]:
    """What went out, exactly as it was recorded."""
    shared = [entry for entry in source.case.of_kind(DISCLOSURE) if source.of in ("", entry.eid)]
    if not shared:
        return {}
    on = shared[-1].day("on")
    return {
        "recipient": _line(shared[-1].text("recipient")),
        "shared_on": date_words(on) if on else "",
        "shared_how": _answer(source, shared[-1], "channel"),
        "shared_purpose": _line(shared[-1].text("purpose")),
        "shared_reference": shared[-1].text("reference"),
        "items": _points(filter(str.strip, shared[-1].text("items").splitlines())),
    }


def quoted(words: str) -> str:
    """Somebody's own words, marked as such line by line."""
    return "\n".join(f"> {line}".rstrip() for line in words.strip().splitlines()) if words.strip() else ""


def _points(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_line(line)}" for line in lines)


def _line(words: str) -> str:
    return " ".join(words.split())
