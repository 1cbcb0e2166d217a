using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Local.Deployment.Resources;

internal static class DynamoDbResources
{
    public static void AddTo(ResourceKinds kinds, ITables dynamoDb) => kinds.Add("aws:dynamodb/table:Table", async (inputs, cancellationToken) =>
    {
        inputs.Only("billingMode", "PAY_PER_REQUEST");
        var attributes = inputs.Parts("attributes").ToDictionary(attribute => attribute.RequiredText("name"), attribute => attribute.RequiredText("type"));
        var timeToLive = inputs.Part("ttl");
        var definition = new TableDefinition(
            inputs.RequiredText("name"),
            Key(inputs.RequiredText("hashKey"), attributes),
            inputs.Text("rangeKey") is { } range ? Key(range, attributes) : null)
        {
            TimeToLiveAttribute = timeToLive?.Flag("enabled") is true ? timeToLive.RequiredText("attributeName") : null,
            PointInTimeRecovery = inputs.Part("pointInTimeRecovery")?.Flag("enabled") ?? false,
            ServerSideEncryption = inputs.Part("serverSideEncryption")?.Flag("enabled") ?? false,
            DeletionProtection = inputs.Flag("deletionProtectionEnabled") ?? false,
            Tags = inputs.Map("tags"),
        };
        var arn = await dynamoDb.CreateTableAsync(definition, cancellationToken);
        return new Provisioned(definition.Name, ("arn", arn));
    });

    private static TableKey Key(string attribute, Dictionary<string, string> attributes) => attributes.TryGetValue(attribute, out var type)
        ? new TableKey(attribute, type)
        : throw new DeploymentException($"the key attribute {attribute} is not among the table's attributes");
}
