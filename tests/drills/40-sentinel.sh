#!/usr/bin/env bash
# Redis under three sentinels, in two networks joined by a wire: the master and process 1 in one, the replica, the sentinels
# and the other processes in the other. The wire is cut for Redis for 11 s, so that there are two masters; then the master
# is killed. Nothing that lasts is in Redis: nothing is lost, and all is right within 5 s of healing; a ban and a revoked link hold
# on both sides of the cut within as long (witness.mjs).
[[ -n ${POSTERHALL_DRILL_NET:-} ]] || exec env POSTERHALL_DRILL_NET=yes unshare -n $( ((EUID == 0)) || echo --map-current-user --keep-caps) bash "$0" "$@"
source "$(dirname "$0")/drill"
crowd=24 rounds=1 cut=11
[[ $mode == long ]] && crowd=60 rounds=3
here_ip=10.77.0.2 there_ip=10.77.0.1
redis="redis+sentinel://$here_ip:26379,$here_ip:26380,$here_ip:26381/hall"
process_host() { if (($1 == 1)); then printf %s "$there_ip"; else printf 127.0.0.1; fi; }
first_port=8101 # nobody else is in this network

witness=
unshare -n sleep infinity &
holder=$!
for part in sentinel-1 sentinel-2 sentinel-3 redis-there redis-here; do ended+=("$part"); done
end_more() { [[ -z $witness ]] || kill "$witness" 2>/dev/null; for part in "${ended[@]}"; do end_part "$part" KILL 5; done; kill "$holder"; }
there() { nsenter -t "$holder" -n "$@"; }
networks() {
  until [[ $(readlink "/proc/$holder/ns/net") != "$(readlink /proc/self/ns/net)" ]]; do a_moment; done
  ip link set lo up && there ip link set lo up && ip link add near type veth peer name far && ip link set far netns "$holder" &&
    ip address add "$here_ip/24" dev near && ip link set near up && there ip address add "$there_ip/24" dev far && there ip link set far up
}
# cut_wire: what belongs to Redis is dropped, both ways; people still reach process 1.
cut_wire() {
  nft -f - <<'TEXT'
table inet drill {
  chain in {
    type filter hook input priority 0
    iifname "near" tcp dport { 6379, 26379-26381 } drop
    iifname "near" tcp sport { 6379, 26379-26381 } drop
  }
}
TEXT
}
mend_wire() { nft delete table inet drill; }

# start_one PART IP REPLICA_OF…
start_one() {
  local part=$1 ip=$2
  shift 2
  mkdir -p "$folder/$part"
  start_part "$part" $([[ $ip != "$there_ip" ]] || echo nsenter -t "$holder" -n) redis-server --bind "$ip" --port 6379 --protected-mode no \
    --save '' --appendonly no --dir "$folder/$part" "$@"
}
replica_there() { [[ $(redis-cli -h "$there_ip" --raw role | head -n 1) == slave ]]; }
master() { redis-cli -h "$here_ip" -p 26379 --raw sentinel get-master-addr-by-name hall | head -n 1; }
master_is() { [[ $(master) == "$1" ]]; }
replicas_are() { [[ $(redis-cli -h "$here_ip" -p 26379 --raw sentinel replicas hall | grep -c '^runid$') == "$1" ]]; }
sentinels_are() { [[ $(redis-cli -h "$here_ip" -p 26379 --raw sentinel sentinels hall | grep -c '^runid$') == "$1" ]]; }

start_sentinels() {
  local n
  start_one redis-there "$there_ip"
  await redis-there 10 redis-cli -h "$there_ip" ping || stop "the master did not start: $(last_words redis-there)"
  start_one redis-here "$here_ip" --replicaof "$there_ip" 6379
  await redis-here 10 redis-cli -h "$here_ip" ping || stop "the replica did not start: $(last_words redis-here)"
  for n in 1 2 3; do
    mkdir -p "$folder/sentinel-$n"
    printf '%s\n' "port $((26378 + n))" "bind $here_ip" 'protected-mode no' "dir $folder/sentinel-$n" "sentinel monitor hall $there_ip 6379 2" \
      'sentinel down-after-milliseconds hall 2000' 'sentinel failover-timeout hall 6000' >"$folder/sentinel-$n/sentinel.conf"
    start_part "sentinel-$n" redis-sentinel "$folder/sentinel-$n/sentinel.conf"
  done
  await sentinel-1 30 sentinels_are 2 && await sentinel-1 30 replicas_are 1 || stop "the sentinels did not find each other: $(last_words sentinel-1)"
}

networks || stop "two networks cannot be made here; it wants root, or namespaces for users, and the packages iproute2 and nftables"
start_sentinels
start_store
make_event
for ((n = 1; n <= processes; ++n)); do
  enter_place=()
  ((n > 1)) || enter_place=(nsenter -t "$holder" -n)
  start_process "$n" --insecure-http --metrics-listen "127.0.0.1:$((9100 + n))"
done
enter_place=()
# Figures are told on their own machine alone.
figure_of() {
  $( (($1 > 1)) || echo nsenter -t "$holder" -n) curl -sf -m 2 "http://127.0.0.1:$((9100 + $1))/metrics" | awk -v name="$2" '$1 == name { print $2 }'
}
for ((n = 1; n <= processes; ++n)); do await "process-$n" 15 linked "$n" || stop "process $n did not reach Redis: $(last_words "process-$n")"; done

people "$crowd" $((rounds * (cut + 18) + 4))
: >"$folder/witness"
node tests/drills/witness.mjs "$posterhall" "$folder/data" "$origin" "$folder/marks" 5000 "http://$(process_place 2)" "http://$(process_place 1)" \
  "http://$(process_place 3)" >"$folder/witness" 2>&1 &
witness=$!
until grep -qx ready "$folder/witness"; do
  kill -0 "$witness" 2>/dev/null || stop "the witness ended: $(tail -n 5 "$folder/witness" | tr '\n' ' ')"
  a_moment
done
for ((round = 1; round <= rounds; ++round)); do
  lasts 1
  before=$(master)
  mark "the wire is cut"
  if [[ $before == "$there_ip" ]]; then cut_wire; else more+="the master was not there. "; fi
  lasts "$cut"
  after=$(master)
  [[ $after == "$here_ip" ]] || more+="after $cut s the master is still $after. "
  mend_wire
  mark "healed: the wire is mended"
  lasts 6
  mark "the master is killed"
  # The old master is the new one's replica by now, or will be: then it takes over.
  await redis-there 20 replica_there || more+="the old master did not become a replica. "
  end_part redis-here KILL 5 2>/dev/null
  await sentinel-1 20 master_is "$there_ip" || more+="nobody took over from the killed master. "
  mark "healed: another one is master"
  lasts 5.5
  start_one redis-here "$here_ip" --replicaof "$there_ip" 6379
done
for ((n = 1; n <= processes; ++n)); do part_runs "process-$n" || more+="process $n has ended: $(last_words "process-$n")"; done
wait "$witness" || more+="witness: $(tail -n 3 "$folder/witness" | tr '\n' ' ')"
witness=
verdict "an 11 s partition of the master, and a failover; $(tail -n 1 "$folder/witness")"
