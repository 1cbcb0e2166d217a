using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The producer's side of a resource's [Output] property.</summary>
internal interface IResourceOutput
{
    Type ValueType { get; }

    void Set(object? value, bool isKnown, bool isSecret);

    /// <summary>For what the answer does not mention; known outside previews.</summary>
    void SetDefault(bool isKnown);

    void SetException(Exception exception);
}

internal sealed class ResourceOutput<T>(Resource resource) : IResourceOutput
{
    private readonly TaskCompletionSource<OutputData<T>> source = new();

    public Type ValueType => typeof(T);

    public Output<T> ToOutput() => new(source.Task);

    public void Set(object? value, bool isKnown, bool isSecret) => source.SetResult(Data(value is null ? default! : (T)value, isKnown, isSecret));

    public void SetDefault(bool isKnown) => source.TrySetResult(Data(default!, isKnown, isSecret: false));

    public void SetException(Exception exception) => source.TrySetException(exception);

    private OutputData<T> Data(T value, bool isKnown, bool isSecret) => new(value, isKnown, isSecret, [resource]);
}

internal static class ResourceOutputs
{
    private const BindingFlags Accessors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Gives every [Output] property an output that is yet to come. A local component keeps its own.</summary>
    public static ImmutableDictionary<string, IResourceOutput> Initialize(Resource resource, bool remote)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, IResourceOutput>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute
                || (resource is ComponentResource && !remote && property.DeclaringType != typeof(Resource)))
            {
                continue;
            }

            if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                throw new RunException($"The output '{attribute.Name}' must be an Output<T>.");
            }

            var place = $"{resource.GetType().FullName}.{property.Name}";
            var setter = property.DeclaringType!.GetMethod($"set_{property.Name}", Accessors)
                ?? throw new InvalidOperationException($"{place} has no setter.");
            var valueType = property.PropertyType.GenericTypeArguments[0];
            ValueConverter.CheckTarget(place, valueType);

            var output = (IResourceOutput)Activator.CreateInstance(typeof(ResourceOutput<>).MakeGenericType(valueType), resource)!;
            setter.Invoke(resource, [output.GetType().GetMethod(nameof(ResourceOutput<object>.ToOutput))!.Invoke(output, null)]);
            outputs.Add(attribute.Name ?? property.Name, output);
        }

        return outputs.ToImmutable();
    }
}
