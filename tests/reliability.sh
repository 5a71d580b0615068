#!/usr/bin/env bash
# The reliability figures in full, one line each; `dotnet test` runs the same tests in a shorter form.
#
#   bash tests/reliability.sh [filter]
#
# It takes an hour or more. D2 needs AIACTBOT_TEST_POSTGRES; D3 and D12 need root, and Debian's postgresql. What is missing
# is skipped, and said so. A filter, such as KillTests or BackupTests, runs only what matches. AIACTBOT_TEST_KILLS sets another
# number of kills for D1 and D2, to do them in parts.
set -euo pipefail
cd "$(dirname "$0")/.."

tests="${1:-}"
if [ -z "$tests" ]; then
  filter='FullyQualifiedName~KillTests|FullyQualifiedName~Reliability.DatabaseLossTests|FullyQualifiedName~Reliability.BackupTests|FullyQualifiedName~Storage.LongChainTests'
else
  filter="FullyQualifiedName~$tests"
fi

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
status=0
AIACTBOT_RELIABILITY=full dotnet test tests/AiActBot.Tests --filter "$filter" --logger 'console;verbosity=detailed' >"$log" 2>&1 || status=$?
grep -hoE 'FIGURE .*|^ *(Failed|Skipped) AiActBot.*|(Passed|Failed)!.*|^ *(Total tests|Passed|Failed|Skipped): .*' "$log" || true
if [ "$status" -ne 0 ]; then
  grep -A8 -E '^ *Failed AiActBot|error' "$log" || true
fi
exit "$status"
