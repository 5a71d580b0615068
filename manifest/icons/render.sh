#!/usr/bin/env bash
# Renders the icons of the app package from their drawings, in the sizes that Teams asks for. Needs Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
[[ -n "$browser" ]] || { echo "Chromium is missing; set CHROMIUM to its path." >&2; exit 1; }

render() {
    local name=$1 size=$2 page
    page=$(mktemp --suffix .html)
    printf '<body style="margin:0">%s</body>' "$(cat "$name.svg")" >"$page"
    "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
        --force-device-scale-factor=1 --default-background-color=00000000 --window-size="$size,$size" \
        --screenshot="$PWD/$name.png" "file://$page" 2>/dev/null
    rm "$page"
}

render color 192
render outline 32
