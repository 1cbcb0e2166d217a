namespace SesCompliance.Local.CloudWatch;

/// <summary>What an expression comes to: one number, or a value for each period (null where there is none).</summary>
internal readonly record struct MathValue(double?[]? Series, double? Scalar = null)
{
    public static MathValue Of(double? number) => new(null, number);

    public double? At(int index) => Series is { } series ? series[index] : Scalar;

    public double?[] Over(int count)
    {
        var value = this;
        return Series ?? [.. Enumerable.Range(0, count).Select(_ => value.Scalar)];
    }

    /// <summary>Combines values period by period; what is no finite number (a division by zero) is no value.</summary>
    public static MathValue Combine(int count, Func<double?[], double?> combine, params MathValue[] values) => values.All(value => value.Series is null)
        ? Of(Finite(combine([.. values.Select(value => value.Scalar)])))
        : new MathValue([.. Enumerable.Range(0, count).Select(i => Finite(combine([.. values.Select(value => value.At(i))])))]);

    private static double? Finite(double? number) => number is { } value && double.IsFinite(value) ? value : null;
}
