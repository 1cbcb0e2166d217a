using System.Collections.Immutable;

namespace Pulumi
{
    public static class OutputExtensions
    {
        public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
            Output.Tuple((Input<ImmutableArray<T>>)array, index).Apply(both => both.Item1[both.Item2]);

        public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.GetAt(0);

        public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(values => values.Length);
    }
}

namespace Pulumi.Utilities
{
    /// <summary>Looks behind outputs; meant for tests and tools, not for programs.</summary>
    public static class OutputUtilities
    {
        public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(new OutputData<T>(value, false, false, [])));

        public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsKnown;

        /// <summary>The value, or default when it is unknown.</summary>
        public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

        public static Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => output.GetResourcesAsync();
    }
}
