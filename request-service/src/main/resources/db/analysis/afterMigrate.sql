-- Whoever made the role analyst (deploy/analytics/README.md) finds the tables open to it, those of later versions too.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'analyst') THEN
        GRANT USAGE ON SCHEMA analysis TO analyst;
        GRANT SELECT ON ALL TABLES IN SCHEMA analysis TO analyst;
    END IF;
END
$$;
