using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>Each of the stack's alarms: there, at rest, and heard.</summary>
internal static class AlarmChecks
{
    private static CheckGroup Group => CheckGroup.Alarms;

    public static IEnumerable<Question> For(Patient patient) => [new(Group, ["Alarms"], () => LookAsync(patient))];

    private static async Task<IReadOnlyList<Check>> LookAsync(Patient patient)
    {
        // Fewer than the 100 names that one call takes.
        var names = StackAlarms.Always.Concat(StackAlarms.ByKey.Select(alarm => alarm.Name)).Select(name => Named(patient, name)).ToList();
        var answer = await patient.Aws.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = names, MaxRecords = 100 }, patient.Cancelled);
        var topic = (await patient.ArnsAsync()).AlertTopic;
        var alarms = (answer.MetricAlarms ?? []).ToDictionary(alarm => alarm.AlarmName);
        if (alarms.Count == 0)
        {
            patient.Presence.Missing();
            return [Group.Fail("Alarms", "none exists", "Nobody hears of bounces, complaints or failures.", patient.Redeploy)];
        }

        patient.Presence.Found();
        return
        [
            .. StackAlarms.Always.Select(name => alarms.TryGetValue(Named(patient, name), out var alarm)
                ? Judge(patient, name, alarm, topic)
                : Group.Fail(name, "missing", "Nobody hears of what it watches.", patient.Redeploy)),
            .. StackAlarms.ByKey.Select(optional => alarms.TryGetValue(Named(patient, optional.Name), out var alarm)
                ? Judge(patient, optional.Name, alarm, topic)
                : Undeclared(patient, optional.Name, optional.Key)),
        ];
    }

    private static Check Judge(Patient patient, string name, MetricAlarm alarm, string topic)
    {
        var state = alarm.StateValue;
        if (state == StateValue.ALARM)
        {
            return Group.Fail(name, $"ALARM: {alarm.StateReason}", alarm.AlarmDescription ?? "It went off.", $"docs/OPERATIONS_RUNBOOK.md, section {name}");
        }

        if (alarm.ActionsEnabled != true)
        {
            return Group.Fail(name, $"{state}, actions disabled", "Nobody would hear of it.", $"aws cloudwatch enable-alarm-actions --alarm-names {alarm.AlarmName}");
        }

        if (!Contains(alarm.AlarmActions, topic) || !Contains(alarm.OKActions, topic))
        {
            return Group.Fail(name, $"{state}, does not tell {patient.Stack.AlertTopic}", "Nobody would hear of it, or of its end.", patient.Redeploy);
        }

        // Reputation has no data before the first mails, and such alarms are told to wait for it.
        return state == StateValue.INSUFFICIENT_DATA && alarm.TreatMissingData != "ignore"
            ? Group.Warn(name, "INSUFFICIENT_DATA", "It judges nothing; right only in its first minutes.", $"aws cloudwatch describe-alarms --alarm-names {alarm.AlarmName}")
            : Group.Pass(name, state?.Value ?? "not told");
    }

    private static Check Undeclared(Patient patient, string name, string key) => patient.File?.Get(key) is null or "0"
        ? Group.Pass(name, $"not declared (key {key} is absent)")
        : Group.Fail(name, $"missing, although key {key} is set", "Nobody hears of what it watches.", patient.Redeploy);

    private static bool Contains(List<string>? actions, string topic) => actions?.Contains(topic) == true;

    private static string Named(Patient patient, string name) => $"{name}-{patient.Stack.Name}";
}
