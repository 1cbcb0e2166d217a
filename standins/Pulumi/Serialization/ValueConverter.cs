using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Fits a plain value to an output property's type. What does not fit becomes the type's default, as in the official SDK, which warns.</summary>
internal static class ValueConverter
{
    private static readonly Type[] Leaves =
        [typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(Asset), typeof(Archive), typeof(AssetOrArchive)];

    private static readonly Type[] Generics =
        [typeof(Nullable<>), typeof(Union<,>), typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>)];

    public static object? Convert(object? value, Type target) => TryConvert(value, target, out var result) ? result : Default(target);

    /// <exception cref="InvalidOperationException">No value could be fitted to the type.</exception>
    public static void CheckTarget(string place, Type target) => CheckTarget(place, target, []);

    private static void CheckTarget(string place, Type target, HashSet<Type> seen)
    {
        if (!seen.Add(target) || Leaves.Contains(target) || typeof(Resource).IsAssignableFrom(target)
            || (target.IsEnum && target.GetEnumUnderlyingType() == typeof(int)) || EnumConstructor(target) is not null)
        {
            return;
        }

        if (target.IsConstructedGenericType && Generics.Contains(target.GetGenericTypeDefinition())
            && (target.GetGenericTypeDefinition() != typeof(ImmutableDictionary<,>) || target.GenericTypeArguments[0] == typeof(string)))
        {
            foreach (var argument in target.GenericTypeArguments)
            {
                CheckTarget(place, argument, seen);
            }

            return;
        }

        foreach (var parameter in Constructor(target)?.GetParameters() ?? throw new InvalidOperationException(
            $"{place} has type {target.FullName}, which outputs can't have: String, Boolean, Int32, Double, Nullable, ImmutableArray, "
            + "ImmutableDictionary with string keys, or a class marked [OutputType]."))
        {
            CheckTarget($"{target.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }

    private static bool TryConvert(object? value, Type target, out object? result)
    {
        result = null;
        if (value is null)
        {
            result = Default(target);
            return true;
        }

        if (Nullable.GetUnderlyingType(target) is { } inner)
        {
            return TryConvert(value, inner, out result);
        }

        if (target == typeof(int) && value is double number)
        {
            result = (int)number;
            return true;
        }

        if (Leaves.Contains(target) || typeof(Resource).IsAssignableFrom(target))
        {
            result = value;
            return target.IsInstanceOfType(value);
        }

        if (target.IsEnum)
        {
            result = value is double ordinal ? Enum.ToObject(target, (int)ordinal) : null;
            return result is not null;
        }

        if (EnumConstructor(target) is { } enumeration)
        {
            result = enumeration.GetParameters()[0].ParameterType.IsInstanceOfType(value) ? enumeration.Invoke([value]) : null;
            return result is not null;
        }

        if (target.IsConstructedGenericType)
        {
            return TryConvertGeneric(value, target, out result);
        }

        result = value is ImmutableDictionary<string, object?> members ? Construct(members, target) : null;
        return result is not null;
    }

    private static bool TryConvertGeneric(object value, Type target, out object? result)
    {
        result = null;
        var arguments = target.GenericTypeArguments;
        if (target.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            var first = TryConvert(value, arguments[0], out var one);
            if (first || TryConvert(value, arguments[1], out one))
            {
                result = target.GetMethod(first ? nameof(Union<int, int>.FromT0) : nameof(Union<int, int>.FromT1))!.Invoke(null, [one]);
            }

            return result is not null;
        }

        if (target.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && value is ImmutableArray<object?> list)
        {
            var elements = Array.CreateInstance(arguments[0], list.Length);
            for (var index = 0; index < list.Length; index++)
            {
                elements.SetValue(Convert(list[index], arguments[0]), index);
            }

            result = Call(nameof(ToImmutableArray), arguments[0], elements);
        }
        else if (target.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>) && value is ImmutableDictionary<string, object?> map)
        {
            result = Call(nameof(ToImmutableDictionary), arguments[1], map);
        }

        return result is not null;
    }

    private static object? Call(string method, Type element, object argument) =>
        typeof(ValueConverter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [argument]);

    private static ImmutableArray<T> ToImmutableArray<T>(T[] elements) => [.. elements];

    private static ImmutableDictionary<string, T?> ToImmutableDictionary<T>(ImmutableDictionary<string, object?> map) =>
        map.ToImmutableDictionary(entry => entry.Key, entry => (T?)Convert(entry.Value, typeof(T)));

    private static object? Construct(ImmutableDictionary<string, object?> members, Type target) =>
        Constructor(target) is not { } constructor ? null : constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Convert(members.GetValueOrDefault(NameOf(parameter)), parameter.ParameterType))]);

    private static string NameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;

    private static object? Default(Type target) =>
        target.IsValueType && Nullable.GetUnderlyingType(target) is null ? Activator.CreateInstance(target) : null;

    private static ConstructorInfo? Constructor(Type target)
    {
        if (!target.IsDefined(typeof(OutputTypeAttribute)))
        {
            return null;
        }

        var constructors = target.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (constructors.Count(constructor => constructor.IsPublic) == 1 ? constructors.Single(constructor => constructor.IsPublic) : null);
    }

    private static ConstructorInfo? EnumConstructor(Type target) => !target.IsValueType || !target.IsDefined(typeof(EnumTypeAttribute))
        ? null
        : target.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).FirstOrDefault(constructor =>
            constructor.GetParameters() is [var only] && (only.ParameterType == typeof(string) || only.ParameterType == typeof(double)));
}
