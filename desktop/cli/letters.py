# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour letter: draft a letter or sheet about a case, look through it, and issue it."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from desktop.cases.acting import ActRefusedError, refusal_words
from desktop.cli.exporting import file_password
from desktop.cli.terminal import Output, Terminal, candour_of, read_text, sign_in
from desktop.forms import load_vocabularies
from desktop.letters.checking import Checked, check
from desktop.letters.drafting import draft
from desktop.letters.issuing import Letter, issue, refused, source_for
from desktop.letters.templates import Template, cited, templates
from desktop.people import PersonId
from desktop.session import Session


def add_letter(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour letter`."""
    channels = [term.value for term in load_vocabularies()["sent_how"].terms]
    parser.add_argument("reference")
    parser.add_argument("--template", required=True, choices=list(templates()), help="which letter or sheet")
    parser.add_argument("--text", metavar="FILE", help="the letter as edited; without it, the draft as it is made")
    parser.add_argument("--about", metavar="PERSON", help="the person concerned, where a case has several")
    parser.add_argument("--of", default="", metavar="ENTRY", help="which disclosure it confirms; without it, the last")
    parser.add_argument("--dry-run", action="store_true", help="draft it and look through it; issue nothing")
    parser.add_argument("--recipient", default="", metavar="WHO", help="who it is for")
    parser.add_argument("--sent", default="not_yet", choices=channels, help="how it goes to them")
    parser.add_argument("--reason", default="", help="why it goes all the same, where something stands in its way")
    parser.add_argument("--protect", action="store_true", help="with a password, which is asked for")
    parser.add_argument("--out", metavar="FILE", default=".", help="the file to write, or a folder")


def letter(arguments: Namespace, terminal: Terminal) -> Output:
    """Draft a letter, or issue it: then its text is in the case, and a PDF where the command says."""
    candour = candour_of(arguments)
    text = read_text(arguments.text) if arguments.text else None
    about = candour.person(arguments.about) if arguments.about else None
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        password = file_password(terminal) if arguments.protect and not arguments.dry_run else None
        return _letter(session, arguments, replace(_wanted(arguments, about), text=text or "", password=password))
    finally:
        session.close()


def _wanted(arguments: Namespace, about: PersonId | None) -> Letter:
    return Letter(
        template=arguments.template,
        text="",
        recipient=arguments.recipient,
        channel=arguments.sent,
        reason=arguments.reason,
        about=about,
        of=arguments.of,
    )


def _letter(session: Session, arguments: Namespace, wanted: Letter) -> Output:
    template = templates()[arguments.template]
    case = session.case(session.find(arguments.reference))
    if why := refused(session, case, template):
        raise ActRefusedError(why)
    source = source_for(session, case, wanted.about, wanted.of)
    written = wanted.text if arguments.text else draft(template, source)
    if arguments.dry_run:
        return _drafted(template, written, check(template, written, source))
    made = issue(session, case.case_id, replace(wanted, text=written), Path(arguments.out))
    data = {"file": str(made.path), "pages": made.pages, "sha256": made.sha256, "entry": made.entry}
    return Output(data, [f"Issued and saved {made.path}, {made.pages} pages."])


def _drafted(template: Template, text: str, found: Checked) -> Output:
    words = refusal_words()
    data = {
        "template": template.template_id,
        "version": template.version,
        "title": template.title,
        "serves": [f"{piece.words} ({piece.source})" for piece in cited(template)],
        "text": text,
        "blanks": list(found.blanks),
        "names": [place.words for place in found.names],
        "wording": [{"words": each.words, "instead": each.instead} for each in found.wording],
        "in_its_way": [each.value for each in found.hurdles],
    }
    lines = [text]
    lines += [f"To fill in: {blank}" for blank in found.blanks]
    lines += [f"Named: {place.words}" for place in found.names]
    lines += [f"“{each.words}”: perhaps “{each.instead}”" for each in found.wording]
    lines += [words[each] for each in found.hurdles]
    return Output(data, lines)
