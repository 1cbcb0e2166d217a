namespace SesCompliance.Tests.Ops.Doctor;

public sealed class DoctorTests(DoctorFixture fixture) : IClassFixture<DoctorFixture>
{
    [Fact]
    public void Nothing_is_wrong_with_a_stack_that_is_fit()
    {
        Assert.Equal("", fixture.Fit.Errors);
        Assert.Empty(fixture.Fit.Checks.Where(check => check["verdict"]!.GetValue<string>() != "pass").Select(check => check.ToJsonString()));
        Assert.Equal((0, 0), (fixture.Fit.ExitCode, fixture.Fit.Count("failed")));
    }

    [Fact]
    public void The_report_has_every_group_in_order_and_the_counts_of_its_checks()
    {
        Assert.Equal(["Account", "Domain", "Sending", "Feedback", "Alarms"], fixture.Fit.Checks.Select(check => check["group"]!.GetValue<string>()).Distinct());
        Assert.Equal(fixture.Sick.With("fail").Count(), fixture.Sick.Count("failed"));
        Assert.Equal(fixture.Sick.With("warn").Count(), fixture.Sick.Count("warnings"));
        Assert.Equal(1, fixture.Sick.ExitCode);
    }

    [Fact]
    public void Whatever_is_wrong_comes_with_why_and_what_to_do()
    {
        var wrong = fixture.Sick.Checks.Concat(fixture.Worse.Checks).Where(check => check["verdict"]!.GetValue<string>() != "pass").ToList();

        Assert.NotEmpty(wrong);
        Assert.All(wrong, check => Assert.True(check["why"] is not null && check["toDo"]!.AsArray().Count > 0, check.ToJsonString()));
    }

    [Theory]
    [InlineData("Production access", "fail", "sandbox")]
    [InlineData("Enforcement status", "fail", "PROBATION")]
    [InlineData("Account sending", "fail", "paused")]
    [InlineData("Quota of 24 hours", "warn", "71 % used: 71 of 100 mails")]
    [InlineData("Account suppression list", "warn", "BOUNCE")]
    [InlineData("Verified for sending", "fail", "no (PENDING)")]
    [InlineData("DKIM", "fail", "PENDING")]
    [InlineData("DKIM key length", "warn", "RSA_1024_BIT")]
    [InlineData("MAIL FROM", "fail", "bounce.mail.example.com: FAILED")]
    [InlineData("Default configuration set", "warn", "none")]
    [InlineData("Latest executions", "fail", "1 of the last 1 failed (1 InvalidRequest)")]
    [InlineData("Configuration set's sending", "fail", "paused")]
    [InlineData("Reputation metrics", "fail", "disabled")]
    [InlineData("Send ledger's deletion protection", "warn", "off")]
    [InlineData("Send ledger's recovery", "fail", "off")]
    [InlineData("Suppression list's recovery", "pass", "to any point in time")]
    [InlineData("Event destination", "fail", "feedback is disabled")]
    [InlineData("Feedback topic's policy", "warn", "it lets every account's SES publish (no aws:SourceAccount)")]
    [InlineData("Feedback subscription", "fail", "ses-notification-handler-fit is not subscribed")]
    [InlineData("Alert subscriptions: late@example.com", "fail", "not confirmed")]
    [InlineData("Alert subscriptions", "pass", "ops@example.com")]
    [InlineData("Undelivered feedback", "fail", "1 message in ses-feedback-undelivered-fit")]
    [InlineData("Unprocessed feedback", "pass", "none")]
    [InlineData("ses-high-complaint-rate-CRITICAL", "fail", "ALARM: rehearsal")]
    [InlineData("ses-function-errors", "fail", "missing")]
    [InlineData("ses-function-throttles", "fail", "OK, actions disabled")]
    [InlineData("ses-send-executions-timed-out", "fail", "OK, does not tell ses-alerts-fit")]
    public void A_sick_stack_shows(string name, string verdict, string found) => Expect(fixture.Sick, name, verdict, found);

