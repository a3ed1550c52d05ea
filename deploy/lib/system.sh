# What the machine is and has: checks that stop with one sentence, and Debian's packages. Sourced by deploy/run and tests/run.

# What a build and the server need.
BUILD_PACKAGES=(ca-certificates ccache cmake g++ libarchive-dev libboost-json1.81-dev libboost-system1.81-dev libboost-url1.81-dev
  libboost1.81-dev libcli11-dev libexpat1-dev libhiredis-dev libpq-dev libprotobuf-dev libspdlog-dev libsqlite3-dev libssl-dev libtomlplusplus-dev libutf8proc-dev
  libvips-tools mold ninja-build pkg-config poppler-utils protobuf-compiler tzdata)

say() { printf '%s\n' "$*"; }
stop() { printf 'deploy/run: %s\n' "$*" >&2; exit 1; }

check_system() {
  local id='' version='' name='this system' release=${POSTERHALL_OS_RELEASE:-/etc/os-release}
  if [[ -r $release ]]; then
    id=$(. "$release" && printf %s "${ID:-}")
    version=$(. "$release" && printf %s "${VERSION_ID:-}")
    name=$(. "$release" && printf %s "${PRETTY_NAME:-this system}")
  fi
  [[ $id == debian && $version == 12 ]] ||
    stop "this script knows Debian 12 only and this is $name; use a Debian 12 machine, virtual machine or container."
  case $(uname -m) in
    x86_64 | aarch64) ;;
    *) stop "no Node 22 is published for $(uname -m); use an x86-64 or 64-bit ARM machine." ;;
  esac
}

check_writable() {
  [[ -w $1 ]] || stop "you may not write to $1, where the build goes; make it yours or clone Posterhall somewhere else."
}

# check_port ADDRESS:PORT: stops if somebody listens there already. Reads the kernel's table, so no tool is needed.
check_port() {
  local address=${1%:*} port=${1##*:}
  [[ $1 == *:* && $port =~ ^[0-9]{1,5}$ ]] && ((10#$port <= 65535)) ||
    stop "--listen wants ADDRESS:PORT, such as 127.0.0.1:8080; \"$1\" is not."
  ((10#$port > 0)) || return 0
  local hex any='^(0+|0+FFFF0+)$' line state taken
  hex=$(printf ':%04X' "$((10#$port))")
  while read -r line state; do
    [[ $line == *"$hex" && $state == 0A ]] || continue
    taken=${line%:*}
    # 127.0.0.1 is written 0100007F; another loopback or interface address does not stand in our way.
    if [[ $taken =~ $any || $address == 0.0.0.0 || $address == '[::]' || $address == '' ]] ||
      [[ $taken == 0100007F && ($address == 127.0.0.1 || $address == localhost) ]] ||
      [[ $taken == 00000000000000000000000001000000 && ($address == '[::1]' || $address == localhost) ]] ||
      [[ $address != 127.0.0.1 && $address != localhost && $address != '[::1]' && $taken != 0100007F ]]; then
      stop "port $port is taken by another program; stop it, or choose another: ${front_door:-deploy/run} --listen ${address:-127.0.0.1}:$((port < 65000 ? port + 1 : 8081))"
    fi
  done < <(awk 'FNR > 1 { print $2, $4 }' /proc/net/tcp /proc/net/tcp6 2>/dev/null)
}

# missing_packages NAME…: those that are not installed, one line.
missing_packages() {
  local have name
  have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p') || true
  for name in "$@"; do
    grep -qxF "$name" <<<"$have" || printf '%s ' "$name"
  done
}

# Any npm will do, so Debian's is asked for only when there is none. (It runs on Node 18; the build itself on Node 22.)
npm_package() { command -v npm >/dev/null || printf npm; }

# check_root MISSING: installing needs root; asked before the work, not in the middle of it.
check_root() {
  [[ -n $1 && $EUID != 0 ]] || return 0
  command -v sudo >/dev/null ||
    stop "packages have to be installed and there is no sudo here; run this as root, or have root run: apt-get install $1"
  sudo -n true 2>/dev/null || { [[ -t 0 ]] && say "sudo is needed to install packages." && sudo -v; } ||
    stop "packages have to be installed and sudo is not allowed for you; run this as root, or have root run: apt-get install $1"
}

# check_space DIRECTORY MISSING: measured with a first build: 1.2 GB of packages, 1 GB beside the sources.
check_space() {
  local beside=200 packages=0 free
  [[ -x build/release/posterhall ]] || beside=1200
  [[ -z $2 ]] || packages=1500
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  # One disk for both, as usual: they add up.
  if [[ $(df -P "$1" | awk 'NR == 2 { print $1 }') == $(df -P /usr | awk 'NR == 2 { print $1 }') ]]; then
    beside=$((beside + packages)) packages=0
  fi
  ((free >= beside)) ||
    stop "there are $free MB free in $1 and about $beside MB are needed; make room, or clone Posterhall to a larger disk."
  free=$(df -Pm /usr | awk 'NR == 2 { print $4 }')
  ((free >= packages)) || stop "there are $free MB free in /usr and about $packages MB are needed for packages; make room."
}

as_root() { if [[ $EUID == 0 ]]; then "$@"; else sudo "$@"; fi; }

# logged FILE COMMAND…: quiet while it goes well; the end of its output when it does not.
logged() {
  local log=$1; shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 25 "$log" >&2
    return 1
  fi
}

install_packages() {
  [[ -n $1 ]] || return 0
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=500 -o Acquire::Retries=3)
  say "Installing $(wc -w <<<"$1") packages and what they need (apt-get; log in build/log/apt.log) …"
  logged build/log/apt-update.log as_root "${apt[@]}" update ||
    stop "the package lists could not be fetched; check the network and /etc/apt/sources.list, then run this again."
  # shellcheck disable=SC2086
  logged build/log/apt.log as_root "${apt[@]}" install -y --no-install-recommends $1 ||
    stop "packages could not be installed; what apt-get said is above and in build/log/apt.log."
}
