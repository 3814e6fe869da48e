-- What the files in the data folder's attachments/ are; outside the ledger. The id is the first half of the contents' SHA-256.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  extension TEXT NOT NULL CHECK (length(extension) BETWEEN 1 AND 8),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  created_at_ms INTEGER NOT NULL
) STRICT;
