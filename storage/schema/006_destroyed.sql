-- What was destroyed at the end of its time: of each entry what its chain needs, and by which entry it was; the names
-- of its files, so that none is taken in again; and the files of the exchange that are to be removed once each reader's
-- vault has left its receipt.

CREATE TABLE stubs (
    eid         TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    chain       TEXT,
    seq         INTEGER,
    prev        TEXT,
    received_at TEXT NOT NULL,
    granted_by  TEXT,
    destroyed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stubs_by_chain ON stubs (chain, seq) WHERE chain IS NOT NULL;
CREATE INDEX stubs_by_act ON stubs (destroyed_by);

CREATE TABLE destroyed_files (blob TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE removals (
    name         TEXT NOT NULL,
    kid          TEXT NOT NULL,
    token        TEXT NOT NULL,
    eid          TEXT NOT NULL,
    destroyed_by TEXT NOT NULL,
    PRIMARY KEY (name, kid)
) STRICT, WITHOUT ROWID;

CREATE VIEW chained AS
    SELECT eid, author, at, chain, seq, prev, received_at, granted_by FROM entries
    UNION ALL
    SELECT eid, author, at, chain, seq, prev, received_at, granted_by FROM stubs;
