using SesCompliance.Ops.Suppressions;

namespace SesCompliance.Tests.Ops.Suppressions;

public sealed class FrequentKeysTests
{
    [Fact]
    public void Few_keys_are_counted_exactly()
    {
        var keys = new FrequentKeys(3);
        foreach (var key in "abacab")
        {
            keys.Add($"{key}");
        }

        Assert.True(keys.IsExact);
        Assert.Equal([("a", 3L, 0L), ("b", 2L, 0L)], keys.Top(2));
    }

    [Fact]
    public void Of_many_keys_each_frequent_one_is_found_and_no_count_is_further_off_than_it_says()
    {
        var random = new Random(4711);
        var keys = new FrequentKeys(100);
        var exact = new Dictionary<string, long>();
        for (var i = 0; i < 50_000; i++)
        {
            // Five frequent keys among some thousands that come a few times.
            var key = random.Next(10) < 3 ? $"frequent{random.Next(5)}" : $"rare{random.Next(5_000)}";
            exact[key] = exact.GetValueOrDefault(key) + 1;
            keys.Add(key);
        }

        Assert.False(keys.IsExact);
        var top = keys.Top(100);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"frequent{i}"), top.Take(5).Select(each => each.Key).Order(StringComparer.Ordinal));
        Assert.All(top, each => Assert.InRange(exact[each.Key], each.Count - each.AtMostTooMany, each.Count));
        Assert.All(top, each => Assert.InRange(each.AtMostTooMany, 0, 50_000 / 100));
    }
}
