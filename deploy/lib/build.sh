# Building the client and the server; each step is skipped when nothing it reads has changed. Needs lib/system.sh.

# The Node that builds: Node 22 and its npm from deploy/node, whatever the machine has. (Debian 12's Node is 18, and an npm
# that runs on it leaves out the parts of the bundler that want a newer one.)
case $(uname -m) in aarch64) node_arch=arm64 ;; *) node_arch=x64 ;; esac
node_home=$here/deploy/node/node_modules/node-linux-$node_arch/bin
with_node() { PATH="$node_home:$here/deploy/node/node_modules/.bin:$PATH" "$@"; }
# One compiler cache for all clones of this tree: paths below it count as relative.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$here}

# digest_of PATHS…: one line that changes when a name or a byte of them does; paths that are not there count as such.
digest_of() {
  local path there=()
  for path in "$@"; do [[ ! -e $path ]] || there+=("$path"); done
  find "${there[@]}" -type f -not -path '*/src/gen/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}
same_as_stamp() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# install_locked FOLDER WHAT NPM…: what its lock file says, if it has changed.
install_locked() {
  local folder=$1 what=$2 lock stamp=$1/node_modules/.posterhall-lock
  shift 2
  lock=$(digest_of "$folder/package-lock.json" "$folder/.npmrc")
  ! same_as_stamp "$stamp" "$lock" || return 0
  say "Fetching $what (npm ci) …"
  (cd "$folder" && logged "$here/build/log/npm.log" "$@" ci --loglevel=error --no-audit --no-fund) ||
    stop "$what could not be fetched; what npm said is above and in build/log/npm.log."
  printf '%s\n' "$lock" >"$stamp"
}

install_node_modules() {
  install_locked deploy/node "Node 22" npm
  [[ -x $node_home/node ]] || stop "npm left out its optional package node-linux-$node_arch; set optional=true in ~/.npmrc and start again."
  install_locked client-web "the client's packages" with_node npm
}

# One build at a time in build/release: held until this script, or the server it becomes, no longer needs it.
lock_build() {
  mkdir -p build/release
  exec 9>build/release/.lock
  flock -n 9 || { say "Another build is running here; waiting for it …"; flock 9; }
}
unlock_build() { exec 9>&-; }

build_client() {
  local digest stamp=build/release/client.stamp
  digest=$(digest_of client-web/src client-web/build-plugins client-web/public client-web/*.json client-web/*.js client-web/*.ts \
    client-web/index.html proto buf.gen.yaml)
  if same_as_stamp "$stamp" "$digest" && [[ -f build/release/client/index.html ]]; then return 0; fi
  say "Building the browser client …"
  (cd client-web && logged "$here/build/log/client.log" with_node npm run --silent build) ||
    stop "the browser client could not be built; what went wrong is above and in build/log/client.log."
  mkdir -p build/release
  # A running server reads these files: the new ones stand beside the old before they take their name.
  rm -rf build/release/client.new build/release/client.old
  cp -a client-web/dist build/release/client.new
  [[ ! -e build/release/client ]] || mv build/release/client build/release/client.old
  mv build/release/client.new build/release/client
  rm -rf build/release/client.old
  printf '%s\n' "$digest" >"$stamp"
}

# build_server TARGET…: ninja knows what has changed.
build_server() {
  if [[ ! -f build/release/build.ninja ]]; then
    say "Configuring the server …"
    logged build/log/cmake.log cmake --preset release -DPOSTERHALL_TESTS=OFF ||
      stop "the build could not be configured; what cmake said is above and in build/log/cmake.log."
  fi
  # A dry run may also hold ninja's own checks (are there new files?): those are no work worth a word.
  local plan
  plan=$(ninja -C build/release -n "$@" 2>/dev/null) || true
  if grep -qE 'Building|Linking' <<<"$plan"; then
    say "Building the server (about three minutes on two cores the first time) …"
  fi
  if [[ -t 1 ]] && grep -q Building <<<"$plan"; then
    ninja -C build/release "$@" || stop "the server could not be built; the compiler's words are above."
  else
    logged build/log/server.log ninja -C build/release "$@" ||
      stop "the server could not be built; the compiler's words are above and in build/log/server.log."
  fi
}
