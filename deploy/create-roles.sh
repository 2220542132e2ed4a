#!/bin/sh
# Creates the two roles and the database (docs/decisions/0023-application-role.md) when PostgreSQL starts for the first time.
set -eu
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" \
  --set owner="$OWNER_PASSWORD" --set application="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE recoup LOGIN PASSWORD :'owner';
CREATE ROLE recoup_application LOGIN PASSWORD :'application';
CREATE DATABASE recoup OWNER recoup;
SQL
