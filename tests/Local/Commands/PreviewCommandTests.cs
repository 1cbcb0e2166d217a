using System.Diagnostics;
using SesCompliance.Local;

namespace SesCompliance.Tests.Local.Commands;

/// <summary>The preview as <c>./run preview</c> starts it: a process of its own.</summary>
public sealed class PreviewCommandTests : IDisposable
{
    /// <summary>A port on which no cloud serves: it belongs to another protocol (TCPMUX).</summary>
    private const string NobodysPort = "1";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly string empty = Directory.CreateTempSubdirectory("no-programs").FullName;

    public void Dispose() => Directory.Delete(empty);

    [Theory]
    [InlineData("dev", "verify@dev.example.com")]
    [InlineData("prod", "verify@example.com")]
    public async Task Every_resource_is_shown_below_its_component_with_the_outputs_that_are_known(string stack, string sender)
    {
        var preview = await RunAsync("preview", "--stack", stack);

        Assert.True(preview.ExitCode == 0, preview.Output);
        var lines = preview.Output.Split('\n', StringSplitOptions.TrimEntries);
        var component = Array.FindIndex(lines, line => line.EndsWith("─ ses-send-email ses-compliance:index:LambdaFunction", StringComparison.Ordinal));
        Assert.EndsWith("─ ses-send-email aws:lambda/function:Function", lines[component + 4], StringComparison.Ordinal);
        Assert.Contains($"fromAddress {sender}", lines);
        Assert.Contains(lines, line => line.StartsWith("stateMachineArn arn:aws:states:", StringComparison.Ordinal) && line.EndsWith($":ses-send-email-{stack}", StringComparison.Ordinal));
        Assert.DoesNotContain("QueueUrl", preview.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sees processes and ports in /proc");

        var preview = await RunAsync("preview");

        Assert.Equal(0, preview.ExitCode);
        Assert.True(preview.Looks > 5, "The preview ended before it was looked at");
        Assert.Empty(preview.Children);
        Assert.Empty(preview.Ports);
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_one_line_with_those_that_are()
    {
        var preview = await RunAsync("preview", "--stack", "nowhere");

        Assert.Equal(1, preview.ExitCode);
        Assert.StartsWith(Path.Combine(Repository.Root, "Pulumi.nowhere.yaml") + " is missing", preview.Output, StringComparison.Ordinal);
        Assert.EndsWith("(stacks here: dev, prod)", Assert.Single(preview.Output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>Runs the program where no other program is found, Node.js among them, and looks at what it has open all the while.</summary>
    private async Task<Preview> RunAsync(params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet");
        var start = new ProcessStartInfo(host, [typeof(Cloud).Assembly.Location, .. arguments, "--port", NobodysPort]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = empty;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var children = new HashSet<string>();
        var ports = new HashSet<string>();
        var looks = 0;
        while (OperatingSystem.IsLinux() && !process.HasExited)
        {
            looks++;
            children.UnionWith(ChildrenOf(process.Id));
            ports.UnionWith(ListeningSocketsOf(process.Id));
            await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Preview(process.ExitCode, await output + await errors, looks, children, ports);
    }

    private static List<string> ChildrenOf(int process) => UnlessGone(() => Directory.GetDirectories($"/proc/{process}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static List<string> ListeningSocketsOf(int process) => UnlessGone(() =>
    {
        const string Listening = "0A";
        var sockets = new[] { "tcp", "tcp6" }.SelectMany(protocol => File.ReadLines($"/proc/{process}/net/{protocol}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == Listening)
            .ToDictionary(columns => $"socket:[{columns[9]}]", columns => columns[1]);
        return Directory.GetFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget).Where(target => target is not null && sockets.ContainsKey(target))
            .Select(target => sockets[target!]);
    });

    /// <summary>What a process that ends in between has is nothing.</summary>
    private static List<string> UnlessGone(Func<IEnumerable<string>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private sealed record Preview(int ExitCode, string Output, int Looks, IReadOnlyCollection<string> Children, IReadOnlyCollection<string> Ports);
}
