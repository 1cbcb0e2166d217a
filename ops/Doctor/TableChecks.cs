using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The suppression list's and the ledger's tables: usable, recoverable, and kept from deletion.</summary>
internal static class TableChecks
{
    private static CheckGroup Group => CheckGroup.Sending;

    public static IEnumerable<Question> For(Patient patient) =>
        new (string Name, string Table)[] { ("Suppression list", patient.Stack.SuppressionTable), ("Send ledger", patient.Stack.SendLedger) }
            .SelectMany(table => Questions(patient, table.Name, table.Table));

    private static Question[] Questions(Patient patient, string name, string table) =>
    [
        new(Group, [$"{name}'s table", $"{name}'s deletion protection"], () => OfTableAsync(patient, name, table)),
        new(Group, [$"{name}'s recovery"], async () => await OfRecoveryAsync(patient, name, table) is { } check ? [check] : []),
    ];

    private static async Task<IReadOnlyList<Check>> OfTableAsync(Patient patient, string name, string table)
    {
        try
        {
            var description = (await patient.Aws.DynamoDb.DescribeTableAsync(new DescribeTableRequest { TableName = table }, patient.Cancelled)).Table;
            patient.Presence.Found();
            return
            [
                description.TableStatus == TableStatus.ACTIVE || description.TableStatus == TableStatus.UPDATING
                    ? Group.Pass($"{name}'s table", $"{table}: {description.TableStatus}")
                    : Group.Fail($"{name}'s table", $"{table}: {description.TableStatus}", "It can be neither read nor written.", $"aws dynamodb describe-table --table-name {table}"),
                description.DeletionProtectionEnabled == true
                    ? Group.Pass($"{name}'s deletion protection", "on")
                    : Group.Warn(
                        $"{name}'s deletion protection", "off", "One command deletes what keeps the account from mailing bad addresses, or a mail from going out twice.",
                        $"pulumi config set ses-compliance:protect true --stack {patient.Stack.Name} && pulumi up --stack {patient.Stack.Name}"),
            ];
        }
        catch (ResourceNotFoundException)
        {
            patient.Presence.Missing();
            return [Group.Fail($"{name}'s table", $"{table} is missing", "The send flow and the feedback need it.", patient.Redeploy)];
        }
    }

    /// <summary>Null where there is no table, which has a check of its own.</summary>
    private static async Task<Check?> OfRecoveryAsync(Patient patient, string name, string table)
    {
        try
        {
            var backups = await patient.Aws.DynamoDb.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table }, patient.Cancelled);
            var status = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
            return status == PointInTimeRecoveryStatus.ENABLED
                ? Group.Pass($"{name}'s recovery", "to any point in time")
                : Group.Fail(
                    $"{name}'s recovery", "off", "Lost rows cannot be brought back.",
                    $"aws dynamodb update-continuous-backups --table-name {table} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true");
        }
        catch (TableNotFoundException)
        {
            return null;
        }
    }
}
