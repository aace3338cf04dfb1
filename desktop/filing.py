# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a form's answers to a sealed report: who may read it, what is signed, and what the reporter is told.

`route_of` is pure and answers before anything is sent, from the first answer on; `seal_report` seals exactly what was
checked and routed. Saving it is the caller's: a walk-up's report goes to the spool, a member's to their vault first.
"""

import contextlib
import secrets
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.faults import DeskFault
from desktop.forms import Answers, Context, Finding, FormSpec, concerned, validate
from desktop.machine import Machine
from desktop.people import PersonId, School
from desktop.phrases import RETURN_WORDS, new_phrase, reference
from desktop.routing import Answer, Part, Route, RouteRequest, readers_in_full, route
from desktop.slips import Slip, seal_slip
from storage.blobs import Enclosure
from storage.compose import Audience, Composed, Content, SealedFile, compose_member, compose_walk_up
from storage.entries import ChainPosition
from storage.errors import KnownError
from storage.exchange import Area
from storage.keys import VaultKeys
from storage.outbox import deliver
from storage.receipts import LENGTH, read_token
from storage.reply_key import return_keys

REPORT = "report"
REDIRECT = "redirect"
"""That somebody with a worry about a child was shown the school's child-protection route, and on which day. No more."""

_CHILD_ROUTE = "child_handoff"
_GIVES_NAME = (None, "give")


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who sends: a signed-in person, a walk-up under a name that nobody has checked, or nobody named.

    Somebody signed in who leaves their name off is nobody named: their vault keeps no trace of it.
    """

    person_id: PersonId | None = None
    claims: str = ""

    @property
    def is_anonymous(self) -> bool:
        """Say whether no name goes with the report."""
        return self.person_id is None and not self.claims


@dataclass(frozen=True, slots=True)
class MemberHand:
    """What a member signs with: their vault's keys, and how to find their place in the chain for an audience."""

    keys: VaultKeys
    place: Callable[[Audience], ChainPosition]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report that is sealed and not yet saved anywhere. `phrase` is shown to a walk-up once it has been sent.

    `slip` goes with a walk-up's report: what the phrase opens before anybody has answered (desktop.slips).
    """

    composed: Composed
    route: Route
    at: datetime
    phrase: str | None
    slip: Composed | None = None


class _FormRoute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which kind of record a form makes (resources/routing/forms.toml)."""

    kind: str
    decided_by: str = ""
    kinds: Mapping[str, str] = {}
    about_the_sender: bool = False
    by_offices: bool = False
    described_by: tuple[str, ...] = ()
    told_by: str = ""
    parties: tuple[str, ...] = ()
    child: tuple[str, ...] = ()


def sender_of(values: Mapping[str, object], signed_in: PersonId | None) -> Sender:
    """Say who sends these answers: a name is given, or left off, in the form itself (ux.md S2, question 6)."""
    if values.get("name_choice") not in _GIVES_NAME:
        return Sender()
    if signed_in is not None:
        return Sender(person_id=signed_in)
    parts = (str(values[name]) for name in ("your_name", "your_job") if values.get(name))
    return Sender(claims=", ".join(parts))


def route_of(
    spec: FormSpec, values: Mapping[str, object], signed_in: PersonId | None, school: School, today: date
) -> Route:
    """Say who would read these answers, complete or not: the panel beside the form shows it from the start.

    Somebody who leaves their name off is nobody to the rules: who decides and confirms must not tell who wrote it.
    Raises KnownError(NO_SUCH_FORM) for what is no filing, or not theirs to write.
    """
    return route(_request(spec, values, signed_in, school), school, today)


def readers_by_rule(
    spec: FormSpec, values: Mapping[str, object], signed_in: PersonId | None, school: School, today: date
) -> tuple[PersonId, ...]:
    """Only the people whom `route_of` lets open the whole report. Raises KnownError(NO_SUCH_FORM)."""
    return readers_in_full(_request(spec, values, signed_in, school), school, today)


def _request(spec: FormSpec, values: Mapping[str, object], signed_in: PersonId | None, school: School) -> RouteRequest:
    form = _form_routes().get(spec.form_id)
    if form is None or (form.by_offices and (signed_in is None or not school.has_office(signed_in))):
        raise KnownError(DeskFault.NO_SUCH_FORM)
    known = concerned(spec, values)
    sender = sender_of(values, signed_in)
    told_by = next(iter(_people(values.get(form.told_by))), sender.person_id)
    by_name = (sender.claims,) if form.about_the_sender and sender.claims else ()
    return RouteRequest(
        kind=form.kinds.get(str(values.get(form.decided_by)).casefold(), form.kind),
        concerned=known.listed,
        described=(*known.described, *by_name, *(str(values[name]) for name in form.described_by if values.get(name))),
        could_be_someone_in_charge=known.could_be_in_charge,
        reporter=told_by,
        not_to=_people(values.get("not_to")),
        chosen=next(iter(_people(values.get("chosen_reader"))), None),
        child_involved=_child(form, values),
        parties=tuple(person for name in form.parties for person in _people(values.get(name))),
    )


