# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the story of a case looks: each happening as an item of the timeline, in words. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from desktop.cases.actions import Action
from desktop.cases.moments import (
    brief_day_words,
    long_day_words,
    sentence_words,
    spoken_words,
    story_words,
    told_day,
)
from desktop.cases.story import INCIDENT, Happening, Story
from desktop.clocks import london_day, short_date_words, time_words, weekday_words
from desktop.importing.old_records import IMPORTED
from desktop.people import School
from ui.review.looks import REDIRECT
from ui.review.words import Said, in_words, say, say_count
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.tag import TagLook
from ui.widgets.timeline_item import TimelineItem

APART = "apart"
"""The item that stands before what has no say; it opens nothing."""

_TONES: Mapping[str, Tone] = {
    "report": Tone.SOFT,
    "action": Tone.INFO,
    "action_update": Tone.INFO,
    "triage": Tone.SELF,
    "decision": Tone.OK,
    "outcome": Tone.OK,
    "lado_consultation": Tone.WARN,
    "lado_referral": Tone.WARN,
    "reason_without_advice": Tone.WARN,
}
_DAY = timedelta(days=1)
_BODY_LIMIT = 600


def timeline(story: Story, school: School, today: date) -> list[TimelineItem]:
    """The items of a story, oldest first; those that have no say stand at the end, under a line that says so."""
    items = list(_items(story.items, school, today))
    if story.apart:
        items.append(
            TimelineItem(
                id=APART, icon=Icon.BAN, title=say(Said.APART), when="", body=say(Said.APART_MORE), opens=False
            )
        )
        items += _items(story.apart, school, today)
    return items


def title_words(item: Happening) -> str:
    """What an item is called."""
    if item.kind == INCIDENT:
        return say(Said.WHEN_IT_HAPPENED)
    if item.kind == REDIRECT:
        return say(Said.REDIRECT)
    if item.title:
        return item.title
    if item.author is None and item.kind == "report":
        return say(Said.WROTE_UNKNOWN if "unknown_author" in item.flags else Said.WROTE_NO_NAME)
    return say(Said.WROTE_UNKNOWN if item.author is None else Said.UNKNOWN_ACT)


def recorded_words(item: Happening) -> str:
    """How long after it happened something was recorded."""
    later = (told_day(item.at, day_only=item.is_day_only) - item.day).days
    if later <= 0:
        return say(Said.RECORDED_SAME_DAY)
    return say(Said.RECORDED_NEXT_DAY) if later == 1 else say(Said.RECORDED_LATER, count=in_words(later))


def corrected_words(item: Happening, today: date) -> str:
    """That an item was corrected, and when; empty when it was not."""
    if item.corrected_at is None:
        return ""
    return say(Said.CORRECTED, when=sentence_words(item.corrected_at, today))


def action_words(action: Action, school: School) -> str:
    """Who does an action by when, and how often that was moved."""
    person = school.people.get(action.owner) if action.owner else None
    due = date.fromisoformat(action.due) if action.due else None
    day = short_date_words(due) if due else ""
    words = say(Said.ACTION_BY, name=person.name, day=day) if person else say(Said.ACTION_NOBODY, day=day)
    return say_count(Said.ACTION_MOVED_ONE, Said.ACTION_MOVED, action.moved, what=words) if action.moved else words


def action_tag(action: Action, today: date) -> TagLook | None:
    """By when an open action is due; nothing once it is over."""
    if not action.is_open or not action.due:
        return None
    due = date.fromisoformat(action.due)
    if due < today:
        return TagLook(say(Said.ACTION_OVERDUE), Tone.DANGER)
    near = {today: Said.DUE_TODAY, today + _DAY: Said.DUE_TOMORROW}.get(due)
    return TagLook(say(near), Tone.WARN) if near else TagLook(say(Said.DUE_ON, day=short_date_words(due)))


def _items(happenings: Iterable[Happening], school: School, today: date) -> Iterable[TimelineItem]:
    before: date | None = None
    for item in happenings:
        yield _item(item, school, today, same_day=item.day == before)
        before = item.day


def _item(item: Happening, school: School, today: date, *, same_day: bool) -> TimelineItem:
    is_quote = item.is_quote and item.action is None and item.corrected_at is None
    return TimelineItem(
        id=item.item_id,
        icon=Icon(item.icon),
        title=title_words(item),
        when=_when(item, today, same_day=same_day),
        spoken_when=_spoken_when(item, today),
        body=_body(item, school, today),
        tone=_TONES.get(item.kind, Tone.NEUTRAL),
        tag=_tag(item, today),
        quote=is_quote,
        is_minor=item.is_minor,
        opens=item.kind != INCIDENT and not (item.is_minor and not item.rows),
    )


def _when(item: Happening, today: date, *, same_day: bool) -> str:
    if item.kind == INCIDENT:
        return _brief(item.when, item.day, today)
    if told_day(item.at, day_only=item.is_day_only) != item.day:
        day = brief_day_words(item.day, today)
        imported = say(Said.IMPORTED_AT, day=day, when=story_words(item.at, today))
        return imported if item.kind in IMPORTED else day
    if not same_day or item.is_day_only:
        return _again(item, story_words(item.at, today, day_only=item.is_day_only), today)
    return _again(item, time_words(item.at), today)


def _again(item: Happening, when: str, today: date) -> str:
    if not item.again:
        return when
    same_day = london_day(item.again[-1]) == london_day(item.at)
    last = time_words(item.again[-1]) if same_day else story_words(item.again[-1], today)
    return say_count(Said.AND_AGAIN_ONE, Said.AND_AGAIN, len(item.again), when=when, last=last)


def _spoken_when(item: Happening, today: date) -> str:
    if item.kind == INCIDENT:
        return item.when
    if told_day(item.at, day_only=item.is_day_only) != item.day:
        return long_day_words(item.day, today)
    return spoken_words(item.at, today, day_only=item.is_day_only)


def _brief(when: str, day: date, today: date) -> str:
    """A day that is known, with its time, briefly; of anything vaguer, the day on which it begins."""
    long = weekday_words(day)
    brief = brief_day_words(day, today)
    return when.replace(long, brief) if long in when else brief


def _body(item: Happening, school: School, today: date) -> str:
    if item.kind == INCIDENT:
        told = "" if weekday_words(item.day) in item.when else item.when
        return " ".join(_sentence(part) for part in (told, item.where, recorded_words(item)) if part)
    if item.kind == REDIRECT:
        return say(Said.REDIRECT_MORE)
    if item.corrected_at is not None:
        return say(Said.CORRECTED_SHOW, when=sentence_words(item.corrected_at, today))
    late = told_day(item.at, day_only=item.is_day_only) != item.day
    parts = [action_words(item.action, school)] if item.kind == "action" and item.action else []
    parts += [item.words, recorded_words(item) if late else ""]
    return " ".join(part for part in parts if part)[:_BODY_LIMIT]


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _tag(item: Happening, today: date) -> TagLook | None:
    if item.flags:
        return TagLook(say(Said.ODD), Tone.DANGER, Icon.FLAG)
    if item.corrected_at is not None:
        return TagLook(corrected_words(item, today), Tone.WARN)
    if item.kind == "action" and item.action is not None:
        return action_tag(item.action, today)
    if item.label:
        return TagLook(item.label)
    return TagLook(say(Said.NEW), Tone.SOFT) if item.is_new else None
