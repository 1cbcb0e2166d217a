using SesCompliance.Infra;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;

namespace SesCompliance.Local.Deployment.Resources;

internal static class LambdaResources
{
    public static void AddTo(ResourceKinds kinds, IFunctions lambda, IamStore iam)
    {
        kinds.Add("aws:lambda/function:Function", (inputs, _) =>
        {
            inputs.WithoutEffect("tags");
            // What a FileArchive holds is not public; infra/ has the functions' one archive.
            inputs.WithoutEffect("code");
            inputs.Only("runtime", "provided.al2023");
            var logging = inputs.Part("loggingConfig");
            logging?.Only("logFormat", "JSON");
            var architecture = inputs.Texts("architectures").FirstOrDefault("x86_64");
            var function = new FunctionConfiguration(
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
            var newest = lambda.Create(function).Newest;
            return new Provisioned(function.FunctionName, ("arn", function.Arn), ("qualifiedArn", newest.Arn), ("version", newest.Version));
        });
        kinds.Add("aws:lambda/permission:Permission", (inputs, _) =>
        {
            var statement = new PermissionStatement(
                $"permission-{Guid.NewGuid():N}", inputs.RequiredText("action"), inputs.RequiredText("principal"), inputs.Text("sourceArn"));
            lambda.AddPermission(inputs.RequiredText("function"), statement);
            return new Provisioned(statement.StatementId);
        });
        kinds.Add("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", (inputs, _) =>
        {
            var function = inputs.RequiredText("functionName");
            lambda.PutEventInvokeConfig(function, new EventInvokeConfig(
                inputs.Number("maximumRetryAttempts") ?? 2,
                inputs.Number("maximumEventAgeInSeconds") ?? 21_600,
                inputs.Part("destinationConfig")?.Part("onFailure")?.RequiredText("destination")));
            return new Provisioned(function);
        });
    }
}
