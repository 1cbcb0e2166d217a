using System.Globalization;
using System.Security.Cryptography;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Logs;

namespace SesCompliance.Local.Lambda;

/// <summary>Makes execution environments and starts their bootstraps.</summary>
internal sealed class EnvironmentFactory(
    TimeProvider clock, RuntimeApi runtimeApi, CredentialStore credentials, LogStore logs, Access access, Func<string> endpoint)
{
    public ExecutionEnvironment Create(FunctionVersion version)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);

        // As AWS names them: 2026/11/24/[$LATEST]0123456789abcdef0123456789abcdef
        var stream = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcDateTime:yyyy'/'MM'/'dd}/[{version.Version}]{id}");
        return new ExecutionEnvironment(id, stream, new FunctionLog(logs, access, version.Configuration, stream));
    }

    public Task<Ending> InitializeAsync(FunctionVersion version, ExecutionEnvironment environment, TimeSpan limit)
    {
        var function = version.Function;
        var configuration = version.Configuration;
        var variables = EnvironmentVariables.For(
            configuration,
            version.Version,
            function.Code.Folder,
            environment.LogStream,
            $"{runtimeApi.Authority}/{environment.Id}",
            endpoint(),
            credentials.AssumeRole(configuration.RoleArn, configuration.FunctionName));
        return environment.InitializeAsync(function.Code, variables, conversation => runtimeApi.Add(environment.Id, conversation), limit);
    }

    public async Task EndAsync(ExecutionEnvironment environment)
    {
        runtimeApi.Remove(environment.Id);
        await environment.DisposeAsync();
    }
}
