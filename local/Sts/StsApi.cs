using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sts;

/// <summary>STS: who is calling.</summary>
public static class StsApi
{
    public static AwsApi Create() => new AwsApi("sts") { QueryVersion = "2011-06-15", XmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/", Permissions = StsPermissions.Table }
        .Add("GetCallerIdentity", (request, _) => Task.FromResult<AwsResponse>(new JsonObject
        {
            ["UserId"] = request.Caller.UserId,
            ["Account"] = Account.Id,
            ["Arn"] = request.Caller.Arn,
        }));
}
