-- A new task goes to the end, a moved one between two others: both ask for positions, and lists by hand are read along them.
CREATE INDEX task_position ON task (position);