def readers_of(chosen: Route) -> tuple[PersonId, ...]:
    """The people who may open the whole report."""
    return tuple(reader.person_id for reader in chosen.readers if reader.part is Part.FULL)


def refuse_outside(chosen: Route, school: School) -> None:
    """Refuse to pretend: raises KnownError(NOBODY_MAY_RECEIVE) with the contacts outside when nobody may read it."""
    if chosen.outside:
        listed = (" ".join(part for part in (each.name, each.phone) if part) for each in school.settings.contacts)
        raise KnownError(DeskFault.NOBODY_MAY_RECEIVE, contacts="; ".join(listed) or _anybody_outside())


def seal_report(
    machine: Machine,
    answers: Answers,
    chosen: Route,
    signed_in: PersonId | None,
    hand: MemberHand | None,
    files: tuple[Enclosure, ...] = (),
) -> Sealed:
    """Sign a report and seal it to its readers. A named member signs with `hand`; anybody else with a new phrase's key.

    Raises KnownError(NOBODY_MAY_RECEIVE, NO_READER_KEYS, CONTENT_TOO_LARGE).
    """
    refuse_outside(chosen, machine.school)
    sender = sender_of(answers.values, signed_in)
    content = replace(machine.content(REPORT, report_data(answers, chosen), chosen.cited), files=files)
    if hand is None or sender.person_id is None:
        return _seal_with_phrase(machine, content, chosen, sender)
    audience = machine.audience(readers_of(chosen), without_kid=hand.keys.public.kid)
    composed = compose_member(content, audience, machine.state.school, hand.keys, hand.place(audience))
    return Sealed(composed, chosen, content.at, None)


def _seal_with_phrase(machine: Machine, content: Content, chosen: Route, sender: Sender) -> Sealed:
    """Sign as whoever will hold the return phrase, which is made here, and add the slip that it opens."""
    phrase, school = new_phrase(RETURN_WORDS, secrets.choice), machine.state.school
    keys = return_keys(phrase, school)
    audience = machine.audience(readers_of(chosen))
    report = replace(content, reply=keys.recipient)
    composed = compose_walk_up(report, audience, school, sender.claims or None, keys.signing)
    said = Slip(readers=readers_of(chosen), decider=chosen.decision_maker)
    slip = seal_slip(said, replace(content, case=composed.entry.eid, files=()), audience, school, keys)
    return Sealed(composed, chosen, content.at, phrase, slip)


def seal_redirect(machine: Machine) -> Composed:
    """Seal the note that somebody was turned to the child-protection route, for those who look after that.

    Nothing that was typed is in it, and only the day. Raises KnownError(NOBODY_MAY_RECEIVE, NO_READER_KEYS).
    """
    chosen = route(RouteRequest(kind=_CHILD_ROUTE), machine.school, machine.today())
    refuse_outside(chosen, machine.school)
    content = machine.content(REDIRECT, {"readers": _readers_data(chosen)}, chosen.cited)
    return compose_walk_up(content, machine.audience(readers_of(chosen)), machine.state.school, None)


def _readers_data(chosen: Route) -> list[list[str]]:
    return [[reader.person_id, reader.role.value] for reader in chosen.readers if reader.part is Part.FULL]


def report_data(answers: Answers, chosen: Route) -> dict[str, object]:
    """What is signed besides who and when: the answers as given, the texts seen, and how the readers came about."""
    return {
        "form": answers.form_id,
        "form_version": answers.version,
        "answers": dict(answers.values),
        "panels": answers.panels,
        "signed_words": dict(answers.signed_words),
        "editions": dict(answers.editions),
        "kind": chosen.kind,
        "readers": _readers_data(chosen),
        "decider": chosen.decision_maker,
        "sign_off": chosen.sign_off,
    }


@cache
def _form_routes() -> Mapping[str, _FormRoute]:
    return msgspec.convert(tomllib.loads(resources.text("routing/forms.toml")), dict[str, _FormRoute])


@cache
def _anybody_outside() -> str:
    return str(tomllib.loads(resources.text("casework/outside.toml"))["anybody"])


def _people(value: object) -> tuple[PersonId, ...]:
    """Read a person's id, or the listed ones of a list of people; answers that are not clean yet name nobody."""
    if isinstance(value, str):
        return (PersonId(value),)
    items = value if isinstance(value, list | tuple) else ()
    return tuple(PersonId(str(item["person"])) for item in items if isinstance(item, dict) and "person" in item)


