-- The first vault. An entry is its signed bytes. When it came and what was odd then are facts of this vault; every other
-- column of "entries", and all of "views", is derived and can be made again with an identical result.

CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
    eid         TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    chain       TEXT,
    seq         INTEGER,
    prev        TEXT,
    received_at TEXT NOT NULL,
    flags       TEXT NOT NULL,
    granted_by  TEXT,
    body        BLOB NOT NULL,
    signature   BLOB NOT NULL
) STRICT;
CREATE INDEX entries_by_case ON entries (case_id);
CREATE INDEX entries_by_chain ON entries (chain, seq) WHERE chain IS NOT NULL;

-- Our own chains: where each audience's next entry follows on.
CREATE TABLE own_chains (
    audience TEXT PRIMARY KEY,
    chain    TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    prev     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every file seen in the exchange, and what became of it.
CREATE TABLE arrivals (
    name     TEXT PRIMARY KEY,
    digest   TEXT NOT NULL,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    outcome  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    seen_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_by_digest ON arrivals (digest);
CREATE INDEX arrivals_by_outcome ON arrivals (outcome);

-- The one token that we leave for each content, under whatever names and however often it is seen: a second one for
-- what was not for us, and none for what was, would tell the two apart.
CREATE TABLE tokens (
    digest  TEXT PRIMARY KEY,
    token   TEXT NOT NULL UNIQUE,
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What we sent: the sealed bytes until they have been received, and the tokens that would say so.
CREATE TABLE outbox (
    name     TEXT PRIMARY KEY,
    eid      TEXT NOT NULL,
    sealed   BLOB,
    made_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_by_eid ON outbox (eid);
CREATE TABLE expected (
    token       TEXT PRIMARY KEY,
    eid         TEXT NOT NULL,
    kid         TEXT NOT NULL,
    ack         TEXT NOT NULL,
    received_at TEXT,
    noticed_at  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX expected_by_eid ON expected (eid);

-- What desktop wants found quickly: one row a case, on a shelf, in an order. Storage does not read it.
CREATE TABLE views (
    case_id TEXT PRIMARY KEY,
    shelf   TEXT NOT NULL,
    rank    TEXT NOT NULL,
    row     BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX views_by_shelf ON views (shelf, rank);
CREATE TABLE view_tags (
    tag     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (tag, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_tags_by_case ON view_tags (case_id);

CREATE TABLE drafts (name TEXT PRIMARY KEY, saved_at TEXT NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
