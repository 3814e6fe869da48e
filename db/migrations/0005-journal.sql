-- The text stands last, so that lists read a row without walking over its pages.
CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  mood INTEGER CHECK (mood BETWEEN 1 AND 5),
  at_ms INTEGER NOT NULL,
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entry_day ON entry (day, at_ms, word_count, mood);
CREATE INDEX entry_at ON entry (at_ms);

-- Not in the ledger: what was typed since the last commit of its entry.
CREATE TABLE draft (
  entry_id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  base_ms INTEGER,
  updated_at_ms INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE insight_decision (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('todo', 'event', 'expense', 'person', 'topic', 'mood')),
  quote TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'refused')),
  target_table TEXT,
  target_id TEXT,
  decided_at_ms INTEGER NOT NULL,
  CHECK ((target_table IS NULL) = (target_id IS NULL)),
  UNIQUE (entry_id, kind, quote)
) STRICT;
CREATE INDEX insight_decision_target ON insight_decision (target_id) WHERE target_id IS NOT NULL;
