#!/usr/bin/env bash
# make test: lint, types, contracts, then the tests on SQLite and on PostgreSQL. `scripts/test.sh all` adds the slow kinds.
# What this machine lacks is skipped with one loud line that says how to install it; JINGWEI_NO_SKIP=1 makes it an error.
set -euo pipefail
cd "$(dirname "$0")/.."
which=${1:-quick}
marks="not slow"; [ "$which" = all ] && marks="slow or not slow"
bin=.venv/bin
export PYTHONDONTWRITEBYTECODE=1

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
lacking() {
  printf '\n\033[1;33m!! SKIPPED: %s\033[0m\n' "$*"
  [ "${JINGWEI_NO_SKIP:-}" != 1 ] || { echo "JINGWEI_NO_SKIP=1: nothing may be skipped here."; exit 1; }
}

say "lint";             $bin/ruff check . ; $bin/ruff format --check -q .
say "types";            $bin/mypy
say "import contracts"; $bin/lint-imports --no-cache | tail -n 12
say "migrations";       $bin/python manage.py makemigrations --check --dry-run

browser=yes
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { browser=no; lacking "no Chromium: browser and accessibility tests (Debian: apt install chromium fonts-noto-cjk)"; }
[ -n "$(fc-list ':lang=zh' 2>/dev/null | head -n 1)" ] || lacking "no Chinese font: pages are drawn with boxes (Debian: apt install fonts-noto-cjk)"
command -v xgettext >/dev/null || lacking "no gettext: the test that every text is in the catalogues (Debian: apt install gettext)"

say "tests on SQLite"
on_sqlite="$marks"; [ $browser = yes ] || on_sqlite="($marks) and not browser"
$bin/pytest -q -n 2 -m "$on_sqlite"

cluster=$(mktemp -d "${TMPDIR:-/tmp}/jingwei-postgres-XXXXXX")
trap 'bash scripts/postgres.sh stop "$cluster/data" >/dev/null 2>&1 || true; rm -rf "$cluster"' EXIT
chmod 755 "$cluster"
if url=$(bash scripts/postgres.sh start "$cluster/data" 2>"$cluster/log"); then
  say "tests on PostgreSQL: those that touch the database"
  JINGWEI_DATABASE_URL=$url $bin/pytest -q -n 2 -m "($marks) and not browser" --database-only
else
  lacking "no PostgreSQL: every test runs on SQLite only (Debian: apt install postgresql) — $(tail -n 1 "$cluster/log")"
fi
