-- Derived from the texts of the entries by these triggers, whoever writes the rows: a commit, undo, an import. Not in the
-- ledger. `entry_names(text)` is db/store/entry-names.ts as JSON.
CREATE TABLE entry_name (
  kind TEXT NOT NULL CHECK (kind IN ('link', 'tag', 'person')),
  name_key TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, name_key, at_ms, entry_id, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_name_entry ON entry_name (entry_id);

-- How often each name is mentioned: completion must not count a hundred thousand mentions at every key.
CREATE TABLE entry_name_total (
  kind TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (kind, name_key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER names_total_insert AFTER INSERT ON entry_name BEGIN
  INSERT INTO entry_name_total (kind, name_key, name, mentions) VALUES (NEW.kind, NEW.name_key, NEW.name, 1)
    ON CONFLICT (kind, name_key) DO UPDATE SET mentions = mentions + 1, name = excluded.name;
END;
CREATE TRIGGER names_total_delete AFTER DELETE ON entry_name BEGIN
  UPDATE entry_name_total SET mentions = mentions - 1 WHERE kind = OLD.kind AND name_key = OLD.name_key;
  DELETE FROM entry_name_total WHERE kind = OLD.kind AND name_key = OLD.name_key AND mentions <= 0;
END;

CREATE TRIGGER names_entry_insert AFTER INSERT ON entry BEGIN
  INSERT INTO entry_name (kind, name_key, at_ms, entry_id, from_at, to_at, name)
    SELECT value ->> 'kind', value ->> 'key', NEW.at_ms, NEW.id, value ->> 'from', value ->> 'to', value ->> 'name'
    FROM json_each(entry_names(NEW.body));
END;
CREATE TRIGGER names_entry_update AFTER UPDATE OF body, at_ms ON entry
WHEN OLD.body IS NOT NEW.body OR OLD.at_ms IS NOT NEW.at_ms BEGIN
  DELETE FROM entry_name WHERE entry_id = OLD.id;
  INSERT INTO entry_name (kind, name_key, at_ms, entry_id, from_at, to_at, name)
    SELECT value ->> 'kind', value ->> 'key', NEW.at_ms, NEW.id, value ->> 'from', value ->> 'to', value ->> 'name'
    FROM json_each(entry_names(NEW.body));
END;
CREATE TRIGGER names_entry_delete AFTER DELETE ON entry BEGIN
  DELETE FROM entry_name WHERE entry_id = OLD.id;
END;

INSERT INTO entry_name (kind, name_key, at_ms, entry_id, from_at, to_at, name)
  SELECT value ->> 'kind', value ->> 'key', entry.at_ms, entry.id, value ->> 'from', value ->> 'to', value ->> 'name'
  FROM entry, json_each(entry_names(entry.body));

-- Which task a checkbox line of an entry is. The words are its name; a line whose task was deleted has none any more.
CREATE TABLE entry_box (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL,
  task_id TEXT,
  words TEXT NOT NULL,
  told_ms INTEGER
) STRICT;
CREATE INDEX entry_box_entry ON entry_box (entry_id);
CREATE INDEX entry_box_task ON entry_box (task_id) WHERE task_id IS NOT NULL;
