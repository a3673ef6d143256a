#!/bin/sh
# Run once by the PostgreSQL image: a database and an owner, who is no superuser, for each of the two.
set -eu

create() {
  psql --set ON_ERROR_STOP=1 --username postgres --set name="$1" --set password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create haven "$APP_DB_PASSWORD"
create keycloak "$KEYCLOAK_DB_PASSWORD"
