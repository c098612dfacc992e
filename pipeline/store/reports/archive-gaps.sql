-- sv: Luckor i arkivet
-- en: Gaps in the archive
-- about: Möten som hållits enligt protokoll, kallelser eller löpande nummer, och som inget protokoll finns från.
-- table: council, area, meeting_date, reason, quote, known_on
-- by: series
-- kept: series
-- days: coalesce(meeting_date, after_date) to coalesce(meeting_date, before_date)
--
-- pipeline/link/gaps.py says what shows that a meeting was held and what does not. meeting_date is null where
-- numbers alone show it; it lies between after_date and before_date, which are days of protocols.
SELECT chosen_missing.series_id, series.council, chosen_missing.meeting_date, known_from, reason, series.area,
       CASE WHEN reason <> 'summoned' THEN saying.meeting_date END AS known_on, quote, page, after_date, before_date, record_id
FROM chosen_missing
JOIN series ON series.series_id = chosen_missing.series_id
LEFT JOIN meetings AS saying ON saying.meeting_id = known_from
ORDER BY lower(series.council), lower(series.area), chosen_missing.series_id, coalesce(chosen_missing.meeting_date, before_date), chosen_missing.ordinal
