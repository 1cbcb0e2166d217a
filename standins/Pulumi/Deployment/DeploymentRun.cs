namespace Pulumi;

// Running against the Pulumi engine is the one thing that this stand-in can't do.
public sealed partial class Deployment
{
    /// <summary>Pulumi's language host adds no message of its own to a program that ends with this.</summary>
    internal const int AlreadyExplained = 32;

    public static Task<int> RunAsync(Action action) => RefuseToRun();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseToRun();

    public static Task<int> RunAsync(Func<Task> func) => RefuseToRun();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseToRun();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RefuseToRun();

    private static async Task<int> RefuseToRun()
    {
        await Console.Error.WriteLineAsync(
            "This program was built with a stand-in for the Pulumi SDK, which can't deploy: set OfficialPackages=true in the environment, then run `pulumi up` again.")
            .ConfigureAwait(false);
        return Environment.ExitCode = AlreadyExplained;
    }
}
