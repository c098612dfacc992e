-- sv: Inläsningens hälsa
-- en: Health of the ingestion
-- about: Hur många dokument som lästs helt, delvis eller inte alls, och hur många anmärkningar de har.
-- table: status, error_code, documents, pages, issues
--
-- With a council or dates given: the documents that hold such a meeting.
WITH counted AS (
    SELECT document_id, count(*) AS issues FROM issues WHERE severity <> 'info' GROUP BY document_id
)
SELECT status, error_code,
       count(*) AS documents,
       coalesce(sum(page_count), 0)::BIGINT AS pages,
       coalesce(sum(counted.issues), 0)::BIGINT AS issues
FROM documents LEFT JOIN counted USING (document_id)
WHERE coalesce(getvariable('council')::VARCHAR, getvariable('from_date')::VARCHAR,
               getvariable('to_date')::VARCHAR) IS NULL
   OR document_id IN (SELECT document_id FROM chosen_meetings)
GROUP BY status, error_code
ORDER BY status DESC, error_code
