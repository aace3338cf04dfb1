# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Write a letter about a record: choose which, edit the draft, see what was noticed, look at the real PDF, issue it.

What was typed is kept as a draft, one for each letter, until it is issued or drafted anew.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.page import CasePage, read_page
from desktop.documents.preview import PagePicture, page_pictures
from desktop.letters.checking import Checked, check
from desktop.letters.desk import Drafted, begin_letter, shared_in
from desktop.letters.issuing import Letter, default_name, issue, issue_on_paper, print_letter
from desktop.letters.templates import To, cited, offered, templates
from desktop.people import PersonId
from desktop.session import Session
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.letters.noticed import Noticed
from ui.letters.words import Said, say
from ui.printing.words import Printing
from ui.printing.words import say as say_printing
from ui.reports.protect_card import ProtectCard
from ui.review.act_form import ActForm
from ui.review.panel import Panel
from ui.review.records import Records, Refused, Saved
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.text_flow import TextStyle

_KIND = "letter"
_ASKED = ("recipient", "channel", "text", "reason")
_LOOK_AFTER_MS = 600
"""How long nothing is typed before the text is looked through."""

_POINTS_WIDE = 1100
"""How wide the pictures of pages are: as wide as they are shown, and sharp where the screen is."""

_SMALL = TextStyle("small", "text.secondary")


