#!/usr/bin/env bash
# Makes .venv from Python 3.11+ alone: uv by hash, then every dependency by hash, then this package itself.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
say() { printf '%s\n' "$*" >&2; }
command -v "$python" >/dev/null || { say "Python 3.11 or later is needed (Debian: apt install python3 python3-venv)."; exit 2; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or later is needed; $($python --version) is what '$python' gives. Set PYTHON=… to another one."; exit 2; }
"$python" -c 'import venv, ensurepip' 2>/dev/null || { say "This Python lacks venv or ensurepip. Debian and Ubuntu keep them apart: apt install python3-venv"; exit 2; }
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  say "1/3 environment"
  "$python" -m venv --clear .venv
fi
say "2/3 dependencies, each checked against its hash"
.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-uv.lock
.venv/bin/uv pip install -q --require-hashes -r requirements.lock
say "3/3 Jingwei itself"
.venv/bin/uv pip install -q --no-deps --no-build-isolation --offline -e .
