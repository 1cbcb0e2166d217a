using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources; its [Output] properties are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Converted(options)) =>
        Deployment.Current.Stack = this;

    /// <exception cref="RunException">An [Output] property has no value, or one that is not an output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = (from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       let attribute = property.GetCustomAttribute<OutputAttribute>()
                       where attribute is not null && property.DeclaringType?.IsAssignableFrom(typeof(Stack)) != true
                       select (Name: attribute.Name ?? property.Name, Value: property.GetValue(this))).ToList();
        if (outputs.Where(output => output.Value is null).Select(output => output.Name).ToList() is { Count: > 0 } missing)
        {
            throw new RunException($"The stack's constructor gave no value to output(s) {string.Join(", ", missing)}.");
        }

        if (outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList() is { Count: > 0 } wrong)
        {
            throw new RunException($"The stack's output(s) {string.Join(", ", wrong)} must be Output<T>.");
        }

        RegisterOutputs(outputs.ToDictionary(output => output.Name, output => (object?)output.Value));
    }

    private static ComponentResourceOptions? Converted(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}

public class StackOptions
{
    private List<ResourceTransformation>? resourceTransformations;

    public List<ResourceTransformation> ResourceTransformations
    {
        get => resourceTransformations ??= [];
        set => resourceTransformations = value;
    }
}
