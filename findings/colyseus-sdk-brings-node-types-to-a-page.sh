#!/usr/bin/env bash
# Packages: @colyseus/sdk 0.18.4 beside @colyseus/core 0.18.17, with typescript 5.9.3, @types/node 20.19.43 and @types/express 5.0.6,
#   as in a repository that has server and page. Seen on Node 20.
# Expected: the browser's SDK is typed for browsers: in a program with `"types": []` and `"lib": ["ES2022", "DOM"]`, where nobody
#   imports anything of Node, `process.cwd()` and `Buffer` are unknown names, so that a page can't reach for them by mistake.
# Seen: one `import { Client } from '@colyseus/sdk'` makes them known. Its declarations import two types of @colyseus/core,
#   whose declarations import express's, which reference all of @types/node. Without that import the same file is refused.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @colyseus/sdk@0.18.4 @colyseus/core@0.18.17 typescript@5.9.3 @types/node@20.19.43 @types/express@5.0.6 >/dev/null

cat >tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "strict": true, "noEmit": true, "skipLibCheck": true, "types": [], "lib": ["ES2022", "DOM"],
    "module": "ESNext", "moduleResolution": "Bundler", "target": "ES2022"
  },
  "files": ["page.ts"]
}
JSON
cat >with.ts <<'TS'
import { Client } from '@colyseus/sdk';
export const where: string = process.cwd() + String(Buffer.from('') && Client);
TS
cat >without.ts <<'TS'
export const where: string = process.cwd() + String(Buffer.from(''));
TS

# Prints the names that are unknown, if any.
unknown() {
  cp "$1" page.ts
  { npx tsc -p . || true; } | { grep -oE "Cannot find name '(process|Buffer)'" || true; } | sort -u | tr '\n' ';'
}
with="$(unknown with.ts)"
without="$(unknown without.ts)"
echo "node $(node --version), unknown with the SDK: '${with}', without: '${without}'"
if [[ -n "$with" || "$without" != "Cannot find name 'Buffer';Cannot find name 'process';" ]]; then
  echo 'changed' >&2
  exit 1
fi
