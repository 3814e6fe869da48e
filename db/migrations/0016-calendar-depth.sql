-- Calendars: shown or not, which one new events go to, and what is subscribed to.
ALTER TABLE calendar ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE calendar ADD COLUMN is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1));
ALTER TABLE calendar ADD COLUMN feed_url TEXT;
ALTER TABLE calendar ADD COLUMN feed_every_min INTEGER NOT NULL DEFAULT 60 CHECK (feed_every_min > 0);
ALTER TABLE calendar ADD COLUMN properties TEXT NOT NULL DEFAULT '';

ALTER TABLE event ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN guests TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN travel_min INTEGER NOT NULL DEFAULT 0 CHECK (travel_min BETWEEN 0 AND 1440);
ALTER TABLE event ADD COLUMN status TEXT NOT NULL DEFAULT 'confirmed' CHECK (status IN ('confirmed', 'tentative', 'cancelled'));
ALTER TABLE event ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN recurrence TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN series_id TEXT REFERENCES event (id) ON DELETE CASCADE;
ALTER TABLE event ADD COLUMN occurrence TEXT;
ALTER TABLE event ADD COLUMN until_ms INTEGER;
ALTER TABLE event ADD COLUMN properties TEXT NOT NULL DEFAULT '';
-- Series by the end of their last occurrence: a window asks for those that have not ended before it.
CREATE INDEX event_repeating ON event (until_ms, start_ms) WHERE until_ms IS NOT NULL;
CREATE INDEX event_exception ON event (series_id, occurrence) WHERE series_id IS NOT NULL;
CREATE INDEX event_uid ON event (uid) WHERE uid <> '';

-- How a subscription stands. Outside the ledger, as cursors are: it changes at every look.
CREATE TABLE feed (
  calendar_id TEXT PRIMARY KEY REFERENCES calendar (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('fresh', 'offline', 'unauthorised', 'gone', 'broken')),
  etag TEXT,
  last_modified TEXT,
  hash TEXT,
  tried_at_ms INTEGER NOT NULL,
  succeeded_at_ms INTEGER,
  next_at_ms INTEGER NOT NULL
) STRICT;

-- A to-do or journal entry of an iCalendar file, and what of it has no column in the task or entry it became.
CREATE TABLE ics_item (
  id TEXT PRIMARY KEY,
  calendar_id TEXT NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('task', 'entry')),
  target_id TEXT NOT NULL,
  uid TEXT NOT NULL,
  occurrence TEXT,
  properties TEXT NOT NULL
) STRICT;
CREATE INDEX ics_item_calendar ON ics_item (calendar_id);
CREATE INDEX ics_item_uid ON ics_item (uid);
