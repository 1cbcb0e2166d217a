using SesCompliance.Local.Lambda;

namespace SesCompliance.Tests.Local.Lambda;

/// <summary>A function whose bootstrap is a bash script that speaks the Runtime API by itself, so that the tests need neither a compiler nor curl.</summary>
public static class BashFunction
{
    private const string Prelude = """
        #!/usr/bin/env bash
        export LC_ALL=C
        host=${AWS_LAMBDA_RUNTIME_API%%/*}
        base=/${AWS_LAMBDA_RUNTIME_API#*/}/2018-06-01/runtime
        # call METHOD PATH BODY [HEADER]: leaves status, id, trace, deadline, arn, body
        call() {
            exec 9<>"/dev/tcp/${host%:*}/${host#*:}" || exit 3
            printf '%s %s HTTP/1.1\r\nHost: runtime\r\nConnection: close\r\nContent-Length: %s\r\n%s\r\n%s' "$1" "$base$2" "${#3}" "${4:+$4$'\r\n'}" "$3" >&9
            local line
            IFS= read -r line <&9; status=${line:9:3}
            while IFS= read -r line <&9 && line=${line%$'\r'} && [ -n "$line" ]; do
                case $line in
                    Lambda-Runtime-Aws-Request-Id:*) id=${line#*: } ;;
                    Lambda-Runtime-Trace-Id:*) trace=${line#*: } ;;
                    Lambda-Runtime-Deadline-Ms:*) deadline=${line#*: } ;;
                    Lambda-Runtime-Invoked-Function-Arn:*) arn=${line#*: } ;;
                esac
            done
            body=$(cat <&9)
            exec 9>&-
        }
        respond() { call POST "/invocation/$id/response" "$1"; }
        fail() { call POST "/invocation/$id/error" "{\"errorType\":\"$1\",\"errorMessage\":\"$2\"}" "Lambda-Runtime-Function-Error-Type: Function.$1"; }
        next() { call GET /invocation/next ''; event=$body; }

        """;

    /// <summary>A function in a new temporary folder; its timeout is one that no busy machine reaches.</summary>
    /// <param name="handler">Bash; finds <c>$event</c> and <c>$id</c>, answers with <c>respond JSON</c> or <c>fail TYPE MESSAGE</c>.</param>
    /// <param name="init">Bash that runs once, before the first event.</param>
    public static FunctionConfiguration Create(string name, string handler, string init = ":")
    {
        var folder = Directory.CreateTempSubdirectory("bash-function-").FullName;
        var bootstrap = Path.Combine(folder, "bootstrap");
        File.WriteAllText(bootstrap, $$"""
            {{Prelude}}
            {{init}}
            handle() {
            {{handler}}
            }
            while true; do next; handle; done
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(bootstrap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new FunctionConfiguration(name, "Handler", folder, "arn:aws:iam::000000000000:role/tests") { Timeout = 60 };
    }
}
