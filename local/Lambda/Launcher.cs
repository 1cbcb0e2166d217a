using System.ComponentModel;
using System.Diagnostics;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>How a <c>bootstrap</c> is started so that nothing of it outlives the cloud.</summary>
/// <remarks>
/// <para>
/// A shell stands between the cloud and the bootstrap. Its standard input is a pipe that only the cloud holds: when the cloud closes it or dies, by SIGKILL
/// too, the shell's watcher reads the end and kills the bootstrap's whole process group. A parent-death signal would not do: Linux sends it when the
/// <em>thread</em> that started the child ends, and .NET's come and go.
/// </para>
/// <para>
/// What the cloud writes into the pipe comes back as a mark in the bootstrap's output. Whoever gets the mark has read everything that was written before,
/// so the function's last line stands before the END line.
/// </para>
/// </remarks>
internal static class Launcher
{
    // -m gives each background job a process group of its own. Interrupts of the terminal are the cloud's to handle, not the shell's.
    private const string Script = """
        set -m
        unset SHLVL OLDPWD; export -n PWD
        exec 3<&0 0</dev/null
        "$1" 3<&- 2>&1 & bootstrap=$!
        trap '' INT QUIT HUP
        exec 2>/dev/null
        printf '\000%s pid %s\n' "$2" "$bootstrap"
        (while read -r mark; do printf '\000%s %s\n' "$2" "$mark"; done; kill -KILL -- "-$bootstrap") <&3 & watcher=$!
        exec 1>/dev/null 3<&-
        wait "$bootstrap"; status=$?
        kill -KILL -- "-$bootstrap" "-$watcher"
        exit "$status"
        """;

    public static Process Start(string bootstrap, string token, string workingDirectory, IReadOnlyDictionary<string, string> environment)
    {
        // -p: neither BASH_ENV nor functions from the environment reach the launcher.
        var start = new ProcessStartInfo("bash", ["-p", "-c", Script, "lambda", bootstrap, token])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AwsException("ServiceException", $"Functions are started by bash, which could not be started: {exception.Message}", 500);
        }
    }
}
