using System.CommandLine;
using SesCompliance.Local.Commands;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Wire;
using Spectre.Console;

var stack = new Option<string>("--stack") { Description = "The stack to deploy, by its file Pulumi.STACK.yaml", DefaultValueFactory = _ => "dev", Recursive = true };
var port = new Option<int>("--port") { Description = "The port of the cloud's endpoint on 127.0.0.1; serve takes any free one for 0", DefaultValueFactory = _ => ServeCommand.DefaultPort };
port.Validators.Add(result =>
{
    if (result.GetValue(port) is < 0 or > 65535)
    {
        result.AddError($"--port is {result.Tokens[0]}: it must be between 0 and 65535");
    }
});

var serve = new Command("serve", "Stay up, and say how to talk to the cloud") { port };
serve.SetAction((parsed, cancellationToken) => RunAsync(console => ServeCommand.RunAsync(console, parsed.GetValue(stack)!, parsed.GetValue(port), cancellationToken)));

var preview = new Command("preview", "Show what up would change in the cloud that serves; where none does, every resource that the stack would have. Start nothing") { port };
preview.SetAction((parsed, cancellationToken) => RunAsync(console => PreviewCommand.RunAsync(console, parsed.GetValue(stack)!, parsed.GetValue(port), cancellationToken)));

var yes = new Option<bool>("--yes", "-y") { Description = "Do it without asking" };
var up = new Command("up", "Bring the cloud that serves to what the stack's file says now") { port, yes };
up.SetAction((parsed, cancellationToken) => RunAsync(
    console => UpCommand.RunAsync(console, parsed.GetValue(stack)!, parsed.GetValue(port), parsed.GetValue(yes), cancellationToken)));

var destroy = new Command("destroy", "Remove every resource of the stack from the cloud that serves") { port, yes };
destroy.SetAction((parsed, cancellationToken) => RunAsync(
    console => DestroyCommand.RunAsync(console, parsed.GetValue(stack)!, parsed.GetValue(port), parsed.GetValue(yes), cancellationToken)));

var root = new RootCommand("SesCompliance on one machine: deploys a stack into an embedded cloud, sends the demonstration mails and says what became of each.") { stack, serve, preview, up, destroy };
root.SetAction((parsed, cancellationToken) => RunAsync(console => DemonstrateCommand.RunAsync(console, parsed.GetValue(stack)!, cancellationToken)));
return await root.Parse(args).InvokeAsync();

static async Task<int> RunAsync(Func<IAnsiConsole, Task<int>> run)
{
    try
    {
        return await run(AnsiConsole.Console);
    }
    catch (Exception mistake) when (mistake is DeploymentException or DynamoDbUnavailableException or PortUnavailableException or NotServingException)
    {
        Console.Error.WriteLine(mistake.Message);
        return 1;
    }
}
