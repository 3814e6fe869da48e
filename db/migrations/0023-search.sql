-- Questions a person keeps under a name.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  query TEXT NOT NULL,
  position REAL NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

-- What was asked lately, and what is opened often from the palette; outside the ledger, and nobody else's business.
CREATE TABLE recent_search (
  query TEXT PRIMARY KEY COLLATE NOCASE,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE palette_use (
  item TEXT PRIMARY KEY,
  weight REAL NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Projects and focus sessions can be found from now on; their triggers come with the schema, what is there already here.
INSERT INTO search_doc (docid, kind, ref)
SELECT ((min(max(0, at_ms / 60000), 4223000000)) * 1048576) + 524288 + row_number() OVER (ORDER BY at_ms, id), kind, id
FROM (
  SELECT id, 'project' AS kind, created_at_ms AS at_ms FROM project
  UNION ALL SELECT id, 'session', started_at_ms FROM focus_session
);
INSERT INTO search_fts (rowid, title, body)
SELECT d.docid, search_text(p.name), search_text(p.notes) FROM search_doc d JOIN project p ON p.id = d.ref
UNION ALL SELECT d.docid, search_text(s.intention), '' FROM search_doc d JOIN focus_session s ON s.id = d.ref;
