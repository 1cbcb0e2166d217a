using System.Text.Json.Nodes;

namespace SesCompliance.Local.Lambda;

/// <summary>A function's resource policy, which Lambda writes from the permissions that were added.</summary>
internal static class FunctionPolicy
{
    public static JsonObject Of(LambdaFunction function) => new()
    {
        ["Version"] = "2012-10-17",
        ["Id"] = "default",
        ["Statement"] = new JsonArray([.. function.Policy.Select(permission => Statement(permission, function.Configuration.Arn))]),
    };

    private static JsonObject Statement(PermissionStatement permission, string functionArn)
    {
        var statement = new JsonObject
        {
            ["Sid"] = permission.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = permission.Principal switch
            {
                "*" => "*",
                var service when service.EndsWith(".amazonaws.com", StringComparison.Ordinal) => new JsonObject { ["Service"] = service },
                var identity => new JsonObject { ["AWS"] = identity },
            },
            ["Action"] = permission.Action,
            ["Resource"] = functionArn,
        };
        JsonObject conditions = [];
        if (permission.SourceAccount is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (permission.SourceArn is { } source)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = source };
        }

        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }
}
