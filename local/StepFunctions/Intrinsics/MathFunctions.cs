using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.MathAdd, States.MathRandom: whole numbers of 32 bits.</summary>
internal static class MathFunctions
{
    public static JsonNode Add(IReadOnlyList<JsonNode?> values) => JsonValue.Create(Bounded(values.Whole(0)) + Bounded(values.Whole(1)));

    /// <summary>From start (inclusive) to end (exclusive); the same seed gives the same number.</summary>
    public static JsonNode Random(IReadOnlyList<JsonNode?> values, Random random)
    {
        var (start, end) = (Bounded(values.Whole(0)), Bounded(values.Whole(1)));
        return start >= end
            ? throw new IntrinsicException($"The start number {start} must be less than the end number {end}")
            : JsonValue.Create(values.Count == 3 ? start + new JavaRandom(values.Whole(2)).Next(end - start) : random.NextInt64(start, end));
    }

    private static long Bounded(long number) => number is >= int.MinValue and <= int.MaxValue ? number
        : throw new IntrinsicException($"{number} is out of range: it must be from {int.MinValue} to {int.MaxValue}");
}
