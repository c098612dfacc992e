-- sv: Prioriterat: vad blev gjort?
-- en: Prioritised: what was done?
-- about: Varje prioriterat område med de problem det gäller, de beslut och uppdrag som tagits om det medan det gällde, och vad det blev av dem.
-- table: council, area, name, from_date, to_date, mentions, actions, done, silent, verdict, last_action
-- uses: priority-timeline
-- kept: series
-- of: priority_days, problem_days, action_problems, action_priorities
--
-- An action belongs to a priority that held when it was decided where its item speaks of the problem that
-- the priority names, or where its text has the priority's name; to decide on priorities is no action on
-- them. mentions: meetings of that time that
-- speak of the problem. verdict: no_action; done or reported where one action is; dropped where all are;
-- else no_outcome.
WITH areas AS (
    SELECT *, coalesce(to_date, DATE '9999-12-31') AS end_date FROM priority_timeline
),
named AS (
    SELECT DISTINCT series_id, area_key, problem
    FROM priority_days JOIN priority_problems USING (priority_area_id)
),
spoken AS (
    SELECT series_id, area_key, from_date, count(DISTINCT meeting_date) AS mentions
    FROM areas
    JOIN named USING (series_id, area_key)
    JOIN problem_days USING (series_id, problem)
    WHERE meeting_date >= from_date AND meeting_date < end_date
    GROUP BY ALL
),
taken AS (
    SELECT series_id, area_key, from_date, action_id, meeting_date, text, state
    FROM areas
    JOIN named USING (series_id, area_key)
    JOIN action_problems USING (series_id, problem)
    WHERE meeting_date >= from_date AND meeting_date < end_date
    UNION
    SELECT series_id, area_key, from_date, action_id, meeting_date, text, state
    FROM areas JOIN action_priorities USING (series_id, name)
    WHERE meeting_date >= from_date AND meeting_date < end_date
),
counted AS (
    SELECT series_id, area_key, from_date,
           count(*) AS actions,
           count(*) FILTER (state = 'done') AS done,
           count(*) FILTER (state = 'reported') AS reported,
           count(*) FILTER (state = 'dropped') AS dropped,
           count(*) FILTER (state = 'open') AS open,
           count(*) FILTER (state = 'silent') AS silent,
           last(text ORDER BY meeting_date, action_id) AS last_action,
           max(meeting_date) AS last_action_date
    FROM taken GROUP BY ALL
),
labelled AS (
    SELECT series_id, area_key, string_agg(coalesce(label_sv, problem), ', ' ORDER BY problem) AS problems
    FROM named LEFT JOIN problems USING (problem)
    GROUP BY ALL
)
SELECT series_id, council, area, name, area_kind, problems, from_date, to_date,
       coalesce(mentions, 0) AS mentions,
       coalesce(actions, 0) AS actions,
       coalesce(done, 0) AS done,
       coalesce(reported, 0) AS reported,
       coalesce(dropped, 0) AS dropped,
       coalesce(open, 0) AS open,
       coalesce(silent, 0) AS silent,
       CASE WHEN actions IS NULL THEN 'no_action'
            WHEN done > 0 THEN 'done'
            WHEN reported > 0 THEN 'reported'
            WHEN dropped = actions THEN 'dropped'
            ELSE 'no_outcome' END AS verdict,
       last_action, last_action_date
FROM areas
LEFT JOIN spoken USING (series_id, area_key, from_date)
LEFT JOIN counted USING (series_id, area_key, from_date)
LEFT JOIN labelled USING (series_id, area_key)
ORDER BY actions IS NOT NULL, coalesce(done, 0) > 0, lower(council), lower(area), series_id, from_date, area_key
