# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report prints of its figures, case by case, with a threshold of five."""

from collections.abc import Sequence
from datetime import date

from desktop.disclosure.choosing import Line, Share, Table, Total, Wish, release
from desktop.disclosure.figures import Figure, Issued, Part, Unit
from tests.desktop.disclosure.little_schools import SPLITS, Happened, day, numbers_of
from tests.desktop.disclosure.test_promise import broken

AUTUMN, YEAR = (day(0), day(0)), (day(0), day(1))


def things(on: int = 0, own: int = 0, **about: int) -> list[Happened]:
    """This many of each kind on a day, of which so many are self-reports."""
    kinds = [kind for kind, many in about.items() for _ in range(many)]
    return [Happened(day(on), kind, "self" if at < own else "other") for at, kind in enumerate(kinds)]


def printed(
    happened: Sequence[Happened], wishes: Sequence[Wish], before: Sequence[Issued] = ()
) -> dict[str, tuple[int, int | None]]:
    made = release(wishes, SPLITS, before, numbers_of(happened), 5)
    return {name: (figure.least, figure.below) for name, figure in made.lines.items()}


def issued(happened: Sequence[Happened], wishes: Sequence[Wish]) -> Issued:
    return release(wishes, SPLITS, (), numbers_of(happened), 5).issued


def total(period: tuple[date, date] = AUTUMN, *, says_none: bool = True) -> Total:
    first, last = period
    return Total("all", "shared", first, last, says_none=says_none)


def about(period: tuple[date, date] = AUTUMN) -> Table:
    lines = tuple(Line(cell, Part("about", (cell,), *period)) for cell in "abc")
    return Table("shared", Part("", (), *period), lines)


def own(period: tuple[date, date] = AUTUMN) -> Table:
    return Table("shared", Part("", (), *period), (Line("own", Part("sent_by", ("self",), *period)),))


def test_a_part_of_fewer_than_five_is_printed_as_fewer_than_five() -> None:
    assert printed(things(a=9, b=2, c=8), [total(), about()])["b"] == (0, 5)


def test_a_part_of_none_is_printed_like_a_part_of_four() -> None:
    assert printed(things(a=9, b=0, c=8), [total(), about()])["b"] == (0, 5)


def test_of_one_small_part_beside_others_another_is_kept_back() -> None:
    assert printed(things(a=9, b=2, c=8), [total(), about()]) == {
        "all": (19, 20), "a": (9, 10), "b": (0, 5), "c": (5, None),
    }  # fmt: skip


def test_where_all_parts_are_large_all_are_printed() -> None:
    assert printed(things(a=9, b=5, c=6), [total(), about()])["b"] == (5, 6)


def test_where_the_parts_would_tell_too_much_none_is_printed() -> None:
    assert printed(things(a=5, b=0, c=0), [total(), about()]) == {"all": (5, 6)}


def test_a_total_of_one_to_four_has_no_parts() -> None:
    assert printed(things(a=2, b=1), [total(), about(), own()]) == {"all": (1, 5)}


def test_a_total_of_none_is_printed_as_none() -> None:
    assert printed([], [total()]) == {"all": (0, 1)}


def test_a_report_that_must_not_tell_none_from_few_does_not() -> None:
    wish = [total(says_none=False)]
    assert printed([], wish) == printed(things(a=3), wish) == {"all": (0, 5)}


def test_the_rest_beside_one_printed_part_is_no_small_number() -> None:
    assert printed(things(a=12, own=10), [total(), own()])["own"] == (5, None)


def test_a_later_total_cannot_be_subtracted_from_an_earlier_one() -> None:
    autumn, spring = things(a=12), things(1, b=2)
    before = issued(autumn, [total()])
    assert printed([*autumn, *spring], [total(YEAR)], [before]) == {"all": (10, 20)}


def test_a_later_total_that_leaves_a_large_rest_is_printed() -> None:
    autumn, spring = things(a=12), things(1, b=7)
    before = issued(autumn, [total()])
    assert printed([*autumn, *spring], [total(YEAR)], [before]) == {"all": (19, 20)}


def test_the_same_report_again_says_the_same() -> None:
    happened = things(a=9, b=2, c=8)
    wishes: list[Wish] = [total(), about(), own()]
    assert printed(happened, wishes, [issued(happened, wishes)]) == printed(happened, wishes)


def test_a_record_taken_back_since_is_told_as_it_stands_now() -> None:
    happened = things(a=12)
    before = issued(happened, [total()])
    assert printed(happened[1:], [total()], [before]) == {"all": (11, 12)}


def share_of(*, late: int, decided: int) -> Figure | None:
    happened = things(a=decided, own=decided - late)
    wish = Share("share", "shared", Part("sent_by", ("self",), *AUTUMN), base=10)
    return release([total(), wish], SPLITS, (), numbers_of(happened), 5).lines.get("share")


def test_no_share_is_given_of_fewer_than_ten() -> None:
    assert share_of(late=1, decided=9) is None


def test_a_share_that_tells_of_one_late_decision_is_said_more_coarsely() -> None:
    assert share_of(late=1, decided=21) == Figure(
        group="shared", split="sent_by", cells=("self",), first=day(0), last=day(0), least=150, unit=Unit.SHARE, base=10
    )


def test_a_share_whose_rest_is_large_is_given_to_the_percent() -> None:
    found = share_of(late=10, decided=40)
    assert found is not None
    assert (found.least, found.below) == (149, 151)


def test_a_part_of_nearly_everything_is_not_printed_exactly_beside_the_whole() -> None:
    happened = things(a=12)
    part = Part("", (), *AUTUMN)
    beside = Table("asked", part, (Line("asked", part),), beside="shared")

    def numbers(group: str, part: Part) -> int:
        return 10 if group == "asked" else numbers_of(happened)(group, part)

    assert release([beside], SPLITS, (), numbers, 5).lines["asked"].below is None


def test_printing_whatever_is_large_enough_by_itself_would_be_undone() -> None:
    kinds = {"a": 9, "b": 2, "c": 8}
    naive = [Figure(group="shared", first=day(0), last=day(0), least=19, below=20)]
    naive += [
        Figure(group="shared", split="about", cells=(cell,), first=day(0), last=day(0), least=least, below=below)
        for cell, least, below in ((c, *((n, n + 1) if n >= 5 else (0, 5))) for c, n in kinds.items())
    ]
    assert broken(naive, 5, most=20)
