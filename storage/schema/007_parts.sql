-- What desktop reads of many cases at once, side by side in an order of its own: what is looked at every day then lies
-- on few pages, however many cases there are. Derived like "views". Storage does not read it.

CREATE TABLE parts (
    place   TEXT NOT NULL,
    case_id TEXT NOT NULL,
    part    BLOB NOT NULL,
    PRIMARY KEY (place, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_case ON parts (case_id);
