-- sv: Tysta beslut och uppdrag
-- en: Silent actions
-- about: Det som inget senare protokoll nämner, med de protokoll som söktes igenom.
-- table: council, area, meeting_date, text, owner, due_date, searched, searched_dates
-- by: meetings
--
-- searched: the later protocols of the council that are in the archive; searched_meetings: their ids.
WITH given AS MATERIALIZED (
    SELECT action_id, series_id, council, area, meeting_date, actions.kind, text, owner, due_date, meeting_id
    FROM actions JOIN chosen_held_meetings USING (meeting_id)
    WHERE state = 'silent' AND actions.kind <> 'formality' AND carried_from IS NULL
),
later AS (
    SELECT series_id, days.meeting_date,
           count(*) AS searched,
           string_agg(held.meeting_date::VARCHAR, ', ' ORDER BY held.meeting_date) AS searched_dates,
           string_agg(held.meeting_ids, ', ' ORDER BY held.meeting_date) AS searched_meetings
    FROM (SELECT DISTINCT series_id, meeting_date FROM given) AS days
    JOIN (SELECT series_id, meeting_date, string_agg(meeting_id, ', ') AS meeting_ids
          FROM held_meetings SEMI JOIN given USING (series_id) GROUP BY ALL) AS held
      USING (series_id)
    WHERE held.meeting_date > days.meeting_date
    GROUP BY ALL
)
SELECT action_id, series_id, council, area, meeting_date, kind, text, owner, due_date,
       searched, searched_dates, searched_meetings, meeting_id
FROM given JOIN later USING (series_id, meeting_date)
ORDER BY lower(council), lower(area), series_id, meeting_date, action_id
