-- Lists of charges by line (the newest of it first) and by when they took effect. Without them the charges of a small line, or
-- of a day long past, are looked for among all (measured: 300 ms of 100,000; with them 2 ms).
CREATE INDEX charge_line ON charge (tenant, line, id);
CREATE INDEX charge_effective ON charge (tenant, effective_at);
