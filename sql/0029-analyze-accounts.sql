-- Statistics of the accounts. Only the owner of a table may analyze it before PostgreSQL 17, and the application's role
-- owns none, so the function runs as its owner. It takes no parameter and touches nothing but statistics.
CREATE FUNCTION analyze_accounts() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  ANALYZE public.account;
END $$;
