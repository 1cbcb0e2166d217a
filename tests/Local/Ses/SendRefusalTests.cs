using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Ses;

public class SendRefusalTests
{
    [Fact]
    public async Task A_sender_that_is_not_verified_is_named_as_SES_names_it()
    {
        await using var world = await SesWorld.CreateAsync();

        await RefusedAsync(
            world,
            SesWorld.Mail("a@elsewhere.org", "me@unknown.org"),
            "MessageRejected",
            400,
            "Email address is not verified. The following identities failed the check in region US-EAST-1: me@unknown.org");
    }

    [Fact]
    public async Task In_the_sandbox_recipients_must_be_verified_too()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = AccountSettings.Sandbox;

        await RefusedAsync(
            world,
            SesWorld.Mail("a@elsewhere.org", "me@unknown.org"),
            "MessageRejected",
            400,
            "Email address is not verified. The following identities failed the check in region US-EAST-1: me@unknown.org, a@elsewhere.org");
    }

    [Fact]
    public async Task In_the_sandbox_the_simulator_and_verified_recipients_get_their_mail()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = AccountSettings.Sandbox with { MaxSendRate = 10 };
        world.Ses.Identities.Create("friend@elsewhere.org");

        await world.SendAsync("success@simulator.amazonses.com");
        await world.SendAsync("friend@elsewhere.org");
        await world.SendAsync("colleague@example.com");
    }

    [Fact]
    public async Task An_identity_that_is_still_pending_is_not_verified()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Identities.Create("pending.org", verificationStatus: "PENDING");

        Assert.Equal("MessageRejected", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org", "me@pending.org"))).Code);
    }

    [Theory]
    [InlineData("bot@mail.example.com")]
    [InlineData("BOT@EXAMPLE.COM")]
    [InlineData("\"The, Bot\" <bot@example.com>")]
    public async Task A_verified_domain_stands_for_its_addresses_and_subdomains(string from)
    {
        await using var world = await SesWorld.CreateAsync();

        await world.SendAsync(SesWorld.Mail("a@elsewhere.org", from));
    }

    [Fact]
    public async Task A_suspended_account_sends_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { EnforcementStatus = "SHUTDOWN" };

        Assert.Equal("AccountSuspendedException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).Code);
    }

    [Fact]
    public async Task A_paused_account_sends_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { SendingEnabled = false };

        Assert.Equal("SendingPausedException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).Code);
    }

    [Fact]
    public async Task A_paused_configuration_set_sends_nothing()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.ConfigurationSets.Set(world.Ses.ConfigurationSets.Find("set") with { SendingEnabled = false });

        Assert.Equal("SendingPausedException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).Code);
    }

    [Fact]
    public async Task A_configuration_set_that_is_not_there_is_named()
    {
        await using var world = await SesWorld.CreateAsync();

        await RefusedAsync(
            world,
            SesWorld.Mail("a@elsewhere.org") with { ConfigurationSetName = "nothing" },
            "NotFoundException",
            404,
            "Configuration set <nothing> does not exist.");
    }

    [Fact]
    public async Task A_mail_from_domain_that_must_work_and_does_not_stops_the_mail()
    {
        await using var world = await SesWorld.CreateAsync();
        var identity = world.Ses.Identities.Find("example.com");
        world.Ses.Identities.Set(identity with { MailFrom = new MailFromAttributes("bounce.example.com", "REJECT_MESSAGE") { Status = "FAILED" } });
        Assert.Equal("MailFromDomainNotVerifiedException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org"))).Code);

        world.Ses.Identities.Set(identity with { MailFrom = new MailFromAttributes("bounce.example.com", "USE_DEFAULT_VALUE") { Status = "FAILED" } });
        await world.SendAsync("a@elsewhere.org");
    }

    [Theory]
    [InlineData("nobody", "Missing final '@domain'")]
    [InlineData("@elsewhere.org", "User name is missing")]
    [InlineData("a@", "Missing domain")]
    [InlineData("a b@elsewhere.org", "Local address contains control or whitespace")]
    [InlineData("a@elsewhere.org\r\nBcc: b@elsewhere.org", "Local address contains control or whitespace")]
    [InlineData("a\n@elsewhere.org", "Local address contains control or whitespace")]
    [InlineData("a@else where.org", "Domain contains control or whitespace")]
    [InlineData("a@elsewhere.org.", "Domain ends with dot")]
    [InlineData("a@.elsewhere.org", "Domain starts with dot")]
    [InlineData("a@else..where.org", "Domain contains dot-dot")]
    [InlineData("a@münchen.de", "Domain contains illegal character")]
    [InlineData("ü@elsewhere.org", "Local address contains non-ASCII characters")]
    [InlineData("a@elsewhere.org, b@elsewhere.org", "Illegal address")]
    [InlineData("<>", "Illegal address")]
    public async Task A_bad_address_is_refused(string address, string message)
    {
        await using var world = await SesWorld.CreateAsync();

        var refusal = await RefusalAsync(world, SesWorld.Mail(address));

        Assert.Equal("BadRequestException", refusal.Code);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_recipients_are_fine_and_fifty_one_are_not()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Settings = world.Ses.Settings with { MaxSendRate = 100 };

        await world.SendAsync(To(50));
        Assert.Equal("Recipient count exceeds 50.", (await RefusalAsync(world, To(51))).Message);

        static SendEmailRequest To(int recipients) => SesWorld.Mail("") with
        {
            Destination = new Destination([.. Enumerable.Range(1, recipients - 1).Select(number => $"a{number}@elsewhere.org")], [], ["b@elsewhere.org"]),
        };
    }

    [Fact]
    public async Task A_mail_to_nobody_is_refused()
    {
        await using var world = await SesWorld.CreateAsync();

        Assert.Equal("BadRequestException", (await RefusalAsync(world, SesWorld.Mail("") with { Destination = null })).Code);
    }

    [Theory]
    [InlineData("send id", "1")]
    [InlineData("send-id", "Grüße")]
    [InlineData("", "1")]
    [InlineData("send-id", "")]
    public async Task A_bad_tag_is_refused(string name, string value)
    {
        await using var world = await SesWorld.CreateAsync();

        Assert.Equal("BadRequestException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org") with { EmailTags = [new MailTag(name, value)] })).Code);
    }

    [Theory]
    [InlineData("Bcc", "b@elsewhere.org")]
    [InlineData("X-A", "two\r\nlines")]
    [InlineData("X A", "1")]
    public async Task A_bad_header_is_refused(string name, string value)
    {
        await using var world = await SesWorld.CreateAsync();
        var content = new EmailContent.Simple("s", "t", null, [new MailHeader(name, value)]);

        Assert.Equal("BadRequestException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org") with { Content = content })).Code);
    }

    [Fact]
    public async Task A_subject_of_two_lines_is_refused()
    {
        await using var world = await SesWorld.CreateAsync();
        var content = new EmailContent.Simple("Your code\r\nBcc: b@elsewhere.org", "t", null, []);

        Assert.Equal("BadRequestException", (await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org") with { Content = content })).Code);
    }

    [Fact]
    public async Task A_refused_mail_is_not_in_the_outbox_and_costs_no_quota()
    {
        await using var world = await SesWorld.CreateAsync();

        await RefusalAsync(world, SesWorld.Mail("a@elsewhere.org", "me@unknown.org"));

        Assert.Empty(world.Ses.Outbox.Mails);
        Assert.Equal(0, world.Ses.SentLast24Hours);
        Assert.Empty(world.Topics.Events);
    }

    internal static Task<AwsException> RefusalAsync(SesWorld world, SendEmailRequest request) => Assert.ThrowsAsync<AwsException>(() => world.SendAsync(request));

    private static async Task RefusedAsync(SesWorld world, SendEmailRequest request, string code, int status, string message)
    {
        var refusal = await RefusalAsync(world, request);
        Assert.Equal((code, status, message), (refusal.Code, refusal.StatusCode, refusal.Message));
    }
}
