using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.History;

/// <summary>Builds the details of events.</summary>
internal static class Details
{
    public static JsonObject Input(this JsonObject details, Payload input)
    {
        details["input"] = input.Text;
        details["inputDetails"] = NotTruncated();
        return details;
    }

    public static JsonObject Output(this JsonObject details, Payload output)
    {
        details["output"] = output.Text;
        details["outputDetails"] = NotTruncated();
        return details;
    }

    /// <summary>Error and cause, each only where there is one.</summary>
    public static JsonObject Error(this JsonObject details, string? error, string? cause)
    {
        if (error is not null)
        {
            details["error"] = error;
        }

        if (cause is not null)
        {
            details["cause"] = cause;
        }

        return details;
    }

    /// <summary>The history's members for a service integration.</summary>
    public static JsonObject Resource(this JsonObject details, string resourceType, string resource)
    {
        details["resourceType"] = resourceType;
        details["resource"] = resource;
        return details;
    }

    public static JsonObject With(this JsonObject details, string member, JsonNode value)
    {
        details[member] = value;
        return details;
    }

    private static JsonObject NotTruncated() => new() { ["truncated"] = false };
}
