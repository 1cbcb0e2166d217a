using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>What Lambda's operations need (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html).</summary>
internal static class LambdaPermissions
{
    public const string InvokeFunction = "lambda:InvokeFunction";

    public static Denial Denial { get; } = new("AccessDeniedException", 403);

    public static PermissionTable Table { get; } = new PermissionTable(Denial)
        .Add("Invoke", request => [new Permission(InvokeFunction, FunctionArn(request))])
        .Add("lambda", FunctionArn, "GetFunction", "GetFunctionConfiguration")
        .Add("lambda", _ => "*", "ListFunctions");

    private static string FunctionArn(AwsRequest request)
    {
        var name = FunctionName.Parse(request.Input.RequiredText("FunctionName"));
        var qualifier = name.Qualifier ?? request.Input.Text("Qualifier");
        return Account.Arn("lambda", $"function:{name.Name}{(qualifier is null ? "" : $":{qualifier}")}");
    }
}
