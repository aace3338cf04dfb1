# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour policy: the school's policies, their clauses and versions, and a new version that two officers sign."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from desktop.changing.proposals import Stage, read_proposals
from desktop.cli.changing import make, together
from desktop.cli.dates import day
from desktop.cli.guidance import register_of
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.faults import DeskFault
from desktop.people import PolicyLine
from desktop.policies.comparing import Change, Changed, compare
from desktop.policies.confirming import Confirmed, Part, confirm, confirm_by_name
from desktop.policies.continuing import with_ids
from desktop.policies.draft import Draft
from desktop.policies.foreseen import Foreseen, foresee
from desktop.policies.library import Kept, is_review_overdue, library, text_of
from desktop.policies.printing import save_kept, save_to_edit
from desktop.policies.proposing import put_up, read_file
from desktop.policies.publishing import taken_out
from desktop.policies.reading_rules import is_enough
from desktop.policies.taking_in import TakenIn, model_code, take_in
from desktop.policies.telling import change_words, changed_lines, odd_words, remark_words, words
from desktop.policies.version import Clause, Version
from desktop.services import Candour
from storage.errors import KnownError


def add_policies(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour policy`."""
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("list", parents=[common], help="the policies that hold, and which reviews are late")
    show = does.add_parser("show", parents=[common], help="a policy, or one clause of it")
    show.add_argument("policy", help="its id, as in the list")
    show.add_argument("clause", nargs="?", help="the number of one clause")
    show.add_argument(
        "--short", action="store_true", help="the short version for visitors, supply staff and volunteers"
    )
    printed = does.add_parser("print", parents=[common], help="a policy as a PDF")
    printed.add_argument("policy")
    printed.add_argument("--short", action="store_true", help="the short version")
    printed.add_argument("--out", required=True, metavar="FILE")
    _add_word(does.add_parser("word", parents=[common], help="a policy as a Word file, to be changed and read again"))
    _add_compare(does.add_parser("compare", parents=[common], help="what changed between two versions"))
    read = does.add_parser("read", parents=[common], help="read a file and say what is odd; nothing is kept")
    read.add_argument("file", help=".docx, .pdf, .md or .txt")
    confirmed = does.add_parser("confirm", parents=[common], help="say that you have read one")
    confirmed.add_argument("policy")
    confirmed.add_argument("--short", action="store_true", help="the short version")
    confirmed.add_argument("--name", metavar="NAME", help="without a sign-in, under a name")
    does.add_parser("register", parents=[common], help="who has read what").add_argument("policy")
    _add_publish(does.add_parser("publish", parents=[common], help="a version that holds from now on"))
    does.add_parser("proposed", parents=[common], help="versions that wait for a signature, to be read before signing")
    gone = does.add_parser("withdraw", parents=[common], help="a policy no longer holds")
    gone.add_argument("policy")
    together(gone)


def _add_word(word: ArgumentParser) -> None:
    word.add_argument("policy", nargs="?", help="its id; or --model")
    word.add_argument("--model", action="store_true", help="Candour's own code of conduct")
    word.add_argument("--out", required=True, metavar="FILE")


def _add_compare(versus: ArgumentParser) -> None:
    versus.add_argument("policy")
    versus.add_argument("--since", type=int, default=-2, metavar="N", help="from the Nth version; else the one before")
    versus.add_argument("--until", type=int, default=-1, metavar="N", help="to the Nth version; else the newest")


def _add_publish(publish: ArgumentParser) -> None:
    publish.add_argument(
        "file", nargs="?", help=".docx, .pdf, .md, .txt, or what `policy read --format json` gave, put right"
    )
    publish.add_argument("--model", action="store_true", help="Candour's own code of conduct, as a start")
    publish.add_argument("--policy", default="code-of-conduct", help="its id: small letters, digits and hyphens")
    publish.add_argument("--title")
    publish.add_argument("--edition", help="what this version is called, such as “October 2026”")
    publish.add_argument("--layer", choices=["group", "school"], default="school")
    publish.add_argument("--approver", default="", help="who approved it")
    publish.add_argument("--approved-on", default="", metavar="DAY")
    publish.add_argument("--review-due", default="", metavar="DAY", help="a day, or a month such as 2027-03")
    publish.add_argument(
        "--binds", action="append", default=[], metavar="TYPE", help="a worker type; all, if none is given"
    )
    publish.add_argument("--companion", action="append", default=[], metavar="TITLE", help="a document to read with it")
    publish.add_argument("--confirm-by", type=day, metavar="DAY", help="ask everybody to confirm by then")
    together(publish)


def policies(arguments: Namespace, terminal: Terminal) -> Output:
    """List, show, compare, read, confirm, publish or withdraw."""
    does: Mapping[str, Callable[[Candour, Namespace, Terminal], Output]] = {
        "list": _listed,
        "show": _shown,
        "compare": _compared,
        "read": _read,
        "confirm": _confirmed,
        "register": _register,
        "publish": _published,
        "proposed": _proposed,
        "print": _printed,
        "word": _to_edit,
        "withdraw": _withdrawn,
    }
    return does[arguments.does](candour_of(arguments), arguments, terminal)


def _published(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    version = _version(candour, arguments)
    _, said = put_up(candour.machine, version, arguments.confirm_by)
    return make(candour, arguments, terminal, [said])


def _proposed(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        waiting = [each for each in read_proposals(session) if each.stage is Stage.WAITING]
        found = [(each.eid, foreseen) for each in waiting for foreseen in foresee(candour.machine, each.said)]
    data = [{"proposal": eid, **msgspec.to_builtins(foreseen)} for eid, foreseen in found]
    return Output(data, [line for eid, foreseen in found for line in _foreseen_lines(eid, foreseen)])


def _foreseen_lines(eid: str, foreseen: Foreseen) -> Sequence[str]:
    if foreseen.ready is None:
        return (f"{eid[:8]}  {foreseen.title}  text not here yet",)
    made = foreseen.ready
    changes = [line for each in made.changes if each.change is not Change.SAME for line in _change_lines(each)]
    clauses = () if made.before else [line for clause in made.version.clauses for line in _clause_lines(clause)]
    blanks = [words()["oddity"]["blank"].format(words=each) for each in made.blanks]
    return (f"{eid[:8]}  {foreseen.title}  {made.version.edition}", *blanks, *changes, *clauses)


def _withdrawn(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    return make(candour, arguments, terminal, [taken_out(candour.school, arguments.policy)])


def _listed(candour: Candour, _arguments: Namespace, _terminal: Terminal) -> Output:
    today, found = candour.machine.today(), library(candour.school, candour.machine.documents)
    data = [{**_told(each), "overdue": is_review_overdue(each.line, today)} for each in found]
    return Output(data, [_line(each) for each in data])


def _told(kept: Kept) -> dict[str, object]:
    line, version = kept.line, kept.version
    return {
        "policy": line.policy_id,
        "title": line.title,
        "edition": version.edition if version else None,
        "approver": version.approver if version else None,
        "approved_on": version.approved_on if version else None,
        "review_due": line.review_due,
        "confirm_by": line.confirm_by.isoformat() if line.confirm_by else None,
        "clauses": len(version.clauses) if version else None,
        "model": version.model if version else None,
        "versions": len(line.versions),
        "fingerprint": kept.fingerprint,
    }


def _line(told: dict[str, object]) -> str:
    late = "  review overdue" if told["overdue"] else ""
    text = "text not here yet" if told["clauses"] is None else f"{told['clauses']} clauses"
    return f"{told['policy']}  {told['title']}  {told['edition'] or ''}  {text}{late}"


def _found(candour: Candour, policy_id: str) -> Kept:
    found = library(candour.school, candour.machine.documents)
    kept = next((each for each in found if each.line.policy_id == policy_id), None)
    if kept is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return kept


def _kept(candour: Candour, policy_id: str) -> tuple[PolicyLine, Version]:
    kept = _found(candour, policy_id)
    if kept.version is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return kept.line, kept.version


def _printed(candour: Candour, arguments: Namespace, _terminal: Terminal) -> Output:
    path, kept = Path(arguments.out), _found(candour, arguments.policy)
    made = save_kept(candour.machine, kept, path, short=arguments.short)
    data = {"file": str(path), "pages": made.pages, "fingerprint": kept.fingerprint}
    return Output(data, [f"{path}: {made.pages} pages, fingerprint {kept.fingerprint}"])


def _to_edit(candour: Candour, arguments: Namespace, _terminal: Terminal) -> Output:
    path = Path(arguments.out)
    version = model_code(candour.school.name) if arguments.model else _kept(candour, arguments.policy)[1]
    save_to_edit(version, path)
    data = {"file": str(path), "clauses": len(version.clauses)}
    return Output(data, [f"{path}: {data['clauses']} clauses"])


def _shown(candour: Candour, arguments: Namespace, _terminal: Terminal) -> Output:
    _, version = _kept(candour, arguments.policy)
    clauses = version.short() if arguments.short else version.clauses
    if arguments.clause:
        clauses = tuple(clause for clause in clauses if clause.label == arguments.clause)
    if not clauses:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return Output(msgspec.to_builtins(clauses), [line for clause in clauses for line in _clause_lines(clause)])


def _clause_lines(clause: Clause | Draft) -> Sequence[str]:
    return (" ".join(part for part in (clause.label, clause.heading) if part), *clause.paragraphs, "")


def _compared(candour: Candour, arguments: Namespace, _terminal: Terminal) -> Output:
    line = _found(candour, arguments.policy).line
    old, new = (_version_at(candour, line, number) for number in (arguments.since, arguments.until))
    changes = [changed for changed in compare(old, new) if changed.change is not Change.SAME]
    lines = [line for changed in changes for line in _change_lines(changed)]
    return Output(msgspec.to_builtins(changes), lines or ["Nothing changed."])


def _version_at(candour: Candour, line: PolicyLine, number: int) -> Version:
    """The Nth version of a policy; -1 is the one that holds."""
    at = number if number < 0 else number - 1
    names = line.versions
    version = text_of(candour.machine.documents, names[at]) if -len(names) <= at < len(names) else None
    if version is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return version


def _change_lines(changed: Changed) -> Sequence[str]:
    clause = changed.new or changed.old
    return (f"{clause.label if clause else ''}: {change_words(changed)}", *changed_lines(changed), "")


def _confirmed(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    line, _ = _kept(candour, arguments.policy)
    said = Confirmed(
        policy=line.policy_id, version=line.versions[-1], part=Part.SHORT if arguments.short else Part.WHOLE
    )
    if arguments.name:
        confirm_by_name(candour.machine, arguments.name, said)
        return Output(msgspec.to_builtins(said), ["Confirmed."])
    with closing(sign_in(candour, arguments, terminal)) as session:
        confirm(session, said)
        enough = is_enough(said.part, session.machine.school.people[session.me].worker_type)
    return Output(
        msgspec.to_builtins(said), ["Confirmed."] if enough else ["Confirmed. You are asked for all of it, too."]
    )


def _register(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    line, _ = _kept(candour, arguments.policy)
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        return register_of(session, line)


def _read(_candour: Candour, arguments: Namespace, _terminal: Terminal) -> Output:
    taken = take_in(*read_file(Path(arguments.file)))
    odd = {
        at: [odd_words(each) for each in taken.odd if each.at == at] for at in (None, *range(len(taken.found.clauses)))
    }
    lines = [remark_words(remark, count) for remark, count in taken.remarks]
    for at, clause in enumerate(taken.found.clauses):
        lines += [*_clause_lines(clause)[:1], *(f"  ? {sentence}" for sentence in odd[at])]
    return Output(msgspec.to_builtins(taken), [*lines, *(f"? {sentence}" for sentence in odd[None])])


def _version(candour: Candour, arguments: Namespace) -> Version:
    if arguments.model:
        version = model_code(candour.school.name)
    else:
        if not (arguments.file and arguments.title and arguments.edition):
            raise KnownError(DeskFault.POLICY_REFUSED)
        version = _from_file(candour, arguments)
    return msgspec.structs.replace(
        version,
        layer=arguments.layer,
        approver=arguments.approver,
        approved_on=arguments.approved_on,
        review_due=arguments.review_due,
        model=version.model and not arguments.approver,
        binds=tuple(arguments.binds) or version.binds,
        companions=tuple(arguments.companion),
    )


def _from_file(candour: Candour, arguments: Namespace) -> Version:
    taken = _taken(*read_file(Path(arguments.file)))
    found = library(candour.school, candour.machine.documents)
    before = next((each.version for each in found if each.line.policy_id == arguments.policy), None)
    return Version(
        policy_id=arguments.policy,
        title=arguments.title,
        edition=arguments.edition,
        source_name=taken.source_name,
        source_sha256=taken.source_sha256,
        clauses=with_ids(arguments.policy, taken.found.clauses, before.clauses if before else ()),
    )


def _taken(name: str, data: bytes) -> TakenIn:
    """A document, or what `policy read --format json` said of one and somebody put right by hand."""
    if not name.endswith(".json"):
        return take_in(name, data)
    try:
        return msgspec.json.decode(data, type=TakenIn)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise KnownError(DeskFault.POLICY_REFUSED) from None
