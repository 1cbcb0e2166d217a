# What run and test share: they say what they do, and in one line what is missing.

say() { printf '\033[2m· %s\033[0m\n' "$*" >&2; }

fail() { printf '%s\n' "$*" >&2; exit 1; }

need_dotnet() {
  local version
  version=$(dotnet --version 2>/dev/null) || fail "The .NET 10 SDK is missing or too old (global.json asks for 10.0): https://dotnet.microsoft.com/download"
  [[ $version == 10.* ]] || fail "The .NET SDK here is $version: this project needs 10.0 (https://dotnet.microsoft.com/download)"
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 or later with npm is missing: the embedded cloud's DynamoDB (dynalite) runs on it (https://nodejs.org)"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "Node.js here is version $major: dynalite needs 20 or later (https://nodejs.org)"
}

install_node_packages() {
  local folder=local/DynamoDb
  [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return
  say "Installing dynalite, the embedded cloud's DynamoDB"
  npm ci --prefix "$folder" --silent --no-audit --no-fund
  touch "$folder/node_modules/.package-lock.json"
}

# The functions are compiled ahead of time, as they are for Lambda. That takes a C linker; without one they run on the .NET runtime here.
jit_when_no_linker() {
  command -v gcc >/dev/null || command -v clang >/dev/null || {
    say "Neither gcc nor clang is here: the functions run on the .NET runtime instead of as native code"
    echo "-p:PublishAot=false"
  }
}

# is_up_to_date STAMP FOLDER...: whether no source is newer than a build's stamp; skips even MSBuild's own check, which takes seconds.
is_up_to_date() {
  local stamp=$1
  shift
  [[ -f $stamp ]] && [[ -z $(find lambdas standins "$@" ./*.props ./*.targets global.json -newer "$stamp" -type f \
      -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -print -quit) ]]
}

# build PROJECT STAMP OPTION...
build() {
  local project=$1 stamp=$2
  shift 2
  mkdir -p artifacts
  touch artifacts/building
  dotnet build "$project" --configuration Release --verbosity quiet --nologo -clp:ErrorsOnly "$@" >&2
  mv artifacts/building "$stamp"
}

build_when_changed() {
  is_up_to_date artifacts/built infra local && return
  say "Building the program, the functions and the embedded cloud (a minute the first time)"
  build "$1" artifacts/built $(jit_when_no_linker)
}

build_without_functions_when_changed() {
  is_up_to_date artifacts/built infra local || is_up_to_date artifacts/built-without-functions infra local && return
  say "Building the program and the embedded cloud"
  build "$1" artifacts/built-without-functions -p:PublishFunctionArchive=false
}

build_operators_when_changed() {
  is_up_to_date artifacts/built-operators ops && return
  say "Building ses-ops"
  build ops/SesCompliance.Ops.csproj artifacts/built-operators
}

build_everything() {
  say "Building SesCompliance.sln"
  build SesCompliance.sln artifacts/built $(jit_when_no_linker)
  touch -r artifacts/built artifacts/built-operators
}
