using Amazon.Lambda.Core;

namespace SesCompliance.Lambdas;

/// <summary>
/// How long an invocation may wait for others. Lambda kills what overruns its time without a word, so a function stops itself while
/// there is time to say why.
/// </summary>
internal static class Patience
{
    /// <summary>Enough for the log line, the runtime's answer and a slow core.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(300);

    /// <param name="keep">Time that later steps of the same invocation need.</param>
    public static TimeSpan Left(ILambdaContext context, TimeSpan keep = default)
    {
        var left = context.RemainingTime - Reserve - keep;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public static CancellationTokenSource Until(ILambdaContext context, TimeSpan keep = default) => new(Left(context, keep));
}
