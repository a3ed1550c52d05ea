#!/usr/bin/env bash
# kill -STOP of a process, and on again: it fences itself. Its people find the silence by themselves, as a browser does after
# 5 s, so their blackout is that long; what counts is that the one that wakes says nothing old to anybody.
source "$(dirname "$0")/drill"
still=8 times=1 crowd=30
[[ $mode == long ]] && still=15 times=4 crowd=60
start_all
people "$crowd" $((times * (still + 8) + 4)) --blackout-ms 8000 --ghosts-ms 7000
for ((time = 1; time <= times; ++time)); do
  lasts "$(between 0.5 1.5)"
  who=$((RANDOM % processes + 1))
  mark "process $who stopped"
  signal_part "process-$who" STOP
  lasts "$still"
  signal_part "process-$who" CONT
  mark "healed: process $who goes on"
  lasts 6
  # A process that found its numbers given away ends, and is started again, as its service would.
  part_runs "process-$who" || start_process "$who"
done
verdict "kill -STOP of a process for $still s, $times times"
