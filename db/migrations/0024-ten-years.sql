-- So that ten years answer as quickly as a month: each list of tasks is read along an index in its own order and stops at
-- its first page, and what is shown as a count is kept as one.
DROP INDEX task_open;
DROP INDEX task_open_lists;
CREATE INDEX task_open ON task (due_day, priority, position) WHERE status = 'open';
CREATE INDEX task_dated ON task (
  coalesce(min(due_day, do_day), due_day, do_day), due_time IS NULL, due_time, priority, position, due_day, do_day
) WHERE status = 'open' AND coalesce(min(due_day, do_day), due_day, do_day) IS NOT NULL;
CREATE INDEX task_undated ON task (in_inbox, position, someday, project_id, due_day, do_day)
  WHERE status = 'open' AND due_day IS NULL AND do_day IS NULL;
CREATE INDEX task_inbox ON task (position) WHERE status = 'open' AND in_inbox = 1;
CREATE INDEX task_someday ON task (position) WHERE status = 'open' AND someday = 1;
CREATE INDEX task_meant ON task (do_day) WHERE do_day IS NOT NULL;
CREATE INDEX focus_session_task ON focus_session (task_id) WHERE task_id IS NOT NULL;

-- How many open tasks bear each tag. Derived by these triggers, whoever writes the rows; not in the ledger.
CREATE TABLE tag_total (
  tag_id TEXT PRIMARY KEY,
  open_tasks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER total_tag_put AFTER INSERT ON task_tag
WHEN EXISTS (SELECT 1 FROM task WHERE id = NEW.task_id AND status = 'open') BEGIN
  INSERT INTO tag_total (tag_id, open_tasks) VALUES (NEW.tag_id, 1)
    ON CONFLICT (tag_id) DO UPDATE SET open_tasks = open_tasks + 1;
END;
CREATE TRIGGER total_tag_taken AFTER DELETE ON task_tag
WHEN EXISTS (SELECT 1 FROM task WHERE id = OLD.task_id AND status = 'open') BEGIN
  UPDATE tag_total SET open_tasks = open_tasks - 1 WHERE tag_id = OLD.tag_id;
END;
CREATE TRIGGER total_task_closed AFTER UPDATE OF status ON task WHEN OLD.status = 'open' AND NEW.status <> 'open' BEGIN
  UPDATE tag_total SET open_tasks = open_tasks - 1 WHERE tag_id IN (SELECT tag_id FROM task_tag WHERE task_id = NEW.id);
END;
CREATE TRIGGER total_task_opened AFTER UPDATE OF status ON task WHEN OLD.status <> 'open' AND NEW.status = 'open' BEGIN
  INSERT INTO tag_total (tag_id, open_tasks) SELECT tag_id, 1 FROM task_tag WHERE task_id = NEW.id
    ON CONFLICT (tag_id) DO UPDATE SET open_tasks = open_tasks + 1;
END;
-- Before: a deleted task takes its rows of task_tag along, and then nobody knows any more that it was open.
CREATE TRIGGER total_task_deleted BEFORE DELETE ON task WHEN OLD.status = 'open' BEGIN
  UPDATE tag_total SET open_tasks = open_tasks - 1 WHERE tag_id IN (SELECT tag_id FROM task_tag WHERE task_id = OLD.id);
END;
-- Undo may bring back the tags of a task before the task.
CREATE TRIGGER total_task_added AFTER INSERT ON task
WHEN NEW.status = 'open' AND EXISTS (SELECT 1 FROM task_tag WHERE task_id = NEW.id) BEGIN
  INSERT INTO tag_total (tag_id, open_tasks) SELECT tag_id, 1 FROM task_tag WHERE task_id = NEW.id
    ON CONFLICT (tag_id) DO UPDATE SET open_tasks = open_tasks + 1;
END;
CREATE TRIGGER total_tag_deleted AFTER DELETE ON tag BEGIN
  DELETE FROM tag_total WHERE tag_id = OLD.id;
END;
INSERT INTO tag_total (tag_id, open_tasks)
  SELECT tt.tag_id, count(*) FROM task k CROSS JOIN task_tag tt ON tt.task_id = k.id WHERE k.status = 'open' GROUP BY tt.tag_id;

-- What each day of the journal adds up to, and the runs of days with words. `texts` are entries with words, `written` those
-- with words or a mood.
CREATE TABLE journal_day (
  day TEXT PRIMARY KEY,
  entries INTEGER NOT NULL,
  texts INTEGER NOT NULL,
  written INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE writing_run (
  first_day TEXT PRIMARY KEY,
  last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER day_entry_insert AFTER INSERT ON entry BEGIN
  INSERT INTO journal_day (day, entries, texts, written, words)
    VALUES (NEW.day, 1, NEW.word_count > 0, NEW.word_count > 0 OR NEW.mood IS NOT NULL, NEW.word_count)
    ON CONFLICT (day) DO UPDATE SET entries = entries + 1, texts = texts + excluded.texts,
      written = written + excluded.written, words = words + excluded.words;
END;
CREATE TRIGGER day_entry_update AFTER UPDATE OF day, word_count, mood ON entry
WHEN OLD.day IS NOT NEW.day OR OLD.word_count IS NOT NEW.word_count OR OLD.mood IS NOT NEW.mood BEGIN
  INSERT INTO journal_day (day, entries, texts, written, words)
    VALUES (NEW.day, 1, NEW.word_count > 0, NEW.word_count > 0 OR NEW.mood IS NOT NULL, NEW.word_count)
    ON CONFLICT (day) DO UPDATE SET entries = entries + 1, texts = texts + excluded.texts,
      written = written + excluded.written, words = words + excluded.words;
  UPDATE journal_day SET entries = entries - 1, texts = texts - (OLD.word_count > 0),
    written = written - (OLD.word_count > 0 OR OLD.mood IS NOT NULL), words = words - OLD.word_count
    WHERE day = OLD.day;
END;
CREATE TRIGGER day_entry_delete AFTER DELETE ON entry BEGIN
  UPDATE journal_day SET entries = entries - 1, texts = texts - (OLD.word_count > 0),
    written = written - (OLD.word_count > 0 OR OLD.mood IS NOT NULL), words = words - OLD.word_count
    WHERE day = OLD.day;
END;
CREATE TRIGGER day_emptied AFTER UPDATE ON journal_day WHEN NEW.entries <= 0 BEGIN
  DELETE FROM journal_day WHERE day = NEW.day;
END;

-- A day joins the run that ends the day before, and the one that begins the day after.
CREATE TRIGGER run_day_insert AFTER INSERT ON journal_day WHEN NEW.texts > 0 BEGIN
  INSERT INTO writing_run (first_day, last_day) VALUES (
      coalesce((SELECT first_day FROM (SELECT first_day, last_day FROM writing_run WHERE first_day < NEW.day ORDER BY first_day DESC LIMIT 1)
        WHERE last_day = date(NEW.day, '-1 day')), NEW.day),
      coalesce((SELECT last_day FROM writing_run WHERE first_day = date(NEW.day, '+1 day')), NEW.day))
    ON CONFLICT (first_day) DO UPDATE SET last_day = excluded.last_day;
  DELETE FROM writing_run WHERE first_day = date(NEW.day, '+1 day');
END;
CREATE TRIGGER run_day_written AFTER UPDATE OF texts ON journal_day WHEN OLD.texts <= 0 AND NEW.texts > 0 BEGIN
  INSERT INTO writing_run (first_day, last_day) VALUES (
      coalesce((SELECT first_day FROM (SELECT first_day, last_day FROM writing_run WHERE first_day < NEW.day ORDER BY first_day DESC LIMIT 1)
        WHERE last_day = date(NEW.day, '-1 day')), NEW.day),
      coalesce((SELECT last_day FROM writing_run WHERE first_day = date(NEW.day, '+1 day')), NEW.day))
    ON CONFLICT (first_day) DO UPDATE SET last_day = excluded.last_day;
  DELETE FROM writing_run WHERE first_day = date(NEW.day, '+1 day');
END;
-- A day without words parts its run in two.
CREATE TRIGGER run_day_unwritten AFTER UPDATE OF texts ON journal_day WHEN OLD.texts > 0 AND NEW.texts <= 0 BEGIN
  INSERT INTO writing_run (first_day, last_day)
    SELECT date(NEW.day, '+1 day'), last_day FROM
      (SELECT last_day FROM writing_run WHERE first_day <= NEW.day ORDER BY first_day DESC LIMIT 1) WHERE last_day > NEW.day;
  UPDATE writing_run SET last_day = date(NEW.day, '-1 day')
    WHERE first_day = (SELECT max(first_day) FROM writing_run WHERE first_day <= NEW.day) AND first_day < NEW.day;
  DELETE FROM writing_run WHERE first_day = NEW.day;
END;

-- Derived from what is there already, day by day in order.
INSERT INTO journal_day (day, entries, texts, written, words)
  SELECT day, count(*), sum(word_count > 0), sum(word_count > 0 OR mood IS NOT NULL), sum(word_count)
  FROM entry GROUP BY day ORDER BY day;

-- The tables that any commit ever changed: the history offers them as its kinds of things.
CREATE TABLE ledger_table (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO ledger_table (name) SELECT DISTINCT table_name FROM ledger_change;
