namespace SesCompliance.Ops.Aws;

/// <summary>The aws CLI and boto3 take the region from AWS_DEFAULT_REGION where AWS_REGION is not set; the SDK for .NET knows AWS_REGION alone.</summary>
internal static class AwsRegion
{
    /// <summary>Gives the SDK the region that the aws CLI would take.</summary>
    public static void AdoptDefault()
    {
        if (Environment.GetEnvironmentVariable("AWS_REGION") is null or "" && Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") is { Length: > 0 } region)
        {
            Environment.SetEnvironmentVariable("AWS_REGION", region);
        }
    }
}
