using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using SesCompliance.Samples;

const string Usage = """
    SesCompliance.Samples REQUEST_ID ADDRESS CODE [MINUTES [PATIENCE]]: mails the code and prints what the bot would tell its user.
    The code holds for MINUTES (10); the outcome is waited for PATIENCE seconds (10).

    The request id again is the same mail again, never a second one. STATE_MACHINE_ARN and AWS's own environment variables say where to.
    Exit codes: 0 look into the mailbox, 1 no mail (the message says why), 2 wrong usage, 3 could not be started: run it again with the same id.
    """;

if (args.Length is < 3 or > 5 || !double.TryParse(args.ElementAtOrDefault(3) ?? "10", out var minutes) || !double.TryParse(args.ElementAtOrDefault(4) ?? "10", out var patience))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (Environment.GetEnvironmentVariable("STATE_MACHINE_ARN") is not { Length: > 0 } stateMachineArn)
{
    Console.Error.WriteLine("STATE_MACHINE_ARN is not set: it must be the stack's output stateMachineArn");
    return 2;
}

// AWS that doesn't answer at all costs a call 15 seconds at most.
var config = new AmazonStepFunctionsConfig
{
    RegionEndpoint = RegionEndpoint.GetBySystemName(stateMachineArn.Split(':')[3]),
    RetryMode = RequestRetryMode.Standard,
    MaxErrorRetry = 3,
    Timeout = TimeSpan.FromSeconds(2),
};
try
{
    using var states = new AmazonStepFunctionsClient(config);
    var verification = new Verification(states, stateMachineArn, TimeProvider.System);
    var expiresAt = TimeProvider.System.GetUtcNow().AddMinutes(minutes);
    var outcome = await verification.SendAsync(args[0], args[1], args[2], expiresAt, TimeSpan.FromSeconds(patience));
    Console.Error.WriteLine($"{args[0]}: {outcome.Name} {outcome.Detail}".TrimEnd()); // The bot's log.
    Console.WriteLine(outcome.Message); // The user's answer.
    return outcome.IsOnItsWay ? 0 : outcome.Name == "NotStarted" ? 3 : 1;
}
catch (ArgumentException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
