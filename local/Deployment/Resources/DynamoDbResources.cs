using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Local.Deployment.Resources;

internal static class DynamoDbResources
{
    public static void AddTo(ResourceKinds kinds, ITables dynamoDb) => kinds.Add("aws:dynamodb/table:Table", new ResourceKind
    {
        Create = async (inputs, cancellationToken) =>
        {
            var definition = Definition(inputs);
            return new Provisioned(definition.Name, ("arn", await dynamoDb.CreateTableAsync(definition, cancellationToken)));
        },
        Update = async (was, inputs, cancellationToken) =>
        {
            await dynamoDb.UpdateTableAsync(Definition(inputs), cancellationToken);
            return new Provisioned(was.Id);
        },
        Delete = (was, cancellationToken) => dynamoDb.DeleteTableAsync(was.Id, cancellationToken),
        ReplacedBy = ["name", "hashKey", "rangeKey", "attributes"],
    });

    private static TableDefinition Definition(ResourceInputs inputs)
    {
        inputs.Only("billingMode", "PAY_PER_REQUEST");
        var attributes = inputs.Parts("attributes").ToDictionary(attribute => attribute.RequiredText("name"), attribute => attribute.RequiredText("type"));
        var timeToLive = inputs.Part("ttl");
        return new TableDefinition(
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
    }

    private static TableKey Key(string attribute, Dictionary<string, string> attributes) => attributes.TryGetValue(attribute, out var type)
        ? new TableKey(attribute, type)
        : throw new DeploymentException($"the key attribute {attribute} is not among the table's attributes");
}
