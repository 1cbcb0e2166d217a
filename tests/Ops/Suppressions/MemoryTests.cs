using System.Diagnostics;
using System.Globalization;
using System.Text;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>The tool's peak memory over tables of very different lengths, answered page by page by a table that is made up.</summary>
[Trait("Pace", "slow")]
public sealed class MemoryTests
{
    /// <summary>About a megabyte, as DynamoDB's pages are.</summary>
    private const int RowsInPage = 2_500;

    /// <summary>By then the runtime's heap has settled.</summary>
    private const int FewPages = 16;

    /// <summary>Bytes; the rows of the long table would need several times that.</summary>
    private const long Tolerance = 32L << 20;

    [Theory]
    [InlineData("list", "--json")]
    [InlineData("stats", "--json")]
    public async Task A_long_table_needs_the_memory_of_a_short_one(params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of a process's memory is read from /proc");
        var few = await PeakAsync(FewPages, command);
        var many = await PeakAsync(Pages, command);

        TestContext.Current.TestOutputHelper?.WriteLine($"{command[0]}: {few >> 20} MB at {FewPages * RowsInPage:N0} rows, {many >> 20} MB at {Pages * RowsInPage:N0}");
        Assert.True(many - few < Tolerance, $"{few >> 20} MB at {FewPages * RowsInPage:N0} rows, {many >> 20} MB at {Pages * RowsInPage:N0}");
    }

    /// <summary>SES_OPS_MEMORY_ROWS=1000000 measures a table of a million: bench/memory.md has the figures.</summary>
    private static int Pages =>
        (int.TryParse(Environment.GetEnvironmentVariable("SES_OPS_MEMORY_ROWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 80 * RowsInPage) / RowsInPage;

    private static async Task<long> PeakAsync(int pages, string[] command)
    {
        var tool = new TaskCompletionSource<Process>();
        var rows = string.Join(',', Enumerable.Range(0, RowsInPage).Select(Row));
        var (served, peak) = (0, 0L);
        await using var server = await LoopbackServer.StartAsync(async (_, response, cancellationToken) =>
        {
            served++;
            if (served == pages)
            {
                peak = Peak((await tool.Task).Id);
            }

            var last = served < pages ? $$"""{"email":{"S":"{{served}}"},"reason":{"S":"BOUNCE"} }""" : null;
            var body = Encoding.UTF8.GetBytes($$"""{"Count":{{RowsInPage}},"ScannedCount":{{RowsInPage}},"Items":[{{rows}}]{{(last is null ? "" : $",\"LastEvaluatedKey\":{last}")}}}""");
            response.ContentType = "application/x-amz-json-1.0";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, cancellationToken);
        });
        using var process = Process.Start(OpsRun.Start(server.Url, OpsCloud.Stack, ["suppressions", .. command]))!;
        tool.SetResult(process);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        Assert.Equal(pages, served);
        return peak;
    }

    private static string Row(int i) => $$$"""
        {"email":{"S":"user{{{i}}}@domain{{{i % 700}}}.example"},"reason":{"S":"BOUNCE"},"firstSeen":{"S":"2026-11-24T10:00:00.000Z"},"lastSeen":{"S":"2026-11-24T10:00:00.000Z"},"count":{"N":"1"},"bounceType":{"S":"Permanent"},"source":{"S":"SES"} }
        """;

    /// <summary>The largest resident size that the process has had, in bytes.</summary>
    private static long Peak(int processId) => 1024 * long.Parse(
        File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture);
}
