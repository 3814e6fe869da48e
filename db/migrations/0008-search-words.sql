-- Beginnings of four and five letters are as common as shorter ones while somebody types, and marks are part of the words
-- of many scripts. Nothing was released with the index as it was; what is there already is read again as it stands.
DROP TABLE search_fts;
CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'",
  prefix = '1 2 3 4 5'
);
INSERT INTO search_fts (rowid, title, body) SELECT d.docid, '', t.body FROM search_doc d JOIN entry t ON t.id = d.ref;
INSERT INTO search_fts (rowid, title, body) SELECT d.docid, t.title, t.notes FROM search_doc d JOIN task t ON t.id = d.ref;
INSERT INTO search_fts (rowid, title, body) SELECT d.docid, t.title, t.notes FROM search_doc d JOIN event t ON t.id = d.ref;

-- The words of the index, to find those that begin with what is being typed. Holds nothing of its own.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_fts, instance);
