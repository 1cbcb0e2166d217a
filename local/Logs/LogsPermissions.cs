using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Logs;

/// <summary>What reading logs needs (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html).</summary>
internal static class LogsPermissions
{
    public static PermissionTable Table { get; } = new PermissionTable(new Denial("AccessDeniedException", 400))
        .Add("logs", _ => StreamArn("", ""), "DescribeLogGroups")
        .Add("logs", request => StreamArn(Group(request), ""), "DescribeLogStreams", "FilterLogEvents")
        .Add("logs", request => StreamArn(Group(request), request.Input.Text("logStreamName") ?? ""), "GetLogEvents");

    /// <summary>How Logs writes its resources in denials: group and stream, either of which may be empty.</summary>
    public static string StreamArn(string group, string stream) => Account.Arn("logs", $"log-group:{group}:log-stream:{stream}");

    private static string Group(AwsRequest request)
    {
        var named = request.Input.Text("logGroupName") ?? request.Input.Text("logGroupIdentifier") ?? "";
        return named.StartsWith("arn:", StringComparison.Ordinal) ? named.Split(':') is [_, _, _, _, _, _, var name, ..] ? name : "" : named;
    }
}
