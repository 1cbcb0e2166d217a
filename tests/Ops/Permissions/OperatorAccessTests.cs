using System.CommandLine;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Ops;

namespace SesCompliance.Tests.Ops.Permissions;

/// <summary>The operators' policies allow what the commands of ses-ops call, and nothing else.</summary>
public sealed class OperatorAccessTests(OperatorFixture fixture) : IClassFixture<OperatorFixture>
{
    private const string Progress = "· ";

    public static TheoryData<OperatorCommand> Reading => [.. OperatorCommand.Reading];

    public static TheoryData<OperatorCommand> Changing => [.. OperatorCommand.Changing];

    [Theory]
    [MemberData(nameof(Reading))]
    public void A_reader_is_told_everything(OperatorCommand command) => Succeeded(command, fixture.Reader[command.Name]);

    [Fact]
    public void A_reader_is_told_that_the_domain_has_no_identity() => Assert.Contains("none for mail.example.com", Whole(fixture.DoctorWithoutIdentity).Output, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Changing))]
    public void A_reader_who_would_change_something_is_refused_in_one_line(OperatorCommand command)
    {
        var run = fixture.Reader[command.Name];

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Matches("^ses-ops: .*:user/reader.* is not authorized to perform", Assert.Single(run.Errors.TrimEnd().Split('\n'), line => !line.StartsWith(Progress, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_reader_changed_nothing() => Assert.Equal(fixture.State.Before, fixture.State.After);

    [Theory]
    [MemberData(nameof(Changing))]
    public void A_writer_may_change_it(OperatorCommand command) => Succeeded(command, fixture.Writer[command.Name]);

    /// <summary>So a writer may read whatever a reader may, and the commands need not be run again to see it.</summary>
    [Fact]
    public void Neither_policy_denies_anything() => Assert.All(fixture.ReadPolicy.Statements.Concat(fixture.WritePolicy.Statements), reference => Assert.True(reference.Statement.Allows));

    [Fact]
    public void Every_command_is_run()
    {
        var run = OperatorCommand.Reading.Concat(OperatorCommand.Changing).Select(command => CommandLine.Root().Parse(command.Arguments).CommandResult.Command);

        Assert.Equal(Leaves(CommandLine.Root()).Order(StringComparer.Ordinal), run.Select(PathOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_permission_of_the_reading_policy_is_needed_to_read() => Assert.Empty(Unused(fixture.ReadPolicy, fixture.Read));

    [Fact]
    public void Each_permission_of_the_writing_policy_is_needed_to_change() => Assert.Empty(Unused(fixture.WritePolicy, fixture.Decisions));

    [Fact]
    public void No_permission_is_granted_twice() => Assert.All(fixture.Decisions.Where(recorded => recorded.Decision.IsAllowed), recorded => Assert.Single(recorded.Decision.AllowedBy));

    [Fact]
    public void Nothing_was_denied_but_to_the_reader_what_the_writing_policy_allows()
    {
        var denied = fixture.Decisions.Where(recorded => !recorded.Decision.IsAllowed).Select(recorded => recorded.Decision.Request).ToList();

        Assert.NotEmpty(denied);
        Assert.All(denied, request =>
        {
            Assert.EndsWith(":user/reader", request.Principal.Name, StringComparison.Ordinal);
            Assert.Contains(fixture.WritePolicy.Statements, reference => reference.Statement.Concerns(request));
        });
    }

    private static void Succeeded(OperatorCommand command, OpsRun run) => Assert.True(
        Whole(run).ExitCode == (command.ExitCode ?? run.ExitCode) && run.Output.Contains(command.Says, StringComparison.Ordinal),
        $"{run.ExitCode}: {run.Output}{run.Errors}");

    /// <summary>What is not asked for want of a permission is told beside the rest, whatever the exit code.</summary>
    private static OpsRun Whole(OpsRun run)
    {
        Assert.DoesNotContain("not authorized", run.Output + run.Errors, StringComparison.Ordinal);
        return run;
    }

    private static IEnumerable<string> Unused(AttachedPolicy policy, IReadOnlyList<SesCompliance.Local.Iam.RecordedDecision> decisions) =>
        from reference in policy.Statements
        from action in reference.Statement.Actions.Patterns
        from resource in reference.Statement.Resources!.Patterns
        where !decisions.Any(recorded => recorded.Decision.IsAllowed
            && recorded.Decision.AllowedBy.Any(allowing => (allowing.Policy.Owner, allowing.Statement.Number) == (policy.Owner, reference.Statement.Number))
            && Pattern.Matches(action, recorded.Decision.Request.Action, ignoreCase: true)
            && Pattern.MatchesArn(resource, recorded.Decision.Request.Resource))
        select $"{reference.Statement.Sid}: {action} on {resource}";

    private static IEnumerable<string> Leaves(Command command) => command.Subcommands.Count == 0 ? [PathOf(command)] : command.Subcommands.SelectMany(Leaves);

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;
}
