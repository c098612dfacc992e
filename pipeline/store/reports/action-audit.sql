-- sv: Beslut och uppdrag: vad hände sedan?
-- en: Actions and what became of them
-- about: Varje beslut, uppdrag, åtagande och förslag, med ansvarig, datum och vad senare protokoll säger.
-- table: council, area, meeting_date, kind, text, owner, due_date, state, overdue, later_protocols, last_follow_up_date, last_outcome
-- by: meetings
-- kept: today
-- days: meeting_date to meeting_date
--
-- overdue: the due date has passed today and nothing says that it was done or dropped.
-- Formalities are left out. A task that later protocols repeat is one row, at its first protocol;
-- repeated says how many times.
WITH chosen_actions AS NOT MATERIALIZED (
    SELECT actions.*, series_id, council, area, meeting_date
    FROM actions JOIN chosen_meetings USING (meeting_id)
    WHERE actions.kind <> 'formality' AND carried_from IS NULL
),
repeats AS (
    SELECT carried_from AS action_id, count(*) AS repeated
    FROM actions WHERE carried_from IS NOT NULL GROUP BY carried_from
),
days AS (
    SELECT series_id, meeting_date,
           count(*) OVER (PARTITION BY series_id)
               - row_number() OVER (PARTITION BY series_id ORDER BY meeting_date) + 1 AS from_here
    FROM (SELECT DISTINCT series_id, meeting_date FROM held_meetings)
),
later AS (  -- of days alone, which are narrower and fewer than actions
    SELECT given.series_id, given.meeting_date, from_here AS later_protocols
    FROM (SELECT DISTINCT series_id, meeting_date FROM chosen_meetings) AS given
    ASOF JOIN days ON days.series_id = given.series_id AND days.meeting_date > given.meeting_date
),
said AS (
    SELECT action_id, meetings.meeting_date, follow_up_id, outcome, follow_ups.quote
    FROM follow_ups
    JOIN meetings USING (meeting_id)
    SEMI JOIN chosen_actions ON chosen_actions.action_id = follow_ups.action_id
),
last_follow_up AS (
    SELECT action_id,
           last(meeting_date ORDER BY meeting_date, follow_up_id) AS last_follow_up_date,
           last(outcome ORDER BY meeting_date, follow_up_id) AS last_outcome,
           last(quote ORDER BY meeting_date, follow_up_id) AS quote_follow_up
    FROM said GROUP BY action_id
)
SELECT action_id, series_id, council, meeting_date, kind, text, owner,
       coalesce(persons.name, owner_person) AS owner_person,
       due_date, state,
       coalesce(due_date < current_date AND state NOT IN ('done', 'dropped'), false) AS overdue,
       coalesce(later_protocols, 0) AS later_protocols,
       last_follow_up_date, last_outcome,
       quote AS quote_action, quote_follow_up,
       area, due_text, meeting_id,
       coalesce(repeated, 0) AS repeated
FROM chosen_actions
LEFT JOIN later USING (series_id, meeting_date)
LEFT JOIN repeats USING (action_id)
LEFT JOIN last_follow_up USING (action_id)
LEFT JOIN persons ON person_id = owner_person_id
ORDER BY lower(council), lower(area), series_id, meeting_date, action_id
