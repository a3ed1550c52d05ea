# The parts of one hall over several processes on one machine: PostgreSQL, Redis, N processes of the server, and Caddy in
# front. Each part has a log in $folder/log and its process id, with the time it began, in $folder/run: only what is still
# that process is ever signalled. Needs lib/system.sh, and in $folder the directory of all this. Sourced by deploy/cluster and
# tests/drills.

# What is needed beside a build's packages.
CLUSTER_PACKAGES=(caddy curl postgresql-15 redis-server util-linux)
posterhall=${posterhall:-build/release/posterhall}

# a_moment: until something else may have happened.
a_moment() { read -rt 0.05 <> <(:) || true; }
began_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# part_pid PART: its process id, if it runs.
part_pid() {
  local pid began
  read -r pid began 2>/dev/null <"$folder/run/$1" || return 1
  [[ -n $began && $(began_at "$pid") == "$began" && $(cut -d' ' -f3 "/proc/$pid/stat" 2>/dev/null) != Z ]] || return 1
  printf '%s' "$pid"
}
part_runs() { part_pid "$1" >/dev/null; }

# start_part PART COMMAND…: in a session of its own, so that Ctrl-C here does not reach it.
start_part() {
  local part=$1 pid
  shift
  mkdir -p "$folder/run" "$folder/log"
  # Descriptor 9 is a lock of the script that starts it, and not for what stays.
  setsid "$@" >>"$folder/log/$part.log" 2>&1 </dev/null 9>&- &
  pid=$!
  # Whoever wants to know how it ended keeps it as a child.
  [[ -n ${KEEP_CHILDREN:-} ]] || disown "$pid"
  printf '%s %s\n' "$pid" "$(began_at "$pid")" >"$folder/run/$part"
}

# signal_part PART SIGNAL
signal_part() {
  local pid
  pid=$(part_pid "$1") || return 1
  kill "-$2" "$pid" 2>/dev/null
}

# end_part PART SIGNAL SECONDS: returns when it is gone; 1 if it had to be killed.
end_part() {
  local part=$1 pid until=$((SECONDS + $3)) forced=0
  pid=$(part_pid "$part") || { rm -f "$folder/run/$part"; return 0; }
  kill "-$2" "$pid" 2>/dev/null || true
  while part_runs "$part"; do
    if ((SECONDS >= until && forced == 0)); then kill -KILL "$pid" 2>/dev/null || true; forced=1; fi
    a_moment
  done
  rm -f "$folder/run/$part"
  return "$forced"
}

# await PART SECONDS COMMAND…: until the command succeeds; 1 when the part has ended or the time is over.
await() {
  local part=$1 until=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    part_runs "$part" && ((SECONDS < until)) || return 1
    a_moment
  done
}

last_words() { tail -n "${2:-3}" "$folder/log/$1.log" 2>/dev/null | tr '\n' ' '; }

# --- Redis: on a unix socket that nobody else reaches, without files: what lasts is not there.

redis_socket() { printf '%s' "$sockets/redis.sock"; }
redis_address() { printf 'unix://%s' "$(redis_socket)"; }
redis_says() { redis-cli -s "$(redis_socket)" "$@"; }

start_redis() {
  rm -f "$(redis_socket)"
  start_part redis redis-server --port 0 --unixsocket "$(redis_socket)" --unixsocketperm 700 --save '' --appendonly no \
    --dir "$sockets" --loglevel notice
  await redis 10 redis_says ping || stop "Redis did not start: $(last_words redis)"
}

# --- PostgreSQL: refuses to run as root, so root runs it as the user that Debian's package made. On a unix socket in a
# directory that only its user (and root) can enter; that is the door, so who is in needs no password.

POSTGRES_BIN=/usr/lib/postgresql/15/bin
as_postgres=(env -C /)
((EUID)) || as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env env -C /)
postgres_runs() { "${as_postgres[@]}" "$POSTGRES_BIN/$1" -h "$postgres_home" -U posterhall "${@:2}"; }
postgres_address() { printf 'postgresql://posterhall@/posterhall?host=%s' "$postgres_home"; }
postgres_says() { postgres_runs psql -qAtX -d postgres -c "$1"; }

