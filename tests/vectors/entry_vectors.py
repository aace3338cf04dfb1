# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of strict JSON, frames, entries, chains and grants."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from storage.body import Author, Body, Standing, encode_body, entry_id
from storage.constants import BUCKETS, DIRECTORY_SIGNATURE, ENTRY_SIGNATURE, HEARTBEAT_SIGNATURE, RECEIPT_SIGNATURE
from storage.frame import pack
from storage.grants import grant_data
from storage.keys import SMALL_ORDER
from storage.verify import Addressee, verify
from tests.storage.school import SCHOOL, keys, kid, plain_body, seed
from tests.vectors.vector import Vector

OTHER_SCHOOL = seed("another school").hex()
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
REPLY = keys("somebody who returns").public.seal


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    return {**_json(), **_frames(), **_sound_entries(), **_malformed_entries(), **_unbelieved_entries(), **_chains(),
            **_destroyed(), **_grants()}  # fmt: skip


def _json() -> dict[str, Vector]:
    good = {
        "plain": b'{"a":[1,-2,null,true,false,"\xc3\xa9"]}',
        "line-end-and-tab": rb'{"a":"one\n\ttwo"}',
        "largest-integers": b"[9007199254740991,-9007199254740991]",
        "eight-levels": b"[" * 8 + b"]" * 8,
    }
    bad = {
        "duplicate-key": b'{"a":1,"a":2}',
        "duplicate-key-escaped": rb'{"a":1,"\u0061":2}',
        "not-a-number": b'{"a":NaN}',
        "infinity": b'{"a":-Infinity}',
        "fraction": b'{"a":1.0}',
        "exponent": b'{"a":1e2}',
        "exponent-out-of-range": b'{"a":1e400}',
        "integer-out-of-range": b'{"a":9007199254740992}',
        "leading-zero": b'{"a":01}',
        "lone-surrogate": rb'{"a":"\ud800"}',
        "control-character": rb'{"a":"\u000b"}',
        "control-character-in-a-key": rb'{"\u0000":1}',
        "carriage-return": rb'{"a":"one\r\ntwo"}',
        "delete-character": rb'{"a":"\u007f"}',
        "nine-levels": b"[" * 9 + b"]" * 9,
        "ten-thousand-levels": b"[" * 10_000 + b"]" * 10_000,
        "comma-at-the-end": b'{"a":1,}',
        "two-values": b"{} {}",
        "nothing": b" ",
        "byte-order-mark": b"\xef\xbb\xbf{}",
        "overlong-utf-8": b'{"a":"\xc0\xaf"}',
    }
    made = {f"json-{name}": _of("json", "success", [data]) for name, data in good.items()}
    return made | {f"json-{name}": _of("json", "malformed", [data]) for name, data in bad.items()}


def _frames() -> dict[str, Vector]:
    body, signature = b'{"a":1}', bytes(range(64))
    sound = pack(body, signature)
    large = pack(b"x" * 20_000, signature)
    bad = {
        "another-magic": b"CNDRF2\0\0" + sound[8:],
        "something-in-the-padding": sound[:-1] + b"\1",
        "a-larger-bucket-than-needed": sound.ljust(BUCKETS[1], b"\0"),
        "a-byte-short": sound[:-1],
        "a-byte-more": sound + b"\0",
        "no-bucket": sound.ljust(20_000, b"\0"),
        "length-past-the-end": sound[:8] + b"\xff" * 4 + sound[12:],
        "no-room-for-the-signature": sound[:8] + (BUCKETS[0] - 75).to_bytes(4, "big") + sound[12:],
    }
    made = {
        "frame-smallest": _frame(sound, "success", body),
        "frame-second-bucket": _frame(large, "success", b"x" * 20_000),
    }
    return made | {f"frame-{name}": _frame(data, "malformed") for name, data in bad.items()}


def _frame(data: bytes, expect: str, body: bytes | None = None) -> Vector:
    """Zeros at the end are said by their number: a frame is mostly padding."""
    bare = data.rstrip(b"\0")
    headers = [("zeros-follow", str(len(data) - len(bare)))]
    headers += [] if body is None else [("body-sha256", hashlib.sha256(body).hexdigest())]
    return _of("frame", expect, [bare], headers, encoding="base64")


