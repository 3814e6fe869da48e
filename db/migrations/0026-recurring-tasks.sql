-- A repeating task: its rule stands on the open occurrence that comes last, the head, and moves on to the next one when it is
-- closed. `occurrence` is the day the rule gave it, wherever it was moved to; those that were closed keep only `series_id`.
ALTER TABLE task ADD COLUMN series_id TEXT;
ALTER TABLE task ADD COLUMN recurrence_anchor TEXT CHECK (recurrence_anchor IN ('due', 'completion'));
ALTER TABLE task ADD COLUMN recurrence_start TEXT;
ALTER TABLE task ADD COLUMN occurrence TEXT;
ALTER TABLE task ADD COLUMN recurrence_missed TEXT CHECK (recurrence_missed IN ('skip', 'keep-one', 'keep-all', 'reschedule'));
-- Days taken out of it, with spaces between.
ALTER TABLE task ADD COLUMN recurrence_except TEXT NOT NULL DEFAULT '';
-- What the next occurrence has instead of what was changed for this one only, as JSON.
ALTER TABLE task ADD COLUMN recurrence_kept TEXT;
CREATE INDEX task_repeating ON task (occurrence) WHERE recurrence IS NOT NULL AND status = 'open';
CREATE INDEX task_series ON task (series_id) WHERE series_id IS NOT NULL;
