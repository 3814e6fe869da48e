-- One index over everything. A docid is (minute of the thing << 20) + n, so that newest-first is plain rowid order.
CREATE TABLE search_doc (
  docid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3'
);
