#!/usr/bin/env bash
# Fuzzes every operation of openapi.json on a server with real objects: all checks, in all phases. Needs Schemathesis
# (`pip install schemathesis==4.32.5`); without it, nothing runs and the exit code is 3.
#   test/fuzz/run.sh [--seconds 600] [--seed 1]
set -euo pipefail
cd "$(dirname "$0")/../.."
export SCHEMATHESIS=${SCHEMATHESIS:-$(command -v schemathesis || true)}
if [ -z "$SCHEMATHESIS" ]; then
  echo 'Schemathesis is not installed; nothing was run.' >&2
  exit 3
fi
exec npx --no-install node test/fuzz/run.ts "$@"
