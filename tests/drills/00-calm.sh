#!/usr/bin/env bash
# Nothing happens: people on three processes walk and write, and see each other within 200 ms (p99) wherever they are.
source "$(dirname "$0")/drill"
crowd=60 seconds=8
[[ $mode == long ]] && crowd=120 seconds=60
start_all
people "$crowd" "$seconds" --seen-ms 200
lasts "$seconds"
verdict "a calm day on $processes processes"