def _sound_entries() -> dict[str, Vector]:
    named, anonymous = _walk_up(Standing.WALK_UP_NAMED, "Jo Smith, supply"), _walk_up(Standing.WALK_UP_ANONYMOUS)
    full = plain_body(
        case="ab" * 32, parents=("ab" * 32, "cd" * 32), supersedes="ef" * 32, reply=REPLY, seq=2, prev="12" * 32,
        data={"said": 'Ünïcode, a "quote", a line\nend and a \ttab', "n": -1, "list": [None, True, {"deep": []}]},
    )  # fmt: skip
    return {
        "entry-member": _entry(plain_body()),
        "entry-all-fields": _entry(full),
        "entry-walk-up-named": _entry(named),
        "entry-walk-up-anonymous": _entry(anonymous),
        "entry-by-ourselves": _entry(plain_body("dsl", ("head",)), writer="dsl"),
        "entry-for-our-reply-key": _entry(plain_body("head", (), to_reply=REPLY), writer="head", reply=REPLY),
        "entry-spaced-out": _entry(json.dumps(json.loads(encode_body(plain_body())), indent=1).encode()),
    }


def _walk_up(standing: Standing, claims: str = "", **changes: Any) -> Body:
    author = Author(pub=keys("ta").public.sign, standing=standing, claims=claims)
    at = "2026-11-20" if standing is Standing.WALK_UP_ANONYMOUS else "2026-11-20T14:03:22Z"
    return plain_body(author=author, **{"chain": None, "seq": None, "at": at, **changes})


def _malformed_entries() -> dict[str, Vector]:
    whole: dict[str, Any] = json.loads(encode_body(plain_body()))
    readers = sorted(whole["to"])
    changed: dict[str, dict[str, Any]] = {
        "unknown-field": {"extra": 1},
        "missing-field": {"tz": None},
        "version-nought": {"v": 0},
        "readers-out-of-order": {"to": readers[::-1]},
        "reader-twice": {"to": [readers[0], readers[0], readers[1]]},
        "seventeen-readers": {"to": sorted(kid(str(n)) for n in range(17))},
        "member-without-a-chain": {"chain": None, "seq": None},
        "member-without-a-number": {"seq": None},
        "first-with-a-predecessor": {"prev": "ab" * 32},
        "second-without-a-predecessor": {"seq": 2},
        "number-nought": {"seq": 0},
        "upper-case-id": {"school": SCHOOL.upper()},
        "line-end-after-an-id": {"chain": whole["chain"] + "\n"},
        "day-that-is-not": {"at": "2026-02-29"},
        "hour-that-is-not": {"at": "2026-11-20T24:00:00Z"},
        "time-with-an-offset": {"at": "2026-11-20T14:03:22+00:00"},
        "eleven-files": {"files": [{"blob": "ab" * 32, "size": 1, "name": "n", "type": "t"}] * 11},
        "fraction": {"data": {"n": 1.5}},
    }
    made = {
        f"entry-{name}": _entry(_written({**whole, **changes}), expect="malformed") for name, changes in changed.items()
    }
    bodies = {
        "walk-up-with-a-chain": _walk_up(Standing.WALK_UP_ANONYMOUS, chain="ab" * 16, seq=1),
        "walk-up-with-a-chain-and-no-number": _walk_up(Standing.WALK_UP_ANONYMOUS, chain="ab" * 16),
        "walk-up-named-without-a-name": _walk_up(Standing.WALK_UP_NAMED),
        "walk-up-anonymous-with-a-name": _walk_up(Standing.WALK_UP_ANONYMOUS, "Jo Smith"),
        "member-with-a-claimed-name": plain_body(
            author=Author(pub=keys("ta").public.sign, standing=Standing.MEMBER, claims="Jo Smith")
        ),
    }
    made |= {f"entry-{name}": _entry(body, expect="malformed") for name, body in bodies.items()}
    twice = encode_body(plain_body()).replace(b'"kind":"report"', b'"kind":"report","kind":"decision"')
    return made | {"entry-field-twice": _entry(twice, expect="malformed")}


