# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour clause: which clauses of the school's policies the forms, lists and records rest on, and how they read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping

import msgspec

from desktop.cli.changing import make, together
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.faults import DeskFault
from desktop.people import ClauseLink
from desktop.policies.citing import Citation, Meant, meant
from desktop.policies.clause_words import reason_words, wording_lines
from desktop.policies.library import library
from desktop.policies.linking import citable, linked, linking, unlinked
from desktop.policies.reasons import of_answers
from desktop.policies.taking_in import model_clauses
from desktop.policies.wording import Wording, wording
from desktop.services import Candour
from desktop.session import Session
from storage.errors import KnownError


def add_clauses(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour clause`."""
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("list", parents=[common], help="what the forms and lists cite, and what that is here")
    show = does.add_parser("show", parents=[common], help="the clause that something rests on, as it reads now")
    show.add_argument("cited", help="a clause of the model code (5.5.4), or a word of a list (categories/shouting)")
    show.add_argument("--typed", action="store_true", help="a number as the school’s own policies have it")
    of = does.add_parser("of", parents=[common], help="the clauses of a record, as they read when it was written")
    of.add_argument("reference")
    link = does.add_parser("link", parents=[common], help="say which clause of the school’s own is meant")
    link.add_argument("cited", help="a clause of the model code, or a word of a list")
    to = link.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", nargs=2, metavar=("POLICY", "NUMBER"), help="this clause; its id, where a number is twice")
    to.add_argument("--own", action="store_true", help="the school’s own: it rests on no clause")
    to.add_argument("--undo", action="store_true", help="what Candour’s model code says for it, again")
    together(link)


def clauses(arguments: Namespace, terminal: Terminal) -> Output:
    """List, show, show those of a record, or link."""
    does: Mapping[str, Callable[[Namespace, Terminal], Output]] = {
        "list": _listed,
        "show": _shown,
        "of": _of,
        "link": _linked,
    }
    return does[arguments.does](arguments, terminal)


def _listed(arguments: Namespace, _terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    school = candour.school
    policies = library(school, candour.machine.documents)
    found = [meant(each, policies, school.settings.clause_links, model_clauses()) for each in _citable(candour)]
    return Output([_told(each) for each in found], [_line(each) for each in found])


def _shown(arguments: Namespace, _terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    if arguments.typed:
        cited: tuple[Citation, ...] = (Citation(words=arguments.cited, is_typed=True),)
    else:
        cited = tuple(each for each in _citable(candour) if arguments.cited in (each.words, each.key))
    if not cited:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return _output(wording(candour.machine, cited))


def _of(arguments: Namespace, terminal: Terminal) -> Output:
    def read(candour: Candour, session: Session) -> Output:
        report = session.case(session.find(arguments.reference)).report
        spec = session.meaning.forms.get(report.form) if report else None
        if report is None or spec is None:
            raise KnownError(DeskFault.NO_SUCH_POLICY)
        return _output(wording(candour.machine, of_answers(spec, report.values), report))

    return signed_in(arguments, terminal, read)


def _linked(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    now = candour.school.settings.clause_links
    links = unlinked(now, arguments.cited) if arguments.undo else linked(now, _link(candour, arguments))
    return make(candour, arguments, terminal, [linking(links)])


def _link(candour: Candour, arguments: Namespace) -> ClauseLink:
    if arguments.own:
        return ClauseLink(cites=arguments.cited)
    policy, number = arguments.to
    kept = next(
        (each for each in library(candour.school, candour.machine.documents) if each.line.policy_id == policy), None
    )
    held = kept.version.clauses if kept is not None and kept.version is not None else ()
    found = [each for each in held if number in (each.label, each.clause_id)]
    if len(found) != 1:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return ClauseLink(cites=arguments.cited, policy=policy, clause=found[0].clause_id, label=found[0].label)


def _citable(candour: Candour) -> tuple[Citation, ...]:
    return citable(candour.forms, candour.school.settings.vocabularies)


def _output(read: Wording) -> Output:
    return Output(msgspec.to_builtins(read), list(wording_lines(read)))


def _told(found: Meant) -> dict[str, object]:
    cited = found.citation
    return {
        "cites": cited.words,
        "word": cited.key,
        "what": cited.what,
        "clauses": [{"policy": each.policy_id, "number": each.clause.label} for each in found.clauses],
        "because": found.because.value if found.because else None,
    }


def _line(found: Meant) -> str:
    means = "; ".join(f"{each.policy_id} {each.clause.label}" for each in found.clauses)
    because = reason_words(found.because) if found.because else ""
    cited = found.citation
    return f"{cited.words or '-':8} {cited.key or '-':34} {cited.what}  →  {means or because}"
