namespace SesCompliance.Local.Lambda;

/// <summary>
/// A function as a caller named it. A published version keeps the configuration that it was published with, and each version has environments, log streams and a
/// resource policy of its own, as on AWS.
/// </summary>
/// <param name="Qualifier">As named; null for the unqualified function, whose version is $LATEST.</param>
public sealed record FunctionVersion(LambdaFunction Function, string? Qualifier)
{
    public const string Latest = "$LATEST";

    public string Version => Qualifier ?? Latest;

    public FunctionConfiguration Configuration => Function.ConfigurationOf(Version);

    /// <summary>What is invoked, to IAM and to the function itself.</summary>
    public string Arn => Qualified(Function.Configuration.Arn, Qualifier);

    /// <summary>A configuration for asynchronous invocations belongs to a qualifier, and only the unqualified function, $LATEST, gets one here.</summary>
    public EventInvokeConfig EventInvokeConfig => Version == Latest ? Function.EventInvokeConfig : new EventInvokeConfig();

    public static string Qualified(string functionArn, string? qualifier) => qualifier is null ? functionArn : $"{functionArn}:{qualifier}";
}