class LetterPanel(Panel):
    """The panel. That the letter was issued becomes an entry of the record."""

    saved = Signal(object)
    """The file is there: what was Saved."""
    recorded = Signal(object)
    """It was printed, which is on record: the CasePage as it is now."""
    preview_asked = Signal(object)
    """The pages are wanted in sight: the widget that shows them. Where nobody takes it, it stands in the panel."""

    def __init__(self, theme: ThemeSource, kit: FormKit, records: Records, page: CasePage) -> None:
        self._issue = Button(theme, say(Said.ISSUE), ButtonKind.PRIMARY)
        self._look = Button(theme, say(Said.LOOK), ButtonKind.SECONDARY)
        self._cancel = Button(theme, say(Said.CANCEL), ButtonKind.QUIET)
        super().__init__(theme, say(Said.TITLE), (self._issue, self._look, self._cancel))
        self._kit = kit
        self._records = records
        self._page = page
        self._drafted: Drafted | None = None
        self.form: ActForm | None = None
        self._drawn: FormPage | None = None
        self._offer_letters(theme)
        self._intro = PlainLabel(theme, say(Said.INTRO), _SMALL, wrap=True)
        self._plain = PlainLabel(theme, say(Said.PLAIN), _SMALL, wrap=True)
        self._refusal = Banner(theme, Tone.WARN, "")
        self.noticed = Noticed(theme)
        self._make_place_for_pages(theme)
        self.protect = ProtectCard(theme)
        self._print = Button(theme, say(Said.PRINT), icon=Icon.PRINTER)
        self._on_paper = QWidget()
        self._on_paper.setLayout(Row(theme, self._print, Stretch()))
        self._items: tuple[QWidget, ...] = ()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_LOOK_AFTER_MS)
        self._offer(on=False)
        self._refusal.hide()
        self._show_below()
        self._connect()

    def _offer_letters(self, theme: ThemeSource) -> None:
        form = self._page.case.report.form if self._page.case.report else ""
        choices = [Choice(each.template_id, each.title) for each in offered(form)]
        self.which = ComboChoice(theme, choices, placeholder=say(Said.CHOOSE))
        self._which = Field(theme, say(Said.WHICH), self.which)
        people = [Choice(person.person_id, person.name) for person in self._page.concerned]
        self.whom = ComboChoice(theme, people, placeholder=say(Said.ALL_OF_THEM))
        self._whom = Field(theme, say(Said.WHOM), self.whom)
        self._whom.setHidden(len(people) < 2)
        shared = [Choice(eid, words) for eid, words in shared_in(self._page.case)]
        self.of = ComboChoice(theme, shared)
        self.of.set_value(shared[0].id if shared else None)
        self._of = Field(theme, say(Said.OF), self.of)
        self._of.hide()

    def _make_place_for_pages(self, theme: ThemeSource) -> None:
        self.preview = PdfPreview(theme, in_pairs=False)
        self._beside = QWidget()
        self._beside.setLayout(Column(theme, self.preview, Stretch(), margins=(6, 5, 6, 5)))

    def _connect(self) -> None:
        self.which.edited.connect(self._choose)
        self.whom.edited.connect(self._choose)
        self.of.edited.connect(self._choose)
        self._wait.timeout.connect(self._look_through)
        self._look.clicked.connect(self.show_print)
        self._issue.clicked.connect(self.choose_place)
        self._print.clicked.connect(self.choose_printer)
        self.went_on.connect(self.choose_place)
        self._cancel.clicked.connect(self.closed)
        # Whoever shows the pages in another place has them only for as long as this panel lives.
        self.destroyed.connect(self._beside.deleteLater)

    @override
    def focus_first(self) -> None:
        self.which.setFocus()

    def leave(self) -> None:
        """Keep what was typed: somebody goes elsewhere."""
        if self.form is not None:
            self.form.keep()

    def _show_below(self, *items: QWidget) -> None:
        """Show these between the choice and what was noticed; what is always there is only moved."""
        self._items = items
        if self.isAncestorOf(self._beside):
            self._beside.setParent(None)
        for each in (self.noticed, self.protect, self._plain, self._on_paper):
            each.setHidden(not items)
        self._arrange()

    def _arrange(self, *first: QWidget) -> None:
        # All of it each time: what is not among them goes with what stood here before.
        self.show_content(
            *first,
            self._intro,
            self._which,
            self._whom,
            self._of,
            self._refusal,
            *self._items,
            self.noticed,
            self.protect,
            self._plain,
            self._on_paper,
        )

    def _offer(self, *, on: bool) -> None:
        self._issue.setEnabled(on)
        self._print.setEnabled(on)
        self._look.setEnabled(on)

    # Drafting

    @property
    def _about(self) -> PersonId | None:
        """The person concerned whom it is to or about, where there are several and one was chosen."""
        chosen = self.whom.value()
        return PersonId(chosen) if chosen else None

    @property
    def _shared(self) -> str:
        """The entry of what was shared that the letter confirms, where it confirms that; else ""."""
        chosen = templates().get(self.which.value() or "")
        return (self.of.value() or "") if chosen is not None and chosen.to is To.RECIPIENT else ""

    @Slot()
    def _choose(self) -> None:
        self.leave()
        self._offer(on=False)
        template_id, case_id, about, of = self.which.value(), self._page.case_id, self._about, self._shared
        self._of.setVisible(bool(of) and self.of.count() > 1)
        if template_id:
            self._records.ask(
                self, lambda session: begin_letter(session, case_id, template_id, about, of), self._take, self._fail
            )

    def _take(self, drafted: Drafted) -> None:
        """Show a draft, or what is kept of an earlier one."""
        source, wanted = drafted.source, (self.which.value(), self._about, self._shared)
        if (drafted.template.template_id, source.about, source.of) != wanted:
            return
        self._drafted = drafted
        self.form = None
        if drafted.refused is not None:
            self._tell(drafted.refused_words)
            self._show_below()
            return
        spec = self._page.desk.meaning.forms[_KIND]
        name = "-".join(filter(None, (_KIND, drafted.template.template_id, self._about, self._shared)))
        self.form = ActForm(self._kit, self._records, self._page, spec, {}, name)
        self._records.load_draft(self, self._page.case_id, name, self._draw)

    def _draw(self, kept: Mapping[str, object]) -> None:
        form, drafted = self.form, self._drafted
        if form is None or drafted is None:
            return
        self._refusal.hide()
        form.take({"text": drafted.text, **kept})
        page = form.spec.pages[0]
        self._drawn = form.form_page(page, [field.name for field in page.fields if field.name not in _ASKED])
        self._drawn.title.hide()
        self._drawn.answered.connect(self._wait.start)
        self._drawn.submitted.connect(self.choose_place)
        again = LinkButton(self._theme, say(Said.AGAIN))
        again.clicked.connect(self._draft_again)
        about = PlainLabel(self._theme, drafted.template.about, _SMALL, wrap=True)
        sources = "; ".join(piece.source for piece in cited(drafted.template))
        serves = PlainLabel(self._theme, say(Said.SERVES, sources=sources), _SMALL, wrap=True)
        marks = PlainLabel(self._theme, say(Said.MARKS), _SMALL, wrap=True)
        self.preview.show_pages(())
        # What is sent as a file is locked unless somebody says otherwise; what goes on paper needs no password.
        self.protect.propose(password=drafted.template.is_sheet)
        self._show_below(about, serves, self._drawn, marks, again)
        self._offer(on=True)
        self._look_through()

    @Slot()
    def _draft_again(self) -> None:
        if self.form is not None:
            self.form.done()
            self.form = None
        self._choose()

    # Looking through

    @property
    def _text(self) -> str:
        return str(self.form.filling.typed.get("text") or "") if self.form else ""

    @Slot()
    def _look_through(self) -> None:
        drafted, text = self._drafted, self._text
        if drafted is not None:
            self._records.ask(
                self, lambda _session: check(drafted.template, text, drafted.source), self._notice, self._fail
            )

    def _notice(self, found: Checked) -> None:
        self.noticed.show_found(found)

    @Slot()
    def show_print(self) -> None:
        """Show the very file that would be issued now."""
        if self._look.is_busy or self.form is None:
            return
        letter, case_id = self._letter(), self._page.case_id
        self._look.set_busy(say(Said.LOOKING))
        self.preview.show_waiting()

        def printed(session: Session) -> tuple[PagePicture, ...]:
            return page_pictures(print_letter(session, case_id, letter), _POINTS_WIDE)

        self._records.ask(self, printed, self._show_pages, self._fail)

    def _show_pages(self, pictures: tuple[PagePicture, ...]) -> None:
        self._look.set_ready()
        self.preview.show_pages(pictures)
        self.preview_asked.emit(self._beside)
        if not self._beside.isVisible() or self.isAncestorOf(self._beside):
            self._arrange(self._beside)
        announce(self.preview, self.preview.place.words)

    # Issuing

    def _letter(self) -> Letter:
        typed = self.form.filling.kept if self.form else {}
        said = {name: str(typed.get(name) or "") for name in _ASKED}
        return Letter(
            template=self.which.value() or "",
            text=said["text"],
            recipient=said["recipient"],
            channel=said["channel"],
            reason=said["reason"],
            about=self._about,
            of=self._shared,
            password=self.protect.password(),
        )

    @Slot()
    def choose_place(self) -> None:
        """Ask where to save it, once it is said for whom and how it goes."""
        if self._drafted is not None and self._is_said() and self.protect.check():
            name = default_name(self._page.case_id, self._drafted.template)
            ask_to_save(self, say(Said.WHERE), say(Said.KIND), name, self.issue_to)

    @Slot()
    def choose_printer(self) -> None:
        """Ask for a printer, once it is said for whom and how it goes. Paper needs no password."""
        from ui.printing.paper import ask_for_printer

        if self._is_said() and not ask_for_printer(self, self.print_on):
            self._tell(say_printing(Printing.NO_PRINTER))

    def _is_said(self) -> bool:
        """Say whether it is said for whom and how it goes; what is missing stands beside it."""
        if self.form is None or self._drawn is None or self._issue.is_busy:
            return False
        findings = [finding for finding in self.form.findings() if finding.field in _ASKED]
        self._drawn.show_findings(findings)
        return not findings

    def print_on(self, printer: QPrinter) -> None:
        """Issue it on paper: first the entry, then the pages."""
        self._issue.set_busy(say_printing(Printing.PRINTING))
        out = partial(_put_on_paper, self._page.case_id, self._letter(), printer)
        self._records.ask(self, out, self._tell_printed, self._fail)

    def _tell_printed(self, page: CasePage) -> None:
        if self.form is not None:
            self.form.done()
        self.recorded.emit(page)

    @Slot(str)
    def issue_to(self, file: str) -> None:
        """Issue it, and save it here."""
        letter, case_id = self._letter(), self._page.case_id
        self._issue.set_busy(say(Said.ISSUING))

        def issued(session: Session) -> Saved:
            made = issue(session, case_id, letter, Path(file))
            return Saved(made.path, made.pages)

        self._records.ask(self, issued, self._done, self._fail)

    def _done(self, saved: Saved) -> None:
        if self.form is not None:
            self.form.done()
        self.saved.emit(saved)

    def _fail(self, refused: Refused) -> None:
        self._issue.set_ready()
        self._look.set_ready()
        if refused.findings and self._drawn is not None:
            self._drawn.show_findings(refused.findings)
        else:
            self._tell(refused.sentence)

    def _tell(self, sentence: str) -> None:
        self._refusal.show_message(Tone.WARN, sentence)
        self._refusal.show()


def _put_on_paper(case_id: str, letter: Letter, printer: QPrinter, session: Session) -> CasePage:
    from ui.printing.paper import print_made

    print_made(printer, partial(issue_on_paper, session, case_id, letter))
    return read_page(session, case_id)
