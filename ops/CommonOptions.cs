using System.CommandLine;
using Amazon.Runtime;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops;

/// <summary>The options that every command takes, and how a command runs: whatever stops it is one line on standard error and an exit code.</summary>
internal sealed class CommonOptions
{
    public const string StackVariable = "SES_COMPLIANCE_STACK";

    public Option<string> Stack { get; } = new("--stack", "-s")
    {
        Description = $"The stack, by the name that ends its resources' names (or {StackVariable})",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(StackVariable) is { Length: > 0 } name ? name : "dev",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON to standard output, for scripts", Recursive = true };

    /// <summary>Makes a command do its work.</summary>
    public void Runs(Command command, Func<Session, ParseResult, CancellationToken, Task<ExitCode>> work) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = new Output(parsed.GetValue(Json));
            try
            {
                using var session = new Session(new Stack(parsed.GetValue(Stack)!), output, TimeProvider.System);
                return (int)await work(session, parsed, cancellationToken);
            }
            catch (IOException error) when (AnswerStream.IsClosed(error))
            {
                // Whoever read the answer has seen enough.
                return (int)ExitCode.Fine;
            }
            catch (UsageException mistake)
            {
                return output.Fail(mistake.Message, ExitCode.Usage);
            }
            catch (CouldNotAskException trouble)
            {
                return output.Fail(trouble.Message, ExitCode.CouldNotAsk);
            }
            catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
            {
                return output.Fail(Aws.AwsTrouble.Of(error), ExitCode.CouldNotAsk);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return output.Fail("Stopped.", ExitCode.CouldNotAsk);
            }
        });
}
