namespace SesCompliance.Local;

/// <summary>The one account and region of the embedded cloud.</summary>
public static class Account
{
    public const string Id = "000000000000";

    public const string Region = "us-east-1";

    /// <summary>An ARN of this account and region.</summary>
    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Id}:{resource}";
}
