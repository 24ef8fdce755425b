-- The role that analysts connect as: reads the tables of the database "analysis", and nothing else. To be run in that
-- database by a superuser; again does no harm. It brings no password: \password analyst.
--
-- A connection to another database of the server is refused where PUBLIC may not connect to it; that is taken from the
-- databases of the suite here.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'analyst') THEN
        CREATE ROLE analyst;
    END IF;
END
$$;

ALTER ROLE analyst LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 8;
ALTER ROLE analyst SET default_transaction_read_only = on;
ALTER ROLE analyst SET search_path = analysis;
-- A question that runs away ends, and so does a session that somebody forgot.
ALTER ROLE analyst SET statement_timeout = '30s';
ALTER ROLE analyst SET idle_in_transaction_session_timeout = '1min';
ALTER ROLE analyst SET idle_session_timeout = '1h';
-- Unlike those above, this one a session cannot lift for itself.
ALTER ROLE analyst SET temp_file_limit = '512MB';
ALTER ROLE analyst SET max_parallel_workers_per_gather = 0;

-- Whoever fills the tables ends sessions that have lifted their timeouts and ask for longer than half an hour.
DO $$
BEGIN
    EXECUTE format('GRANT analyst TO %I', (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()));
END
$$;

DO $$
DECLARE
    suite text;
BEGIN
    FOR suite IN SELECT datname FROM pg_database
        WHERE datname IN ('request', 'approval', 'provisioning', 'notification', 'registry', 'postgres', current_database())
    LOOP
        EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', suite);
    END LOOP;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO analyst', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'analysis') THEN
        GRANT USAGE ON SCHEMA analysis TO analyst;
        GRANT SELECT ON ALL TABLES IN SCHEMA analysis TO analyst;
    END IF;
END
$$;
