-- The person agreed to an address that is not encrypted, or inside their own network.
ALTER TABLE calendar ADD COLUMN feed_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (feed_confirmed IN (0, 1));
