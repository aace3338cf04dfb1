# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour computer: how Candour looks on this computer, and after how long an untouched screen is hidden and locked."""

from argparse import ArgumentParser, Namespace

import msgspec

from desktop.appearance import TEXT_SCALES, Appearance, Scheme, keep_appearance, load_appearance
from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.idle_limits import HIDE_MINUTES, LOCK_MINUTES, IdleLimits, KeptLimits, Notice

_SYSTEM = "system"
_HIGH, _COMPACT, _USUAL = "high", "compact", "usual"
_NAMES, _INITIALS = "names", "initials"


def add_computer(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour computer`."""
    parser.add_argument("--colours", choices=[_SYSTEM, *Scheme], help="light, dark, or as the system has them")
    parser.add_argument("--contrast", choices=[_USUAL, _HIGH], help="high: the system’s colours, with thicker lines")
    parser.add_argument("--text-size", type=int, choices=[_percent(scale) for scale in TEXT_SCALES], help="in per cent")
    parser.add_argument("--rows", choices=[_USUAL, _COMPACT], help="compact: lower rows in the inbox and in tables")
    parser.add_argument("--hide-after", type=int, choices=HIDE_MINUTES, help="minutes until an untouched screen hides")
    parser.add_argument("--lock-after", type=int, choices=LOCK_MINUTES, help="minutes until the records are locked")
    parser.add_argument(
        "--lists-begin", choices=[_NAMES, _INITIALS], help="what reviewers’ lists show after signing in"
    )
    parser.add_argument(
        "--notice", choices=[*Notice], help="how reviewers are told of something new while Candour is out of sight"
    )


def computer(arguments: Namespace, _terminal: Terminal) -> Output:
    """Show what was chosen for this computer, after changing what the command names."""
    home = candour_of(arguments).machine.home.root
    limits, look = KeptLimits(home), load_appearance(home)
    chosen_look, chosen_limits = _look(arguments, look), _limits(arguments, limits.now)
    if chosen_look != look:
        keep_appearance(home, chosen_look)
    if chosen_limits != limits.now:
        limits.choose(chosen_limits)
    data = {
        "colours": chosen_look.scheme.value if chosen_look.scheme else _SYSTEM,
        "contrast": _HIGH if chosen_look.high_contrast else _USUAL,
        "text_size": _percent(chosen_look.text_scale),
        "rows": _COMPACT if chosen_look.compact_rows else _USUAL,
        "hide_after": chosen_limits.hide_minutes,
        "lock_after": chosen_limits.lock_minutes,
        "lists_begin": _INITIALS if chosen_limits.initials_first else _NAMES,
        "notice": chosen_limits.notice.value,
    }
    return Output(data, [f"{name}: {value}" for name, value in data.items()])


def _look(arguments: Namespace, look: Appearance) -> Appearance:
    if arguments.colours is not None:
        scheme = None if arguments.colours == _SYSTEM else Scheme(arguments.colours)
        look = msgspec.structs.replace(look, scheme=scheme)
    if arguments.contrast is not None:
        look = msgspec.structs.replace(look, high_contrast=arguments.contrast == _HIGH)
    if arguments.text_size is not None:
        look = msgspec.structs.replace(look, text_scale=arguments.text_size / 100)
    if arguments.rows is not None:
        look = msgspec.structs.replace(look, compact_rows=arguments.rows == _COMPACT)
    return look


def _limits(arguments: Namespace, limits: IdleLimits) -> IdleLimits:
    return IdleLimits(
        hide_minutes=arguments.hide_after or limits.hide_minutes,
        lock_minutes=arguments.lock_after or limits.lock_minutes,
        initials_first=arguments.lists_begin == _INITIALS if arguments.lists_begin else limits.initials_first,
        notice=Notice(arguments.notice) if arguments.notice else limits.notice,
    )


def _percent(scale: float) -> int:
    return round(scale * 100)
