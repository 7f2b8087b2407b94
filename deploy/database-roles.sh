#!/bin/sh
# Run once by the database's image on an empty volume: the role that the running portal uses, which owns nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --set=password="$PORTAL_PASSWORD" <<'SQL'
CREATE ROLE sperimenta_portal LOGIN PASSWORD :'password';
SQL
