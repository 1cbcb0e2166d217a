using SesCompliance.Local.Demonstration;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Deploys the stack, sends the demonstration mails and says what became of each. Exits with 0 only if each ended as it should.</summary>
internal static class DemonstrateCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stackName, CancellationToken cancellationToken)
    {
        var settings = StackDeployment.Settings(stackName, StackFile.Of(stackName));
        await using var cloud = await Cloud.StartAsync(new CloudOptions(), cancellationToken);
        var stack = await DeployCommand.UpAsync(console, cloud, settings, cancellationToken);
        using var clients = new WireClients(cloud.Endpoint);
        var bot = new Bot(clients.StepFunctions, cloud.Clock, stack.Outputs["stateMachineArn"]);
        var view = new MailView(console);

        var sent = new List<SentMail>();
        var before = Aftermath.Nothing;
        foreach (var mail in DemonstrationMail.All($"demo-{cloud.Clock.GetUtcNow():HHmmss}"))
        {
            view.Start(mail);
            using (mail.SuppressionTableFails ? cloud.DynamoDb.Faults.Fail(stack.Outputs["suppressionTable"], DynamoDbFault.ServerError) : null)
            {
                sent.Add(await bot.SendAsync(mail, view.Step, cancellationToken));
            }

            var after = await Aftermath.ReadAsync(clients, cloud.Clock, stack, cancellationToken);
            view.End(sent[^1], after.Since(before));
            before = after;
        }

        return SummaryView.Write(console, sent, before) ? 0 : 1;
    }
}
