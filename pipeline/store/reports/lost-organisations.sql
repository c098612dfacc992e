-- sv: Organisationer som slutat komma
-- en: Organisations that stopped coming
-- about: Organisationer som kom till minst två möten och som inte varit med på de två senaste eller fler.
-- table: council, area, name, present, first_present, last_present, meetings_since, absent_since
-- kept: series
-- of: organisation_days
--
-- Only meetings whose protocol lists who was there count: no list is no absence. meetings_since: those after
-- the last time; absent_since: in how many of them the organisation is listed as absent.
WITH days AS (
    SELECT series_id, meeting_date,
           row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) AS nth,
           count(*) OVER (PARTITION BY series_id) AS meetings
    FROM (SELECT DISTINCT series_id, meeting_date FROM organisation_days WHERE was_present)
),
counted AS (
    SELECT series_id, key, mode(name) AS name,
           count(*) FILTER (was_present) AS present,
           min(meeting_date) FILTER (was_present) AS first_present,
           max(meeting_date) FILTER (was_present) AS last_present,
           any_value(meetings) - max(nth) FILTER (was_present) AS meetings_since,
           list(nth) FILTER (NOT was_present) AS absences,
           max(nth) FILTER (was_present) AS last_nth
    FROM organisation_days JOIN days USING (series_id, meeting_date)
    GROUP BY series_id, key
)
SELECT series_id, council, area, name, present, first_present, last_present, meetings_since,
       coalesce(len(list_filter(absences, lambda nth: nth > last_nth)), 0) AS absent_since
FROM counted JOIN series USING (series_id)
WHERE present >= 2 AND meetings_since >= 2
ORDER BY present DESC, meetings_since DESC, lower(council), lower(area), series_id, name
