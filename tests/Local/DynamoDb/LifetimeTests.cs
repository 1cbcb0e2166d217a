using System.Diagnostics;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Local.DynamoDb;

public sealed class LifetimeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dynalite_ends_when_it_is_disposed_of()
    {
        int id;
        await using (var service = await DynamoDbService.StartAsync(TimeProvider.System, Cancellation))
        {
            id = service.ProcessId;
            Assert.False(IsGone(id));
        }

        Assert.True(IsGone(id));
    }

    [Fact]
    public async Task Dynalite_ends_when_its_parent_is_killed()
    {
        // A shell stands for the parent: it holds the pipe to dynalite's standard input, and dies without a chance to close it.
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = Folder() };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("coproc node dynalite.js; read -r port <&${COPROC[0]}; echo $COPROC_PID; read -r forever");
        using var parent = Process.Start(start)!;
        var id = int.Parse((await parent.StandardOutput.ReadLineAsync(Cancellation))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(IsGone(id));
        parent.Kill();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!IsGone(id))
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "local", "DynamoDb", "dynalite.js")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "local", "DynamoDb");
    }

    // A zombie that nobody has waited for is as good as gone.
    private static bool IsGone(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
