#!/usr/bin/env bash
# Two processes that share one data directory with SQLite, for trial, and are killed in turn: slower perhaps, but nothing that was
# acked is lost, doubled or reordered there either.
export POSTERHALL_DRILL_STORE=sqlite
processes=2
source "$(dirname "$0")/10-kill.sh"
