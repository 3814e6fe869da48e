CREATE TABLE calendar (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
  color TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  calendar_id TEXT NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  start_local TEXT NOT NULL,
  end_local TEXT NOT NULL,
  zone TEXT,
  all_day INTEGER NOT NULL DEFAULT 0 CHECK (all_day IN (0, 1)),
  busy INTEGER NOT NULL DEFAULT 1 CHECK (busy IN (0, 1)),
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  CHECK (start_ms < end_ms),
  CHECK (all_day = 0 OR zone IS NULL)
) STRICT;
CREATE INDEX event_calendar ON event (calendar_id);
-- What overlaps a range: nearly all events are short, so those start at most two weeks before it; the few long ones are
-- looked through.
CREATE INDEX event_short ON event (start_ms) WHERE end_ms - start_ms <= 1209600000;
CREATE INDEX event_long ON event (end_ms) WHERE end_ms - start_ms > 1209600000;

CREATE TABLE block (
  id TEXT PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  created_at_ms INTEGER NOT NULL,
  CHECK (start_ms < end_ms AND end_ms - start_ms <= 86400000)
) STRICT;
CREATE INDEX block_start ON block (start_ms);
CREATE INDEX block_task ON block (task_id, start_ms);
