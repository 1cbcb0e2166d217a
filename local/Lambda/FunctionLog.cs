using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Logs;

namespace SesCompliance.Local.Lambda;

/// <summary>
/// An environment's log stream. Lambda writes it as the function's role: what the role may not write is lost without a word, as on AWS.
/// </summary>
internal sealed class FunctionLog
{
    private readonly LogStore logs;
    private readonly Access access;
    private readonly Caller caller;
    private readonly string group;
    private readonly string stream;
    private volatile bool open;

    public FunctionLog(LogStore logs, Access access, FunctionConfiguration function, string stream)
    {
        (this.logs, this.access, this.stream) = (logs, access, stream);
        group = function.LogGroup;
        caller = Caller.OfRole(function.RoleArn, function.FunctionName);
        Open();
    }

    public void Write(string message)
    {
        if ((open || Open()) && May("PutLogEvents", stream))
        {
            logs.Append(group, stream, message);
        }
    }

    private bool Open()
    {
        if ((logs.Has(group) || May("CreateLogGroup", "")) && May("CreateLogStream", stream))
        {
            logs.OpenStream(group, stream);
            open = true;
        }

        return open;
    }

    private bool May(string action, string onStream) => access.Allows(new AccessRequest(caller, $"logs:{action}", LogsPermissions.StreamArn(group, onStream)));
}
