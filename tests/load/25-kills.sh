#!/usr/bin/env bash
# kill -9 of the server at random instants, again and again, while thirty people walk, write and come back: no acked message
# is lost, doubled or reordered, and the store is whole after each. 15 times, 200 in the long form. POSTERHALL_SEED repeats one.
source tests/load/hall
[[ $POSTERHALL_MODE == quick ]] && exit 0
wanted=15 at_once=15
[[ $POSTERHALL_MODE == long ]] && wanted=200 at_once=40
seed=${POSTERHALL_SEED:-$((RANDOM * 32768 + RANDOM))}
RANDOM=$((seed % 32768))
data=$scratch/data
make_event "$data"
serve "$data" 127.0.0.1:0
port=${url##*:}

# whole: a copy of what the kill left, as the tools see it.
whole() {
  rm -rf "$scratch/left" && mkdir "$scratch/left" && cp "$data"/posterhall.sqlite* "$scratch/left/"
  local said
  said=$(sqlite3 "$scratch/left/posterhall.sqlite" 'pragma integrity_check; pragma foreign_key_check' 2>&1)
  [[ $said == ok ]] || { echo "the store: $said"; return 1; }
  said=$("$posterhall" audit verify --data "$scratch/left" 2>&1) || { echo "the audit log: $said"; return 1; }
}
messages() { sqlite3 -readonly "$data/posterhall.sqlite" 'select coalesce(sum(head), 0) from channels where kind in (0, 4)'; }

killed=0 round=0
while ((killed < wanted)); do
  round=$((round + 1)) now=0 broken=''
  : >"$scratch/swarm.err" # what the round before said is not this one's
  "$swarm" --url "$url" --data "$data" --clients 30 --seconds $((at_once * 2 + 10)) --seed "$round" --reconnect --json \
    >"$scratch/swarm.json" 2>"$scratch/swarm.err" &
  bots=$!
  until grep -q 'All have come in' "$scratch/swarm.err"; do
    kill -0 "$bots" 2>/dev/null || break
    read -rt 0.05 <> <(:) || true
  done
  began=$SECONDS
  while ((now < at_once && killed < wanted && SECONDS - began < at_once * 2)) && kill -0 "$bots" 2>/dev/null; do
    read -rt "$((RANDOM % 2)).$((RANDOM % 1000 + 1000))" <> <(:) || true # the instant
    end_server -KILL
    now=$((now + 1)) killed=$((killed + 1))
    [[ -n $broken ]] || broken=$(whole) || broken="after kill $killed: $broken."
    serve "$data" "127.0.0.1:$port" --shards $((killed % 2 + 1))
  done
  code=0
  wait "$bots" || code=$?
  name="load: kill -9 at $now random instants (seed $seed, $killed so far)"
  if ((code == 0 && now > 0)) && [[ -z $broken && $(figure lost) == 0 && $(figure duplicated) == 0 && $(figure reordered) == 0 ]]; then
    echo "pass $name: $(messages) messages stored, $(figure returned) times somebody came back"
  else
    echo "fail $name: ended with $code, $broken $(cat "$scratch/swarm.json") $(head -n 8 "$scratch/swarm.err" | tr '\n' ' ')"
    break
  fi
done
