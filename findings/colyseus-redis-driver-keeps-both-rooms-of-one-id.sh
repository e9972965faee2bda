#!/usr/bin/env bash
# Packages: @colyseus/core 0.18.17, @colyseus/redis-driver 0.18.3 (each the latest at the time), @colyseus/schema 5.0.34,
#   Redis 7.0 (Debian's; taken from its package where there is no redis-server).
# Expected: rooms that choose their own id (`this.roomId = ...` in onCreate) behave alike with every driver. The matchmaker
#   says that it discards a second room of an id that is taken, and gives whoever asked the first one.
# Seen: with the driver in memory it does: the second room is disposed at once, and one room is left. The driver for Redis
#   has no `insert`, which that check needs, so with it both rooms stay alive under one id, and one entry is listed. When the
#   first one then ends, it takes that entry off the list, and the second is a live room that nobody can find.
set -euo pipefail
dir="$(mktemp -d)"
redis=""
finish() {
  [ -n "$redis" ] && kill "$redis" 2>/dev/null
  rm -rf "$dir"
}
trap finish EXIT
cd "$dir"
npm init -y >/dev/null
server="$(command -v redis-server || true)"
if [ -z "$server" ]; then
  apt-get download redis-tools liblzf1 >/dev/null 2>&1
  for package in *.deb; do dpkg -x "$package" .; done
  server="$dir/usr/bin/redis-check-rdb"
  export LD_LIBRARY_PATH="$(echo "$dir"/usr/lib/*-linux-gnu)"
  ln -s "$server" redis-server && server="$dir/redis-server"
fi
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @colyseus/core@0.18.17 @colyseus/redis-driver@0.18.3 @colyseus/schema@5.0.34 >/dev/null
"$server" --port 0 --unixsocket "$dir/redis.sock" --save '' --dir "$dir" >/dev/null &
redis=$!
for _ in $(seq 50); do [ -S redis.sock ] && break; sleep 0.1; done

cat >check.mjs <<'JS'
import { LocalDriver, LocalPresence, matchMaker, Room } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
const [kind, alive] = process.argv.slice(2);
const driver = kind === 'redis' ? new RedisDriver({ path: 'redis.sock' }) : new LocalDriver();
const made = [];
let disposed = 0;
class Table extends Room {
  onCreate() {
    this.roomId = 'table-1';
    this.autoDispose = false;
    made.push(this);
  }
  onDispose() {
    disposed += 1;
  }
}
await matchMaker.setup(new LocalPresence(), driver);
matchMaker.defineRoomType('table', Table);
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
const listed = async () => (await matchMaker.query({ roomId: 'table-1' })).length;
await matchMaker.createRoom('table', {});
await matchMaker.createRoom('table', {});
await settle();
const seen = { alive: made.length - disposed, listed: await listed() };
const first = made[0];
await first.disconnect();
await settle();
const after = { alive: made.length - disposed, listed: await listed() };
console.log(`${kind}: ${seen.alive} alive and ${seen.listed} listed; when the first has ended, ${after.alive} alive and ${after.listed} listed`);
const expected = [Number(alive), 1, Number(alive) - 1, 0];
const same = [seen.alive, seen.listed, after.alive, after.listed].every((count, i) => count === expected[i]);
process.exit(same ? 0 : 1);
JS
echo "node $(node --version), $("$server" --version | cut -d' ' -f1-3)"
node check.mjs memory 1
node check.mjs redis 2
