using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Lambdas.SuppressionList;

public sealed class SuppressionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly Suppression NoRow = new("user@example.com", SuppressionReason.Bounce);

    [Fact]
    public void First_sighting_makes_an_active_row()
    {
        var row = NoRow.After(Sighting("f1", Noon));
        Assert.True(row.IsActive);
        Assert.Equal((Noon, Noon, 1L, "f1", "SES"), (row.FirstSeen!.Value, row.LastSeen!.Value, row.Count, row.FeedbackId!, row.Source!));
        Assert.Equal(("Permanent", "General", "550 5.1.1"), (row.BounceType!, row.BounceSubType!, row.Diagnostic!));
    }

    [Fact]
    public void Replays_do_not_count() => Assert.Equal(1, NoRow.After(Sighting("f1", Noon)).After(Sighting("f1", Noon)).Count);

    [Fact]
    public void Details_are_of_the_latest_event_even_if_it_came_first()
    {
        var row = NoRow.After(Sighting("f2", Noon.AddHours(1))).After(Sighting("f1", Noon));
        Assert.Equal(("f2", Noon, Noon.AddHours(1), 2L), (row.FeedbackId!, row.FirstSeen!.Value, row.LastSeen!.Value, row.Count));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Only_an_event_after_the_removal_suppresses_again(int minutes, bool active)
    {
        var removed = NoRow.After(Sighting("f1", Noon.AddHours(-1))) with { RemovedAt = Noon };
        Assert.False(removed.IsActive);
        Assert.Equal(active, removed.After(Sighting("f2", Noon.AddMinutes(minutes))).IsActive);
    }

    [Fact]
    public void An_address_that_ses_did_not_try_is_suppressed_but_not_counted()
    {
        var row = NoRow.After(Sighting("f1", Noon) with { Counts = false });
        Assert.True(row.IsActive);
        Assert.Equal(0, row.Count);
    }

    [Fact]
    public void A_row_without_any_times_is_active_until_it_is_removed()
    {
        Assert.True(NoRow.IsActive);
        Assert.False((NoRow with { RemovedAt = Noon }).IsActive);
    }

    [Fact]
    public void Any_order_and_any_repetition_of_sightings_ends_in_the_same_row()
    {
        var random = new Random(4711);
        for (var run = 0; run < 500; run++)
        {
            var start = random.Next(2) == 0 ? NoRow : NoRow with { RemovedAt = Noon.AddMinutes(1) };
            var sightings = Enumerable.Range(0, random.Next(1, 8)).Select(_ => AnySighting(random)).ToList();
            var once = sightings.Aggregate(start, (row, sighting) => row.After(sighting));
            var replayed = sightings.Concat(sightings.Take(random.Next(sightings.Count))).ToArray();
            random.Shuffle(replayed);
            Assert.Equal(once, replayed.Aggregate(start, (row, sighting) => row.After(sighting)));
        }
    }

    [Fact]
    public void A_row_remembers_a_bounded_number_of_events_whatever_their_order()
    {
        var ids = Enumerable.Range(0, Suppression.MaxFeedbackIds + 50).Select(i => $"f{i:D4}").ToArray();
        var rising = ids.Aggregate(NoRow, (row, id) => row.After(Sighting(id, Noon)));
        var shuffled = ids.ToArray();
        new Random(1).Shuffle(shuffled);
        Assert.Equal(Suppression.MaxFeedbackIds, rising.FeedbackIds.All.Count);
        Assert.Equal(rising, shuffled.Aggregate(NoRow, (row, id) => row.After(Sighting(id, Noon))));
    }

    private static Sighting Sighting(string feedbackId, DateTimeOffset at) => new(
        "user@example.com", SuppressionReason.Bounce, at, feedbackId, true, "Permanent", "General", "message-1", "550 5.1.1");

    private static Sighting AnySighting(Random random) => Sighting($"f{random.Next(4)}", Noon.AddMinutes(random.Next(4))) with
    {
        Counts = random.Next(4) != 0,
        Diagnostic = random.Next(3) switch { 0 => null, 1 => "550", _ => "551" },
        BounceSubType = random.Next(2) == 0 ? "General" : "NoEmail",
    };
}
