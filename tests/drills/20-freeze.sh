#!/usr/bin/env bash
# kill -STOP of a process, and on again: it fences itself. Its people find the silence by themselves, as a browser does after
# 4.5 s, so their blackout is longer than 3 s here (docs/scaling.md); what counts is that the one that wakes says nothing old to
# anybody.
source "$(dirname "$0")/drill"
still=8 times=1 crowd=30
[[ $mode == long ]] && still=15 times=4 crowd=60
# It noticed that it had stood still.
fenced() { [[ $(figure_of "$1" posterhall_shard_slept_total) -gt 0 ]]; }
start_all
people "$crowd" $((times * (still + 8) + 4)) --blackout-ms 5500
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
