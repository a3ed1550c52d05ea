# The address strangers open: Caddy with a certificate in front of a server on loopback. Needs lib/system.sh.
# POSTERHALL_CADDYFILE names another template than deploy/Caddyfile; Caddy is then run as a child and not as root, on
# the ports the template says.

check_domain() {
  local label='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  [[ ${#1} -le 253 && $1 =~ ^$label(\.$label)+$ && ! $1 =~ ^[0-9.]+$ ]] ||
    stop "--domain wants a name that leads to this machine, such as hall.example.org; \"$1\" is not one."
}

check_loopback() {
  is_loopback "$1" ||
    stop "with --domain the server listens to Caddy alone: leave --listen out, or give a port of 127.0.0.1."
}

is_loopback() { [[ $1 == 127.* || $1 == localhost:* || $1 == '[::1]:'* ]]; }

# check_open ADDRESS:PORT URL FLAGS…: what the server would refuse after the build, refused before it.
check_open() {
  local listen=$1 url=$2
  shift 2
  is_loopback "$listen" || [[ $url == https://* || " $* " == *' --insecure-http '* ]] ||
    stop "$listen is open to other machines over plain http; say --domain NAME for https with a certificate, or --insecure-http for a trial on a network you know."
}

# link_address ADDRESS:PORT: what goes into links when nobody said: this machine's own address if others may come.
link_address() {
  local host=${1%:*}
  if is_loopback "$1"; then host=localhost; fi
  if [[ $host == 0.0.0.0 || $host == '[::]' ]]; then
    host=$(hostname -I 2>/dev/null | awk '{ print $1 }')
    [[ $host != *:* ]] || host="[$host]"
  fi
  printf 'http://%s:%s' "${host:-localhost}" "${1##*:}"
}

has_systemd() { [[ -d /run/systemd/system && -z ${POSTERHALL_CADDYFILE:-} ]]; }

# check_web_ports: 80 and 443 are Caddy's, or free for it.
check_web_ports() {
  [[ -z ${POSTERHALL_CADDYFILE:-} ]] || return 0
  if has_systemd && systemctl is-active --quiet caddy; then return 0; fi
  local port
  for port in 80 443; do
    (check_port "0.0.0.0:$port") 2>/dev/null ||
      stop "port $port is taken by another program, and Caddy needs it for https://; stop that program, or let it be the proxy (docs/operating.md)."
  done
}

# caddy_site DOMAIN ADDRESS:PORT: the template with this name and this server in it.
caddy_site() {
  local template
  template=$(<"${POSTERHALL_CADDYFILE:-deploy/Caddyfile}")
  template=${template//hall.example.org/$1}
  printf '%s\n' "${template//127.0.0.1:8080/$2}"
}

# open_caddy DOMAIN ADDRESS:PORT: as systemd's service where there is one; otherwise as a child, its id in $caddy.
caddy=
open_caddy() {
  mkdir -p build/caddy
  caddy_site "$1" "$2" >build/caddy/posterhall.caddy
  logged build/log/caddy-validate.log caddy validate --adapter caddyfile --config build/caddy/posterhall.caddy ||
    stop "Caddy does not take its site; what it said is above and in build/log/caddy-validate.log."
  if has_systemd; then
    as_root install -m 644 build/caddy/posterhall.caddy /etc/caddy/posterhall.caddy
    grep -qxF 'import posterhall.caddy' /etc/caddy/Caddyfile 2>/dev/null ||
      printf '\nimport posterhall.caddy\n' | as_root tee -a /etc/caddy/Caddyfile >/dev/null
    as_root systemctl reload-or-restart caddy ||
      stop "Caddy did not start; \`journalctl -u caddy\` says why. Its site is /etc/caddy/posterhall.caddy."
    say "Caddy serves https://$1 (site /etc/caddy/posterhall.caddy; it stays when this ends)."
    return
  fi
  # A session of its own: Ctrl-C is for the server, and Caddy goes when the server has gone.
  local as=(setsid)
  [[ -n ${POSTERHALL_CADDYFILE:-} || $EUID == 0 ]] || as=(setsid sudo -n)
  "${as[@]}" caddy run --adapter caddyfile --config build/caddy/posterhall.caddy >build/log/caddy.log 2>&1 </dev/null &
  caddy=$!
  until grep -q 'serving initial configuration' build/log/caddy.log; do
    kill -0 "$caddy" 2>/dev/null || { tail -n 5 build/log/caddy.log >&2; stop "Caddy did not start; its words are above."; }
    sleep 0.1
  done
  say "Caddy serves https://$1 while this runs (log in build/log/caddy.log)."
}

# serve_behind_caddy COMMAND…: the server in the foreground; Ctrl-C reaches it once, and Caddy ends after it.
serve_behind_caddy() {
  local code=0 server
  setsid "$@" </dev/null &
  server=$!
  trap 'kill -TERM "$server" 2>/dev/null || true' INT TERM HUP
  trap - ERR
  # A signal ends a wait early: the server's own end counts.
  while kill -0 "$server" 2>/dev/null; do wait "$server" || true; done
  wait "$server" || code=$?
  if [[ $EUID == 0 || -n ${POSTERHALL_CADDYFILE:-} ]]; then kill "$caddy" 2>/dev/null; else sudo -n kill "$caddy" 2>/dev/null; fi
  wait "$caddy" 2>/dev/null
  return "$code"
}
