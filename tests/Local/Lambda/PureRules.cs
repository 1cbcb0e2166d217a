using System.Text;
using SesCompliance.Local.Lambda;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class PureRules
{
    [Fact]
    public void Report_of_a_cold_start_is_worded_as_on_aws() => Assert.Equal(
        "REPORT RequestId: r\tDuration: 12.35 ms\tBilled Duration: 163 ms\tMemory Size: 256 MB\tMax Memory Used: 31 MB\tInit Duration: 150.20 ms\t\n",
        ReportLine.Report("r", TimeSpan.FromMilliseconds(12.345678), TimeSpan.FromMilliseconds(150.2), 256, 31));

    [Fact]
    public void Report_of_a_timeout_is_worded_as_on_aws() => Assert.Equal(
        "REPORT RequestId: r\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\tStatus: timeout\n",
        ReportLine.Report("r", TimeSpan.FromSeconds(3), null, 128, 30, "timeout"));

    [Theory]
    [InlineData(0, "Runtime exited without providing a reason")]
    [InlineData(1, "Runtime exited with error: exit status 1")]
    [InlineData(127, "Runtime exited with error: exit status 127")]
    [InlineData(137, "Runtime exited with error: signal: killed")]
    [InlineData(134, "Runtime exited with error: signal: aborted")]
    [InlineData(255, "Runtime exited with error: exit status 255")]
    public void Exit_is_worded_as_on_aws(int code, string how) => Assert.Equal($"RequestId: r Error: {how}", FunctionFailure.Exited("r", code).Message);

    [Theory]
    [InlineData(2, 1, 60)]
    [InlineData(2, 2, 120)]
    [InlineData(2, 3, null)]
    [InlineData(0, 1, null)]
    public void Function_errors_are_retried_after_one_and_two_minutes(int retries, int errors, int? seconds) =>
        Assert.Equal(seconds, AsyncRetries.AfterFunctionError(new EventInvokeConfig(retries), errors)?.TotalSeconds);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(1000, 300)]
    public void Throttles_back_off_from_a_second_to_five_minutes(int inARow, double seconds) =>
        Assert.Equal(seconds, AsyncRetries.AfterThrottle(null, inARow)!.Value.TotalSeconds);

    [Fact]
    public void No_wait_outlasts_the_events_greatest_age() => Assert.Equal(
        TimeSpan.FromSeconds(10),
        AsyncRetries.Within(new EventInvokeConfig(MaximumEventAgeInSeconds: 60), TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(2)));

    [Theory]
    [InlineData(null, 5, 31, null)]
    [InlineData(null, 5, 32, "ConcurrentInvocationLimitExceeded")]
    [InlineData(2, 1, 32, null)]
    [InlineData(2, 2, 0, "ReservedFunctionConcurrentInvocationLimitExceeded")]
    public void Reservation_counts_for_its_function_and_the_rest_share_the_accounts(int? reserved, int running, int unreserved, string? reason) =>
        Assert.Equal(reason, new ConcurrencyLimits(32).ThrottleReason(reserved, running, unreserved));

    [Theory]
    [InlineData("one\ntwo\n", "one\n|two\n|")]
    [InlineData("half", "half|")]
    [InlineData("before\0env 7\nafter\n", "before|<7>|after\n|")]
    [InlineData("\0env pid 12\n", "<pid 12>|")]
    [InlineData("\0other 7\n", "\0other 7\n|")]
    public void Marks_are_told_from_lines_however_the_bytes_arrive(string output, string expected)
    {
        for (var size = 1; size <= output.Length; size++)
        {
            var seen = new StringBuilder();
            var reader = new OutputReader("env", line => seen.Append(line).Append('|'), mark => seen.Append('<').Append(mark).Append(">|"));
            foreach (var part in Encoding.UTF8.GetBytes(output).Chunk(size))
            {
                reader.Feed(part);
            }

            reader.Complete();
            Assert.Equal(expected, seen.ToString());
        }
    }

    [Fact]
    public void Line_without_end_is_handed_on_in_pieces()
    {
        var pieces = new List<string>();
        var reader = new OutputReader("env", pieces.Add, _ => { });

        reader.Feed(Encoding.UTF8.GetBytes(new string('x', 200_000)));

        Assert.Equal([65536, 65536, 65536], pieces.Select(piece => piece.Length));
    }
}
