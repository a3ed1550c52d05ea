#!/usr/bin/env bash
# kill -9 of one process after another while people walk and write: its people come back by another process, nothing that
# was acked is lost, doubled or reordered, and nobody sees them where they were for longer than 6 s.
source "$(dirname "$0")/drill"
every=5 kills=3 crowd=30
[[ $mode == long ]] && every=20 kills=12 crowd=60
start_all
people "$crowd" $((every * kills + 8))
for ((kill = 1; kill <= kills; ++kill)); do
  lasts "$(between 0.5 1.5)"
  who=$((RANDOM % processes + 1))
  mark "kill -9 of process $who"
  end_part "process-$who" KILL 5 2>/dev/null
  lasts "$(between 0.2 2)"
  start_process "$who"
  lasts "$(awk -v s="$every" 'BEGIN { print s - 2.5 }')"
done
verdict "kill -9 of a process every $every s, $kills times"
