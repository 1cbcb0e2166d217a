using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Lambdas.Requests;

/// <summary>Parses a task's request and leaves a log line where it is not one.</summary>
internal static class RequestCheck
{
    /// <exception cref="InvalidRequest"/>
    public static SendRequest Parse(FlowTask task, Log log)
    {
        try
        {
            return SendRequestParser.Parse(task.SendId, task.Request);
        }
        catch (InvalidRequest error)
        {
            log.RequestInvalid(SendRequestParser.IsSendId(task.SendId) ? task.SendId : null, error);
            throw;
        }
    }
}
