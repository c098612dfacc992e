-- sv: Prioriterade områden över tid
-- en: Priority areas over time
-- about: Vad rådet förklarat som prioriterat, från vilket möte och till det möte då det inte längre nämns.
-- table: council, area, name, area_kind, from_date, to_date
-- by: series
-- kept: series
-- of: priority_days
--
-- Only meetings that declare priorities count; to_date is the first such meeting that leaves the
-- area out, null where it still stands.
WITH declarations AS (
    SELECT series_id, meeting_date,
           row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) AS nth,
           lead(meeting_date) OVER (PARTITION BY series_id ORDER BY meeting_date) AS next_date
    FROM (SELECT DISTINCT series_id, meeting_date FROM priority_days)
),
declared AS (
    SELECT series_id, meeting_date, nth, next_date, area_key,
           any_value(name) AS name, any_value(area_kind) AS area_kind
    FROM priority_days
    JOIN declarations USING (series_id, meeting_date)
    GROUP BY ALL
),
stretches AS (
    SELECT *, nth - row_number() OVER (PARTITION BY series_id, area_key ORDER BY nth) AS stretch
    FROM declared
)
SELECT series_id, area_key,
       last(name ORDER BY nth) AS name,
       min(meeting_date) AS from_date,
       last(next_date ORDER BY nth) AS to_date,
       last(area_kind ORDER BY nth) AS area_kind,
       council, area
FROM stretches JOIN series USING (series_id)
GROUP BY series_id, council, area, area_key, stretch
ORDER BY lower(council), lower(area), series_id, from_date, area_key
