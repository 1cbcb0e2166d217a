using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SesCompliance.Local.DynamoDb;

/// <summary>The child process that is the cloud's DynamoDB: dynalite (https://github.com/architect/dynalite) on Node.js, data in memory. It ends with its parent.</summary>
internal sealed class Dynalite : IAsyncDisposable
{
    private const string Script = "dynalite.js";

    private static readonly string Folder = Path.Combine("local", "DynamoDb");

    private readonly Process process;
    private readonly LastLines complaints;

    private Dynalite(Process process, LastLines complaints, int port)
    {
        this.process = process;
        this.complaints = complaints;
        Endpoint = new Uri($"http://127.0.0.1:{port}/");
    }

    public Uri Endpoint { get; }

    public int ProcessId => process.Id;

    /// <exception cref="DynamoDbUnavailableException">Node.js or dynalite is not installed, or it does not start; one line says what to do.</exception>
    public static async Task<Dynalite> StartAsync(CancellationToken cancellationToken)
    {
        var folder = FindFolder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "dynalite")))
        {
            throw new DynamoDbUnavailableException($"dynalite is not installed: run 'npm ci --prefix {folder}' (./run and ./test do so)");
        }

        var process = Launch(folder);
        var complaints = new LastLines(process.StandardError);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            return int.TryParse(line, CultureInfo.InvariantCulture, out var port)
                ? new Dynalite(process, complaints, port)
                : throw new DynamoDbUnavailableException($"dynalite did not start: {await complaints.ReadAsync()}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Why calls fail when the process is gone; null while it runs.</summary>
    public async Task<string?> ObituaryAsync() =>
        process.HasExited ? $"dynalite ended with exit code {process.ExitCode}: {await complaints.ReadAsync()}" : null;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Launch(string folder)
    {
        var start = new ProcessStartInfo("node", Script)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // dynalite builds the tables' ARNs from these.
        start.Environment["AWS_ACCOUNT_ID"] = Account.Id;
        start.Environment["AWS_REGION"] = Account.Region;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new DynamoDbUnavailableException("Node.js is missing: the embedded cloud's DynamoDB (dynalite) needs version 20 or later (https://nodejs.org)");
        }
    }

    // The sources stand above the folder that this program was built into, wherever the repository was cloned to.
    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Folder);
            if (File.Exists(Path.Combine(candidate, Script)))
            {
                return candidate;
            }
        }

        throw new DynamoDbUnavailableException($"{Path.Combine(Folder, Script)} is not in any folder above {AppContext.BaseDirectory}: run the embedded cloud from its repository");
    }
}
