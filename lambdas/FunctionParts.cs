using SesCompliance.Lambdas.Clients;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.Settings;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Waits;

namespace SesCompliance.Lambdas;

/// <summary>Puts one function together: its settings, checked; its clients, connecting; itself.</summary>
internal sealed class FunctionParts
{
    private readonly TimeProvider time = TimeProvider.System;
    private readonly EnvironmentSettings settings = new(Environment.GetEnvironmentVariable);
    private readonly long started;
    private readonly Log log;
    private readonly AwsClients clients;

    public FunctionParts(string function)
    {
        started = time.GetTimestamp();
        log = new Log(new LogWriter(Console.OpenStandardOutput(), time), function);
        clients = new AwsClients(log);
    }

    public CheckSuppression CheckSuppression()
    {
        var table = settings.SuppressionListTable;
        settings.Check();
        return new(new SuppressionTable(clients.DynamoDb(), table), log);
    }

    public SendEmail SendEmail()
    {
        var (table, keep) = (settings.SendLedgerTable, settings.LedgerKeep);
        var (from, configurationSet) = (settings.FromEmail, settings.ConfigurationSet);
        settings.Check();
        return new(
            new SendLedger(clients.DynamoDb(), table, keep, time),
            new MailDelivery(clients.Ses(), from, configurationSet),
            time,
            log);
    }

    public PublishMetric PublishMetric()
    {
        var stack = settings.StackName;
        settings.Check();
        return new(clients.CloudWatch(), stack, log);
    }

    public AwaitFeedback AwaitFeedback()
    {
        var (table, keep) = (settings.SendLedgerTable, settings.LedgerKeep);
        settings.Check();
        return new(new SendLedger(clients.DynamoDb(), table, keep, time), new FlowWait(clients.StepFunctions()), log);
    }

    public HandleFeedback HandleFeedback()
    {
        var (suppressionTable, ledgerTable, keep) = (settings.SuppressionListTable, settings.SendLedgerTable, settings.LedgerKeep);
        settings.Check();
        var dynamoDb = clients.DynamoDb();
        return new(
            new SuppressionTable(dynamoDb, suppressionTable),
            new SendLedger(dynamoDb, ledgerTable, keep, time),
            new FlowWait(clients.StepFunctions()),
            log);
    }

    /// <summary>Init is over when the connections stand or can't be had.</summary>
    public async Task ReadyAsync()
    {
        var warm = await clients.WarmedAsync();
        log.Started((int)time.GetElapsedTime(started).TotalMilliseconds, warm);
    }
}
