# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A kill while a passphrase is changed, a kit is made, records are backed up or restored, locks nobody out.

The old passphrase opens or the new one does (security.md I5); a kit that is there opens; every backup under its own
name is whole; a restored vault is whole or not there. The short form tries a few points, the long form all of them.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.backup import back_up, check_backup, restore
from desktop.services import open_candour
from desktop.soundness import check
from storage.errors import Fault, KnownError
from storage.exchange import BACKUPS
from storage.home import Home
from storage.kit import CHECKED_GROUPS, kit_of, use_kit
from storage.recovery_code import RecoveryCode
from storage.slots import FLOOR
from storage.vault import open_vault, open_vault_with_code
from tests.faults.driver import Job
from tests.faults.driving import Point, Told, all_calls, killed_at, points
from tests.faults.ground import Ground
from tests.faults.tally import Tally
from tests.faults.workshop import Workshop
from tests.school import NOW, Hands

CODE = RecoveryCode(bytes(range(16)))
TYPED = "-".join(CODE.groups)
NEW = "window carpet onion tunnel"

pytestmark = pytest.mark.usefixtures("strace")


@dataclass(frozen=True, slots=True)
class Rescue:
    """A deed, the ground that it is done on, its job there, and what may not be so afterwards."""

    deed: str
    prepare: Callable[[Ground], None]
    job: Callable[[Ground], Job]
    wrong: Callable[[Ground, Told], list[str]]

    @override
    def __str__(self) -> str:
        return self.deed


def _folder(ground: Ground) -> Path:
    return Home(ground.school.home).vault(ground.school.dsl.person_id)


def _job(ground: Ground, deed: str, **values: object) -> Job:
    dsl = ground.school.dsl
    return Job(
        deed=deed,
        home=str(ground.school.home),
        person=dsl.person_id,
        key=ground.keys.key(dsl).hex(),
        values={"old": dsl.passphrase, "new": NEW, "code": TYPED, **values},
    )


def _opens(ground: Ground, passphrase: str) -> bool:
    try:
        open_vault(_folder(ground), passphrase.encode()).close()
    except KnownError as error:
        assert error.code is Fault.WRONG_PASSPHRASE  # noqa: PT017 - any other is told by the test that asks
        return False
    return True


# Another passphrase


def _nothing(_ground: Ground) -> None:
    pass


def _wrong_passphrase(ground: Ground, told: Told) -> list[str]:
    try:
        new, old = _opens(ground, NEW), _opens(ground, ground.school.dsl.passphrase)
    except KnownError as error:
        return [f"lost: neither opens ({error.code})"]
    found = [] if new != old else [f"lost: the old one opens: {old}, the new one opens: {new}"]
    return found + (["lost: it was told to be changed"] if told.saved and not new else [])


# A kit


def _wrong_kit(ground: Ground, told: Told) -> list[str]:
    with ground.session("dsl") as session:
        is_there = kit_of(session.vault) is not None
    if not _opens(ground, ground.school.dsl.passphrase):
        return ["lost: the passphrase opens no more"]
    if is_there:
        open_vault_with_code(_folder(ground), CODE, NEW.encode(), FLOOR).close()
    return ["lost: it was told to be in use"] if told.saved and not is_there else []


# A backup


def _with_a_backup(ground: Ground) -> None:
    ground.file("ta")
    with ground.session("dsl", Hands(NOW - timedelta(days=1))) as session:
        session.sync()
        typed = [CODE.groups[number - 1] for number in CHECKED_GROUPS]
        use_kit(session.vault, ground.school.dsl.passphrase.encode(), CODE, typed, NOW.date())
        back_up(session)


