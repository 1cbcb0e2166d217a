using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>A function's values and how many it takes.</summary>
internal sealed record IntrinsicFunction(int Least, int Most, Func<IReadOnlyList<JsonNode?>, Random, JsonNode?> Apply);

/// <summary>The intrinsic functions of the States Language by name.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html</remarks>
internal static class IntrinsicFunctions
{
    public static IReadOnlyDictionary<string, IntrinsicFunction> All { get; } = new Dictionary<string, IntrinsicFunction>
    {
        ["States.Format"] = new(1, int.MaxValue, (values, _) => Format.Apply(values)),
        ["States.StringToJson"] = new(1, 1, (values, _) => JsonFunctions.Parse(values)),
        ["States.JsonToString"] = new(1, 1, (values, _) => JsonFunctions.Print(values)),
        ["States.JsonMerge"] = new(3, 3, (values, _) => JsonFunctions.Merge(values)),
        ["States.Array"] = new(0, int.MaxValue, (values, _) => ArrayFunctions.Of(values)),
        ["States.ArrayPartition"] = new(2, 2, (values, _) => ArrayFunctions.Partition(values)),
        ["States.ArrayContains"] = new(2, 2, (values, _) => ArrayFunctions.Contains(values)),
        ["States.ArrayRange"] = new(3, 3, (values, _) => ArrayFunctions.Range(values)),
        ["States.ArrayGetItem"] = new(2, 2, (values, _) => ArrayFunctions.GetItem(values)),
        ["States.ArrayLength"] = new(1, 1, (values, _) => ArrayFunctions.Length(values)),
        ["States.ArrayUnique"] = new(1, 1, (values, _) => ArrayFunctions.Unique(values)),
        ["States.Base64Encode"] = new(1, 1, (values, _) => EncodingFunctions.Encode(values)),
        ["States.Base64Decode"] = new(1, 1, (values, _) => EncodingFunctions.Decode(values)),
        ["States.Hash"] = new(2, 2, (values, _) => EncodingFunctions.Hash(values)),
        ["States.MathRandom"] = new(2, 3, MathFunctions.Random),
        ["States.MathAdd"] = new(2, 2, (values, _) => MathFunctions.Add(values)),
        ["States.StringSplit"] = new(2, 2, (values, _) => TextFunctions.Split(values)),
        ["States.UUID"] = new(0, 0, TextFunctions.Uuid),
    };
}
