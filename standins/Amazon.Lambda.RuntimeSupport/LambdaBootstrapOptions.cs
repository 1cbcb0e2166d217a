namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>What may be set about the loop.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API, in place of AWS_LAMBDA_RUNTIME_API.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
