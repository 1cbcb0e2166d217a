namespace SesCompliance.Local.Wire;

/// <summary>Judges every call before its operation runs.</summary>
public interface IAuthorizer
{
    /// <exception cref="AwsException">The service's access-denied error.</exception>
    ValueTask AuthorizeAsync(AwsApi api, AwsRequest request, CancellationToken cancellationToken);
}

/// <summary>Lets everybody do everything.</summary>
public sealed class AllowAll : IAuthorizer
{
    public ValueTask AuthorizeAsync(AwsApi api, AwsRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
