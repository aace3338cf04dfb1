-- The files of entries, in their frames, a mebibyte a row; and which of an entry's parts was sent: the entry itself is
-- part 0, its files follow.

CREATE TABLE files (
    blob TEXT NOT NULL,
    n    INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (blob, n)
) STRICT;

ALTER TABLE outbox ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE expected ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
