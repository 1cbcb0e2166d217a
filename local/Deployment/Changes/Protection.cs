namespace SesCompliance.Local.Deployment.Changes;

/// <summary>The program's word that a resource must not go (Pulumi's option <c>protect</c>).</summary>
internal static class Protection
{
    /// <param name="fate">"deleted" or "replaced".</param>
    /// <exception cref="DeploymentException">Names each resource that is protected.</exception>
    public static void Demand(IEnumerable<ResourceState> resources, string fate)
    {
        var kept = resources.Where(resource => resource.Protect).ToList();
        if (kept.Count > 0)
        {
            throw new DeploymentException(
                string.Join('\n', kept.Select(resource => $"resource \"{resource.Urn}\" cannot be {fate}, because it is protected"))
                + "\nTo unprotect them, set ses-compliance:protect to false in the stack's file and run ./run up first.");
        }
    }
}
