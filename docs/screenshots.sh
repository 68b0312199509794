#!/usr/bin/env bash
# Takes the pictures of the console in docs/console anew: light, dark, and on a phone. Needs an installed Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q test -Dtest=Screenshots -Dscreenshots="$PWD/docs/console"
