using System.Net;
using SesCompliance.Local.Deployment;
using Spectre.Console;

namespace SesCompliance.Local.Terminal;

/// <summary>How to talk to a cloud that stays up: commands to paste, for the aws CLI (any version) and boto3.</summary>
internal static class ServeView
{
    public static void Write(IAnsiConsole console, DeployedStack stack, string endpoint, IPEndPoint dns)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]The cloud is up at {endpoint.EscapeMarkup()}[/] [dim](Ctrl-C ends it, and all that is in it)[/]");
        Section(console, "The aws CLI", Shell(stack, endpoint));
        Section(console, "boto3", Python(stack, endpoint));
        Section(console, "DNS", Dig(stack, dns));
    }

    /// <summary>
    /// Lines for a shell. The endpoint stands in each command, since versions before 2.13 do not read AWS_ENDPOINT_URL. Version 2 opens a pager, which
    /// would take the lines pasted after it for its own commands: AWS_PAGER turns it off.
    /// </summary>
    public static string Shell(DeployedStack stack, string endpoint) => $$"""
        export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION={{Account.Region}} AWS_PAGER=
        aws --endpoint-url {{endpoint}} stepfunctions start-execution --name hello-1 --state-machine-arn {{StateMachine(stack)}} --input '{"to": "bounce@simulator.amazonses.com", "subject": "Your code", "text": "493 021"}'
        while found=$(aws --endpoint-url {{endpoint}} stepfunctions describe-execution --execution-arn {{Execution(stack)}}:hello-1) && [[ $found == *RUNNING* ]]; do sleep 1; done; echo "$found"
        aws --endpoint-url {{endpoint}} stepfunctions get-execution-history --execution-arn {{Execution(stack)}}:hello-1
        aws --endpoint-url {{endpoint}} dynamodb scan --table-name {{stack.Outputs["suppressionTable"]}}
        """;

    /// <summary>Lines for Python's prompt or a script. The prompt takes the empty line as the end of the loop.</summary>
    public static string Python(DeployedStack stack, string endpoint) => $$"""
        import boto3, json, time
        aws = dict(endpoint_url="{{endpoint}}", region_name="{{Account.Region}}", aws_access_key_id="local", aws_secret_access_key="local")
        states = boto3.client("stepfunctions", **aws)
        mail = {"to": "complaint@simulator.amazonses.com", "subject": "Your code", "text": "493 021"}
        execution = states.start_execution(stateMachineArn="{{StateMachine(stack)}}", name="hello-2", input=json.dumps(mail))["executionArn"]
        while (found := states.describe_execution(executionArn=execution))["status"] == "RUNNING": time.sleep(0.2)

        print(found["status"], found.get("output"))
        print([event["type"] for event in states.get_execution_history(executionArn=execution)["events"]])
        print([(row["email"]["S"], row["reason"]["S"]) for row in boto3.client("dynamodb", **aws).scan(TableName="{{stack.Outputs["suppressionTable"]}}")["Items"]])
        """;

    /// <summary>A question for dig. A stack that declares no records has none to ask for: SES's own are there.</summary>
    public static string Dig(DeployedStack stack, IPEndPoint dns) =>
        $"dig @{dns.Address} -p {dns.Port} TXT {(stack.Settings.Dns is null ? "amazonses.com" : $"_dmarc.{stack.Settings.Domain}")}";

    private static void Section(IAnsiConsole console, string title, string lines)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{title}[/]");

        // Written as they are: a line broken to fit the terminal could not be pasted.
        console.Profile.Out.Writer.WriteLine(lines);
    }

    private static string StateMachine(DeployedStack stack) => stack.Outputs["stateMachineArn"];

    private static string Execution(DeployedStack stack) => StateMachine(stack).Replace(":stateMachine:", ":execution:", StringComparison.Ordinal);
}
