using System.Globalization;
using Amazon.CloudWatch.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>
/// When the handler last heard from SES. Each mail brings at least one event within seconds, so a handler that is silent while mail goes out is one that
/// feedback does not reach; its invocations tell it without reading a single row.
/// </summary>
internal static class LastFeedbackChecks
{
    private const string Last = "Last feedback";
    private const string Mail = """{"to": "success@simulator.amazonses.com", "subject": "Does feedback come?", "text": "Yes"}""";
    private const int Days = 14;

    /// <summary>Seconds; what CloudWatch keeps for 63 days.</summary>
    private const int Period = 300;

    /// <summary>How long after a mail feedback may be missing; a slow receiver's delay is itself an event.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private static CheckGroup Group => CheckGroup.Feedback;

    public static IEnumerable<Question> For(Patient patient) => [new(Group, [Last], async () => [await LookAsync(patient)])];

    private static async Task<Check> LookAsync(Patient patient)
    {
        var now = patient.Now();
        var data = await patient.Aws.CloudWatch.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = now.AddDays(-Days),
                EndTime = now.AddSeconds(Period),
                MetricDataQueries =
                [
                    Sum("sent", "DiscordBot/SES", "EmailsSent", "Environment", patient.Stack.Name),
                    Sum("heard", "AWS/Lambda", "Invocations", "FunctionName", patient.Stack.FeedbackHandler),
                ],
            },
            patient.Cancelled);
        return Judge(patient, Latest(data, "sent"), Latest(data, "heard"));
    }

    private static Check Judge(Patient patient, DateTime? sent, DateTime? heard)
    {
        string[] toDo =
        [
            "Mend what failed above, send a mail to the mailbox simulator, and ask again:",
            $"aws stepfunctions start-execution --state-machine-arn $(pulumi stack output stateMachineArn --stack {patient.Stack.Name}) --input '{Mail}'",
            $"ses-ops doctor --stack {patient.Stack.Name} --domain {patient.Domain}",
        ];
        return (sent, heard) switch
        {
            (null, null) => Group.Pass(Last, $"none, and no mail was sent in {Days} days"),
            ({ } mail, null) => Group.Warn(Last, $"none in {Days} days, although mail was sent ({Text(mail)})", "SES's word on mail does not reach the handler.", toDo),
            ({ } mail, { } word) when mail - word > Patience => Group.Warn(Last, $"{Text(word)}, but mail was sent {Text(mail)}", "SES's word on the latest mail does not reach the handler.", toDo),
            (_, { } word) => Group.Pass(Last, Text(word)),
        };
    }

    private static MetricDataQuery Sum(string id, string space, string metric, string dimension, string value) => new()
    {
        Id = id,
        MetricStat = new MetricStat
        {
            Stat = "Sum",
            Period = Period,
            Metric = new Metric { Namespace = space, MetricName = metric, Dimensions = [new Dimension { Name = dimension, Value = value }] },
        },
    };

    /// <summary>The start of the newest period in which anything was counted.</summary>
    private static DateTime? Latest(GetMetricDataResponse data, string id)
    {
        var result = (data.MetricDataResults ?? []).FirstOrDefault(result => result.Id == id);
        var times = (result?.Timestamps ?? []).Zip(result?.Values ?? []).Where(point => point.Second > 0).Select(point => point.First.ToUniversalTime()).ToList();
        return times.Count == 0 ? null : times.Max();
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
