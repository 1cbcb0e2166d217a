using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Intrinsics;
using SesCompliance.Local.StepFunctions.Language;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Looks up paths, templates and function calls against a state's data and its context.</summary>
internal sealed class Evaluator(StateVisit visit, Random random)
{
    private JsonObject? context;

    /// <summary>InputPath or OutputPath; null gives an empty object.</summary>
    public Payload Select(Payload data, JsonPath? path) => path switch
    {
        null => Payload.EmptyObject,
        { IsRoot: true, OfContext: false } => data,
        _ => Payload.Of(Read(path, data)),
    };

    /// <summary>A path's value, or a failure in the words of AWS.</summary>
    public JsonNode? Read(JsonPath path, Payload data)
    {
        try
        {
            return path.Read(Document(path, data));
        }
        catch (PathNotFoundException missing)
        {
            throw StateException.Runtime($"Invalid path '{path}' : {missing.Message}");
        }
    }

    /// <summary>Whether the path leads somewhere, and where.</summary>
    public bool TryRead(JsonPath path, Payload data, out JsonNode? value)
    {
        try
        {
            value = path.Read(Document(path, data));
            return path.IsDefinite || value is JsonArray { Count: > 0 };
        }
        catch (PathNotFoundException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>Parameters or ResultSelector; without one the data as they are.</summary>
    public Payload Fill(PayloadTemplate? template, Payload data) => template is null ? data : Payload.Of(Fill(template, data.Node, data));

    /// <param name="field">The field that holds the expression, for the message.</param>
    public JsonNode? Evaluate(Expression expression, string field, Payload data)
    {
        if (expression.Path is { } path)
        {
            return Find(path, field, data);
        }

        return Call(expression.Call!, field, data);
    }

    /// <summary>Puts a result into the state's input.</summary>
    public static Payload Put(ReferencePath? place, Payload input, Payload result)
    {
        if (place is null)
        {
            return input;
        }

        try
        {
            return place.Path.IsRoot ? result : Payload.Of(place.Put(input.Node, result.Node));
        }
        catch (PathNotFoundException missing)
        {
            throw new StateException(StatesError.ResultPathMatchFailure, missing.Message);
        }
    }

    private JsonNode? Fill(PayloadTemplate template, JsonNode? node, Payload data)
    {
        switch (template)
        {
            case ConstantTemplate constant:
                return constant.Value?.DeepClone();
            case ArrayTemplate items:
                return new JsonArray([.. items.Items.Select(item => Fill(item, node, data))]);
            default:
                var fields = (ObjectTemplate)template;
                var filled = new JsonObject();
                foreach (var (name, value) in fields.Fixed)
                {
                    filled[name] = Fill(value, node, data);
                }

                foreach (var (name, expression) in fields.Dynamic)
                {
                    filled[name] = Evaluate(expression, $"{name}.$", data)?.DeepClone();
                }

                return filled;
        }
    }

    private JsonNode? Find(JsonPath path, string field, Payload data)
    {
        try
        {
            return path.Read(Document(path, data));
        }
        catch (PathNotFoundException)
        {
            throw StateException.Runtime($"The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{data.Text}'");
        }
    }

    private JsonNode? Call(IntrinsicCall call, string field, Payload data)
    {
        var values = call.Arguments.Select((argument, index) => argument switch
        {
            // States.Format reads the escapes itself.
            TextArgument text when index == 0 && call.Function == "States.Format" => JsonValue.Create(text.Raw),
            TextArgument text => text.Value,
            LiteralArgument literal => literal.Value,
            PathArgument path => Find(path.Path, field, data),
            _ => Call((IntrinsicCall)argument, field, data),
        }).ToList();
        try
        {
            return IntrinsicFunctions.All[call.Function].Apply(values, random);
        }
        catch (IntrinsicException wrong)
        {
            throw new StateException(StatesError.IntrinsicFailure, $"The function '{call.Text}' had the following error: {wrong.Message}");
        }
    }

    private JsonNode? Document(JsonPath path, Payload data) => path.OfContext ? context ??= ContextObject.Of(visit) : data.Node;
}
