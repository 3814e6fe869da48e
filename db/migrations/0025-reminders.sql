-- What a person wants to be told of: so long before a task or event, or at a wall-clock time.
CREATE TABLE reminder (
  id TEXT PRIMARY KEY,
  task_id TEXT REFERENCES task (id) ON DELETE CASCADE,
  event_id TEXT REFERENCES event (id) ON DELETE CASCADE,
  occurrence TEXT,
  anchor TEXT CHECK (anchor IN ('start', 'due', 'do')),
  offset_min INTEGER CHECK (offset_min BETWEEN 0 AND 527040),
  at_local TEXT,
  zone TEXT,
  created_at_ms INTEGER NOT NULL,
  CHECK ((task_id IS NULL) <> (event_id IS NULL)),
  CHECK ((anchor IS NULL) = (offset_min IS NULL)),
  CHECK ((anchor IS NULL) <> (at_local IS NULL)),
  CHECK (occurrence IS NULL OR event_id IS NOT NULL)
) STRICT;
CREATE INDEX reminder_task ON reminder (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX reminder_event ON reminder (event_id) WHERE event_id IS NOT NULL;

-- What the person answered when told: not now, or seen.
CREATE TABLE reminder_answer (
  id TEXT PRIMARY KEY,
  reminder_id TEXT NOT NULL REFERENCES reminder (id) ON DELETE CASCADE,
  alarm_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('snoozed', 'dismissed')),
  until_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  CHECK ((kind = 'snoozed') = (until_ms IS NOT NULL))
) STRICT;
CREATE INDEX reminder_answer_alarm ON reminder_answer (alarm_id);
CREATE INDEX reminder_answer_reminder ON reminder_answer (reminder_id);

-- The moments themselves, derived from the above. Outside the ledger, as cursors are. No foreign keys: that something was
-- told has to outlive its reminder, which an undo may bring back.
CREATE TABLE reminder_alarm (
  id TEXT PRIMARY KEY,
  reminder_id TEXT NOT NULL,
  task_id TEXT,
  event_id TEXT,
  occurrence TEXT,
  due_ms INTEGER NOT NULL,
  thing_ms INTEGER,
  thing_all_day INTEGER NOT NULL CHECK (thing_all_day IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'told')),
  told_at_ms INTEGER,
  CHECK ((state = 'told') = (told_at_ms IS NOT NULL))
) STRICT;
CREATE INDEX reminder_alarm_waiting ON reminder_alarm (due_ms) WHERE state = 'waiting';
CREATE INDEX reminder_alarm_told ON reminder_alarm (told_at_ms) WHERE state = 'told';
CREATE INDEX reminder_alarm_task ON reminder_alarm (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX reminder_alarm_event ON reminder_alarm (event_id) WHERE event_id IS NOT NULL;

-- One row for each moment and way of telling it.
CREATE TABLE reminder_delivery (
  id INTEGER PRIMARY KEY,
  alarm_id TEXT NOT NULL REFERENCES reminder_alarm (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('centre', 'native', 'email')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'parked', 'skipped')),
  batch_id TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_ms INTEGER NOT NULL,
  error TEXT,
  at_ms INTEGER NOT NULL,
  UNIQUE (alarm_id, channel)
) STRICT;
CREATE INDEX reminder_delivery_waiting ON reminder_delivery (channel, next_try_ms) WHERE state = 'waiting';
CREATE INDEX reminder_delivery_open ON reminder_delivery (state, id) WHERE state IN ('sending', 'parked');
CREATE INDEX reminder_delivery_batch ON reminder_delivery (batch_id) WHERE batch_id IS NOT NULL;

-- Up to when the moments of series are worked out, and for which zone: reactions have no clock of their own.
CREATE TABLE reminder_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  zone TEXT NOT NULL,
  all_day_time TEXT NOT NULL,
  horizon_ms INTEGER NOT NULL
) STRICT;

-- Passwords and keys, sealed. Never in the ledger, which forgets nothing.
CREATE TABLE secret (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL,
  saved_at_ms INTEGER NOT NULL
) STRICT;
