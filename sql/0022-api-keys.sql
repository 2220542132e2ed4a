-- Limits of API keys, their last use, and how they are related.
ALTER TABLE api_key
  -- null: does not expire; the end of the overlap for a key that was rotated
  ADD COLUMN expires_at timestamptz,
  -- networks in CIDR notation from which the key may be used; null: from everywhere
  ADD COLUMN networks text[] CHECK (cardinality(networks) > 0),
  -- written in batches, some time after the use
  ADD COLUMN last_used_at timestamptz,
  ADD COLUMN last_used_from text,
  -- the key with which this one was made: revoking that key revokes this one. Unknown for keys made before this migration
  -- by a user's key; for the others it is their maker.
  ADD COLUMN made_with uuid REFERENCES api_key,
  -- the key that this one replaces
  ADD COLUMN rotated_from uuid UNIQUE REFERENCES api_key;
CREATE INDEX api_key_made_with ON api_key (made_with) WHERE made_with IS NOT NULL;

-- An id in Crockford base 32 to its UUID, for this migration only.
CREATE FUNCTION pg_temp.uuid_of(id text) RETURNS uuid LANGUAGE sql AS $$
  SELECT right(string_agg(lpad(to_hex(digits::bigint), 10, '0'), '' ORDER BY part), 32)::uuid FROM (
    SELECT part, sum((strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(padded, part * 8 + n + 1, 1)) - 1)::bigint << (5 * (7 - n))) AS digits
    FROM (SELECT lpad(split_part(id, '_', 2), 32, '0') AS padded) AS p, generate_series(0, 3) AS part, generate_series(0, 7) AS n
    GROUP BY part) AS parts
$$;
UPDATE api_key k SET made_with = maker.id
FROM api_key m, LATERAL (SELECT id FROM api_key WHERE id = pg_temp.uuid_of(substr(m.made_by, 5))) AS maker
WHERE m.id = k.id AND m.made_by LIKE 'key key\_%';
DROP FUNCTION pg_temp.uuid_of(text);

-- The key of a request is found by its hash before the tenant is known, so the system may read keys; it writes none.
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY system_reads ON api_key FOR SELECT USING ((SELECT current_tenant()) IS NULL);
CREATE POLICY tenant_only ON api_key USING (tenant = (SELECT current_tenant()));
