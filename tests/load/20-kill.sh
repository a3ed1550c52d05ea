#!/usr/bin/env bash
# kill -9 of the server while fifty people walk and write: started again, everybody comes back by themselves, and no
# acked message is lost or shown twice.
source tests/load/hall
[[ $POSTERHALL_MODE == quick ]] && rounds=1 || rounds=2
[[ $POSTERHALL_MODE == long ]] && rounds=6
data=$scratch/data
make_event "$data"
serve "$data" 127.0.0.1:0
port=${url##*:}
# Of the hall (kind 0) and at posters (4): those of the bots.
messages() {
  sqlite3 -readonly "$data/posterhall.sqlite" 'select coalesce(sum(head), 0) from channels where kind in (0, 4)' 2>/dev/null || echo 0
}
for ((round = 1; round <= rounds; ++round)); do
  shards=$((round % 2 + 1))
  before=$(messages)
  "$swarm" --url "$url" --data "$data" --clients 50 --seconds 4 --seed "$round" --reconnect --json >"$scratch/swarm.json" 2>"$scratch/swarm.err" &
  bots=$!
  # Somewhere in the middle: once some of this round's messages are stored.
  until (($(messages) >= before + 10 + round * 3)); do
    kill -0 "$bots" 2>/dev/null || break
    read -rt 0.05 <> <(:) || true
  done
  end_server -KILL
  serve "$data" "127.0.0.1:$port" --shards "$shards"
  name="load: kill -9 in the middle, then $shards $( ((shards == 1)) && echo shard || echo shards), round $round"
  code=0
  wait "$bots" || code=$?
  if ((code == 0)) && [[ $(figure returned) == 50 && $(figure lost) == 0 ]]; then
    echo "pass $name ($(($(messages) - before)) messages)"
  else
    echo "fail $name: ended with $code, $(cat "$scratch/swarm.json") $(head -n 8 "$scratch/swarm.err" | tr '\n' ' ')"
  fi
done
