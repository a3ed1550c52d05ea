# The example event in a data directory: its programme moved to now, its posters imported, its people invited.
# Needs lib/system.sh.

EXAMPLE=deploy/example-event
# The programme is moved so that this session began so many minutes ago: authors are at their posters, and a second
# round of breakouts has been on for five minutes.
EXAMPLE_SESSION=exhibition-morning
EXAMPLE_MINUTES=85
# Whose links are printed at each start.
EXAMPLE_PEOPLE=(
  'an attendee|rafael.lima@example.org'
  'an author|amara.okafor@example.org'
  'a breakout host|ingrid.halvorsen@example.org'
  'a moderator|noor.vandijk@example.org'
  'an organiser|wairimu.gathoni@example.org'
)

# is_example DIR: ours to rewrite, or not there yet. A directory with an event of somebody's own is left alone.
is_example() { [[ -f $1/.example-event || ! -e $1/event.toml ]] && { [[ -f $1/.example-event ]] || [[ -z $(ls -A "$1" 2>/dev/null) ]]; }; }

# move_programme SESSION MINUTES <event.toml: all local times and days moved together, in whole minutes.
move_programme() {
  local file=$1 zone start now shift line out='' day days=() first last
  zone=$(sed -n 's/^time_zone *= *"\([^"]*\)".*/\1/p' "$file")
  start=$(awk -v id="$2" '$1 == "id" { here = ($3 == "\"" id "\"") } here && $1 == "start" { print $3; exit }' "$file")
  now=$(TZ=$zone date +%Y-%m-%dT%H:%M)
  # Local times are moved as if they were UTC: only their distance matters. Five-minute steps keep them readable.
  now=$(($(date -u -d "$now" +%s) / 300 * 300))
  shift=$((now - $3 * 60 - $(date -u -d "$start" +%s)))
  while IFS= read -r line; do
    if [[ $line =~ ^(start|end)\ *=\ *([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8})$ ]]; then
      line="${BASH_REMATCH[1]} = $(date -u -d "@$(($(date -u -d "${BASH_REMATCH[2]}" +%s) + shift))" +%Y-%m-%dT%H:%M:%S)"
      day=${line#*= }; day=${day%T*}
      [[ " ${days[*]-} " == *" $day "* ]] || days+=("$day")
    fi
    out+=$line$'\n'
  done <"$file"
  mapfile -t days < <(printf '%s\n' "${days[@]}" | sort)
  days=("${days[@]/#/\"}"); days=("${days[@]/%/\"}")
  printf '# The example event, moved to now by deploy/run; written anew at each start.\n'
  sed "s/^days = .*/days = [$(printf '%s, ' "${days[@]}" | sed 's/, $//')]/" <<<"${out%$'\n'}"
}

# prepare_example DIR [LINES]: the example in DIR, its event.toml with LINES behind it.
prepare_example() {
  local data=$1 digest
  mkdir -p "$data"
  : >>"$data/.example-event"
  move_programme "$EXAMPLE/event.toml" "$EXAMPLE_SESSION" "$EXAMPLE_MINUTES" >"$data/event.toml.new"
  [[ -z ${2:-} ]] || printf '\n%s\n' "$2" >>"$data/event.toml.new"
  mv "$data/event.toml.new" "$data/event.toml"
  digest=$(digest_of $EXAMPLE/posters.csv $EXAMPLE/people.csv $EXAMPLE/posters)
  if ! same_as_stamp "$data/.example-event" "$digest"; then
    say "Hanging the example's posters …"
    logged build/log/import.log build/release/posterhall import "$EXAMPLE/posters.csv" --data "$data" ||
      stop "the example could not be imported into $data; move that directory away and start again."
    logged build/log/invite.log build/release/posterhall invite --from "$EXAMPLE/people.csv" --data "$data" ||
      stop "the example's people could not be invited in $data; move that directory away and start again."
    # Its output holds everybody's link: kept out of the log.
    rm -f build/log/invite.log
    printf '%s\n' "$digest" >"$data/.example-event"
  else
    # The programme has moved, so the sessions have to be read again.
    logged build/log/import.log build/release/posterhall import "$EXAMPLE/posters.csv" --data "$data" ||
      stop "the example could not be moved to now in $data; move that directory away and start again."
  fi
}

# print_links DIR URL: a new link each for the five roles; the ones printed before end.
print_links() {
  local data=$1 url=$2 entry who mail answer link
  say ""
  say "The hall opens at $url"
  say "Personal links (new at each start; open two of them in two browsers):"
  for entry in "${EXAMPLE_PEOPLE[@]}"; do
    who=${entry%%|*} mail=${entry##*|}
    answer=$(build/release/posterhall invite --renew "$mail" --data "$data" --public-url "$url" 2>&1) ||
      stop "no link could be made for $mail: $answer"
    link=$(grep -oE 'https?://[^[:space:]]+' <<<"$answer" | tail -n 1)
    printf '  %-16s %s\n' "$who" "$link"
  done
  say ""
}
