-- sv: Återkommande problem
-- en: Recurring problems
-- about: I hur många av rådets protokoll ett problem nämns, hur länge i följd, och om det kom tillbaka.
-- table: council, area, label_sv, meetings_with, protocols, meetings_held, share_low, share_high, first_seen, last_seen, longest_run, came_back, trend
-- kept: series
--
-- Counted over protocols that exist. meetings_held adds those known to be missing; pages_readable of pages
-- says how much of the protocols could be read. share_low and share_high: the 95 % interval (Wilson) of the
-- share of meetings with the problem, were the protocols a sample of them.
-- came_back: mentioned again after two or more protocols in a row without a mention.
-- trend: rising or falling where the share in the later half of the protocols differs from that in the earlier
-- half by more than chance explains (95 % interval of the difference, Newcombe's of Wilson's, from trend_low
-- to trend_high); unclear where it does not; null below four protocols.
WITH mentioned AS MATERIALIZED (  -- run: the same for protocols in a row; step: protocols since the last mention
    SELECT series_id, problem, meeting_date, nth, protocols,
           nth - row_number() OVER by_problem AS run, nth - lag(nth) OVER by_problem AS step
    FROM problem_days JOIN meeting_days USING (series_id, meeting_date)
    WINDOW by_problem AS (PARTITION BY series_id, problem ORDER BY nth)
),
halves AS (
    SELECT series_id, problem, protocols,
           count(*) AS meetings_with,
           min(meeting_date) AS first_seen,
           max(meeting_date) AS last_seen,
           coalesce(bool_or(step > 2), false) AS came_back,
           count(*) FILTER (nth * 2 <= protocols) AS early,
           count(*) FILTER (nth * 2 > protocols) AS late,
           protocols // 2 AS early_of,
           protocols - protocols // 2 AS late_of
    FROM mentioned
    GROUP BY series_id, problem, protocols
),
runs AS (
    SELECT series_id, problem, max(length) AS longest_run, count(*) AS runs
    FROM (SELECT series_id, problem, count(*) AS length FROM mentioned GROUP BY series_id, problem, run)
    GROUP BY series_id, problem
),
compared AS (
    SELECT *,
           late / late_of - early / early_of AS change,
           sqrt((late / late_of - wilson_low(late, late_of)) ** 2
                + (wilson_high(early, early_of) - early / early_of) ** 2) AS below,
           sqrt((wilson_high(late, late_of) - late / late_of) ** 2
                + (early / early_of - wilson_low(early, early_of)) ** 2) AS above
    FROM halves
)
SELECT series_id, council, area, problem, coalesce(label_sv, problem) AS label_sv,
       meetings_with, compared.protocols, first_seen, last_seen, longest_run, came_back,
       CASE WHEN compared.protocols < 4 THEN NULL
            WHEN change - below > 0 THEN 'rising'
            WHEN change + above < 0 THEN 'falling'
            ELSE 'unclear' END AS trend,
       coalesce(label_en, problem) AS label_en,
       denominators.meetings_held, denominators.missing, denominators.pages, denominators.pages_readable,
       round(wilson_low(meetings_with, compared.protocols), 2) AS share_low,
       round(wilson_high(meetings_with, compared.protocols), 2) AS share_high,
       CASE WHEN compared.protocols >= 4 THEN round(change - below, 2) END AS trend_low,
       CASE WHEN compared.protocols >= 4 THEN round(change + above, 2) END AS trend_high,
       runs.runs
FROM compared
JOIN runs USING (series_id, problem)
JOIN series USING (series_id)
JOIN denominators USING (series_id)
LEFT JOIN problems USING (problem)
ORDER BY meetings_with DESC, compared.protocols DESC, lower(council), lower(area), series_id, problem
