using System.Reflection;

namespace Pulumi;

/// <summary>A resource that groups others, its children.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new(), remote) => IsRemote = remote;

    internal bool IsRemote { get; }

    /// <summary>Registers the values of the properties that are marked [Output].</summary>
    protected void RegisterOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in GetType().GetProperties().Where(property => property.Name != nameof(Urn)))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } output)
            {
                outputs.Add(string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, property.GetValue(this));
            }
        }

        RegisterOutputs(outputs);
    }

    protected void RegisterOutputs(IDictionary<string, object?> outputs) =>
        RegisterOutputs(Task.FromResult(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) =>
        RegisterOutputs(Output.Create(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Current.RegisterOutputs(this, outputs ?? throw new ArgumentNullException(nameof(outputs)));
}
