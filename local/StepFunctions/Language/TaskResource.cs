namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>What a task calls.</summary>
/// <param name="Arn">As written.</param>
public abstract record TaskResource(string Arn);

/// <summary>A Lambda function named by its ARN: its payload is the state's input, its answer the result.</summary>
public sealed record LambdaFunctionResource(string Arn) : TaskResource(Arn);

/// <summary>The optimized integration <c>arn:aws:states:::lambda:invoke</c>, or with <c>.waitForTaskToken</c>.</summary>
public sealed record LambdaInvokeResource(string Arn) : TaskResource(Arn)
{
    public const string Invoke = "arn:aws:states:::lambda:invoke";

    public const string InvokeAndWait = Invoke + ".waitForTaskToken";

    public bool WaitsForToken => Arn == InvokeAndWait;

    /// <summary>As the history's <c>resource</c> names it.</summary>
    public string Action => WaitsForToken ? "invoke.waitForTaskToken" : "invoke";
}
