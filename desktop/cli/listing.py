# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour settings vocabulary: the lists to choose from that a school may change, and a change of one."""

from argparse import ArgumentParser, Namespace

from desktop.changing.lists import lists_changed
from desktop.cli.changing import Subparsers, make, together
from desktop.cli.terminal import Output, Terminal
from desktop.faults import DeskFault
from desktop.forms.lists import add_word, change_of, editable_lists, list_terms, offer, retire, reword, with_change
from desktop.forms.spec import Term
from desktop.people import ListChange
from desktop.services import Candour
from storage.errors import KnownError


def add_vocabulary(does: Subparsers, common: ArgumentParser) -> None:
    """The words of this command, among those of `candour settings`."""
    parser = does.add_parser("vocabulary", parents=[common], help="the lists to choose from, or a change of one")
    parser.add_argument("list", nargs="?", help="one list, by id")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--retire", metavar="VALUE", help="stop offering a word; old records keep it")
    change.add_argument("--offer", metavar="VALUE", help="offer it again")
    change.add_argument("--add", metavar="LABEL", help="offer a word of the school's own")
    change.add_argument("--reword", nargs=2, metavar=("VALUE", "LABEL"), help="put a word otherwise from now on")
    together(parser)


def vocabulary(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    """Show the lists or one of them, or change one; two officers sign. Raises KnownError(NO_SUCH_LIST)."""
    if not arguments.list:
        lists = {name: each.title for name, each in editable_lists().items()}
        return Output(lists, [f"{name:16} {title}" for name, title in lists.items()])
    changes = candour.school.settings.vocabularies
    terms = list_terms(arguments.list, changes)
    changed = _changed(arguments, change_of(arguments.list, changes), terms)
    if changed is not None:
        said = lists_changed(candour.school.settings, with_change(changes, changed))
        return make(candour, arguments, terminal, [said])
    data = [
        {"value": term.value, "label": term.label, "clause": term.clause, "offered": not term.retired} for term in terms
    ]
    lines = [f"{term.value:24} {term.label}{', no longer offered' if term.retired else ''}" for term in terms]
    return Output(data, lines)


def _changed(arguments: Namespace, change: ListChange, terms: tuple[Term, ...]) -> ListChange | None:
    """The change that was asked for; none where the list is only to be shown."""
    if arguments.add is not None:
        return add_word(change, arguments.add)
    value = arguments.retire or arguments.offer or (arguments.reword[0] if arguments.reword else None)
    if value is None:
        return None
    if all(term.value != value for term in terms):
        raise KnownError(DeskFault.NO_SUCH_LIST)
    if arguments.reword:
        return reword(change, *arguments.reword)
    return retire(change, value) if arguments.retire else offer(change, value)
