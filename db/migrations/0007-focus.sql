CREATE TABLE focus_session (
  id TEXT PRIMARY KEY,
  task_id TEXT,
  block_id TEXT,
  intention TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('rounds', 'countdown', 'open')),
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'ready', 'finished')),
  work_min INTEGER NOT NULL CHECK (work_min > 0),
  break_min INTEGER NOT NULL CHECK (break_min > 0),
  long_break_min INTEGER NOT NULL CHECK (long_break_min > 0),
  rounds INTEGER NOT NULL CHECK (rounds > 0),
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  work_ms INTEGER CHECK (work_ms >= 0),
  logged_as TEXT,
  CHECK ((state = 'finished') = (ended_at_ms IS NOT NULL)),
  CHECK ((state = 'finished') = (work_ms IS NOT NULL)),
  CHECK ((state = 'finished') = (logged_as IS NOT NULL))
) STRICT;
CREATE INDEX focus_session_active ON focus_session (started_at_ms) WHERE state <> 'finished';
CREATE INDEX focus_session_log ON focus_session (started_at_ms, id) WHERE state = 'finished';

CREATE TABLE focus_part (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES focus_session (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('work', 'break', 'long-break')),
  planned_ms INTEGER CHECK (planned_ms > 0),
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  paused_ms INTEGER NOT NULL DEFAULT 0 CHECK (paused_ms >= 0),
  paused_at_ms INTEGER,
  UNIQUE (session_id, number),
  CHECK (ended_at_ms IS NULL OR paused_at_ms IS NULL)
) STRICT;
-- Totals of a stretch of days: what ended after its beginning, most often the last weeks.
CREATE INDEX focus_part_work ON focus_part (ended_at_ms) WHERE kind = 'work';

CREATE TABLE focus_note (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES focus_session (id) ON DELETE CASCADE,
  task_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX focus_note_session ON focus_note (session_id, at_ms);
