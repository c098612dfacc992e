-- sv: Närvaro
-- en: Attendance
-- about: Hur ofta varje person och organisation står med, är närvarande och är frånvarande.
-- table: council, area, kind, name, meetings_listed, present, absent, last_present
-- by: series
-- kept: series
--
-- An organisation is present where at least one of its people is. Part of a meeting is presence.
WITH listed AS (
    SELECT series_id, meeting_date, 'person' AS kind, person_id AS key, persons.name, status
    FROM chosen_held_meetings JOIN attendees USING (meeting_id) JOIN persons USING (person_id)
    UNION ALL
    SELECT series_id, meeting_date, 'organisation', lower(trim(organisation)), organisation, status
    FROM chosen_held_meetings JOIN attendees USING (meeting_id)
    WHERE organisation IS NOT NULL
),
by_meeting AS (
    SELECT series_id, meeting_date, kind, key, any_value(name) AS name,
           bool_or(status IN ('present', 'partial')) AS was_present,
           bool_or(status = 'absent') AS was_absent
    FROM listed
    GROUP BY series_id, meeting_date, kind, key
)
SELECT series_id, council, area, kind, mode(name) AS name,
       count(*) AS meetings_listed,
       count(*) FILTER (was_present) AS present,
       count(*) FILTER (was_absent AND NOT was_present) AS absent,
       max(meeting_date) FILTER (was_present) AS last_present,
       CASE WHEN kind = 'person' THEN key END AS person_id
FROM by_meeting JOIN series USING (series_id)
GROUP BY series_id, council, area, kind, key
ORDER BY lower(council), lower(area), series_id, kind DESC, present DESC, name
