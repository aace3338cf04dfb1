-- What desktop keeps ready of a case beside its row: what it shows in somebody's chronology, and what patterns count of
-- it. Derived like "views", and in a table of its own, so that an inbox reads none of it. Storage does not read it.

CREATE TABLE ready (
    case_id TEXT PRIMARY KEY,
    item    BLOB NOT NULL,
    counted BLOB NOT NULL
) STRICT;
