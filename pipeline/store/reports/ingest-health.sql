-- sv: Inläsningens hälsa
-- en: Health of the ingestion
-- about: Hur många dokument som lästs helt, delvis eller inte alls, hur många anmärkningar de har och hur mycket som inte förstods.
-- table: status, error_code, documents, pages, issues, unclaimed_percent, unclaimed_sentences
--
-- unclaimed_percent: of the text of heads, attendance lists and signatures, what gave no fact.
-- unclaimed_sentences: those in the items that sound binding and gave no action or follow-up.
-- Both are spelt out in evidence, where field = 'unclaimed'.
-- With a council or dates given: the documents that hold such a meeting.
WITH counted AS (
    SELECT document_id, count(*) AS issues FROM issues WHERE severity <> 'info' GROUP BY document_id
),
shares AS (
    SELECT document_id, avg(unclaimed_share) AS share FROM meetings GROUP BY document_id
),
sentences AS (
    SELECT document_id, count(*) AS sentences
    FROM evidence WHERE field = 'unclaimed' AND rule = 'unclaimed.sentence' GROUP BY document_id
)
SELECT status, error_code,
       count(*) AS documents,
       coalesce(sum(page_count), 0)::BIGINT AS pages,
       coalesce(sum(counted.issues), 0)::BIGINT AS issues,
       round(100 * avg(share), 1) AS unclaimed_percent,
       coalesce(sum(sentences), 0)::BIGINT AS unclaimed_sentences
FROM documents
LEFT JOIN counted USING (document_id)
LEFT JOIN shares USING (document_id)
LEFT JOIN sentences USING (document_id)
WHERE coalesce(getvariable('council')::VARCHAR, getvariable('series')::VARCHAR,
               getvariable('from_date')::VARCHAR, getvariable('to_date')::VARCHAR) IS NULL
   OR document_id IN (SELECT document_id FROM chosen_meetings)
GROUP BY status, error_code
ORDER BY status DESC, error_code
