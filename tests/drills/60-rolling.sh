#!/usr/bin/env bash
# A rolling restart: each process lets its people go, ends with 0 within 30 s, and is started again before the next one.
source "$(dirname "$0")/drill"
rounds=1 crowd=30
[[ $mode == long ]] && rounds=3 crowd=60
start_all
# A drain takes as long as the proxy needs to see it, and 10 s at most for the people.
people "$crowd" $((rounds * processes * 9 + 6))
for ((round = 1; round <= rounds; ++round)); do
  for ((n = 1; n <= processes; ++n)); do
    began=$SECONDS code=0
    mark "process $n is told to end"
    pid=$(part_pid "process-$n")
    signal_part "process-$n" TERM
    wait "$pid" || code=$?
    rm -f "$folder/run/process-$n"
    ((code == 0 && SECONDS - began <= 30)) || more+="process $n ended with $code after $((SECONDS - began)) s. "
    start_process "$n"
    lasts 1
  done
done
verdict "rolling restart of $processes processes, $rounds times"
