-- What can be found by words: the words of each case, which desktop gives with its row, cut into what begins a word.
-- The index keeps no text. "search_cases" says which case a number means, and the hash of its words: so that what was
-- indexed can be compared with what is made again.

CREATE TABLE search_cases (
    number  INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    digest  TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);