    [Theory]
    [InlineData("Enforcement status", "fail", "SHUTDOWN")]
    [InlineData("Quota of 24 hours", "fail", "91 % used: 71 of 78 mails")]
    [InlineData("DKIM", "fail", "FAILED")]
    [InlineData("MAIL FROM", "warn", "amazonses.com")]
    [InlineData("Default configuration set", "warn", "other")]
    [InlineData("Bounce rate", "fail", "6 %")]
    [InlineData("Complaint rate", "warn", "0.07 %")]
    [InlineData("Send ledger's table", "fail", "ses-send-ledger-fit is missing")]
    [InlineData("Event destination", "fail", "feedback leaves out BOUNCE, REJECT, RENDERING_FAILURE, DELIVERY_DELAY")]
    [InlineData("Feedback topic's policy", "fail", "its conditions do not hold for this account and configuration set")]
    [InlineData("Alert subscriptions", "warn", "none is confirmed")]
    public void A_worse_one_shows(string name, string verdict, string found) => Expect(fixture.Worse, name, verdict, found);

    [Fact]
    public void Mail_without_feedback_is_seen()
    {
        var check = fixture.Worse.Check("Last feedback");

        Assert.Equal("warn", check["verdict"]!.GetValue<string>());
        Assert.StartsWith("none in 14 days, although mail was sent", check["found"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Undelivered feedback", "ses-ops feedback redrive --dry-run --stack fit")]
    [InlineData("ses-high-complaint-rate-CRITICAL", "docs/OPERATIONS_RUNBOOK.md, section ses-high-complaint-rate-CRITICAL")]
    [InlineData("Configuration set's sending", "aws sesv2 put-configuration-set-sending-options --configuration-set-name ses-compliance-fit --sending-enabled")]
    [InlineData("Alert subscriptions: late@example.com", "Open the mail of AWS Notifications there and follow the link.")]
    public void What_to_do_is_exact(string name, string step) =>
        Assert.Contains(step, fixture.Sick.Check(name)["toDo"]!.AsArray().Select(line => line!.GetValue<string>()));

    [Fact]
    public async Task Who_may_ask_nothing_is_told_so_of_every_check()
    {
        var nobody = fixture.Cloud.Credentials.CreateAccessKey(fixture.Cloud.Iam.CreateUser("nobody"));

        var run = await DoctorRun.RunAsync(fixture.Cloud.Endpoint, nobody.AccessKeyId, null, "--json", "--stack", DoctorFixture.Name, "--domain", DoctorFixture.Domain);

        Assert.Equal(3, run.ExitCode);
        Assert.All(run.Checks, check => Assert.Equal("could-not-ask", check["verdict"]!.GetValue<string>()));
        Assert.Contains("AccessDenied", run.Check("DKIM")["found"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_service_that_refuses_leaves_the_others_checks_standing()
    {
        var user = fixture.Cloud.Iam.CreateUser("only-ses");
        var policy = fixture.Cloud.Iam.CreatePolicy("only-ses", """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ses:*", "Resource": "*"}]}""");
        fixture.Cloud.Iam.AttachUserPolicy(user.Name, policy.Arn);
        var key = fixture.Cloud.Credentials.CreateAccessKey(user);

        var run = await DoctorRun.RunAsync(fixture.Cloud.Endpoint, key.AccessKeyId, null, "--json", "--stack", DoctorFixture.Name, "--domain", DoctorFixture.Domain);

        Assert.Equal("pass", run.Check("Identity")["verdict"]!.GetValue<string>());
        Assert.Equal("could-not-ask", run.Check("Alarms")["verdict"]!.GetValue<string>());
        Assert.Equal("could-not-ask", run.Check("State machine")["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_subdomain_of_the_identity_is_told_of_its_parent_and_people_get_lines()
    {
        var run = await DoctorRun.RunAsync(fixture.Cloud.Endpoint, "operator", null, "--stack", DoctorFixture.Name, "--domain", $"sub.{DoctorFixture.Domain}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("✗ fail Identity none for sub.mail.example.com, but one for mail.example.com", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_does_not_exist_is_one_line()
    {
        var run = await DoctorRun.RunAsync(fixture.Cloud.Endpoint, "operator", null, "--stack", "nowhere", "--domain", DoctorFixture.Domain);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("ses-ops: There is no stack 'nowhere' in account 000000000000, region us-east-1", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
    }

    private static void Expect(DoctorRun run, string name, string verdict, string found)
    {
        var check = run.Check(name);
        Assert.Equal((verdict, found), (check["verdict"]!.GetValue<string>(), check["found"]!.GetValue<string>()));
    }
}
