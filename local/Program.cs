using System.CommandLine;
using SesCompliance.Local.Commands;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Wire;
using Spectre.Console;

var stack = new Option<string>("--stack") { Description = "The stack to deploy, by its file Pulumi.STACK.yaml", DefaultValueFactory = _ => "dev", Recursive = true };
var port = Port("--port", "The port of the cloud's endpoint on 127.0.0.1; 0 takes any free one", ServeCommand.DefaultPort);
var dnsPort = Port("--dns-port", "The port, UDP and TCP, on which DNS is answered on 127.0.0.1; 0 takes any free one", ServeCommand.DefaultDnsPort);

var serve = new Command("serve", "Stay up, and say how to talk to the cloud") { port, dnsPort };
serve.SetAction((parsed, cancellationToken) => RunAsync(console => ServeCommand.RunAsync(console, parsed.GetValue(stack)!, parsed.GetValue(port), parsed.GetValue(dnsPort), cancellationToken)));

var preview = new Command("preview", "Show every resource that the stack would have, and start nothing");
preview.SetAction((parsed, cancellationToken) => RunAsync(console => PreviewCommand.RunAsync(console, parsed.GetValue(stack)!, cancellationToken)));

var root = new RootCommand("SesCompliance on one machine: deploys a stack into an embedded cloud, sends the demonstration mails and says what became of each.") { stack, serve, preview };
root.SetAction((parsed, cancellationToken) => RunAsync(console => DemonstrateCommand.RunAsync(console, parsed.GetValue(stack)!, cancellationToken)));
return await root.Parse(args).InvokeAsync();

static Option<int> Port(string name, string description, int standard)
{
    var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
    option.Validators.Add(result =>
    {
        if (result.GetValue(option) is < 0 or > 65535)
        {
            result.AddError($"{name} is {result.Tokens[0]}: it must be between 0 and 65535");
        }
    });
    return option;
}

static async Task<int> RunAsync(Func<IAnsiConsole, Task<int>> run)
{
    try
    {
        return await run(AnsiConsole.Console);
    }
    catch (Exception mistake) when (mistake is DeploymentException or DynamoDbUnavailableException or PortUnavailableException)
    {
        Console.Error.WriteLine(mistake.Message);
        return 1;
    }
}
