# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What needs another look: at its question, in the summary, under the keyboard; and nothing is taken away for it."""

from PySide6.QtCore import Qt

from desktop.forms import FieldType, FormSpec
from tests.ui.conftest import Announcement
from tests.ui.forms.made import Filled, Open, field, form
from tests.ui.walkers import accessible_description, accessible_name
from ui.widgets.banner import Banner
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.marking import is_invalid

FOLD = "More you could tell us"
NEEDED = {"required": "Write a few words"}


def asks() -> FormSpec:
    return form(
        field(
            "words", FieldType.LONG_TEXT, "In your own words", required=True, errors={"required": "Write a few words"}
        ),
        field("when", FieldType.DATE_CERTAINTY, "What day?", way_out=", or tick “I’m not sure”"),
        field("worth", FieldType.MONEY, "What was it worth?", fold=FOLD),
    )


def checked(page: Filled) -> Filled:
    page.page.show_findings(page.check())
    return page


def summary(page: Filled) -> ErrorSummary:
    (found,) = page.page.findChildren(ErrorSummary)
    return found


def focus(page: Filled) -> object:
    return page.page.window().focusWidget()


def test_without_errors_there_is_no_summary(opened: Open) -> None:
    page = checked(opened(asks(), {"words": "He drove off."}))
    assert not summary(page).isVisible()


def test_the_summary_takes_the_keyboard_and_is_heard_at_once(opened: Open, announced: list[Announcement]) -> None:
    page = checked(opened(asks(), {"when": "10 March 2027"}))
    assert focus(page) is summary(page)
    assert Announcement("Two answers need another look. Write a few words", True) in announced


def test_an_error_stands_at_its_question_in_the_same_words(opened: Open) -> None:
    page = checked(opened(asks()))
    assert page.page.views["words"].labelled.error == "Write a few words"
    assert is_invalid(page.control("words"))
    assert accessible_description(page.control("words")) == "Error: Write a few words"


def test_the_summary_adds_the_way_out(opened: Open) -> None:
    page = checked(opened(asks(), {"words": "So.", "when": {"certainty": "day", "date": "soonish"}}))
    lines = [accessible_name(link) for link in summary(page)._links]
    assert lines == ["That isn’t a date we recognise. Try 10 March 2026, or tick “I’m not sure”"]
    assert page.page.views["when"].labelled.error == "That isn’t a date we recognise. Try 10 March 2026"


def test_a_link_of_the_summary_leads_to_its_question(opened: Open) -> None:
    page = checked(opened(asks()))
    page.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert focus(page) is page.control("words")


def test_a_link_opens_what_hides_its_question(opened: Open) -> None:
    page = opened(asks(), {"words": "So."})
    page.filling.typed["worth"] = "a lot"
    checked(page)
    assert page.is_asked("worth")
    summary(page).answer_asked.emit("worth")
    assert focus(page) is page.control("worth")
    assert page.page.views["worth"].labelled.error == "Write an amount like £12.50"


def test_nothing_that_was_typed_is_cleared(opened: Open) -> None:
    typed = {"when": {"certainty": "day", "date": "soonish"}}
    page = checked(opened(asks(), typed))
    assert page.value("when") == typed["when"]


def test_an_error_that_was_mended_goes(opened: Open) -> None:
    page = checked(opened(asks()))
    page.control("words").setFocus()
    page.type("So.")
    checked(page)
    assert not summary(page).isVisible()
    assert page.page.views["words"].labelled.error == ""


def test_a_warning_stands_below_and_is_no_error(opened: Open) -> None:
    page = checked(opened(form(field("children", FieldType.CHILDREN)), {"children": [{"initials": "Liam"}]}))
    assert not summary(page).isVisible()
    banners = [banner for banner in page.page.views["children"].findChildren(Banner) if banner.isVisible()]
    assert [banner._text.words for banner in banners] == ["That looks like a name. Initials are enough, like L.M."]


def test_the_fields_of_a_page_line_up_when_one_of_them_is_wrong(opened: Open) -> None:
    page = checked(opened(asks()))
    lefts = {page.page.views[name].labelled.contentsMargins().left() for name in ("words", "when")}
    assert len(lefts) == 1
