using System.Globalization;
using SesCompliance.Infra;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;

namespace SesCompliance.Local.Deployment.Resources;

internal static class LambdaResources
{
    public static void AddTo(ResourceKinds kinds, IFunctions lambda, IamStore iam)
    {
        kinds.Add("aws:lambda/function:Function", new ResourceKind
        {
            Create = (inputs, _) => Made(lambda.Create(Configuration(inputs, iam))),
            Update = async (_, inputs, _) => Made(await lambda.UpdateAsync(Configuration(inputs, iam))),
            Foresee = NextVersion,
            Delete = (was, _) => lambda.DeleteAsync(was.Id),
            ReplacedBy = ["name"],
        });
        kinds.Add("aws:lambda/permission:Permission", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                var statement = new PermissionStatement(
                    $"permission-{Guid.NewGuid():N}", inputs.RequiredText("action"), inputs.RequiredText("principal"), inputs.Text("sourceArn"));
                lambda.AddPermission(inputs.RequiredText("function"), statement);
                return new Provisioned(statement.StatementId);
            },
            Delete = (was, _) =>
            {
                lambda.RemovePermission(was.Input("function"), was.Id);
                return Task.CompletedTask;
            },
        });
        kinds.Add("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", new ResourceKind
        {
            Create = (inputs, _) => Asynchronous(inputs, lambda),
            Update = (_, inputs, _) => Asynchronous(inputs, lambda),
            Delete = (was, _) =>
            {
                lambda.PutEventInvokeConfig(was.Id, new EventInvokeConfig());
                return Task.CompletedTask;
            },
            ReplacedBy = ["functionName"],
        });
    }

    /// <summary>A change publishes a version, unless it is one of what no version has.</summary>
    private static IReadOnlyDictionary<string, object> NextVersion(ResourceState was, IReadOnlyDictionary<string, object> declared)
    {
        if (declared.GetValueOrDefault("publish") is not true
            || PropertyValues.Difference(was.Inputs, declared).All(change => change.Property is "tags" or "reservedConcurrentExecutions"))
        {
            return was.Computed;
        }

        var version = was.Computed["version"] is FunctionVersion.Latest ? 1 : int.Parse((string)was.Computed["version"], CultureInfo.InvariantCulture) + 1;
        return new Dictionary<string, object>
        {
            ["version"] = version.ToString(CultureInfo.InvariantCulture),
            ["qualifiedArn"] = $"{was.Computed["arn"]}:{version}",
        };
    }

    private static Provisioned Made(LambdaFunction function) => new(
        function.Configuration.FunctionName, ("arn", function.Configuration.Arn), ("qualifiedArn", function.Newest.Arn), ("version", function.Newest.Version));

    private static FunctionConfiguration Configuration(ResourceInputs inputs, IamStore iam)
    {
        inputs.WithoutEffect("tags");
        // What a FileArchive holds is not public; infra/ has the functions' one archive.
        inputs.WithoutEffect("code");
        inputs.Only("runtime", "provided.al2023");
        var logging = inputs.Part("loggingConfig");
        logging?.Only("logFormat", "JSON");
        var architecture = inputs.Texts("architectures").FirstOrDefault("x86_64");
        return new FunctionConfiguration(
            inputs.RequiredText("name"), inputs.RequiredText("handler"), FunctionArchive.For(architecture), inputs.DeclaredRole("role", iam))
        {
            Architecture = architecture,
            Environment = inputs.Part("environment")?.Map("variables") ?? [],
            MemorySize = inputs.Number("memorySize") ?? 128,
            Timeout = inputs.Number("timeout") ?? 3,
            ReservedConcurrency = inputs.Number("reservedConcurrentExecutions"),
            Publish = inputs.Flag("publish") ?? false,
            LogFormat = logging is null ? "Text" : "JSON",
            LogGroup = logging?.Text("logGroup") ?? $"/aws/lambda/{inputs.RequiredText("name")}",
        };
    }

    private static Provisioned Asynchronous(ResourceInputs inputs, IFunctions lambda)
    {
        var function = inputs.RequiredText("functionName");
        lambda.PutEventInvokeConfig(function, new EventInvokeConfig(
            inputs.Number("maximumRetryAttempts") ?? 2,
            inputs.Number("maximumEventAgeInSeconds") ?? 21_600,
            inputs.Part("destinationConfig")?.Part("onFailure")?.RequiredText("destination")));
        return new Provisioned(function);
    }
}
