-- Which entries of a day were deleted, without reading the whole ledger.
CREATE INDEX ledger_change_deleted_entry ON ledger_change (json_extract(before, '$.day'))
  WHERE table_name = 'entry' AND op = 'delete';
