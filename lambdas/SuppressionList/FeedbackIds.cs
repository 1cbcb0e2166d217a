using System.Collections.Immutable;

namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>
/// The events a suppression has seen. Of too many it keeps those that sort first, so that what is kept depends on the events
/// and not on their order.
/// </summary>
public sealed class FeedbackIds : IEquatable<FeedbackIds>
{
    public static readonly FeedbackIds None = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    private readonly ImmutableSortedSet<string> ids;

    private FeedbackIds(ImmutableSortedSet<string> ids) => this.ids = ids;

    public bool IsFull => ids.Count >= Suppression.MaxFeedbackIds;

    public IReadOnlyList<string> All => ids;

    public static FeedbackIds Of(IEnumerable<string> ids) => new(ids.ToImmutableSortedSet(StringComparer.Ordinal));

    public bool Contains(string id) => ids.Contains(id);

    public FeedbackIds With(string id)
    {
        var with = ids.Add(id);
        return new(with.Count > Suppression.MaxFeedbackIds ? with.Remove(with.Max!) : with);
    }

    public bool Equals(FeedbackIds? other) => other is not null && ids.SetEquals(other.ids);

    public override bool Equals(object? obj) => Equals(obj as FeedbackIds);

    public override int GetHashCode() => ids.Count;
}
