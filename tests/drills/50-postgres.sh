#!/usr/bin/env bash
# PostgreSQL ended and started again, orderly and by force: nothing is acked meanwhile, senders are told within 5 s, what was
# typed is stored once when it is back, and people go on moving.
source "$(dirname "$0")/drill"
[[ $store == postgres ]] || stop "this drill is about PostgreSQL; leave POSTERHALL_DRILL_STORE out."
crowd=30 gaps=(2)
[[ $mode == long ]] && crowd=60 gaps=(0 5 30)
start_all
how_long=4
for gap in "${gaps[@]}"; do how_long=$((how_long + (gap + 9) * 2)); done
people "$crowd" "$how_long"
lasts 1
for gap in "${gaps[@]}"; do
  for way in INT QUIT; do
    mark "PostgreSQL ended by SIG$way for $gap s"
    end_part postgres "$way" 20
    lasts "$gap"
    start_postgres -c log_min_messages=fatal
    mark "healed: PostgreSQL is back after $gap s"
    lasts 6
  done
done
for ((n = 1; n <= processes; ++n)); do part_runs "process-$n" || more+="process $n has ended: $(last_words "process-$n")"; done
verdict "PostgreSQL gone for ${gaps[*]} s, orderly and by force"
