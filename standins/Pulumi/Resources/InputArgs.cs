using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Arguments: a class whose [Input] members are sent under their names.</summary>
public abstract class InputArgs
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private protected InputArgs()
    {
    }

    /// <exception cref="ArgumentNullException">A required member is null.</exception>
    internal ImmutableDictionary<string, object?> ToDictionary()
    {
        var fields = GetType().GetFields(Members).Select(field => (Member: (MemberInfo)field, Value: field.GetValue(this)));
        var properties = GetType().GetProperties(Members)
            .Where(property => property.IsDefined(typeof(InputAttribute)))
            .Select(property => (Member: (MemberInfo)property, Value: property.GetValue(this)));

        var inputs = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (member, value) in fields.Concat(properties))
        {
            if (member.GetCustomAttribute<InputAttribute>() is not { } input)
            {
                continue;
            }

            if (input.IsRequired && value is null)
            {
                throw new ArgumentNullException(member.Name, $"{GetType().FullName}.{member.Name} is required and has no value");
            }

            inputs.Add(input.Name, value);
        }

        return inputs.ToImmutable();
    }
}

/// <summary>A resource's arguments, or those of a value nested in them.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new NoResourceArgs();

    private sealed class NoResourceArgs : ResourceArgs;
}

/// <summary>A function's arguments.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new NoInvokeArgs();

    private sealed class NoInvokeArgs : InvokeArgs;
}
