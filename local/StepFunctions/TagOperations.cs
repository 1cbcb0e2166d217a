using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>Tags of state machines.</summary>
internal sealed class TagOperations(StateMachines machines)
{
    public void AddTo(AwsApi api)
    {
        api.Add("ListTagsForResource", ["resourceArn"], request => new JsonObject
        {
            ["tags"] = new JsonArray([.. machines.Tags(request.Input.RequiredText("resourceArn"))
                .Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        });
        api.Add("TagResource", ["resourceArn", "tags"], request =>
        {
            machines.Tag(request.Input.RequiredText("resourceArn"), Read(request.Input));
            return AwsResponse.Empty;
        });
        api.Add("UntagResource", ["resourceArn", "tagKeys"], request =>
        {
            machines.Untag(request.Input.RequiredText("resourceArn"), [.. request.Input.List("tagKeys").Select(key => key!.GetValue<string>())]);
            return AwsResponse.Empty;
        });
    }

    public static Dictionary<string, string> Read(JsonObject input) =>
        input.List("tags").OfType<JsonObject>().ToDictionary(tag => tag.RequiredText("key"), tag => tag.Text("value") ?? "");
}
