using SesCompliance.Ops;
using SesCompliance.Ops.Suppressions;

namespace SesCompliance.Tests.Ops.Suppressions;

public sealed class MomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T10:00", "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-24T10:00+02:00", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24T10:00:05.123Z", "2026-11-24T10:00:05.123Z")]
    [InlineData("30m", "2026-11-24T11:30:00Z")]
    [InlineData("12h", "2026-11-24T00:00:00Z")]
    [InlineData("7d", "2026-11-17T12:00:00Z")]
    [InlineData("2w", "2026-11-10T12:00:00Z")]
    public void Times_are_read(string text, string time) => Assert.Equal(DateTimeOffset.Parse(time, null), Moment.Parse(text, "--since", Now));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("7")]
    [InlineData("-7d")]
    [InlineData("24/11/2026")]
    [InlineData("99999999d")]
    [InlineData("2000000000m")]
    public void What_is_no_time_is_refused_by_name(string text) =>
        Assert.StartsWith($"--since is '{text}'", Assert.Throws<UsageException>(() => Moment.Parse(text, "--since", Now)).Message, StringComparison.Ordinal);
}