make_postgres() {
  [[ ! -f $postgres_home/data/PG_VERSION ]] || return 0
  [[ $EUID == 0 ]] || mkdir -p "$postgres_home"
  [[ $EUID != 0 ]] || install -d -o postgres -g postgres -m 700 "$postgres_home"
  chmod 700 "$postgres_home"
  logged "$folder/log/initdb.log" "${as_postgres[@]}" "$POSTGRES_BIN/initdb" --auth=trust --encoding=UTF8 --locale=C --username=posterhall \
    --pgdata="$postgres_home/data" || stop "PostgreSQL's directory could not be made; what initdb said is above and in $folder/log/initdb.log."
}

start_postgres() {
  make_postgres
  start_part postgres "${as_postgres[@]}" "$POSTGRES_BIN/postgres" -D "$postgres_home/data" -k "$postgres_home" -c listen_addresses= \
    -c unix_socket_permissions=0700 -c max_connections=100 "$@"
  await postgres 30 postgres_says 'select 1' || stop "PostgreSQL did not start: $(last_words postgres)"
  [[ $(postgres_says "select 1 from pg_database where datname = 'posterhall'") == 1 ]] ||
    postgres_runs createdb --template=template0 --encoding=UTF8 posterhall || stop "the database could not be made: $(last_words postgres)"
}

# --- The processes.

process_port() { printf '%s' "$((first_port + $1 - 1))"; }
process_host() { printf 127.0.0.1; }
process_place() { printf '%s:%s' "$(process_host "$1")" "$(process_port "$1")"; }
process_ready() { curl -sf -m 2 -o /dev/null "http://$(process_place "$1")/readyz"; }

# What goes before a process's command, as when it lives in another network or is watched; another Redis than ours, or `none`.
enter_place=() redis=${redis:-}
# start_process N FLAGS…: returns when it takes people in. Addresses go by the environment: no argument shows a password.
start_process() {
  local number=$1 meeting=("POSTERHALL_REDIS=${redis:-$(redis_address)}")
  shift
  [[ ${redis:-} != none ]] || meeting=()
  start_part "process-$number" env "${meeting[@]}" ${database:+POSTERHALL_DATABASE="$database"} \
    "${enter_place[@]}" "$posterhall" serve --data "$folder/data" --listen "$(process_place "$number")" --public-url "$public_url" \
    --client build/release/client --trusted-proxy 127.0.0.1 "$@"
  await "process-$number" "${START_SECONDS:-60}" process_ready "$number" ||
    stop "process $number did not start: $(last_words "process-$number")"
}

# figure_of N NAME: one of a process's figures; empty when it does not answer.
figure_of() {
  { curl -sf -m 2 "http://$(process_place "$1")/metrics" || true; } | awk -v name="$2" '$1 == name || index($1, name "{") == 1 { sum += $2; found = 1 } END { if (found) print sum }'
}

# --- Caddy: to any process that says it is ready. Nobody has to come back to the same one.

caddy_file() {
  local number upstreams=
  for ((number = 1; number <= processes; ++number)); do upstreams+=" 127.0.0.1:$(process_port "$number")"; done
  cat <<TEXT
{
	admin off
	auto_https off
	grace_period 2s
}
$public_url {
	bind ${listen%:*}
	reverse_proxy$upstreams {
		lb_policy least_conn
		# A process that went is not asked again for a while; meanwhile another one is tried, so that nobody sees an error page.
		lb_try_duration 15s
		lb_try_interval 100ms
		max_fails 1
		fail_duration 2s
		# One that drains says so, and gets nobody new.
		health_uri /readyz
		health_interval 1s
		health_timeout 1s
	}
	request_body {
		max_size 64MB
	}
}
TEXT
}
caddy_answers() { curl -sf -m 2 -o /dev/null "$public_url/readyz"; }

start_caddy() {
  mkdir -p "$folder/caddy"
  caddy_file >"$folder/caddy/Caddyfile"
  start_part caddy env XDG_DATA_HOME="$folder/caddy" XDG_CONFIG_HOME="$folder/caddy" caddy run --adapter caddyfile --config "$folder/caddy/Caddyfile"
  await caddy 15 caddy_answers || stop "Caddy did not start: $(last_words caddy)"
}
