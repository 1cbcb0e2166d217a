using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>The operations on alarms.</summary>
internal sealed class AlarmOperations(AlarmStore alarms)
{
    private const int MostRecords = 100;

    public JsonObject Describe(JsonObject input)
    {
        input.Only("AlarmNames", "AlarmNamePrefix", "AlarmTypes", "StateValue", "MaxRecords", "NextToken");
        var names = input.Texts("AlarmNames");
        var prefix = input.Text("AlarmNamePrefix");
        if (names.Count > 0 && prefix is not null)
        {
            throw CloudWatchErrors.Combination("The parameters AlarmNames and AlarmNamePrefix are mutually exclusive and you have specified both.");
        }

        if (input.Texts("AlarmTypes").FirstOrDefault(type => type != "MetricAlarm") is { } type)
        {
            throw CloudWatchErrors.Value($"The value {type} for parameter AlarmTypes is not supported by the embedded cloud (MetricAlarm is).");
        }

        var state = input.Text("StateValue") is null ? null : State(input);
        var size = input.Integer("MaxRecords") ?? 50;
        if (size is < 1 or > MostRecords)
        {
            throw CloudWatchErrors.Value($"The parameter MaxRecords must be 1 to {MostRecords}.");
        }

        var found = alarms.All.Where(alarm =>
            (names.Count == 0 || names.Contains(alarm.Name))
            && (prefix is null || alarm.Name.StartsWith(prefix, StringComparison.Ordinal))
            && (state is null || alarm.State.Value == state));
        var page = Page.Of(found, alarm => alarm.Name, input.Text("NextToken"), size, "InvalidNextToken");
        return new JsonObject { ["MetricAlarms"] = new JsonArray([.. page.Items.Select(AlarmJson.Write)]), ["CompositeAlarms"] = new JsonArray(), ["NextToken"] = page.NextToken };
    }

    public JsonObject SetState(JsonObject input)
    {
        input.Only("AlarmName", "StateValue", "StateReason", "StateReasonData");
        var name = MetricInput.Name(input, "AlarmName", "AlarmName", 255);
        var data = input.Text("StateReasonData");
        if (data is not null && !IsJson(data))
        {
            throw new AwsException("InvalidFormatFault", "StateReasonData was not valid JSON");
        }

        alarms.SetState(name, State(input), input.Text("StateReason") ?? throw CloudWatchErrors.Missing("StateReason"), data);
        return [];
    }

    public JsonObject Put(JsonObject input)
    {
        try
        {
            alarms.Put(AlarmInput.Read(input));
            return [];
        }
        catch (FormatException fault)
        {
            throw CloudWatchErrors.Value(fault.Message);
        }
    }

    /// <summary>Deletes those that are there, whatever other names are wrong.</summary>
    public JsonObject Delete(JsonObject input)
    {
        input.Only("AlarmNames");
        var names = input.Texts("AlarmNames");
        if (names.Count is 0)
        {
            throw CloudWatchErrors.Missing("AlarmNames");
        }

        string[] unknown = [.. names.Where(name => !alarms.Delete(name))];
        return unknown.Length == 0 ? [] : throw new AwsException("ResourceNotFound", $"Unknown alarms: {string.Join(", ", unknown)}", 404);
    }

    private static string State(JsonObject input) => input.Text("StateValue") switch
    {
        null => throw CloudWatchErrors.Missing("StateValue"),
        { } value when AlarmState.Values.Contains(value) => value,
        { } value => throw CloudWatchErrors.Value($"The value {value} for parameter StateValue must be in the set [ {string.Join(", ", AlarmState.Values)} ]."),
    };

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