def _written(fields: dict[str, Any]) -> bytes:
    """A body as it would be written, without the fields that are None."""
    kept = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _unbelieved_entries() -> dict[str, Vector]:
    body = encode_body(plain_body())
    signature = keys("ta").signing.sign(ENTRY_SIGNATURE, body)
    scalar = int.from_bytes(signature[32:], "little") + GROUP_ORDER
    small = sorted(SMALL_ORDER)[1]
    of_small_order = plain_body(author=Author(pub=small.hex(), standing=Standing.MEMBER))
    labels = {"a-statement": DIRECTORY_SIGNATURE, "a-heartbeat": HEARTBEAT_SIGNATURE, "a-receipt": RECEIPT_SIGNATURE}
    made = {
        "too-new": _entry(plain_body(v=2), expect="too new"),
        "too-new-with-unknown-fields": _entry(_written({"v": 3, "something": {"else": []}}), expect="too new"),
        "altered": _entry(body.replace(b"what I saw", b"what I said"), signature=signature, expect="bad signature"),
        "signed-by-another": _entry(plain_body(), writer="cook", expect="bad signature"),
        "malleated-signature": _entry(
            body, signature=signature[:32] + scalar.to_bytes(32, "little"), expect="bad signature"
        ),
        "key-of-small-order": _entry(of_small_order, signature=small + bytes(32), expect="bad signature"),
        "signature-of-the-bare-body": _entry(body, signature=_bare(body), expect="bad signature"),
        "of-another-school": _entry(plain_body(school=OTHER_SCHOOL), expect="wrong school"),
        "forwarded-to-who-is-not-named": _entry(plain_body(to=("head",)), expect="wrong reader"),
        "for-nobody": _entry(plain_body(to=()), expect="wrong reader"),
        "for-another-reply-key": _entry(plain_body(to=("head",), to_reply=REPLY), expect="wrong reader"),
    }
    made |= {
        f"signed-as-{name}": _entry(plain_body(), label=label, expect="bad signature")
        for name, label in labels.items()
    }  # fmt: skip
    return {f"entry-{name}": vector for name, vector in made.items()}


def _bare(body: bytes) -> bytes:
    """A signature without label and length, as another program would make it."""
    from nacl.signing import SigningKey

    return SigningKey(keys("ta").signing.seed).sign(body).signature


def _entry(
    body: Body | bytes, *, writer: str = "ta", signature: bytes | None = None, label: bytes = ENTRY_SIGNATURE,
    expect: str = "success", reply: str | None = None,
) -> Vector:  # fmt: skip
    data = body if isinstance(body, bytes) else encode_body(body)
    made = signature or keys(writer).signing.sign(label, data)
    headers = [("school", SCHOOL), ("kid", kid("dsl")), ("signature", made.hex())]
    headers += [("reply", reply)] if reply else []
    if expect == "success":
        entry = verify(pack(data, made), Addressee(SCHOOL, frozenset({kid("dsl")}), reply))
        headers += [("eid", entry.eid), ("author-kid", entry.author_kid), ("case", entry.case)]
    return _of("entry", expect, [data], headers, encoding="utf-8" if b"\n" not in data else "base64")


def _chains() -> dict[str, Vector]:
    first, second, third = (_link(seq) for seq in (1, 2, 3))
    other = _link(2, ack="ff" * 16)
    stray = _link(3, prev="ab" * 32)
    early = _link(2, at="2026-11-20T14:03:21Z")
    return {
        "chain-in-order": _chain([first, second, third], "success"),
        "chain-out-of-order": _chain([third, first, second], "success"),
        "chain-with-one-twice": _chain([first, second, first], "success"),
        "chain-gap": _chain([first, third], "gap", ("missing", "2")),
        "chain-gap-at-the-beginning": _chain([third], "gap", ("missing", "1 2")),
        "chain-fork": _chain([first, second, other], "chain fork"),
        "chain-break": _chain([first, second, stray], "chain break"),
        "chain-break-seen-from-before": _chain([stray, first, second], "chain break"),
        "chain-clock-before-the-previous": _chain([first, early], "clock before previous"),
        "chain-of-another-author-under-the-same-id": _chain([first, second, _link(9, "cook", prev="ab" * 32)], "gap",
                                                            ("missing", "1 2 3 4 5 6 7 8")),
    }  # fmt: skip


def _destroyed() -> dict[str, Vector]:
    """The same chains, of which one entry is destroyed as soon as it has been taken in."""
    first, second, third = (_link(seq) for seq in (1, 2, 3))
    other = _link(2, ack="ff" * 16)
    stray = _link(3, prev="ab" * 32)
    return {
        "destroyed-in-the-middle": _gone([first, second, third], 2, "success", "1 3"),
        "destroyed-at-the-end": _gone([first, second, third], 3, "success", "1 2"),
        "destroyed-and-come-again": _gone([first, second, second, third], 2, "success", "1 4"),
        "destroyed-beside-a-gap": _gone([second, third], 1, "gap", "2", ("missing", "1")),
        "destroyed-and-forked": _gone([first, second, other], 2, "chain fork", "1 3"),
        "destroyed-and-not-named-by-the-next": _gone([first, second, stray], 2, "chain break", "1 3"),
    }


