namespace Pulumi;

/// <summary>The run of a program.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly Testing.MockMonitor monitor;
    private readonly StackConfiguration configuration = StackConfiguration.FromEnvironment();
    private Stack? stack;

    private Deployment(Testing.MockMonitor monitor, Testing.TestOptions? options)
    {
        this.monitor = monitor;
        IsDryRun = options?.IsPreview ?? true;
        StackName = options?.StackName ?? "stack";
        ProjectName = options?.ProjectName ?? "project";
        OrganizationName = options?.OrganizationName ?? "organization";
    }

    /// <exception cref="InvalidOperationException">No program runs here.</exception>
    public static DeploymentInstance Instance
    {
        get => Running.Value ?? throw new InvalidOperationException("There is no Deployment.Instance outside of a program that was started with Run.");
        private set => Running.Value = Running.Value is null
            ? value
            : throw new InvalidOperationException("A program is running already; one can't start within another.");
    }

    internal static Deployment Current => Instance.Deployment;

    internal Runner Runner { get; } = new();

    internal string StackName { get; }

    internal string ProjectName { get; }

    internal string OrganizationName { get; }

    internal bool IsDryRun { get; }

    internal Stack Stack
    {
        get => stack ?? throw new InvalidOperationException("A resource needs a stack, and there is none yet.");
        set => stack = value;
    }

    /// <summary>The run ends when all tracked work has ended, and fails when any of it fails.</summary>
    internal static void Track(Task task) => Running.Value?.Deployment.Runner.Track(task);

    internal string? GetConfig(string key) => configuration.Get(key);
}

/// <summary>What a program may ask about its run.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    public string StackName => Deployment.StackName;

    public string ProjectName => Deployment.ProjectName;

    public string OrganizationName => Deployment.OrganizationName;

    public bool IsDryRun => Deployment.IsDryRun;

    internal Deployment Deployment { get; }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => new(Deployment.InvokeOutputAsync<T>(token, args, options));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => new(Deployment.InvokeOutputAsync<T>(token, args, options));

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Deployment.InvokePlainAsync<T>(token, args, options);
}
