using System.Text;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Tests.Lambdas.Logging;

public sealed class LogWriterTests
{
    [Fact]
    public void A_line_is_one_json_object_with_time_level_event_and_facts()
    {
        Assert.Equal(
            """{"timestamp":"2026-11-24T10:00:00.000Z","level":"INFO","event":"sent","sendId":"send-1","sesMs":12,"warm":true}""" + "\n",
            Write(("sendId", "send-1"), ("messageId", null), ("sesMs", 12L), ("warm", true)));
    }

    [Fact]
    public void Whatever_a_fact_holds_no_address_and_no_line_break_gets_out()
    {
        var line = Write(("detail", "rejected\nuser@example.com \u2713 \"x\""));
        Assert.EndsWith("""{"detail":"rejected\n<address> ✓ \"x\""}"""[1..] + "\n", line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Lines_of_several_threads_do_not_mix()
    {
        using var output = new MemoryStream();
        var writer = new LogWriter(output, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            for (var n = 0; n < 50; n++)
            {
                writer.Write("INFO", "line", ("text", new string((char)('a' + i), 200)));
            }
        })));
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(400, lines.Length);
        Assert.All(lines, line => Assert.Equal("line", (string)System.Text.Json.Nodes.JsonNode.Parse(line)!["event"]!));
    }

    private static string Write(params (string Name, object? Value)[] facts)
    {
        using var output = new MemoryStream();
        new LogWriter(output, new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero))).Write("INFO", "sent", facts);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