def _gone(links: Sequence[tuple[bytes, bytes]], destroy: int, expect: str, held: str, *more: tuple[str, str]) -> Vector:
    chain = _chain(links, expect, ("destroy", str(destroy)), ("held", held), *more)
    return Vector([("what", "destroyed"), *chain.headers[1:]], chain.payloads)


def _link(seq: int, writer: str = "ta", **changes: Any) -> tuple[bytes, bytes]:
    prev: str | None = None
    for number in range(1, seq):
        prev = entry_id(encode_body(_numbered(number, prev, writer)))
    body = encode_body(_numbered(seq, changes.pop("prev", prev), writer, **changes))
    return body, keys(writer).signing.sign(ENTRY_SIGNATURE, body)


def _numbered(seq: int, prev: str | None, writer: str, **changes: Any) -> Body:
    return plain_body(writer, seq=seq, prev=prev, **{"ack": f"{seq:032x}", **changes})


def _chain(links: Sequence[tuple[bytes, bytes]], expect: str, *more: tuple[str, str]) -> Vector:
    signatures = [("signature", signature.hex()) for _, signature in links]
    headers = [("school", SCHOOL), ("kid", kid("dsl")), *signatures, *more]
    return _of("chain", expect, [body for body, _ in links], headers)


def _grants() -> dict[str, Vector]:
    old = verify(pack(*_link(1)), Addressee(SCHOOL, frozenset({kid("dsl")})))
    foreign_body = encode_body(plain_body(school=OTHER_SCHOOL))
    foreign = verify(
        pack(foreign_body, keys("ta").signing.sign(ENTRY_SIGNATURE, foreign_body)),
        Addressee(OTHER_SCHOOL, frozenset({kid("dsl")})),
    )

    def through(name: str) -> dict[str, object]:
        """What a grant says that hands on the grant by which this reader holds the old entry."""
        body = encode_body(plain_body("dsl", (name,), kind="grant", case=old.case, data=grant_data(old)))
        frame = pack(body, keys("dsl").signing.sign(ENTRY_SIGNATURE, body))
        return grant_data(verify(frame, Addressee(SCHOOL, frozenset({kid(name)}))))

    altered = {**grant_data(old), "body": grant_data(foreign)["body"]}
    return {
        "grant-by-a-reader": _grant("dsl", old.case, grant_data(old), "success", ("granted", old.eid)),
        "grant-by-its-author": _grant("ta", old.case, grant_data(old), "success", ("granted", old.eid)),
        "grant-by-an-outsider": _grant("chair", old.case, grant_data(old), "wrong reader"),
        "grant-of-a-grant": _grant("head", old.case, through("head"), "success", ("granted", old.eid)),
        "grant-of-a-grant-to-somebody-else": _grant("cook", old.case, through("head"), "wrong reader"),
        "grant-of-a-grant-under-another-case": _grant("head", "ab" * 32, through("head"), "malformed"),
        "grant-of-another-school": _grant("dsl", foreign.case, grant_data(foreign), "wrong school"),
        "grant-of-altered-words": _grant("dsl", old.case, altered, "bad signature"),
        "grant-of-nothing": _grant("dsl", old.case, {}, "malformed"),
    }


def _grant(giver: str, case: str, data: dict[str, object], expect: str, *more: tuple[str, str]) -> Vector:
    body = encode_body(plain_body(giver, ("vice",), kind="grant", case=case, data=data))
    signature = keys(giver).signing.sign(ENTRY_SIGNATURE, body)
    headers = [("school", SCHOOL), ("kid", kid("vice")), ("signature", signature.hex()), *more]
    return _of("grant", expect, [body], headers)


def _of(
    what: str, expect: str, payloads: list[bytes], headers: Sequence[tuple[str, str]] = (), encoding: str | None = None
) -> Vector:
    written = encoding or ("utf-8" if all(_is_text(payload) for payload in payloads) else "base64")
    return Vector([("what", what), ("expect", expect), ("encoding", written), *headers], payloads)


def _is_text(payload: bytes) -> bool:
    """Say whether a payload can stand in the file as it is."""
    try:
        text = payload.decode()
    except UnicodeDecodeError:
        return False
    return len(text) < 4000 and text.isprintable() and bool(text.strip())
