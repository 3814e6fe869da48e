-- The words of the index, to find those that begin with what is being typed. Holds nothing of its own.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_fts, instance);
