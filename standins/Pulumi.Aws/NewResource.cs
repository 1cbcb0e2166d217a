namespace Pulumi.Aws;

internal static class NewResource
{
    /// <summary>A constructor always makes a resource: the option Id, which reads one, has no effect in it.</summary>
    public static CustomResourceOptions With(CustomResourceOptions? options)
    {
        var own = CustomResourceOptions.Merge(options, null);
        own.Id = "";
        return own;
    }
}
