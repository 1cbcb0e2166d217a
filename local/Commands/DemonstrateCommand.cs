using SesCompliance.Local.DynamoDb;

using SesCompliance.Local.Demonstration;
using SesCompliance.Local.Terminal;
using Spectre.Console;

namespace SesCompliance.Local.Commands;

/// <summary>Deploys the stack, sends the demonstration mails and says what became of each. Exits with 0 only if each ended as it should.</summary>
internal static class DemonstrateCommand
{
    public static async Task<int> RunAsync(IAnsiConsole console, string stackName, CancellationToken cancellationToken)
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions(), cancellationToken);
        var stack = await DeployCommand.UpAsync(console, cloud, stackName, cancellationToken);
        using var clients = new WireClients(cloud.Endpoint);
        var bot = new Bot(clients.StepFunctions, cloud.Clock, stack.Outputs["stateMachineArn"]);
        var view = new MailView(console);

        var run = $"demo-{cloud.Clock.GetUtcNow():HHmmss}";
        var sent = new List<SentMail>();
        foreach (var mail in DemonstrationMail.All(run))
        {
            view.Start(mail);
            using (mail.SuppressionTableFails ? cloud.DynamoDb.Faults.Fail(stack.Outputs["suppressionTable"], DynamoDbFault.ServerError) : null)
            {
                sent.Add(await bot.SendAsync(mail, view.Step, cancellationToken));
            }

            view.End(sent[^1]);
        }

        var aftermath = await Aftermath.ReadAsync(clients, cloud.Clock, stack, cancellationToken);
        AftermathView.Write(console, aftermath);
        return SummaryView.Write(console, sent) ? 0 : 1;
    }
}
