-- sv: Återkommande problem
-- en: Recurring problems
-- about: I hur många av rådets protokoll ett problem nämns, hur länge i följd, och om det kom tillbaka.
-- table: council, area, label_sv, meetings_with, protocols, meetings_held, share_low, share_high, first_seen, last_seen, longest_run, came_back, trend
-- kept: series
-- of: held_days, held_pages, problem_days
--
-- Counted over protocols that exist. meetings_held adds those known to be missing; pages_readable of pages
-- says how much of the protocols could be read. share_low and share_high: the 95 % interval (Wilson) of the
-- share of meetings with the problem, were the protocols a sample of them.
-- came_back: mentioned again after two or more protocols in a row without a mention.
-- trend: rising or falling where the share in the later half of the protocols differs from that in the earlier
-- half by more than chance explains (95 % interval of the difference, Newcombe's of Wilson's, from trend_low
-- to trend_high); unclear where it does not; null below four protocols.
WITH mentioned AS (  -- nths: the places of the protocols with the problem among all of the series
    SELECT series_id, problem, protocols,
           count(*) AS meetings_with,
           min(meeting_date) AS first_seen,
           max(meeting_date) AS last_seen,
           count(*) FILTER (nth * 2 <= protocols) AS early,
           count(*) FILTER (nth * 2 > protocols) AS late,
           protocols // 2 AS early_of,
           protocols - protocols // 2 AS late_of,
           list(nth ORDER BY nth) AS nths
    FROM problem_days JOIN meeting_days USING (series_id, meeting_date)
    GROUP BY series_id, problem, protocols
),
halves AS (  -- what is taken from a place by its own number is the same for protocols in a row
    SELECT *,
           map_values(list_histogram(list_transform(nths, lambda nth, number: nth - number))) AS lengths,
           len(list_filter(list_zip(nths, nths[2:]), lambda two: two[2] - two[1] > 2)) > 0 AS came_back
    FROM mentioned
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
       meetings_with, compared.protocols, first_seen, last_seen, list_max(lengths) AS longest_run, came_back,
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
       len(lengths) AS runs
FROM compared
JOIN series USING (series_id)
JOIN denominators USING (series_id)
LEFT JOIN problems USING (problem)
ORDER BY meetings_with DESC, compared.protocols DESC, lower(council), lower(area), series_id, problem
