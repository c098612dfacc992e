-- sv: Öppna längst
-- en: Open the longest
-- about: Det som beslutats och varken är klart eller struket, det äldsta först, med hur många protokoll som kommit sedan dess.
-- table: council, area, meeting_date, text, owner, due_date, state, days_open, later_protocols
-- kept: series
-- days: meeting_date to meeting_date
--
-- days_open: from the meeting to the council's last protocol; what came after that nobody knows.
WITH days AS (
    SELECT series_id, meeting_date,
           max(meeting_date) OVER by_series AS last_date,
           count(*) OVER by_series - row_number() OVER (by_series ORDER BY meeting_date) AS later_protocols
    FROM (SELECT DISTINCT series_id, meeting_date FROM held_meetings)
    WINDOW by_series AS (PARTITION BY series_id)
)
SELECT action_id, series_id, council, area, meeting_date, actions.kind, text, owner,
       coalesce(persons.name, owner_person) AS owner_person, due_date, state,
       last_date - meeting_date AS days_open, later_protocols, meeting_id
FROM actions
JOIN chosen_held_meetings USING (meeting_id)
JOIN days USING (series_id, meeting_date)
LEFT JOIN persons ON person_id = owner_person_id
WHERE state IN ('open', 'reported', 'silent') AND actions.kind <> 'formality' AND carried_from IS NULL
  AND last_date > meeting_date
ORDER BY days_open DESC, lower(council), lower(area), series_id, action_id