def _wrong_backup(ground: Ground, told: Told) -> list[str]:
    folder, candour = ground.school.exchange / BACKUPS, ground.school.open()
    found = []
    for path in folder.glob("*.cbak"):
        try:
            check_backup(candour, path, TYPED)
        except KnownError as error:
            found.append(f"half a file: {path.name} ({error.code})")
    names = {path.name for path in folder.iterdir()}
    found += [f"lost: {name}" for name in told.saved if name not in names]
    with ground.session("dsl", Hands(NOW + timedelta(days=1))) as session:
        back_up(session)
        found += [f"unsound: {trouble.value}" for trouble in check(session).troubles]
    return found + [f"litter: {path.name}" for path in _folder(ground).glob(".backup-*")]


# Restoring


def _new_home(ground: Ground) -> Path:
    return ground.school.home.with_name("new home")


def _to_restore(ground: Ground) -> None:
    shutil.rmtree(_new_home(ground), ignore_errors=True)
    _with_a_backup(ground)


def _restore_job(ground: Ground) -> Job:
    job = _job(ground, "restore", source=str(ground.school.exchange / BACKUPS))
    return Job(deed=job.deed, home=str(_new_home(ground)), values=job.values)


def _wrong_restored(ground: Ground, told: Told) -> list[str]:
    home, candour = Home(_new_home(ground)), open_candour(_new_home(ground), Hands())
    dsl = ground.school.dsl
    if not home.vault(dsl.person_id).exists():
        restore(candour, ground.school.exchange / BACKUPS, TYPED)
        return ["lost: the records"] if told.saved else []
    try:
        session = candour.sign_in(dsl.person_id, dsl.passphrase)
    except KnownError as error:
        return [f"half a vault: {error.code}"]
    try:
        return [f"unsound: {trouble.value}" for trouble in check(session).troubles]
    finally:
        session.close()


RESCUES = (
    Rescue("change_passphrase", _nothing, lambda ground: _job(ground, "change_passphrase"), _wrong_passphrase),
    Rescue("use_kit", _nothing, lambda ground: _job(ground, "use_kit"), _wrong_kit),
    Rescue("back_up", _with_a_backup, lambda ground: _job(ground, "back_up"), _wrong_backup),
    Rescue("restore", _to_restore, _restore_job, _wrong_restored),
)


def _tried(workshop: Workshop, rescue: Rescue, what: tuple[str, ...], broken: str = "") -> tuple[Told, list[str]]:
    ground = workshop.fresh()
    rescue.prepare(ground)
    job = rescue.job(ground)
    job = Job(deed=job.deed, home=job.home, person=job.person, key=job.key, values=job.values, broken=broken)
    told = workshop.driver.trace(job, workshop.log, *what)
    return told, [f"bug: {told.bug}"] if told.bug else rescue.wrong(ground, told)


def _points(workshop: Workshop, rescue: Rescue, broken: str = "") -> list[Point]:
    _tried(workshop, rescue, all_calls(), broken)
    home = workshop.folder / "home"
    return points(workshop.log, home, home.with_name("new home"))


@pytest.mark.parametrize("rescue", RESCUES, ids=str)
def test_a_kill_at_a_system_call_locks_nobody_out(workshop: Workshop, tally: Tally, rescue: Rescue) -> None:
    for point in workshop.some(_points(workshop, rescue), 3, offset=RESCUES.index(rescue)):
        told, found = _tried(workshop, rescue, killed_at(point))
        tally.add(point, found, told)
    tally.settle()
    assert tally.counted["killed"] > 0


@pytest.mark.parametrize(
    ("broken", "place", "call", "sign"),
    [
        ("rewraps_in_place", 0, r"rename.*vault\.keys", "lost"),
        ("delivers_in_place", 2, r"write.*\.cbak", "half a file"),
        ("restores_in_place", 3, r"rename.*/vaults/.*vault\.keys", "half a vault"),
    ],
)
def test_a_build_that_does_it_in_place_is_noticed(
    workshop: Workshop, broken: str, place: int, call: str, sign: str
) -> None:
    rescue = RESCUES[place]
    there = [point for point in _points(workshop, rescue, broken) if re.search(call, point.line)]
    tried = (_tried(workshop, rescue, killed_at(point), broken)[1] for point in reversed(there))
    assert any(each.startswith(sign) for found in tried for each in found)
