# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where somebody is in a form, and where Continue, Back and Change lead them (ux.md S2, S6).

Pure: the form, the place and the answers in, the next place out. It knows no window. What was typed is never taken
away here: a question that is no longer asked keeps its answer in the caller's hands and is only left out of `kept`.
"""

from collections.abc import Mapping

import msgspec

from desktop.forms.conditions import is_given, visible
from desktop.forms.spec import FormSpec, Page, PageAction

CHECK = "check"
"""The place after the last question: everything is read back before it is sent."""


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a form: a page's id, or CHECK. `returns`: one answer is being changed, then back to the check page."""

    at: str
    returns: bool = False


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How many of how many questions have been reached; an interruption counts with the question before it."""

    number: int
    total: int


def begin(spec: FormSpec) -> Flow:
    """The first page."""
    return Flow(at=spec.pages[0].page_id)


def go_on(spec: FormSpec, flow: Flow, typed: Mapping[str, object], *, signed_in: bool) -> Flow:
    """Continue: the next page that is asked, or the check page after the last one.

    Whoever changes one answer goes back to the check page, unless the change calls for an interruption that they have
    not answered yet. From a page that turns away there is nowhere to go but the beginning.
    """
    if flow.at != CHECK and spec.page(flow.at).action is PageAction.REDIRECT_CHILD:
        return begin(spec)
    ahead = _after(spec, flow.at, _shown(spec, typed, signed_in=signed_in))
    if flow.returns:
        waiting = next((page for page in ahead if _is_open_interruption(page, typed)), None)
        return Flow(at=waiting.page_id, returns=True) if waiting else Flow(at=CHECK)
    return Flow(at=ahead[0].page_id if ahead else CHECK)


def go_back(spec: FormSpec, flow: Flow, typed: Mapping[str, object], *, signed_in: bool) -> Flow | None:
    """Back: the question before, passing over interruptions; from a change to the check page; None at the beginning."""
    if flow.returns:
        return Flow(at=CHECK)
    shown = _shown(spec, typed, signed_in=signed_in)
    ahead = {page.page_id for page in _after(spec, flow.at, shown)}
    behind = [page for page in shown if page.action is PageAction.ASK and page.page_id not in {*ahead, flow.at}]
    return Flow(at=behind[-1].page_id) if behind else None


def change(page_id: str) -> Flow:
    """Change one answer from the check page."""
    return Flow(at=page_id, returns=True)


def progress(spec: FormSpec, flow: Flow, typed: Mapping[str, object], *, signed_in: bool) -> Progress:
    """Say which question this is. The check page counts as the last one."""
    shown = _shown(spec, typed, signed_in=signed_in)
    ahead = _after(spec, flow.at, shown)
    total, left = (sum(page.action is PageAction.ASK for page in pages) for pages in (shown, ahead))
    return Progress(number=total - left, total=total)


def kept(spec: FormSpec, typed: Mapping[str, object], *, signed_in: bool) -> dict[str, object]:
    """The answers that count: given, and to a question that is asked. An unticked box says nothing."""
    asked = visible(spec, typed, signed_in=signed_in).fields
    return {name: typed[name] for name in asked if is_given(typed.get(name)) and typed[name] is not False}


def carried(into: FormSpec, typed: Mapping[str, object], out_of: FormSpec) -> dict[str, object]:
    """What somebody has typed in one form that another asks for in the same way, for whoever changes forms."""
    asked = {(field.name, field.type, field.choices) for _, field in into.fields()}
    return {
        field.name: typed[field.name]
        for _, field in out_of.fields()
        if field.name in typed and (field.name, field.type, field.choices) in asked
    }


def _shown(spec: FormSpec, typed: Mapping[str, object], *, signed_in: bool) -> list[Page]:
    shown = visible(spec, typed, signed_in=signed_in).pages
    return [page for page in spec.pages if page.page_id in shown]


def _after(spec: FormSpec, at: str, shown: list[Page]) -> list[Page]:
    """The pages of these that come after a place, which need not be among them any more."""
    if at == CHECK:
        return []
    order = [page.page_id for page in spec.pages]
    return [page for page in shown if order.index(page.page_id) > order.index(at)]


def _is_open_interruption(page: Page, typed: Mapping[str, object]) -> bool:
    is_answered = any(is_given(typed.get(field.name)) for field in page.fields)
    return page.action is PageAction.SPEAK_FIRST and not is_answered
