namespace SesCompliance.Tests.EndToEnd;

/// <summary>A rush hour, while SNS delivers everything twice and out of order.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class LoadTests(FeedbackCloud cloud)
{
    private const int Mails = 60;
    private const int AtOnce = 12;

    private static readonly string[] Metrics = ["EmailsSent", "EmailsFailed", "EmailsSuppressed", "SuppressionCheckFailed", "RequestsRefused"];

    /// <summary>
    /// How a mail to each kind of recipient ends. A flow ends with what it hears first, and of a mailbox that is heard of twice that may be either; the ledger's fate
    /// is one for all orders.
    /// </summary>
    private static readonly Kind[] Kinds =
    [
        new("success", ["Delivered"], "Delivered"),
        new("bounce", ["Bounced"], "Bounced"),
        new("complaint", ["Complained", "Delivered"], "Complained"),
        new("ooto", ["Delivered", "Bounced"], "Delivered"),
        new("known", ["Suppressed"], null),
        new("nobody at all", ["InvalidRequest"], null),
    ];

    [Fact]
    public async Task Each_mail_ends_as_it_must_and_is_mailed_and_counted_exactly_once()
    {
        var known = await SuppressedAsync();
        var before = await CountedAsync();
        cloud.Cloud.Topics.Faults.Duplicates = 1;
        cloud.Cloud.Topics.Faults.ShuffleWithin = TimeSpan.FromMilliseconds(200);
        var mails = Enumerable.Range(0, Mails).Select(number => new Mail(StackClient.NewSendId(), Kinds[number % Kinds.Length], known)).ToList();
        try
        {
            await Parallel.ForEachAsync(
                mails,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
                async (mail, _) => mail.Ending = await cloud.Stack.SendAsync(StackClient.Mail(mail.To), mail.SendId));
            await cloud.Cloud.Ses.IdleAsync(TestContext.Current.CancellationToken);
            await cloud.ProcessedAsync();
        }
        finally
        {
            cloud.Cloud.Topics.Faults.Duplicates = 0;
            cloud.Cloud.Topics.Faults.ShuffleWithin = TimeSpan.Zero;
        }

        Assert.All(mails, mail => Assert.Contains(mail.Ending!.Kind ?? mail.Ending.Error, mail.Kind.Endings));
        Assert.All(mails, mail => Assert.Equal(mail.Kind.Fate is null ? 0 : 1, cloud.Cloud.Ses.Outbox.To(mail.To).Count));
        var (sent, suppressed) = (mails.Count(mail => mail.Kind.Fate is not null), mails.Count(mail => mail.Kind.User == "known"));
        Assert.Equal([sent, 0, suppressed, 0, mails.Count(mail => mail.Kind.User == "nobody at all")], (await CountedAsync()).Zip(before, (now, then) => now - then));
        foreach (var mail in mails.Where(mail => mail.Kind.Fate is not null))
        {
            Assert.Equal(mail.Kind.Fate, (await cloud.Stack.LedgerRowAsync(mail.SendId))!["fate"].S);
            var rows = await cloud.Stack.SuppressionsAsync(mail.To);
            Assert.Equal(mail.Kind.User switch { "bounce" => ["BOUNCE"], "complaint" => ["COMPLAINT"], _ => (string[])[] }, rows.Keys);
            Assert.All(rows.Values, row => Assert.Equal("1", row["count"].N));
        }

        Assert.Empty(await cloud.UnprocessedAsync());
        Assert.Empty(await cloud.UndeliveredAsync());
    }

    private async Task<string> SuppressedAsync()
    {
        var mail = await cloud.SentAsync("known");
        await cloud.TakeInAsync(Samples.SampleEvents.Bounce(mail));
        return mail.To[0];
    }

    private async Task<double[]> CountedAsync() => await Task.WhenAll(Metrics.Select(cloud.Stack.MetricAsync));

    /// <param name="Endings">Outcomes or errors.</param>
    /// <param name="Fate">In the ledger; null for a mail that SES never gets.</param>
    private sealed record Kind(string User, string[] Endings, string? Fate);

    private sealed class Mail(string sendId, Kind kind, string known)
    {
        public string SendId { get; } = sendId;

        public Kind Kind { get; } = kind;

        public string To { get; } = kind.User == "known" ? known : $"{kind.User}+{Guid.NewGuid():N}@simulator.amazonses.com";

        public Ending? Ending { get; set; }
    }
}
