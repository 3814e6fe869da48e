CREATE TABLE task (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
  in_inbox INTEGER NOT NULL DEFAULT 0 CHECK (in_inbox IN (0, 1)),
  priority INTEGER NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 4),
  due_day TEXT,
  due_time TEXT,
  do_day TEXT,
  estimate_min INTEGER CHECK (estimate_min > 0),
  energy TEXT CHECK (energy IN ('high', 'low')),
  project TEXT,
  recurrence TEXT,
  position REAL NOT NULL,
  entry_id TEXT,
  entry_quote TEXT,
  created_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  CHECK (due_time IS NULL OR due_day IS NOT NULL),
  CHECK ((status = 'open') = (closed_at_ms IS NULL))
) STRICT;
CREATE INDEX task_open ON task (due_day, position) WHERE status = 'open';
CREATE INDEX task_closed ON task (closed_at_ms) WHERE status <> 'open';
CREATE INDEX task_entry ON task (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  color TEXT NOT NULL
) STRICT;

CREATE TABLE task_tag (
  id TEXT PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  UNIQUE (task_id, tag_id)
) STRICT;
CREATE INDEX task_tag_tag ON task_tag (tag_id);
