using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads the fields of one JSON object of a definition and notes every fault; what was not read at the end is not supported.</summary>
internal sealed class Fields(JsonObject json, string location, List<Diagnostic> faults)
{
    private readonly HashSet<string> read = [];

    public string Location => location;

    public List<Diagnostic> Faults => faults;

    public bool Has(string field) => json.ContainsKey(field);

    public string At(string field) => $"{location}/{field}";

    public void Fault(string message, string? at = null) => faults.Add(new Diagnostic(Diagnostic.SchemaValidationFailed, message, at ?? (location.Length == 0 ? "/" : location)));

    public void Require(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (!json.ContainsKey(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            Fault($"These fields are required: [{string.Join(", ", missing)}]");
        }
    }

    /// <summary>Refuses more than one of these fields.</summary>
    public void AtMostOne(params string[] names)
    {
        if (names.Count(Has) > 1)
        {
            Fault($"There should only be one of the following fields: [{string.Join(", ", names.Where(Has))}]");
        }
    }

    public string? Text(string field) => Get(field, node => node.AsText(), "String");

    public bool? Flag(string field) => Get<bool?>(field, node => node.IsBoolean() ? node!.GetValue<bool>() : null, "Boolean");

    /// <summary>A whole number within bounds.</summary>
    public long? Whole(string field, long least, long most = 99_999_999)
    {
        var number = Get(field, node => node.AsLong(), "Integer");
        if (number < least || number > most)
        {
            Fault(number < least ? $"Minimum value is {least}" : $"Maximum value is {most}", At(field));
            return null;
        }

        return number;
    }

    public double? Number(string field) => Get(field, node => node.AsDouble(), "Number");

    public JsonObject? Object(string field) => Get(field, node => node as JsonObject, "Object");

    public JsonArray? Array(string field) => Get(field, node => node as JsonArray, "Array");

    public bool TryTake(string field, out JsonNode? value)
    {
        read.Add(field);
        return json.TryGetPropertyValue(field, out value);
    }

    /// <summary>A path that may lead to several places; <paramref name="absent"/> where the field is not there, null where it is null.</summary>
    public JsonPath? Path(string field, JsonPath? absent = null)
    {
        if (!TryTake(field, out var node))
        {
            return absent;
        }

        return node is null ? null : Parse(field, node, JsonPath.Parse, "Value is not a valid JSONPath") ?? absent;
    }

    /// <summary>A path of one place; <c>$</c> where the field is not there, null where it is null.</summary>
    public ReferencePath? ResultPath(string field)
    {
        var whole = new ReferencePath(JsonPath.Parse("$"));
        if (!TryTake(field, out var node))
        {
            return whole;
        }

        return node is null ? null : Parse(field, node, ReferencePath.Parse, "Value is not a Reference Path") ?? whole;
    }

    public Expression? Expression(string field) => TryTake(field, out var node)
        ? Parse(field, node, Language.Expression.Parse, $"The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call")
        : null;

    public Fields Inside(JsonObject child, string path) => new(child, $"{location}/{path}", faults);

    /// <summary>Refuses the fields that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var (field, _) in json)
        {
            if (!read.Contains(field) && field != "Comment")
            {
                Fault($"Field '{field}' is not supported");
            }
        }
    }

    private T? Get<T>(string field, Func<JsonNode?, T?> convert, string kind)
    {
        if (!TryTake(field, out var node))
        {
            return default;
        }

        var value = convert(node);
        if (value is null)
        {
            Fault($"Expected value of type {kind}", At(field));
        }

        return value;
    }

    private T? Parse<T>(string field, JsonNode? node, Func<string, T> parse, string message)
        where T : class
    {
        try
        {
            return parse(node.AsText() ?? throw new PathSyntaxException(message));
        }
        catch (PathSyntaxException)
        {
            Fault(message, At(field));
            return null;
        }
    }
}
