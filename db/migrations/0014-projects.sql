CREATE TABLE area (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  color TEXT NOT NULL,
  position REAL NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  area_id TEXT REFERENCES area (id) ON DELETE SET NULL,
  color TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'someday', 'done', 'dropped')),
  notes TEXT NOT NULL DEFAULT '',
  due_day TEXT,
  position REAL NOT NULL,
  created_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  CHECK ((status IN ('open', 'someday')) = (closed_at_ms IS NULL))
) STRICT;
CREATE INDEX project_area ON project (area_id) WHERE area_id IS NOT NULL;

ALTER TABLE task ADD COLUMN project_id TEXT REFERENCES project (id) ON DELETE SET NULL;
-- The command that deletes a task deletes its sub-tasks; SET NULL is for undoing the making of a task that got some since.
ALTER TABLE task ADD COLUMN parent_id TEXT REFERENCES task (id) ON DELETE SET NULL;
ALTER TABLE task ADD COLUMN someday INTEGER NOT NULL DEFAULT 0 CHECK (someday IN (0, 1));
ALTER TABLE task ADD COLUMN min_chunk_min INTEGER CHECK (min_chunk_min > 0);

-- What stood as text on each task becomes a row; its id is a UUID version 7 of the moment of its first task.
INSERT INTO project (id, name, color, position, created_at_ms)
SELECT
  printf('%08x-%04x-7%s-%s%s-%s', first_ms >> 16, first_ms & 65535,
    substr(lower(hex(randomblob(2))), 2), substr('89ab', 1 + (place % 4), 1),
    substr(lower(hex(randomblob(2))), 2), lower(hex(randomblob(6)))),
  name,
  json_extract('["blue","green","violet","orange","teal","rose","amber","indigo","lime","cyan","red","slate"]',
    '$[' || ((place - 1) % 12) || ']'),
  place,
  first_ms
FROM (
  SELECT trim(project) AS name, min(created_at_ms) AS first_ms,
    row_number() OVER (ORDER BY min(created_at_ms), trim(project)) AS place
  FROM task
  WHERE trim(coalesce(project, '')) <> ''
  GROUP BY trim(project) COLLATE NOCASE
);
UPDATE task SET project_id = (SELECT p.id FROM project p WHERE p.name = trim(task.project)) WHERE project IS NOT NULL;
ALTER TABLE task DROP COLUMN project;
CREATE INDEX task_project ON task (project_id, position) WHERE project_id IS NOT NULL;
CREATE INDEX task_parent ON task (parent_id, position) WHERE parent_id IS NOT NULL;

-- task_id waits for after_id.
CREATE TABLE task_dependency (
  id TEXT PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  after_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  UNIQUE (task_id, after_id),
  CHECK (task_id <> after_id)
) STRICT;
CREATE INDEX task_dependency_after ON task_dependency (after_id);

-- A list a person made: a question in words, and how its answer is laid out.
CREATE TABLE task_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  icon TEXT NOT NULL,
  color TEXT NOT NULL,
  query TEXT NOT NULL,
  sort TEXT NOT NULL,
  grouping TEXT NOT NULL,
  layout TEXT NOT NULL CHECK (layout IN ('list', 'board')),
  position REAL NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;
