using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>One step of a JSONPath.</summary>
public abstract record PathStep
{
    /// <summary>Whether the step leads to one place at most.</summary>
    public virtual bool IsDefinite => false;

    /// <summary>The step as Jayway JsonPath writes it in messages.</summary>
    public abstract string Text { get; }

    /// <summary>The values that the step leads to from one value; none where it leads nowhere.</summary>
    public abstract IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root);
}

/// <summary><c>.name</c>, <c>['name']</c>, or several names.</summary>
public sealed record PropertyStep(IReadOnlyList<string> Names) : PathStep
{
    public override bool IsDefinite => Names.Count == 1;

    public override string Text => $"[{string.Join(",", Names.Select(name => $"'{name}'"))}]";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root)
    {
        if (from is not JsonObject fields)
        {
            return [];
        }

        if (Names.Count == 1)
        {
            return fields.TryGetPropertyValue(Names[0], out var value) ? [value] : [];
        }

        // Several names yield one object of those that are there.
        var picked = new JsonObject();
        foreach (var name in Names.Where(fields.ContainsKey))
        {
            picked[name] = fields[name]?.DeepClone();
        }

        return [picked];
    }
}

/// <summary><c>.*</c> or <c>[*]</c>.</summary>
public sealed record WildcardStep : PathStep
{
    public override string Text => "[*]";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root) => Children(from);

    internal static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value),
        JsonArray items => items,
        _ => [],
    };
}

/// <summary><c>[0]</c>, <c>[-1]</c>, or several indexes.</summary>
public sealed record IndexStep(IReadOnlyList<int> Indexes) : PathStep
{
    public override bool IsDefinite => Indexes.Count == 1;

    public override string Text => $"[{string.Join(",", Indexes.Select(index => index.ToString(CultureInfo.InvariantCulture)))}]";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root) => from is not JsonArray items
        ? []
        : Indexes.Select(index => index < 0 ? items.Count + index : index)
            .Where(index => index >= 0 && index < items.Count)
            .Select(index => items[index]);
}

/// <summary><c>[1:3]</c>, either end open, negative ends counted from the end.</summary>
public sealed record SliceStep(int? From, int? To) : PathStep
{
    public override string Text => $"[{From}:{To}]";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root)
    {
        if (from is not JsonArray items)
        {
            return [];
        }

        var start = Math.Max(0, At(From ?? 0, items.Count));
        var end = Math.Min(items.Count, At(To ?? items.Count, items.Count));
        return items.Skip(start).Take(Math.Max(0, end - start));
    }

    private static int At(int index, int count) => index < 0 ? count + index : index;
}

/// <summary><c>..</c>: the value and everything below it.</summary>
public sealed record DescentStep : PathStep
{
    public override string Text => "..";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root) =>
        WildcardStep.Children(from).SelectMany(child => Select(child, root)).Prepend(from);
}

/// <summary><c>[?(...)]</c>: the children of an array (or, as Jayway has it, the object itself) for which the condition holds.</summary>
public sealed record FilterStep(PathCondition Condition) : PathStep
{
    public override string Text => "[?]";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root) => from switch
    {
        JsonArray items => items.Where(item => Condition.Holds(item, root)),
        JsonObject when Condition.Holds(from, root) => [from],
        _ => [],
    };
}

/// <summary><c>.length()</c> and its like, at a path's end.</summary>
public sealed record FunctionStep(string Name) : PathStep
{
    public override bool IsDefinite => true;

    public override string Text => $".{Name}()";

    public override IEnumerable<JsonNode?> Select(JsonNode? from, JsonNode? root) => from switch
    {
        JsonArray items => [JsonValue.Create(items.Count)],
        JsonObject fields => [JsonValue.Create(fields.Count)],
        _ => [],
    };
}
