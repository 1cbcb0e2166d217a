namespace SesCompliance.Local.DynamoDb;

/// <summary>The cloud cannot have a DynamoDB on this machine; the message is one line for the person at the terminal.</summary>
public sealed class DynamoDbUnavailableException(string message) : Exception(message);
