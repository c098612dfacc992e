-- sv: Återkommande problem
-- en: Recurring problems
-- about: I hur många av rådets protokoll ett problem nämns, hur länge i följd, och om det kom tillbaka.
-- table: council, area, label_sv, meetings_with, protocols, first_seen, last_seen, longest_run, came_back, trend
--
-- came_back: mentioned again after two or more meetings in a row without a mention.
-- trend: the share of protocols with a mention in the later half against the earlier half of the
-- series; null below four protocols.
WITH mentioned AS (
    SELECT series_id, problem, meeting_date, nth, protocols,
           nth - lag(nth) OVER (PARTITION BY series_id, problem ORDER BY nth) AS step,
           nth - row_number() OVER (PARTITION BY series_id, problem ORDER BY nth) AS run
    FROM problem_days JOIN meeting_days USING (series_id, meeting_date)
),
runs_of_meetings AS (
    SELECT series_id, problem, run, count(*) AS length FROM mentioned GROUP BY ALL
),
longest AS (
    SELECT series_id, problem, max(length) AS longest_run FROM runs_of_meetings GROUP BY ALL
),
counted AS (
    SELECT series_id, problem,
           count(*) AS meetings_with,
           any_value(protocols) AS protocols,
           min(meeting_date) AS first_seen,
           max(meeting_date) AS last_seen,
           coalesce(bool_or(step > 2), false) AS came_back,
           count(*) FILTER (nth * 2 <= protocols) / nullif(any_value(protocols) // 2, 0) AS early,
           count(*) FILTER (nth * 2 > protocols)
               / nullif(any_value(protocols) - any_value(protocols) // 2, 0) AS late
    FROM mentioned
    GROUP BY series_id, problem
)
SELECT series_id, council, area, problem, coalesce(label_sv, problem) AS label_sv,
       meetings_with, counted.protocols, first_seen, last_seen, longest_run, came_back,
       CASE WHEN counted.protocols < 4 THEN NULL
            WHEN late > early THEN 'rising'
            WHEN late < early THEN 'falling'
            ELSE 'steady' END AS trend,
       coalesce(label_en, problem) AS label_en
FROM counted
JOIN longest USING (series_id, problem)
JOIN series USING (series_id)
LEFT JOIN problems USING (problem)
ORDER BY meetings_with DESC, counted.protocols DESC, lower(council), lower(area), series_id, problem
