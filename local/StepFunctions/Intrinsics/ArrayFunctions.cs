using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.Array and the functions that start with it.</summary>
internal static class ArrayFunctions
{
    public static JsonNode Of(IEnumerable<JsonNode?> values) => new JsonArray([.. values.Select(value => value?.DeepClone())]);

    public static JsonNode Partition(IReadOnlyList<JsonNode?> values)
    {
        var (items, size) = (values.Array(0), values.Whole(1));
        return size > 0 && size <= int.MaxValue
            ? new JsonArray([.. items.Chunk((int)size).Select(Of)])
            : throw new IntrinsicException($"The chunk size is {size}: it must be a positive integer");
    }

    public static JsonNode Contains(IReadOnlyList<JsonNode?> values) =>
        JsonValue.Create(values.Array(0).Any(item => JsonEquality.Same(item, values[1])));

    /// <summary>From first to last inclusive, by the step.</summary>
    public static JsonNode Range(IReadOnlyList<JsonNode?> values)
    {
        var (first, last, step) = (values.Whole(0), values.Whole(1), values.Whole(2));
        if (step == 0)
        {
            throw new IntrinsicException("The increment must not be zero");
        }

        var count = Math.Max(0, ((last - first) / step) + 1);
        if ((step > 0 && last < first) || (step < 0 && last > first))
        {
            count = 0;
        }

        return count <= Arguments.MaxItems
            ? new JsonArray([.. Enumerable.Range(0, (int)count).Select(index => JsonValue.Create(first + (index * step)))])
            : throw new IntrinsicException($"The array would have {count} items: at most {Arguments.MaxItems} are allowed");
    }

    public static JsonNode? GetItem(IReadOnlyList<JsonNode?> values)
    {
        var (items, index) = (values.Array(0), values.Whole(1));
        return index >= 0 && index < items.Count
            ? items[(int)index]?.DeepClone()
            : throw new IntrinsicException($"The index {index.ToString(CultureInfo.InvariantCulture)} is out of the array's bounds");
    }

    public static JsonNode Length(IReadOnlyList<JsonNode?> values) => JsonValue.Create(values.Array(0).Count);

    public static JsonNode Unique(IReadOnlyList<JsonNode?> values)
    {
        List<JsonNode?> kept = [];
        foreach (var item in values.Array(0))
        {
            if (!kept.Any(each => JsonEquality.Same(each, item)))
            {
                kept.Add(item);
            }
        }

        return Of(kept);
    }
}
