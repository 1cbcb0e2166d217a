using SesCompliance.Lambdas.Ledger;

namespace SesCompliance.Tests.Lambdas.Ledger;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly LedgerEntry Claimed = new("send-1", SendStatus.Claimed, "hash", "claim", null, null, null, null, 1);

    [Theory]
    [InlineData(Fate.SoftBounced, Fate.Delivered, Fate.Delivered)]
    [InlineData(Fate.Delivered, Fate.SoftBounced, Fate.Delivered)]
    [InlineData(Fate.Delivered, Fate.Rejected, Fate.Rejected)]
    [InlineData(Fate.Delivered, Fate.Bounced, Fate.Bounced)]
    [InlineData(Fate.Bounced, Fate.Delivered, Fate.Bounced)]
    [InlineData(Fate.Complained, Fate.Delivered, Fate.Complained)]
    [InlineData(Fate.Bounced, Fate.Complained, Fate.Complained)]
    [InlineData(Fate.Complained, Fate.Bounced, Fate.Complained)]
    public void A_fate_never_goes_down(Fate first, Fate second, Fate expected) =>
        Assert.Equal(expected, Claimed.After(News(first)).After(News(second)).Fate!.Fate);

    [Fact]
    public void Any_news_proves_that_ses_took_the_mail()
    {
        var after = Claimed.After(new MailNews("message-1", Noon, null));
        Assert.Equal((SendStatus.Sent, "message-1", Noon, null), (after.Status, after.MessageId, after.SentAt!.Value, after.Fate));
    }

    [Fact]
    public void What_the_sender_noted_stays() =>
        Assert.Equal("message-0", (Claimed with { MessageId = "message-0" }).After(new MailNews("message-1", Noon, null)).MessageId);

    [Fact]
    public void Any_order_and_any_repetition_of_news_ends_in_the_same_row()
    {
        var random = new Random(4711);
        for (var run = 0; run < 500; run++)
        {
            var news = Enumerable.Range(0, random.Next(1, 6)).Select(_ => AnyNews(random)).ToList();
            var once = news.Aggregate(Claimed, (entry, piece) => entry.After(piece));
            var replayed = news.Concat(news.Take(random.Next(news.Count))).ToArray();
            random.Shuffle(replayed);
            Assert.Equal(once, replayed.Aggregate(Claimed, (entry, piece) => entry.After(piece)));
        }
    }

    private static MailNews News(Fate fate) => new("message-1", Noon, new FateMark(fate, Noon, fate.ToString()));

    private static MailNews AnyNews(Random random) => new(
        "message-1",
        Noon,
        random.Next(5) == 0 ? null : new FateMark((Fate)random.Next(5), Noon.AddMinutes(random.Next(3)), random.Next(4) switch { 0 => null, 1 => "a", 2 => "b", _ => "c" }));
}
