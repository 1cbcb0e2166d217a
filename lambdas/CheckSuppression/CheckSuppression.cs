using Amazon.Lambda.Core;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.Requests;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Lambdas;

/// <summary>First step of the flow: is the request one that can be sent at all, and does its recipient want mail?</summary>
public sealed class CheckSuppression(SuppressionTable suppressions, Log logs)
{
    /// <exception cref="InvalidRequest"/>
    /// <exception cref="SuppressionListUnavailable"/>
    public async Task<CheckSuppressionResult> HandleAsync(FlowTask task, ILambdaContext context)
    {
        var log = logs.For(context);
        var request = RequestCheck.Parse(task, log);
        using var patience = Patience.Until(context);
        try
        {
            if (await suppressions.FindActiveAsync(request.To, patience.Token) is not { } suppression)
            {
                log.AddressClear(request);
                return new CheckSuppressionResult(false, request.To.Value, null);
            }

            log.AddressSuppressed(request, suppression.Reason);
            return new CheckSuppressionResult(true, request.To.Value, suppression.Reason.ToKey());
        }
        catch (SuppressionListUnavailable error)
        {
            log.CheckFailed(request, error);
            throw;
        }
    }
}
