-- sv: Vem har mest öppet
-- en: Who has most open
-- about: Hur många beslut och uppdrag varje ansvarig har som varken är klara eller strukna, och hur många som är det.
-- table: council, area, owner, open, silent, overdue, oldest, done, given
-- kept: today
--
-- An owner is a person where the name is known to be one, else the words of the protocol.
WITH owned AS (
    SELECT series_id, meeting_date, state, due_date,
           coalesce(owner_person_id, lower(owner)) AS key,
           coalesce(persons.name, owner_person, owner) AS owner
    FROM actions
    JOIN chosen_meetings USING (meeting_id)
    LEFT JOIN persons ON person_id = owner_person_id
    WHERE actions.kind <> 'formality' AND carried_from IS NULL AND series_id IS NOT NULL
),
counted AS (
    SELECT series_id, key, mode(owner) AS owner,
           count(*) FILTER (state IN ('open', 'reported', 'silent')) AS open,
           count(*) FILTER (state = 'silent') AS silent,
           count(*) FILTER (due_date < current_date AND state IN ('open', 'reported', 'silent')) AS overdue,
           min(meeting_date) FILTER (state IN ('open', 'reported', 'silent')) AS oldest,
           count(*) FILTER (state = 'done') AS done,
           count(*) AS given
    FROM owned
    WHERE key IS NOT NULL
    GROUP BY series_id, key
)
SELECT series_id, council, area, owner, open, silent, overdue, oldest, done, given
FROM counted JOIN series USING (series_id)
WHERE open > 0
ORDER BY open DESC, silent DESC, lower(council), lower(area), series_id, owner
