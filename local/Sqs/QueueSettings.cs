using System.Globalization;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>A queue's attributes that can be set, by name and as SQS writes them; what was never set has SQS's default.</summary>
internal sealed class QueueSettings
{
    private static readonly Dictionary<string, (int Least, int Most, string Default)> Numbers = new()
    {
        ["DelaySeconds"] = (0, 900, "0"),
        ["MaximumMessageSize"] = (1024, 1_048_576, "1048576"),
        ["MessageRetentionPeriod"] = (60, 1_209_600, "345600"),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 20, "0"),
        ["VisibilityTimeout"] = (0, 43_200, "30"),
    };

    private readonly Dictionary<string, string> values = Numbers.ToDictionary(number => number.Key, number => number.Value.Default);

    public QueueSettings() => values["SqsManagedSseEnabled"] = "true";

    public TimeSpan Delay => Seconds("DelaySeconds");

    public TimeSpan Retention => Seconds("MessageRetentionPeriod");

    public TimeSpan Wait => Seconds("ReceiveMessageWaitTimeSeconds");

    public TimeSpan Visibility => Seconds("VisibilityTimeout");

    public int MaximumSize => int.Parse(values["MaximumMessageSize"], CultureInfo.InvariantCulture);

    /// <summary>The queue's resource policy (JSON); null where none was set.</summary>
    public string? Policy => values.GetValueOrDefault("Policy");

    public IReadOnlyDictionary<string, string> Values => values;

    /// <exception cref="AwsException"><c>InvalidAttributeName</c>, <c>InvalidAttributeValue</c>; nothing is changed then.</exception>
    public void Set(IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            Check(name, value);
        }

        foreach (var (name, value) in attributes)
        {
            if (name == "Policy" && value.Length == 0)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = value;
            }
        }
    }

    /// <summary>The first attribute that differs from what is set; null where none does.</summary>
    public string? Difference(IReadOnlyDictionary<string, string> attributes) =>
        attributes.FirstOrDefault(attribute => values.GetValueOrDefault(attribute.Key) != attribute.Value).Key;

    private static void Check(string name, string value)
    {
        if (Numbers.TryGetValue(name, out var range))
        {
            if (!int.TryParse(value, CultureInfo.InvariantCulture, out var number) || number < range.Least || number > range.Most)
            {
                throw new AwsException("InvalidAttributeValue", $"Invalid value for the parameter {name}.");
            }
        }
        else if (name == "SqsManagedSseEnabled")
        {
            if (value is not ("true" or "false"))
            {
                throw new AwsException("InvalidAttributeValue", $"Invalid value for the parameter {name}.");
            }
        }
        else if (name == "Policy")
        {
            CheckPolicy(value);
        }
        else
        {
            throw new AwsException("InvalidAttributeName", $"The embedded cloud does not support the queue attribute {name} (see docs/supported.md)");
        }
    }

    private static void CheckPolicy(string value)
    {
        try
        {
            if (value.Length > 0)
            {
                PolicyParser.Parse(value, PolicyKind.Resource);
            }
        }
        catch (PolicySyntaxException fault)
        {
            throw new AwsException("InvalidAttributeValue", $"Invalid value for the parameter Policy. Reason: {fault.Message}.");
        }
    }

    private TimeSpan Seconds(string name) => TimeSpan.FromSeconds(int.Parse(values[name], CultureInfo.InvariantCulture));
}
