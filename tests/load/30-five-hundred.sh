#!/usr/bin/env bash
# 500 walking people on one shard: nothing lost, everybody right, 99 of 100 moves seen within 150 ms. Times are judged in
# the long form only, as the best of three runs: the machine may be busy with something else.
source tests/load/hall
[[ $POSTERHALL_MODE == long ]] || exit 0
data=$scratch/data
make_event "$data"
serve "$data" 127.0.0.1:0 --shards 1
best=
for attempt in 1 2 3; do
  crowd "load: 500 people on one shard, run $attempt" --clients 500 --seconds 20 --seed "$attempt"
  p99=$(figure p99)
  [[ -z $best || $(awk -v a="${p99:-9999}" -v b="$best" 'BEGIN { print (a < b) }') == 1 ]] && best=${p99:-9999}
  awk -v p="$best" 'BEGIN { exit !(p < 150) }' && break
done
if awk -v p="$best" 'BEGIN { exit !(p < 150) }'; then
  echo "pass load: 500 people, p99 sent-to-seen $best ms"
else
  echo "fail load: 500 people, p99 sent-to-seen $best ms: 150 is the most"
fi
