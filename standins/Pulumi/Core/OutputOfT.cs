using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A value that may only be there once resources exist, and that may be unknown in a preview.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        Deployment.Track(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(value =>
    {
        return Output.Create(RunAsync());

        async Task<ValueTuple> RunAsync()
        {
            await func(value).ConfigureAwait(false);
            return default;
        }
    });

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        return new(ApplyAsync());

        async Task<OutputData<TResult>> ApplyAsync()
        {
            var data = await DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return OutputData<TResult>.Unknown(data.Resources, data.IsSecret);
            }

            if (func(data.Value) is not { } inner)
            {
                return new(default!, true, data.IsSecret, data.Resources);
            }

            var result = await inner.DataTask.ConfigureAwait(false);
            return new(result.Value, result.IsKnown, data.IsSecret || result.IsSecret, data.Resources.Union(result.Resources));
        }
    }

    /// <summary>Says that an output is not its value; the official SDK warns in the same way.</summary>
    /// <exception cref="InvalidOperationException">PULUMI_ERROR_OUTPUT_STRING is 1 or true.</exception>
    public override string ToString()
    {
        const string Advice = "[ToString] of an [Output<T>] is not its value: use Apply(v => $\"...{v}\") or Output.Format($\"...{output}\").";
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } asked
            && (asked == "1" || asked.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Advice);
        }

        Log.Warn(Advice);
        return Advice;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask.ConfigureAwait(false)).Untyped();

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WrapAsync());

        async Task<OutputData<T>> WrapAsync() => OutputData<T>.Plain(await value.ConfigureAwait(false), isSecret);
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync() => change(await DataTask.ConfigureAwait(false));
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal async Task<ImmutableHashSet<Resource>> GetResourcesAsync() => (await DataTask.ConfigureAwait(false)).Resources;
}
