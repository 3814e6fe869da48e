-- Not in the ledger: what stands in the capture bar and is not filed yet. One row.
CREATE TABLE capture_draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  text TEXT NOT NULL,
  ignored TEXT NOT NULL CHECK (json_valid(ignored)),
  updated_at_ms INTEGER NOT NULL
) STRICT;
