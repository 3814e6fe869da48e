-- One index over everything. A docid is (minute of the thing << 20) + n, so that newest-first is plain rowid order.
CREATE TABLE search_doc (
  docid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL UNIQUE
) STRICT;

-- Texts reach it through search_text(), which folds letters and parts scripts without spaces (db/store/search-text.ts).
-- Marks are part of the words of many scripts; beginnings of up to five letters are what people type.
CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'",
  prefix = '1 2 3 4 5'
);

-- The words of the index, to find those that begin with what is being typed. Holds nothing of its own.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_fts, instance);
