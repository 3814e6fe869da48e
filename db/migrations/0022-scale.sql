-- The lists of tasks are counted after each change. What is counted by is all in one index of the open tasks, so that neither
-- notes nor closed tasks are read for it.
CREATE INDEX task_open_lists ON task (due_day, do_day, in_inbox, someday, project_id) WHERE status = 'open';

-- The same for how far each project is.
CREATE INDEX task_project_status ON task (project_id, status) WHERE project_id IS NOT NULL;
