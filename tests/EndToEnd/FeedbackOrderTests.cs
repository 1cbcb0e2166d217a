using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>SES and SNS promise neither order nor once: the same events leave the same rows, however they come.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class FeedbackOrderTests(FeedbackCloud cloud)
{
    /// <summary>Enough to meet each other, few enough for a small machine.</summary>
    private const int AtOnce = 8;

    private const string RowsAfterAll =
        """
        claim = claim
        claimedAt = 2026-11-24T09:00:00.040Z
        fate = Complained
        fateAt = 2026-11-24T09:01:00.120Z
        fateReason = abuse
        messageId = <message>
        requestHash = hash
        sendId = <send>
        sentAt = 2026-11-24T09:00:00.120Z
        status = SENT
        to = <to>
        ttl = 2110870800

        bounceSubType = NoEmail
        bounceType = Permanent
        count = 2
        diagnostic = smtp; 550 5.1.1 user unknown
        email = <to>
        feedbackId = <message>-bounce-7
        feedbackIds = [<message>-bounce-2, <message>-bounce-7]
        firstSeen = 2026-11-24T09:00:02.120Z
        lastSeen = 2026-11-24T09:00:07.120Z
        messageId = <message>
        reason = BOUNCE
        source = SES

        count = 1
        diagnostic = abuse
        email = <to>
        feedbackId = <message>-complaint-60
        feedbackIds = [<message>-complaint-60]
        firstSeen = 2026-11-24T09:01:00.120Z
        lastSeen = 2026-11-24T09:01:00.120Z
        messageId = <message>
        reason = COMPLAINT
        source = SES
        """;

    [Fact]
    public async Task Every_order_of_four_events_leaves_the_same_rows()
    {
        int[][] orders = [.. Permutations([0, 1, 2, 3])];
        var mails = await SentAsync(orders.Length);

        for (var step = 0; step < 4; step++)
        {
            await InTurnsAsync(mails.Select((mail, number) => Deciding(mail)[orders[number][step]]));
        }

        await AllLeaveAsync(RowsAfterAll, mails);
    }

    [Fact]
    public async Task Random_orders_with_replays_leave_the_same_rows()
    {
        var random = new Random(20261124);
        var mails = await SentAsync(12);
        var courses = mails.Select(mail => WithReplays(All(mail), random)).ToArray();

        for (var step = 0; step < courses.Max(course => course.Count); step++)
        {
            await InTurnsAsync(courses.Where(course => course.Count > step).Select(course => course[step]));
        }

        await AllLeaveAsync(RowsAfterAll, mails);
    }

    [Fact]
    public async Task Events_that_come_thrice_and_overtake_one_another_leave_the_same_rows()
    {
        var mails = await SentAsync(4);
        cloud.Cloud.Topics.Faults.Duplicates = 2;
        cloud.Cloud.Topics.Faults.ShuffleWithin = TimeSpan.FromMilliseconds(400);
        try
        {
            await cloud.TakeInAsync(mails.SelectMany(All));
        }
        finally
        {
            cloud.Cloud.Topics.Faults.Duplicates = 0;
            cloud.Cloud.Topics.Faults.ShuffleWithin = TimeSpan.Zero;
        }

        await AllLeaveAsync(RowsAfterAll, mails);
    }

    [Fact]
    public async Task A_delivery_stands_above_an_automatic_answer_whichever_comes_first()
    {
        var (before, after) = (await cloud.SentAsync(), await cloud.SentAsync());
        static string Answer(SampleMail mail) => mail.Bounce("Transient", "General", seconds: 3, diagnostic: "smtp; out of office", status: "4.0.0");

        await cloud.TakeInAsync(Answer(before), after.Delivery());
        await cloud.TakeInAsync(before.Delivery(), Answer(after));

        Assert.Equal(("Delivered", null), await cloud.FateAsync(before));
        Assert.Equal(("Delivered", null), await cloud.FateAsync(after));
    }

    [Fact]
    public async Task Two_events_of_one_moment_leave_the_same_row_in_either_order()
    {
        var (one, other) = (await cloud.SentAsync(), await cloud.SentAsync());
        static string[] Events(SampleMail mail) =>
        [
            mail.Bounce(seconds: 5, feedbackId: $"{mail.MessageId}-a", diagnostic: "smtp; 550 no"),
            mail.Bounce(seconds: 5, feedbackId: $"{mail.MessageId}-b", diagnostic: "smtp; 550 never"),
        ];

        await cloud.TakeInAsync(Events(one)[0], Events(other)[1]);
        await cloud.TakeInAsync(Events(one)[1], Events(other)[0]);

        Assert.Equal(await RowText.OfAllAsync(cloud.Stack, one), await RowText.OfAllAsync(cloud.Stack, other));
    }

    [Fact]
    public async Task A_burst_of_events_about_one_address_is_counted_to_the_last()
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(Enumerable.Range(1, 16).Select(second => mail.Bounce(seconds: second)));

        Assert.Equal("16", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Empty(await cloud.UnprocessedAsync());
    }

    private static string[] Deciding(SampleMail mail) => [mail.Delivery(), mail.Bounce(), mail.Bounce(subType: "NoEmail", seconds: 7), mail.Complaint()];

    private static string[] All(SampleMail mail) =>
    [
        .. Deciding(mail), mail.Send(), mail.DeliveryDelay(), mail.Bounce("Transient", "MailboxFull", seconds: 1, status: "4.2.2"), mail.Reject(), mail.Complaint(envelope: Envelope.IdentityNotification),
    ];

    private static List<string> WithReplays(string[] events, Random random)
    {
        List<string> course = [.. events, .. events.Where(_ => random.Next(3) == 0)];
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(course));
        return course;
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private async Task<SampleMail[]> SentAsync(int count)
    {
        var mails = new List<SampleMail>();
        for (var number = 0; number < count; number++)
        {
            mails.Add(await cloud.SentAsync());
        }

        return [.. mails];
    }

    private async Task InTurnsAsync(IEnumerable<string> messages)
    {
        foreach (var some in messages.Chunk(AtOnce))
        {
            await cloud.TakeInAsync(some);
        }
    }

    private async Task AllLeaveAsync(string rows, IEnumerable<SampleMail> mails)
    {
        foreach (var mail in mails)
        {
            Assert.Equal(rows, await RowText.OfAllAsync(cloud.Stack, mail));
        }
    }
}
