#!/usr/bin/env bash
# Fifty people walk, write and read, on one shard and on two: nothing lost, doubled, reordered, everybody seen in the
# right place. And the checker finds each fault that is put into what somebody saw.
source tests/load/hall
data=$scratch/data
make_event "$data"
for shards in 1 2; do
  [[ $shards == 2 && $POSTERHALL_MODE == quick ]] && continue
  serve "$data" 127.0.0.1:0 --shards "$shards"
  crowd "load: 50 people on $shards $([[ $shards == 1 ]] && echo shard || echo shards)" --clients 50 --seconds 5 --seed "$shards"
  if [[ $shards == 1 ]]; then
    for way in drop double swap; do
      code=0
      "$swarm" --url "$url" --data "$data" --clients 30 --seconds 3 --seed 7 --json --break "$way" >"$scratch/swarm.json" 2>"$scratch/swarm.err" || code=$?
      case $way in
        drop) key=lost ;;
        double) key=duplicated ;;
        swap) key=reordered ;;
      esac
      if ((code == 1)) && [[ $(figure $key) == 1 && $(figure connected) == 30 ]]; then
        echo "pass load: the checker finds --break $way"
      else
        echo "fail load: the checker finds --break $way: ended with $code, $(cat "$scratch/swarm.json") $(head -n 3 "$scratch/swarm.err" | tr '\n' ' ')"
      fi
    done
  fi
  end_server -TERM
done
