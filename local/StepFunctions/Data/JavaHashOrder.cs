namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>
/// The order in which a java.util.HashMap yields its keys: AWS evaluates the <c>.$</c> fields of a payload template in it, so they come out in it
/// (seen in recorded histories).
/// </summary>
public static class JavaHashOrder
{
    private const int InitialCapacity = 16;

    private const double LoadFactor = 0.75;

    public static IEnumerable<T> InJavaHashOrder<T>(this IReadOnlyCollection<T> items, Func<T, string> key)
    {
        var capacity = InitialCapacity;
        while (items.Count > capacity * LoadFactor)
        {
            capacity *= 2;
        }

        return items.OrderBy(item => Spread(key(item)) & (uint)(capacity - 1));
    }

    private static uint Spread(string key)
    {
        var hash = 0u;
        foreach (var character in key)
        {
            hash = unchecked((31 * hash) + character);
        }

        return hash ^ (hash >> 16);
    }
}
