using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads Retry and Catch.</summary>
internal static class RetryParser
{
    public static IReadOnlyList<Retrier> Retriers(Fields fields) => Items(fields, "Retry", item =>
    {
        var retrier = new Retrier(Errors(item))
        {
            IntervalSeconds = item.Whole("IntervalSeconds", 1) ?? 1,
            MaxAttempts = item.Whole("MaxAttempts", 0) ?? 3,
            BackoffRate = item.Number("BackoffRate") ?? 2,
            MaxDelaySeconds = item.Whole("MaxDelaySeconds", 1, 31_622_400),
            FullJitter = Jitter(item),
        };
        if (retrier.BackoffRate < 1)
        {
            item.Fault("Value must be at least 1.0", item.At("BackoffRate"));
        }

        if (retrier.MaxDelaySeconds <= retrier.IntervalSeconds)
        {
            item.Fault("MaxDelaySeconds must be greater than IntervalSeconds", item.At("MaxDelaySeconds"));
        }

        return retrier;
    });

    public static IReadOnlyList<Catcher> Catchers(Fields fields) => Items(fields, "Catch", item =>
    {
        item.Require("ErrorEquals", "Next");
        return new Catcher(Errors(item), item.Text("Next") ?? "") { ResultPath = item.ResultPath("ResultPath") };
    });

    private static bool Jitter(Fields item)
    {
        var strategy = item.Text("JitterStrategy");
        if (strategy is not (null or "NONE" or "FULL"))
        {
            item.Fault("Value is not a valid jitter strategy: it must be one of [NONE, FULL]", item.At("JitterStrategy"));
        }

        return strategy == "FULL";
    }

    private static IReadOnlyList<string> Errors(Fields item)
    {
        if (item.Array("ErrorEquals") is not { } names)
        {
            if (!item.Has("ErrorEquals") && !item.Has("Next"))
            {
                item.Require("ErrorEquals");
            }

            return [];
        }

        if (names.Count == 0)
        {
            item.Fault("Value cannot be empty", item.At("ErrorEquals"));
        }

        foreach (var name in names.Where(name => !name.IsText()))
        {
            item.Fault("Expected value of type String", item.At("ErrorEquals"));
        }

        return [.. names.Select(name => name.AsText() ?? "")];
    }

    private static List<T> Items<T>(Fields fields, string field, Func<Fields, T> read)
    {
        List<T> items = [];
        var array = fields.Array(field) ?? [];
        for (var index = 0; index < array.Count; index++)
        {
            if (array[index] is not JsonObject json)
            {
                fields.Fault("Expected value of type Object", fields.At($"{field}[{index}]"));
                continue;
            }

            var item = fields.Inside(json, $"{field}[{index}]");
            items.Add(read(item));
            CheckWildcard(json, item, index == array.Count - 1);
            item.RefuseOthers();
        }

        return items;
    }

    private static void CheckWildcard(JsonObject json, Fields item, bool last)
    {
        if (json["ErrorEquals"] is not JsonArray names || !names.Any(name => name.AsText() == StatesError.All))
        {
            return;
        }

        if (names.Count > 1)
        {
            item.Fault("The value 'States.ALL' must appear alone in the array", item.At("ErrorEquals"));
        }

        if (!last)
        {
            item.Fault("The value 'States.ALL' must appear in the last element of the array", item.At("ErrorEquals"));
        }
    }
}
