#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for tests and measurements.
#   scripts/postgres.sh start DIR   makes one in DIR (a new or empty folder) and prints its JINGWEI_DATABASE_URL
#   scripts/postgres.sh stop DIR    stops it and removes DIR
# It listens on 127.0.0.1 only, with a password of its own. As root the server runs as the user postgres.
set -euo pipefail

fail() { echo "postgres.sh: $*" >&2; exit 2; }

[[ $# -eq 2 && ( $1 == start || $1 == stop ) ]] || fail "usage: scripts/postgres.sh start|stop DIR"
verb=$1
dir=$(realpath -m "$2")

binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  if [[ -x ${found:-}/initdb ]]; then echo "$found"; return; fi
  found=$(command -v initdb) && { dirname "$(realpath "$found")"; return; }
  fail "PostgreSQL is not installed. Debian: apt-get install postgresql"
}
bin=$(binaries)

server() {  # runs a program of PostgreSQL, which refuses to run as root
  if [[ $(id -u) -eq 0 ]]; then (cd / && runuser -u postgres -- "$bin/$1" "${@:2}"); else "$bin/$1" "${@:2}"; fi
}

stop() {
  [[ -f $dir/data/PG_VERSION ]] || fail "$dir holds no cluster made by this script"
  server pg_ctl -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$dir"
}

start() {
  [[ ! -e $dir || -z $(ls -A "$dir") ]] || fail "$dir is not empty"
  local name password port python
  python=$(command -v python3) || fail "python3 is needed"
  name=$([[ $(id -u) -eq 0 ]] && echo postgres || id -un)
  password=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
  mkdir -p "$dir"
  echo "$password" > "$dir/password"
  if [[ $(id -u) -eq 0 ]]; then chown -R postgres "$dir"; fi
  chmod 700 "$dir"
  chmod 600 "$dir/password"
  server initdb -D "$dir/data" -U jingwei -A scram-sha-256 --pwfile="$dir/password" -E UTF8 --locale=C >"$dir/log" 2>&1 \
    || { cat "$dir/log" >&2; fail "initdb, run as $name, did not succeed"; }
  for _ in 1 2 3 4 5; do  # another program may take the free port first
    port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    if server pg_ctl -D "$dir/data" -l "$dir/server.log" -w \
      -o "-c listen_addresses=127.0.0.1 -p $port -c unix_socket_directories=''" start >>"$dir/log" 2>&1; then
      PGPASSWORD=$password "$bin/createdb" -h 127.0.0.1 -p "$port" -U jingwei jingwei
      echo "postgresql://jingwei:$password@127.0.0.1:$port/jingwei"
      return
    fi
  done
  cat "$dir/server.log" >&2
  fail "the server did not start; its log is above"
}

$verb
