#!/usr/bin/env bash
# kill -STOP of a process, and on again: it fences itself, and says nothing old to anybody. Its people find the silence by
# themselves, as a browser does: another process answers them while their own does not, and they go there
# (docs/decisions/0114).
source "$(dirname "$0")/drill"
still=8 times=1 crowd=30
[[ $mode == long ]] && still=15 times=4 crowd=60
# It noticed that it had stood still.
fenced() { [[ $(figure_of "$1" posterhall_shard_slept_total) -gt 0 ]]; }
start_all
people "$crowd" $((times * (still + 8) + 4))
for ((time = 1; time <= times; ++time)); do
  lasts "$(between 0.5 1.5)"
  who=$((RANDOM % processes + 1))
  mark "process $who stopped"
  signal_part "process-$who" STOP
  lasts "$still"
  signal_part "process-$who" CONT
  mark "healed: process $who goes on"
  await "process-$who" 5 fenced "$who" || ! part_runs "process-$who" || more+="process $who did not fence itself. "
  lasts 6
  # A process that found its numbers given away ends, and is started again, as its service would.
  part_runs "process-$who" || start_process "$who"
done
verdict "kill -STOP of a process for $still s, $times times"
