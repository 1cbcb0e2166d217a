using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Clients;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.Settings;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Waits;

namespace SesCompliance.Lambdas;

/// <summary>Puts one function together: its settings, checked; its clients, connected; itself, rehearsed.</summary>
/// <remarks>
/// A rehearsal is one harmless call, about a send or an address that there is not, by the path that the first invocation will take: what the
/// SDK does at its first call costs about 20 ms of a whole core, which Lambda gives during init, and several times that afterwards.
/// </remarks>
internal sealed class FunctionParts
{
    private const string NoSend = "rehearsal";
    private static readonly EmailAddress Nobody = EmailAddress.Parse("nobody@example.invalid");
    private static readonly TimeSpan RehearsalPatience = TimeSpan.FromSeconds(2);

    private readonly TimeProvider time = TimeProvider.System;
    private readonly EnvironmentSettings settings = new(Environment.GetEnvironmentVariable);
    private readonly long started;
    private readonly Log log;
    private readonly AwsClients clients;
    private Func<CancellationToken, Task> rehearse = _ => Task.CompletedTask;

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
        var suppressions = new SuppressionTable(clients.DynamoDb(), table);
        rehearse = token => suppressions.FindActiveAsync(Nobody, token);
        return new(suppressions, log);
    }

    public SendEmail SendEmail()
    {
        var (table, keep) = (settings.SendLedgerTable, settings.LedgerKeep);
        var (from, configurationSet) = (settings.FromEmail, settings.ConfigurationSet);
        settings.Check();
        var ledger = new SendLedger(clients.DynamoDb(), table, keep, time);
        rehearse = token => ledger.FindAsync(NoSend, token);
        return new(ledger, new MailDelivery(clients.Ses(), from, configurationSet), time, log);
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
        var ledger = new SendLedger(clients.DynamoDb(), table, keep, time);
        rehearse = token => ledger.StoreTaskTokenAsync(NoSend, "none", token);
        return new(ledger, new FlowWait(clients.StepFunctions()), log);
    }

    public HandleFeedback HandleFeedback()
    {
        var (suppressionTable, ledgerTable, keep) = (settings.SuppressionListTable, settings.SendLedgerTable, settings.LedgerKeep);
        settings.Check();
        var dynamoDb = clients.DynamoDb();
        var ledger = new SendLedger(dynamoDb, ledgerTable, keep, time);
        rehearse = token => ledger.FindAsync(NoSend, token);
        return new(new SuppressionTable(dynamoDb, suppressionTable), ledger, new FlowWait(clients.StepFunctions()), log);
    }

    /// <summary>
    /// Init is over when the connections stand and the rehearsal is done, or has failed: neither keeps a function from starting.
    /// </summary>
    public async Task ReadyAsync()
    {
        var connected = await clients.WarmedAsync();
        var rehearsed = connected && await RehearseAsync();
        log.Started((int)time.GetElapsedTime(started).TotalMilliseconds, connected, rehearsed);
    }

    private async Task<bool> RehearseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(RehearsalPatience, time);
            await rehearse(patience.Token);
            return true;
        }
        catch (Exception error)
        {
            log.RehearsalFailed(error);
            return false;
        }
    }
}