def _child(form: _FormRoute, values: Mapping[str, object]) -> Answer:
    """Say whether a child is involved. Only a plain no counts as no; anything else keeps the safeguarding lead in."""
    said = {str(values[name]) for name in form.child if name in values}
    if "yes" in said:
        return Answer.YES
    return Answer.NO if said == {"no"} else Answer.UNSURE


class Delivery(StrEnum):
    """How far a report has come. Only a reader's receipt says more (`received_by`)."""

    SENT = "sent"
    WAITING = "waiting"


class AnswersError(Exception):
    """The answers cannot be sent as they are. Nothing was sent; the findings say what to look at again."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take what was found."""
        super().__init__("answers refused")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Filed:
    """What the reporter is told. `watched` is what it takes to see whether a reader has received it."""

    case_id: str
    reference: str
    form: str
    at: datetime
    is_day_only: bool
    route: Route
    phrase: str | None
    delivery: Delivery
    watched: Composed


def clean_answers(spec: FormSpec, values: Mapping[str, object], context: Context) -> Answers:
    """Check answers for sending. Raises AnswersError with everything that keeps them from it."""
    report = validate(spec, values, context)
    if report.answers is None:
        raise AnswersError(report.errors)
    return report.answers


def send(machine: Machine, composed: Composed, from_vault: Iterable[SealedFile] | None = None) -> Delivery:
    """Keep an envelope with its files in the spool, durably, and try to deliver them at once.

    `from_vault`: the entry is in a vault, and these are its files as its outbox sealed them. When this returns, the
    report survives a power cut on this machine; whether all of it has left is what it returns. Raises
    KnownError(DISK_*) when it could not be kept.
    """
    tokens = list(composed.tokens.values())
    is_in_vault = from_vault is not None
    files = (file.seal() for file in composed.files) if from_vault is None else from_vault
    names: tuple[str, ...] = ()
    try:
        names = machine.spool.keep_all(composed.envelope, tokens, files, machine.today(), is_in_vault=is_in_vault)
    except KnownError:
        # What a vault holds is saved, whatever happens here: it fills the spool again at its next look.
        if not is_in_vault:
            raise
    try:
        are_there = machine.spool.deliver(names[:-1], machine.exchange) if names else not composed.files
        is_there = deliver(machine.exchange, composed.envelope) and are_there
    except KnownError:
        # Nor is it any less saved because this machine cannot read where its exchange is.
        is_there = False
    return Delivery.SENT if is_there else Delivery.WAITING


def send_with_slip(machine: Machine, sealed: Sealed) -> Delivery:
    """Keep and deliver what `seal_report` sealed, and the slip that goes with it. Raises KnownError(DISK_*).

    The slip is kept first: a report that was told to be saved can be come back to.
    """
    slip, spool = sealed.slip, machine.spool
    if slip is None:
        return send(machine, sealed.composed)
    kept = spool.keep(slip.envelope, list(slip.tokens.values()), machine.today())
    try:
        delivery = send(machine, sealed.composed)
    except KnownError:
        with contextlib.suppress(KnownError):
            spool.let_go(kept)
        raise
    if delivery is Delivery.SENT:
        with contextlib.suppress(KnownError):  # it is kept, and offered again
            deliver(machine.exchange, slip.envelope)
    return delivery


def filed(sealed: Sealed, answers: Answers, delivery: Delivery) -> Filed:
    """Say what has been sent."""
    entry = sealed.composed.entry
    return Filed(
        case_id=entry.eid,
        reference=reference(entry.eid),
        form=answers.form_id,
        at=sealed.at,
        is_day_only="T" not in entry.body.at,
        route=sealed.route,
        phrase=sealed.phrase,
        delivery=delivery,
        # Without the files: whoever watches would hold them in memory for as long.
        watched=replace(sealed.composed, files=()),
    )


def received_by(machine: Machine, watched: Composed) -> dict[PersonId, datetime]:
    """Say which readers have signed for a report, and when (aware UTC). Only a verified receipt counts.

    Raises KnownError(EXCHANGE_*).
    """
    found: dict[PersonId, datetime] = {}
    ack = watched.entry.body.ack
    for kid, token in watched.tokens.items():
        record = machine.state.keys.get(kid)
        content = machine.exchange.read(Area.RECEIPTS, token, LENGTH)
        if record is None or content is None:
            continue
        minute = read_token(content, ack, kid, bytes.fromhex(record.fact.sign))
        if minute is not None:
            found[PersonId(record.fact.person)] = datetime.fromisoformat(f"{minute}:00+00:00")
    return found
