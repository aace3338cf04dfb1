# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of every command, and which function does it."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pkgutil import resolve_name
from typing import Any

from desktop.cli.terminal import Output, Terminal

Add = Callable[[ArgumentParser, ArgumentParser], None]
Run = Callable[[Namespace, Terminal], Output]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is for, and by their names in this package what adds its words and what does it.

    They are loaded when somebody asks for the command: most need a good part of Candour. `reads`: it can do with
    records that are open to be read only.
    """

    help: str
    adds: str
    does: str
    reads: bool = False

    def add(self, parser: ArgumentParser, common: ArgumentParser) -> None:
        """Add its words to its parser, given the common ones."""
        adds: Add = _named(self.adds)
        adds(parser, common)

    def run(self, words: Namespace, terminal: Terminal) -> Output:
        """Do it."""
        does: Run = _named(self.does)
        return does(words, terminal)


COMMANDS: Mapping[str, Command] = {
    "demo": Command("make the demonstration school", "school:add_demo", "school:demo"),
    "tour": Command(
        "walk through the demonstration school, with pictures of each step", "school:add_tour", "school:tour"
    ),
    "school": Command("found a school, join one, look at it, or sign changes", "school:add_school", "school:school"),
    "people": Command("the staff list, and who holds which role", "school:add_people", "school:people"),
    "invite": Command("invite somebody to sign in on their own computer", "inviting:add_invite", "inviting:invite"),
    "settings": Command("the school's settings, or a change of one", "proposing:add_settings", "proposing:settings"),
    "computer": Command(
        "colours, text size and locking of this computer", "computer:add_computer", "computer:computer"
    ),
    "policy": Command("the school's policies, clause by clause", "policies:add_policies", "policies:policies"),
    "questions": Command("what others have asked, and the answers", "questions:add_questions", "questions:questions"),
    "guidance": Command("guidance that people are asked to have read", "guidance:add_guidance", "guidance:guidance"),
    "clause": Command("which clauses the forms, lists and records rest on", "clauses:add_clauses", "clauses:clauses"),
    "training": Command("who was trained in what, and what is due", "training:add_training", "training:training"),
    "card": Command("what to do when a child tells you something", "carding:add_card", "carding:card"),
    "calendar": Command("the duties of the year, and what is overdue", "calendar:add_calendar", "calendar:calendar"),
    "wording": Command("words to think about in a text", "wording:add_wording", "wording:wording"),
    "contacts": Command("whom to turn to, without a sign-in", "contacting:add_contacts", "contacting:contacts"),
    "poster": Command(
        "a sheet for the wall: how to share, who reads", "postering:add_poster", "postering:print_poster"
    ),
    "help": Command("what to do where, in short pages", "helping:add_help", "helping:help_about"),
    "find": Command("policies, help and contacts in one search", "finding:add_find", "finding:find_anything"),
    "forms": Command("the forms and their fields", "filing:add_forms", "filing:forms"),
    "route": Command("who may read a form and why, without filing", "filing:add_route", "filing:route"),
    "file": Command("file a form without the window", "filing:add_file", "filing:file"),
    "return": Command(
        "read replies with a return phrase, or add more", "returning:add_return", "returning:come_back_to"
    ),
    "sent": Command("what a person has sent, and what came back", "returning:add_sent", "returning:sent", reads=True),
    "add": Command("add to something sent, correct it or take it back", "returning:add_add", "returning:add"),
    "renew": Command("your own ties, once a school year: all still right?", "renewing:add_renew", "renewing:renew"),
    "redirect": Command("note that a worry about a child went another way", "filing:add_redirect", "filing:redirect"),
    "sync": Command("exchange envelopes once", "reviewing:add_sync", "reviewing:sync"),
    "audit": Command("who opened, searched, printed, saved or shared what", "auditing:add_audit", "auditing:audit"),
    "search": Command("find records by what is written in them", "searching:add_search", "searching:search_records"),
    "since": Command("what the chair sees first: since the last visit", "overseeing:add_since", "overseeing:since"),
    "inbox": Command("the cases that a person may see", "reviewing:add_inbox", "reviewing:inbox", reads=True),
    "show": Command("one case with its entries", "reviewing:add_show", "reviewing:show", reads=True),
    "chronology": Command(
        "people, and what is on record about them", "chronology:add_chronology", "chronology:chronology"
    ),
    "registers": Command(
        "gifts, ties, permissions, notices", "registers:add_registers", "registers:registers", reads=True
    ),
    "save": Command("save a copy of a file of a case", "saving:add_save", "saving:save", reads=True),
    "act": Command("record a reviewer's entry", "reviewing:add_act", "reviewing:act"),
    "raise": Command("raise a question before acting to a concern", "raising:add_raise", "raising:raise_question"),
    "actions": Command("everything that is open, once each; the daily check", "board:add_actions", "board:actions"),
    "digest": Command("the week on a page: what came, how late, what is open", "board:add_digest", "board:digest"),
    "handover": Command("hand cases over to somebody new in an office", "handing:add_handover", "handing:handover"),
    "reference": Command(
        "what a reference about somebody may say", "referencing:add_reference", "referencing:reference"
    ),
    "access": Command("requests for somebody’s own data", "accessing:add_access", "accessing:access"),
    "import": Command(
        "bring in old logs, or say what would become of each row", "importing:add_import", "importing:import_logs"
    ),
    "export": Command("write a case file", "exporting:add_export", "exporting:export"),
    "share": Command("information shared outside the school, or not", "sharing:add_share", "sharing:share"),
    "retention": Command(
        "what is due, what is kept, and what is destroyed", "retaining:add_retention", "retaining:retention"
    ),
    "letter": Command("draft and issue a letter or sheet about a case", "letters:add_letter", "letters:letter"),
    "patterns": Command("what several records say side by side", "patterns:add_patterns", "patterns:patterns"),
    "check": Command(
        "verify a vault: signatures, chains, indexes", "reviewing:add_check", "reviewing:check", reads=True
    ),
    "passphrase": Command("change your passphrase", "recovery:add_passphrase", "recovery:passphrase"),
    "kit": Command("make a recovery kit, or check it", "recovery:add_kit", "recovery:kit"),
    "backup": Command("back up your records, sealed", "backups:add_backup", "backups:backup"),
    "restore": Command(
        "make your records of a backup, or check one", "backups:add_restore", "backups:restore_or_check"
    ),
    "recover": Command("open your records with your recovery code", "recovery:add_recover", "recovery:recover"),
    "bench": Command("measure, against the raw libraries", "benching:add_bench", "benching:bench"),
}


@cache
def build_parser(wanted: frozenset[str] | None = None) -> ArgumentParser:
    """The command line, built once: reading words leaves nothing in it.

    Of the commands outside `wanted` there are only the names, which is all that most lines need of them. The words that
    every command takes may stand before or after the command.
    """
    common = _common()
    # Parsers share the words of their parents, and a default set for one would be set for all: so this one has its own.
    parser = ArgumentParser(
        prog="candour", description="Without a command, Candour opens its window.", parents=[_common()]
    )
    parser.set_defaults(home=None, person=None, passphrase_file=None, format="text")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        parents = [common, _reading()] if command.reads else [common]
        of_command = commands.add_parser(name, help=command.help, description=command.help, parents=parents)
        if wanted is None or name in wanted:
            command.add(of_command, common)
    return parser


def commands_in(arguments: Sequence[str]) -> frozenset[str]:
    """Every command that a line may mean: a name of one may also be what an option is given."""
    return frozenset(arguments).intersection(COMMANDS)


def _named(name: str) -> Any:  # noqa: ANN401 - whoever asks says what it is
    return resolve_name(f"desktop.cli.{name}")


def _reading() -> ArgumentParser:
    """The word that a command takes which can do with records that will not open as usual."""
    reading = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    reading.add_argument(
        "--read-only", action="store_true", help="where the records won't open otherwise, open them to be read only"
    )
    return reading


def _common() -> ArgumentParser:
    """The words that every command takes. One that is not given says nothing, so that no level overrides another."""
    common = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    common.add_argument("--home", metavar="DIR", help="the folder of this machine's Candour")
    common.add_argument("--as", dest="person", metavar="PERSON", help="who is acting: an id or a whole name")
    common.add_argument(
        "--passphrase-file", metavar="FILE", help="their passphrase; else standard input, else asked for"
    )
    common.add_argument("--format", choices=["text", "json"], help="text (the default) or json")
    return common
