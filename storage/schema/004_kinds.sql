-- Entries of a kind are looked for across all cases (an audit, a daily check): without reading any of the others.

CREATE INDEX entries_by_kind ON entries (kind, at);
