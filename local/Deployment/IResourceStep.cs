namespace SesCompliance.Local.Deployment;

/// <summary>What becomes of each resource that the program declares, in the order in which they hang on each other.</summary>
internal interface IResourceStep
{
    /// <returns>The resource as the program sees it from here on.</returns>
    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    Task<ResourceState> RegisterAsync(string type, string name, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken);
}
