using System.Collections.Concurrent;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Deployment.Planning;

/// <summary>Functions that are checked as Lambda checks them, but for their code, and never run.</summary>
internal sealed class PlannedFunctions(TimeProvider clock, Access access) : IFunctions, ILambda
{
    private readonly ConcurrentDictionary<string, LambdaFunction> functions = new(StringComparer.Ordinal);

    public LambdaFunction Create(FunctionConfiguration configuration)
    {
        FunctionRules.CheckSettings(configuration);
        FunctionRules.CheckRole(configuration, access);
        var function = new LambdaFunction(configuration, new FunctionCode(configuration.Code, 0, "", Unpacked: false), clock.GetUtcNow());
        return functions.TryAdd(configuration.FunctionName, function)
            ? function
            : throw FunctionName.Taken(configuration.FunctionName);
    }

    public Task<LambdaFunction> UpdateAsync(FunctionConfiguration configuration)
    {
        FunctionRules.CheckSettings(configuration);
        FunctionRules.CheckRole(configuration, access);
        var function = Find(configuration.FunctionName);
        function.Configuration = configuration;
        return Task.FromResult(function);
    }

    public Task DeleteAsync(string function)
    {
        functions.TryRemove(Find(function).Configuration.FunctionName, out _);
        return Task.CompletedTask;
    }

    public void AddPermission(string function, PermissionStatement statement)
    {
        var found = Find(function);
        found.Add(statement);
        access.Resources.Set(found.Configuration.Arn, FunctionPolicy.Of(found).ToJsonString());
    }

    public void RemovePermission(string function, string statementId)
    {
        var found = Find(function);
        found.Remove(statementId);
        access.Resources.Set(found.Configuration.Arn, FunctionPolicy.Of(found).ToJsonString());
    }

    public void PutEventInvokeConfig(string function, EventInvokeConfig config)
    {
        config.Check();
        Find(function).EventInvokeConfig = config;
    }

    public Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"A plan runs no functions, and so not {function}");

    /// <summary>Takes SES's validation message to a topic, and lets it go.</summary>
    public Task EnqueueAsync(string function, string payload, CancellationToken cancellationToken) => Task.CompletedTask;

    private LambdaFunction Find(string function)
    {
        var name = FunctionName.Parse(function).Name;
        return functions.GetValueOrDefault(name) ?? throw FunctionName.NotFound(Account.Arn("lambda", $"function:{name}"));
    }
}
