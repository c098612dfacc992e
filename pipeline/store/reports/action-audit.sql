-- sv: Beslut och uppdrag: vad hände sedan?
-- en: Actions and what became of them
-- about: Varje beslut, uppdrag, åtagande och förslag, med ansvarig, datum och vad senare protokoll säger.
-- table: council, area, meeting_date, kind, text, owner, due_date, state, overdue, later_protocols, last_follow_up_date, last_outcome
--
-- overdue: the due date has passed today and nothing says that it was done or dropped.
-- Formalities are left out. A task that later protocols repeat is one row, at its first protocol;
-- repeated says how many times.
WITH chosen_actions AS (
    SELECT actions.*, series_id, council, area, meeting_date
    FROM actions JOIN chosen_meetings USING (meeting_id)
    WHERE actions.kind <> 'formality' AND carried_from IS NULL
),
repeats AS (
    SELECT carried_from AS action_id, count(*) AS repeated
    FROM actions WHERE carried_from IS NOT NULL GROUP BY carried_from
),
later AS (
    SELECT action_id, count(DISTINCT held.meeting_date) AS later_protocols
    FROM chosen_actions JOIN held_meetings AS held
      ON held.series_id = chosen_actions.series_id AND held.meeting_date > chosen_actions.meeting_date
    GROUP BY action_id
),
last_follow_up AS (
    SELECT follow_ups.action_id,
           last(meetings.meeting_date ORDER BY meetings.meeting_date, follow_up_id) AS last_follow_up_date,
           last(outcome ORDER BY meetings.meeting_date, follow_up_id) AS last_outcome,
           last(follow_up_id ORDER BY meetings.meeting_date, follow_up_id) AS follow_up_id
    FROM follow_ups JOIN meetings USING (meeting_id)
    WHERE follow_ups.action_id IS NOT NULL
    GROUP BY follow_ups.action_id
),
quotes AS (
    SELECT record_id, string_agg(quote, ' … ' ORDER BY start) AS quote
    FROM evidence WHERE field = 'text' GROUP BY record_id
)
SELECT action_id, series_id, council, meeting_date, kind, text, owner,
       coalesce(persons.name, owner_person) AS owner_person,
       due_date, state,
       coalesce(due_date < current_date AND state NOT IN ('done', 'dropped'), false) AS overdue,
       coalesce(later_protocols, 0) AS later_protocols,
       last_follow_up_date, last_outcome,
       action_quote.quote AS quote_action,
       follow_up_quote.quote AS quote_follow_up,
       area, due_text, meeting_id,
       coalesce(repeated, 0) AS repeated
FROM chosen_actions
LEFT JOIN later USING (action_id)
LEFT JOIN repeats USING (action_id)
LEFT JOIN last_follow_up USING (action_id)
LEFT JOIN persons ON person_id = owner_person_id
LEFT JOIN quotes AS action_quote ON action_quote.record_id = action_id
LEFT JOIN quotes AS follow_up_quote ON follow_up_quote.record_id = follow_up_id
ORDER BY lower(council), lower(area), series_id, meeting_date, action_id
