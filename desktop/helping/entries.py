# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that the one search box looks through: help, glossary, contacts, questions, every clause of every policy.

It needs no vault and no network: where the school cannot be read, the rest is still found.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop.changing.telling import role_words
from desktop.child_card import card_for
from desktop.contacting import outside_contacts, verified_words, words
from desktop.forms import reach
from desktop.helping.finding import Entry, Source
from desktop.helping.glossary import glossary_entries
from desktop.helping.pages import help_entries
from desktop.people import Contact, PersonId, Role, School
from desktop.policies.library import Kept
from desktop.policies.telling import words as policy_words
from desktop.questions.library import Published

_SEPARATOR = " · "


def every_entry(
    school: School | None, policies: Iterable[Kept], questions: Iterable[Published], today: date
) -> Iterator[Entry]:
    """What there is to find, policies last."""
    yield from help_entries()
    yield _card(school, today)
    yield from _questions(questions)
    yield from glossary_entries()
    yield from _people(school, today) if school is not None else ()
    yield from (_contact(each, today) for each in outside_contacts(school))
    yield from policy_entries(policies)


def policy_entries(policies: Iterable[Kept]) -> Iterator[Entry]:
    """The policies in force and each of their clauses; a clause's id is that of its policy and its own."""
    for kept in policies:
        policy = kept.line.policy_id
        title = kept.line.title
        companions = kept.version.companions if kept.version is not None else ()
        note = "" if kept.version is not None else policy_words()["search"]["not_here"]
        yield Entry(source=Source.POLICY, id=policy, title=title, texts=companions, note=note)
        for clause in kept.version.clauses if kept.version is not None else ():
            label = clause.label if clause.number or clause.appendix else ""
            yield Entry(
                source=Source.CLAUSE,
                id=f"{policy}/{clause.clause_id}",
                title=" ".join(part for part in (label, clause.heading) if part) or title,
                within=title,
                texts=clause.paragraphs,
            )


def _questions(questions: Iterable[Published]) -> Iterator[Entry]:
    for each in questions:
        if each.text is not None:
            texts = (each.text.answer,)
            yield Entry(source=Source.QUESTION, id=each.fingerprint, title=each.text.question, texts=texts)


def _card(school: School | None, today: date) -> Entry:
    """The card for when a child tells somebody something, with those whom to find today."""
    card = card_for(school, today)
    texts = (card.blurb, *(text for part in card.parts for text in (part.title, *part.points)))
    return Entry(source=Source.CARD, id="child", title=card.title, texts=texts, note=card.note)


def _people(school: School, today: date) -> Iterator[Entry]:
    """Those who hold an office and are there today, by their offices and where they are."""
    offices: dict[PersonId, list[str]] = {}
    for role in Role:
        for holder in school.holders(role, today):
            if holder in school.people and school.absence(holder, today) is None:
                offices.setdefault(holder, []).append(role_words(role))
    for person, titles in offices.items():
        listed = school.people[person]
        where = reach("_", listed)["__at"].removeprefix(": ")
        texts = (_SEPARATOR.join((*titles, *filter(None, (listed.job, where)))),)
        yield Entry(
            source=Source.CONTACT, id=person, title=listed.name, also=" ".join((*titles, words()["also"])), texts=texts
        )


def _contact(contact: Contact, today: date) -> Entry:
    ways = _SEPARATOR.join(filter(None, (contact.phone, contact.hours, contact.link)))
    return Entry(
        source=Source.CONTACT,
        id=f"{contact.purpose}/{contact.name}",
        title=contact.name,
        also=f"{contact.purpose} {words()['also']}",
        texts=tuple(filter(None, (contact.purpose, ways))),
        note=verified_words(contact, today),
    )
