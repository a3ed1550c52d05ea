#!/usr/bin/env bash
# Redis killed and started again after 0, 5 and 60 s, and FLUSHALL: no process ends, people go on talking, and 5 s after it is
# back everybody sees everybody and has every message. 60 s in the long form only.
source "$(dirname "$0")/drill"
crowd=30 gaps=(0 5)
[[ $mode == long ]] && crowd=60 gaps=(0 5 60)
start_all
how_long=8
for gap in "${gaps[@]}"; do how_long=$((how_long + gap + 7)); done
people "$crowd" "$how_long"
lasts 1
for gap in "${gaps[@]}"; do
  mark "Redis killed for $gap s"
  end_part redis KILL 5 2>/dev/null
  lasts "$gap"
  start_redis
  mark "healed: Redis is back after $gap s"
  lasts 6
done
redis_says flushall >/dev/null
mark "healed: FLUSHALL"
lasts 5.5
for ((n = 1; n <= processes; ++n)); do part_runs "process-$n" || more+="process $n has ended: $(last_words "process-$n")"; done
verdict "Redis killed for ${gaps[*]} s, and FLUSHALL"
