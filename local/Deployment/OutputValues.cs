using Pulumi;

namespace SesCompliance.Local.Deployment;

/// <summary>Resolves a program's outputs.</summary>
internal static class OutputValues
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(IDictionary<string, object?> outputs)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in outputs)
        {
            values[name] = value is Output<string> output ? await ResolvedAsync(output) : $"{value}";
        }

        return values;
    }

    private static Task<string> ResolvedAsync(Output<string> output)
    {
        var resolved = new TaskCompletionSource<string>();
        output.Apply(value =>
        {
            resolved.SetResult(value);
            return value;
        });
        return resolved.Task;
    }
}
